import abbreviationsTsv from '../../facts/language/abbreviations.tsv?raw'
import compoundPartsTsv from '../../facts/language/compound-parts.tsv?raw'
import functionWordsTsv from '../../facts/language/function-words.tsv?raw'
import generalWordsTsv from '../../facts/language/general-words.tsv?raw'
import sentenceWordsTsv from '../../facts/language/sentence-words.tsv?raw'
import wholeWordsTsv from '../../facts/language/whole-words.tsv?raw'
import type { Language } from '../records/language.ts'

/** One row of a list in facts/language: its cells by column. Every list ends with a column that says why the word is in it. */
type Row = Readonly<Record<string, string>>

/** The rows of a list, in the file's order. */
export function readWordList(tsv: string): readonly Row[] {
  const [header = '', ...lines] = tsv.trimEnd().split('\n')
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))
  })
}

const wordsOf = (rows: readonly Row[]): string[] => rows.map(({ word }) => word!)
const using = (rows: readonly Row[], ...uses: string[]): Row[] => rows.filter(({ use }) => uses.includes(use!))

const functionWords = readWordList(functionWordsTsv)
const generalWords = readWordList(generalWordsTsv)
const compoundPartRows = readWordList(compoundPartsTsv)
const sentenceWords = readWordList(sentenceWordsTsv)

/** Words without a subject, left out before anything is compared. */
export const subjectlessWords: ReadonlySet<string> = new Set(wordsOf(using(functionWords, 'subject', 'both')))

/** Function words that show which language a text is in. */
export const languageMarkers: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: new Set(wordsOf(using(functionWords, 'language', 'both').filter(({ language }) => language === 'sv'))),
  en: new Set(wordsOf(using(functionWords, 'language', 'both').filter(({ language }) => language === 'en'))),
}

/** Words that many names contain and that say next to nothing of the subject. */
export const fillerWords: readonly string[] = wordsOf(using(generalWords, 'filler'))
/** Words that say something of the subject, but little. */
export const faintWords: readonly string[] = wordsOf(using(generalWords, 'faint'))
/** What nearly every business says of itself. */
export const businessWords: ReadonlySet<string> = new Set(wordsOf(using(generalWords, 'business')))

/** Parts of Swedish compounds with no subject of their own; they let the other part be seen. */
export const generalParts: readonly string[] = using(compoundPartRows, 'general').map(({ part }) => part!)
/** Last parts that tell where something is, unless a part about nature comes before them. */
export const settingParts: ReadonlySet<string> = new Set(using(compoundPartRows, 'setting').map(({ part }) => part!))
/** First parts that make a setting a subject: "havsmiljö". */
export const natureParts: readonly string[] = using(compoundPartRows, 'nature').map(({ part }) => part!)

/** Words that are neither split as compounds nor taken for slips. */
export const wholeWords: ReadonlySet<string> = new Set(wordsOf(readWordList(wholeWordsTsv)))

/** Words that tell what the words after them are doing in a sentence. */
export type SentenceUse = 'negation' | 'limit' | 'turn' | 'recipient' | 'recipientEnd' | 'noVerbNoun'
export const sentenceWordsFor = (use: SentenceUse): ReadonlySet<string> => new Set(wordsOf(using(sentenceWords, use)))

/** Short forms that mean one thing, with the words of their long forms in both languages. */
export const abbreviations: readonly { short: readonly string[]; words: readonly string[] }[] = readWordList(
  abbreviationsTsv,
).map(({ short, words }) => ({ short: short!.split('|'), words: words!.split('|') }))
