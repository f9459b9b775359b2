import type { Token } from './tokens.ts'
import { sentenceWordsFor } from './word-lists.ts'

const negations = sentenceWordsFor('negation')
/** A word after a negation that cancels it: "not only wood" is about wood. */
const limits = sentenceWordsFor('limit')
const turns = sentenceWordsFor('turn')
/** A negation covers at most this many words after it. */
const longest = 4

/** Start offsets of the words that a negation covers: "hus" in "Vi bygger inte hus utan båtar". */
export function deniedStarts(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let left = 0
  for (let at = 0; at < tokens.length; at++) {
    const { word, start } = tokens[at]!
    if (negations.has(word)) {
      left = limits.has(tokens[at + 1]?.word ?? '') ? 0 : longest
      continue
    }
    if (left === 0) continue
    if (turns.has(word) || /[^\s-]/.test(text.slice(tokens[at - 1]!.end, start))) left = 0
    else {
      starts.add(start)
      left--
    }
  }
  return starts
}
