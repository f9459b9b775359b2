import type { Token } from './tokens.ts'

/** What may stand between a word that hangs on its hyphen and the one that completes it: "sol-, vind- och vattenkraft". */
const longestGap = 4

/**
 * Completes words that hang on a hyphen: in "sol- och vindenergi" the first word is "solenergi" too.
 * @param lastPartOf the last part of a compound, or null for other words
 */
export function completeHanging(text: string, tokens: readonly Token[], lastPartOf: (word: string) => string | null): Token[] {
  return tokens.map((token, at) => {
    if (text[token.end] !== '-' && text[token.end] !== '–') return token
    for (const next of tokens.slice(at + 1, at + 1 + longestGap)) {
      const last = text[next.end] === '-' ? null : lastPartOf(next.word)
      if (last) return { ...token, completed: token.word + last }
    }
    return token
  })
}
