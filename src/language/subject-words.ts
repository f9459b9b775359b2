import { stemOf } from './stems.ts'
import { businessWords, faintWords, fillerWords, subjectlessWords, wholeWords } from './word-lists.ts'

const withStems = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => [word, stemOf(word, 'sv'), stemOf(word, 'en')]))
const fillers = withStems(fillerWords)
const faints = withStems(faintWords)
const isIn = (stems: ReadonlySet<string>, word: string): boolean =>
  stems.has(word) || stems.has(stemOf(word, 'sv')) || stems.has(stemOf(word, 'en'))

/** Whether a word is dropped before texts are compared: "och", "of". */
export const isSubjectless = (word: string): boolean => subjectlessWords.has(word)

/** Whether a word, in any form, hardly indicates a subject: "hållbar", "development". */
export const isFillerWord = (word: string): boolean => isIn(fillers, word)

/**
 * Whether a word describes how a business works rather than what it works with; it has full weight only where there are
 * no other words.
 */
export const isBusinessWord = (word: string): boolean => businessWords.has(word)

/** Whether a word is neither split as a compound nor corrected: "kommunikation" does not contain "kommun". */
export const isWholeWord = (word: string): boolean => wholeWords.has(word)

/** How much a word indicates the subject of a text, 0–1. */
export function subjectWeight(word: string): number {
  if (isSubjectless(word)) return 0
  if (isFillerWord(word)) return 0.1
  return isIn(faints, word) ? 0.4 : 1
}
