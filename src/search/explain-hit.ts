import { foldMarks } from '../language/folding.ts'
import { quoted } from '../language/join-words.ts'
import { stemOf } from '../language/stems.ts'
import { subjectWeight } from '../language/subject-words.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { isFormIn, textsOf } from './document-keys.ts'
import type { DocumentText } from './document-keys.ts'
import type { SearchDocument } from './search-document.ts'
import type { QueryWord } from './search-query.ts'

/** What explains a hit to a reader. */
export interface HitReason {
  /** Ranges of the title to highlight. */
  matches: { start: number; end: number }[]
  /** How the document was found, when the title does not show it; null for a query without words. */
  why: LocalText | null
  how: HowFound
}

/**
 * `word`: its names have the word in some form; `description`: only our description has it; `synonym`: it says the same
 * with other words; `theme`: it is about the theme, or one beside it; `place`: it has only the place that the query names.
 */
export type HowFound = 'word' | 'description' | 'synonym' | 'theme' | 'place'

const bothLanguages: readonly Language[] = ['sv', 'en']

/** The words of a query that say what it is about: those that are no place's name, or all where there are no others. */
export function subjectWordsOf(words: readonly QueryWord[]): readonly QueryWord[] {
  const others = words.filter(({ isPlace }) => !isPlace)
  return others.length > 0 ? others : words
}

/** The ranges of the title to highlight, and how the document was found. */
export function explainHit(thesaurus: Thesaurus, document: SearchDocument, words: readonly QueryWord[]): HitReason {
  const matches = wholeTokensOf(thesaurus, document.title)
    .filter((token) => words.some((word) => isMeeting(thesaurus, token, { word, languages: bothLanguages })))
    .map(({ start, end }) => ({ start, end }))
  const asked = { thesaurus, document, words: subjectWordsOf(words) }
  const met = findMet(asked)
  const why = met || words.length === 0 ? null : (throughSubject(asked) ?? null)
  const place = met || why ? null : findMet({ ...asked, words })
  const how = howFound(asked, { met, place })
  const corrected = words.filter((word) => word.correctedTo)
  if (corrected.length > 0) {
    const readings = (open: string, as: string) =>
      corrected.map(({ token, correctedTo }) => `${open}${token.written}” ${as} ${open}${correctedTo}”`).join(', ')
    return { matches, how, why: { sv: `Läste ${readings('”', 'som')}.`, en: `Read ${readings('“', 'as')}.` } }
  }
  const shown = met ?? place
  const isShown = shown?.field === 'title' || document.kind === 'theme'
  return { matches, how, why: isShown ? null : shown ? whereMet(shown) : why }
}

interface Asked {
  thesaurus: Thesaurus
  document: SearchDocument
  words: readonly QueryWord[]
}

/** Where a document has a word of a query, and as it is written there. */
interface Met {
  field: DocumentText['field']
  written: string
}

/** The first field that has a word of the query, its names before what is only about it. */
function findMet({ thesaurus, document, words }: Asked): Met | null {
  for (const { field, text, languages } of textsOf(document)) {
    const token = wholeTokensOf(thesaurus, text).find((one) =>
      words.some((word) => isMeeting(thesaurus, one, { word, languages })),
    )
    if (token) return { field, written: token.written }
  }
  return null
}

function howFound({ document, words }: Asked, { met, place }: { met: Met | null; place: Met | null }): HowFound {
  if (place) return 'place'
  if (met) return met.field === 'description' ? 'description' : 'word'
  return words.some(({ conceptIds }) => conceptIds.some((id) => document.conceptIds.includes(id))) ? 'synonym' : 'theme'
}

const placeOf = {
  title: { sv: 'Namnet har', en: 'Its name has' },
  titleEn: { sv: 'Det engelska namnet har', en: 'The English name has' },
  text: { sv: 'Bland postens övriga uppgifter finns', en: 'The record’s other facts have' },
  description: { sv: 'Vår beskrivning har', en: 'Our description has' },
} as const satisfies Record<Met['field'], LocalText>

function whereMet({ field, written }: Met): LocalText {
  const told = (lang: Language) => `${placeOf[field][lang]} ${quoted(written, lang)}.`
  return { sv: told('sv'), en: told('en') }
}

