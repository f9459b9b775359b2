import { foldMarks } from '../language/folding.ts'
import { stemOf } from '../language/stems.ts'
import { subjectWeight } from '../language/subject-words.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { SearchDocument } from './search-document.ts'
import type { QueryWord } from './search-query.ts'

/** What explains a hit to a reader. */
export interface HitReason {
  /** Ranges of the title to highlight. */
  matches: { start: number; end: number }[]
  /** How the document was found, when the title does not show it. */
  why: LocalText | null
  how: HowFound
}

/**
 * `word`: its names have the word in some form; `description`: only our description has it; `synonym`: it says the same
 * with other words; `theme`: it is about the theme, or one beside it.
 */
export type HowFound = 'word' | 'description' | 'synonym' | 'theme'

/** The ranges of the title to highlight, and how the document was found. */
export function explainHit(thesaurus: Thesaurus, document: SearchDocument, words: readonly QueryWord[]): HitReason {
  const matches = wholeTokensOf(thesaurus, document.title)
    .filter((token) => words.some((word) => isMeeting(thesaurus, token, word)))
    .map(({ start, end }) => ({ start, end }))
  const corrected = words.filter((word) => word.correctedTo)
  const how = howFound(thesaurus, document, { words, isInTitle: matches.length > 0 })
  if (corrected.length > 0) {
    const readings = (open: string, as: string) =>
      corrected.map(({ token, correctedTo }) => `${open}${token.written}” ${as} ${open}${correctedTo}”`).join(', ')
    return { matches, how, why: { sv: `Läste ${readings('”', 'som')}.`, en: `Read ${readings('“', 'as')}.` } }
  }
  if (matches.length > 0 || document.kind === 'theme') return { matches, how, why: null }
  const described = findDescribed(thesaurus, document, words)
  if (described)
    return { matches, how, why: { sv: `Vår beskrivning har ”${described}”.`, en: `Our description has “${described}”.` } }
  const shared = words.flatMap((word) => word.conceptIds).find((id) => document.conceptIds.includes(id))
  const concept = shared ? thesaurus.findConcept(shared) : null
  if (concept) {
    const { sv, en } = concept.label
    return { matches, how, why: { sv: `Med andra ord: ${sv}.`, en: `In other words: ${en}.` } }
  }
  const themeId = words.flatMap((word) => word.themeIds).find((id) => document.themeIds.includes(id))
  const theme = themeId ? thesaurus.findTheme(themeId) : null
  if (theme) return { matches, how, why: { sv: `Genom temat ${theme.label.sv}.`, en: `Through the theme ${theme.label.en}.` } }
  return { matches, how, why: throughBeside(thesaurus, document, words) ?? elsewhereInRecord }
}

function howFound(
  thesaurus: Thesaurus,
  document: SearchDocument,
  { words, isInTitle }: { words: readonly QueryWord[]; isInTitle: boolean },
): HowFound {
  const isMet = (field: string): boolean =>
    wholeTokensOf(thesaurus, field).some((token) => words.some((word) => isMeeting(thesaurus, token, word)))
  if (isInTitle || isMet(document.titleEn ?? '') || isMet(document.text)) return 'word'
  if (isMet(document.description ?? '')) return 'description'
  return words.some(({ conceptIds }) => conceptIds.some((id) => document.conceptIds.includes(id))) ? 'synonym' : 'theme'
}

const elsewhereInRecord: LocalText = {
  sv: 'Ordet finns i postens övriga uppgifter.',
  en: 'The word is in the record’s other facts.',
}

/** That a document is about a theme beside one that the query means. */
function throughBeside(thesaurus: Thesaurus, document: SearchDocument, words: readonly QueryWord[]): LocalText | null {
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

/** The word by which the description alone meets a query; null when the document's other words do, or nothing does. */
function findDescribed(
  thesaurus: Thesaurus,
  { titleEn, text, description }: SearchDocument,
  words: readonly QueryWord[],
): string | null {
  if (description === null) return null
  const find = (field: string): Token | undefined =>
    wholeTokensOf(thesaurus, field).find((token) => words.some((word) => isMeeting(thesaurus, token, word)))
  return find(titleEn ?? '') || find(text) ? null : (find(description)?.written ?? null)
}

function isMeeting(thesaurus: Thesaurus, token: Token, { keys: all, quietKeys }: QueryWord): boolean {
  const keys = { has: (key: string) => all.has(key) && !quietKeys.has(key) }
  return wordsWithin(token).some(
    (word) =>
      keys.has(`word:${word}`) ||
      keys.has(`sv:${stemOf(word, 'sv')}`) ||
      keys.has(`en:${stemOf(word, 'en')}`) ||
      keys.has(`folded:${foldMarks(word)}`) ||
      compoundPartsOf(thesaurus, word, 'sv').some((part) => keys.has(`part:${stemOf(part, 'sv')}`) && subjectWeight(part) === 1),
  )
}
