import abbreviationsTsv from '../../facts/language/abbreviations.tsv?raw'
import compoundPartsTsv from '../../facts/language/compound-parts.tsv?raw'
import functionWordsTsv from '../../facts/language/function-words.tsv?raw'
import generalWordsTsv from '../../facts/language/general-words.tsv?raw'
import sentenceWordsTsv from '../../facts/language/sentence-words.tsv?raw'
import wholeWordsTsv from '../../facts/language/whole-words.tsv?raw'
import type { Language } from '../records/language.ts'

/**
 * One row of a list in facts/language, as cells by column. The last column of every list gives the reason why the word
 * is in it.
 */
type Row = Readonly<Record<string, string>>

/** Reads the rows of a list, in the file's order. */
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

/** Words without a subject, dropped before texts are compared. */
export const subjectlessWords: ReadonlySet<string> = new Set(wordsOf(using(functionWords, 'subject', 'both')))

/** Function words that identify the language of a text. */
export const languageMarkers: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: new Set(wordsOf(using(functionWords, 'language', 'both').filter(({ language }) => language === 'sv'))),
  en: new Set(wordsOf(using(functionWords, 'language', 'both').filter(({ language }) => language === 'en'))),
}

/** Words that many names contain and that hardly indicate a subject. */
export const fillerWords: readonly string[] = wordsOf(using(generalWords, 'filler'))
/** Words that indicate a subject only faintly. */
export const faintWords: readonly string[] = wordsOf(using(generalWords, 'faint'))
/** Words that nearly every business uses about itself. */
export const businessWords: ReadonlySet<string> = new Set(wordsOf(using(generalWords, 'business')))

/** Parts of Swedish compounds without a subject of their own, known so that the other part can be found. */
export const generalParts: readonly string[] = using(compoundPartRows, 'general').map(({ part }) => part!)
/** Last parts that name a place or setting, not a subject, unless a part about nature comes before them. */
export const settingParts: ReadonlySet<string> = new Set(using(compoundPartRows, 'setting').map(({ part }) => part!))
/** First parts that turn a setting into a subject: "havsmiljö". */
export const natureParts: readonly string[] = using(compoundPartRows, 'nature').map(({ part }) => part!)

/** Words that are neither split as compounds nor corrected. */
export const wholeWords: ReadonlySet<string> = new Set(wordsOf(readWordList(wholeWordsTsv)))

/** The grammatical role of a word towards the words after it. */
export type SentenceUse = 'negation' | 'limit' | 'turn' | 'recipient' | 'recipientEnd' | 'noVerbNoun' | 'reversal'
export const sentenceWordsFor = (use: SentenceUse): ReadonlySet<string> => new Set(wordsOf(using(sentenceWords, use)))

/** Abbreviations with one meaning, and the words of their long forms in both languages. */
export const abbreviations: readonly { short: readonly string[]; words: readonly string[] }[] = readWordList(
  abbreviationsTsv,
).map(({ short, words }) => ({ short: short!.split('|'), words: words!.split('|') }))