/** The subject that the document and the query have in common. */
function throughSubject(asked: Asked): LocalText | null {
  const { thesaurus, document, words } = asked
  const shared = words.flatMap((word) => word.conceptIds).find((id) => document.conceptIds.includes(id))
  const concept = shared ? thesaurus.findConcept(shared) : null
  if (concept) return { sv: `Med andra ord: ${concept.label.sv}.`, en: `In other words: ${concept.label.en}.` }
  const themeId = words.flatMap((word) => word.themeIds).find((id) => document.themeIds.includes(id))
  const theme = themeId ? thesaurus.findTheme(themeId) : null
  if (theme) return { sv: `Genom temat ${theme.label.sv}.`, en: `Through the theme ${theme.label.en}.` }
  return throughTouched(asked) ?? throughBeside(asked) ?? throughThemeName(asked)
}

/** That a word of the name belongs to a theme that the query means, though the document as a whole is not about it. */
function throughTouched({ thesaurus, document, words }: Asked): LocalText | null {
  const themeId = words.flatMap((word) => word.themeIds).find((id) => document.touchedThemeIds.includes(id))
  const label = themeId && thesaurus.findTheme(themeId)!.label
  return label ? { sv: `Namnet snuddar vid temat ${label.sv}.`, en: `Its name touches on the theme ${label.en}.` } : null
}

/** That a document is about a theme beside one that the query means. */
function throughBeside({ thesaurus, document, words }: Asked): LocalText | null {
  for (const asked of words.flatMap(({ themeIds }) => themeIds))
    for (const besideId of thesaurus.findTheme(asked)!.relatedIds)
      if (document.themeIds.includes(besideId)) {
        const [theme, beside] = [thesaurus.findTheme(asked)!.label, thesaurus.findTheme(besideId)!.label]
        return {
          sv: `Genom temat ${beside.sv}, som gränsar till ${theme.sv}.`,
          en: `Through the theme ${beside.en}, which borders on ${theme.en}.`,
        }
      }
  return null
}

/** That a document has a word of the name of a theme that the query means, or of a term beside it. */
function throughThemeName({ thesaurus, document, words }: Asked): LocalText | null {
  const loud = words.map((word) => ({ ...word, quietKeys: nothing }))
  const met = findMet({ thesaurus, document, words: loud })
  const theme = words.flatMap(({ themeIds }) => themeIds).map((id) => thesaurus.findTheme(id)!)[0]
  if (met && theme)
    return {
      sv: `Har ordet ”${met.written}”, som hör till temat ${theme.label.sv}.`,
      en: `Has the word “${met.written}”, which belongs to the theme ${theme.label.en}.`,
    }
  return null
}

const nothing: ReadonlySet<string> = new Set()

/** A query's word, and the languages of the text it is looked for in. */
interface MeetingWord {
  word: QueryWord
  languages: readonly Language[]
}

/** By word of a query: what a written word was found to be, because the same words are in many documents. */
const foundBefore = new WeakMap<QueryWord, Map<string, boolean>>()

function isMeeting(thesaurus: Thesaurus, token: Token, asked: MeetingWord): boolean {
  const known = foundBefore.get(asked.word) ?? new Map<string, boolean>()
  foundBefore.set(asked.word, known)
  const key = `${asked.languages.join(' ')} ${token.word} ${token.completed ?? ''}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = isMet(thesaurus, token, asked)
  known.set(key, found)
  return found
}

function isMet(thesaurus: Thesaurus, token: Token, { word: { keys: all, quietKeys }, languages }: MeetingWord): boolean {
  const keys = { has: (key: string) => all.has(key) && !quietKeys.has(key) }
  return wordsWithin(token).some(
    (word) =>
      keys.has(`word:${word}`) ||
      bothLanguages.some((lang) => isFormIn(word, lang, languages) && keys.has(`${lang}:${stemOf(word, lang)}`)) ||
      keys.has(`folded:${foldMarks(word)}`) ||
      compoundPartsOf(thesaurus, word, 'sv').some((part) => keys.has(`part:${stemOf(part, 'sv')}`) && subjectWeight(part) === 1),
  )
}
