import { joinWords } from '../../language/join-words.ts'
import type { Figure } from '../frame/figure.ts'
import { formatNumber } from '../frame/format.ts'
import type { Language } from '../../records/language.ts'

const breakWords = { sv: 'Annat räknas från', en: 'Counted in another way from' }

/** Where a figure's numbers come from, each source once, with the years from which something else is counted: "Källa: SCB, YREG60, 2014–2024, hämtad 2026-11-26, CC0 1.0." */
export function sourceLine({ sources, lang }: Pick<Figure, 'sources' | 'lang'>): string {
  const fetched = lang === 'sv' ? 'hämtad' : 'fetched'
  return [...new Map(sources.map((one) => [one.cubeId, one])).values()]
    .map(({ attribution, publisherTable, firstYear, year, vintage, licence, breaks }) => {
      const years = firstYear === year ? year : `${firstYear}–${year}`
      const from = breaks.map((one) => one.from).filter((one) => one > firstYear)
      const broken = from.length === 0 ? '' : ` ${breakWords[lang]} ${joinWords(from, lang)}.`
      return `${attribution[lang]}, ${publisherTable}, ${years}, ${fetched} ${vintage}, ${licence}.${broken}`
    })
    .join(' ')
}

/** What a reader has to keep in mind: the figure's own notes, breaks in what is counted, and the sources' caveats. */
export const cautionsOf = ({ notes, sources, lang }: Figure): string[] => [
  ...new Set([
    ...notes,
    ...sources.flatMap(({ breaks, caveats }) => [...breaks.map(({ note }) => note[lang]), ...caveats.map((one) => one[lang])]),
  ]),
]

/** A cell as people read it. */
export function cellWords(
  value: string | number | null,
  { digits = 0, isPercent = false, lang }: { digits?: number; isPercent?: boolean; lang: Language },
): string {
  if (value === null) return lang === 'sv' ? 'uppgift saknas' : 'missing'
  if (typeof value === 'string') return value
  return isPercent ? `${formatNumber(value * 100, lang, digits)} %` : formatNumber(value, lang, digits)
}

/** The breaks of a source as a line chart marks them. */
export const breaksOf = ({ breaks, firstYear }: Figure['sources'][number], lang: Language) =>
  breaks
    .filter(({ from }) => from > firstYear)
    .map(({ from }) => ({ from, word: lang === 'sv' ? `nytt ${from}` : `new ${from}` }))
