import labelWordsTsv from '../../../facts/language/label-words.tsv?raw'
import { editDistance } from '../../language/edit-distance.ts'
import { readWordList } from '../../language/word-lists.ts'

const labelWords = readWordList(labelWordsTsv)
const wordsFor = (asked: string): ReadonlySet<string> =>
  new Set(labelWords.filter(({ use }) => use === asked).map(({ word }) => word!))

/** Words that labels of priority areas are made of, rightly spelt. Compounds end in one of them. */
const vocabulary = wordsFor('spelling')
/** Fields that a list names by one word each. */
const fieldNouns = wordsFor('field')

/** "Rymden - utv": the mark of a development area, which is not part of the name. */
const developmentMark = /\s*[-–]\s*utv\.?$/iu

/** Whether a label carries the mark of a development area. */
export const isMarkedDevelopment = (label: string): boolean => developmentMark.test(label)

/**
 * The form of a Swedish label to show, by rule: without the mark of a development area, a compound's joint form used
 * alone ("tjänstenärings") and a word one mistake away from a known one corrected, a comma inserted between two fields
 * in a list. Null when nothing is to be corrected.
 */
export function suggestLabel(label: string): string | null {
  const unmarked = label.replace(developmentMark, '') || label
  const words = unmarked.replace(/\p{L}+(?=(.?))/gu, (word, next: string) => (next === '-' ? word : correctWord(word)))
  const corrected = insertCommas(words)
  return corrected === label || corrected.length > 300 ? null : corrected
}

function correctWord(word: string): string {
  const small = word.toLowerCase()
  if (small.length < 6 || word.slice(1) !== small.slice(1) || isKnown(small)) return word
  const corrected = mendJointForm(small) ?? mendMistake(small)
  return corrected === null ? word : word[0] + corrected.slice(1)
}

/** Known itself, or a compound whose last part is. */
function isKnown(word: string): boolean {
  return tails(word).some((tail) => vocabulary.has(tail))
}

const tails = (word: string): string[] => Array.from({ length: word.length - 4 }, (_, start) => word.slice(start))

/** "…närings" is how a compound's first part ends; alone it means "…näringar", or "…ing" where that is the word. */
function mendJointForm(word: string): string | null {
  if (!word.endsWith('ings')) return null
  const stem = word.slice(0, -1)
  if (isKnown(`${stem}ar`)) return `${stem}ar`
  return isKnown(stem) ? stem : null
}

/** The one known word a single mistake away; the ends must agree, since there Swedish bends its words. */
function mendMistake(word: string): string | null {
  const near = [...vocabulary].filter(
    (known) =>
      known.length >= 6 && known[0] === word[0] && known.slice(-2) === word.slice(-2) && editDistance(word, known, 1) === 1,
  )
  return near.length === 1 ? near[0]! : null
}

/** "Hälsa vård, omsorg": two fields side by side in a list that otherwise has commas. */
function insertCommas(label: string): string {
  if (!label.includes(',')) return label
  const parts = label.split(',').map((part) => {
    const words = part.trim().split(' ')
    const isPair = words.length === 2 && words.every((word) => fieldNouns.has(word.toLowerCase()))
    return isPair ? part.replace(/(\S) (\S+)$/, '$1, $2') : part
  })
  return parts.join(',')
}
