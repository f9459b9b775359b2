import type { Token } from './tokens.ts'
import { sentenceWordsFor } from './word-lists.ts'

const openers = sentenceWordsFor('recipient')
const closers = sentenceWordsFor('recipientEnd')
/** A preposition of recipient covers at most this many words after it. */
const longest = 5

/**
 * Start offsets of the words that name for whom something is done: "kök" and "bilar" in "detaljer till kök och bilar,
 * även lackering".
 */
export function recipientStarts(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let left = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (openers.has(token.word)) {
      left = longest
      continue
    }
    if (left === 0) continue
    if (closers.has(token.word) || /\S/.test(text.slice(tokens[at - 1]!.end, token.start))) left = 0
    else {
      starts.add(token.start)
      left--
    }
  }
  return starts
}
