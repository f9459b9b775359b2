import type { DeckLines, GazetteerEntry } from '../sources/deck/deck-draft.ts'
import type { ExplainedLine, ExplainedSlide } from '../sources/deck/explain-deck.ts'
import { takenForWords } from '../sources/deck/explain-words.ts'
import type { Language } from '../records/language.ts'

interface Printing {
  format: DeckLines['format']
  gazetteer: readonly GazetteerEntry[]
  lang: Language
}

/** Each line of a deck, slide by slide: what it was taken for, and the reason where that is not obvious. */
export function printSlides(slides: readonly ExplainedSlide[], printing: Printing): string {
  let above: string | null = null
  const printNext = (line: ExplainedLine): string => {
    const isElsewhere = line.takenFor === 'area' && line.regionCode !== above
    above = line.regionCode ?? above
    return printLine(line, { ...printing, isElsewhere })
  }
  return slides.map(({ page, lines }) => [slideWord(page, printing), ...lines.map(printNext)].join('\n')).join('\n\n')
}

const slideWords = {
  pptx: { sv: 'Bild', en: 'Slide' },
  pdf: { sv: 'Sida', en: 'Page' },
  text: { sv: 'Texten', en: 'The text' },
} as const

const slideWord = (page: number | null, { format, lang }: Printing): string =>
  page === null ? slideWords.text[lang] : `${slideWords[format === 'text' ? 'pdf' : format][lang]} ${page}`

/** An area is printed with its region when that is not the region above it, as in a table that is read by columns. */
function printLine(
  { line, text, takenFor, regionCode, reason, also }: ExplainedLine,
  { gazetteer, lang, isElsewhere }: Printing & { isElsewhere: boolean },
): string {
  const region = gazetteer.find(({ code }) => code === regionCode)?.names[0]
  const isNamed = region !== undefined && (takenFor === 'region' || isElsewhere)
  const what = takenForWords[takenFor][lang] + (isNamed ? ` ${region}` : '')
  const indent = takenFor === 'subItem' || takenFor === 'description' ? '    ' : takenFor === 'area' ? '  ' : ''
  const why = reason ? ` – ${reason[lang]}` : ''
  const more = also.map(
    ({ takenFor: as, text: written }) => `\n         ${indent}  ${takenForWords[as][lang]}: ${shorten(written)}`,
  )
  return `  ${String(line).padStart(5)}  ${indent}${what}: ${shorten(text)}${why}${more.join('')}`
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text)
