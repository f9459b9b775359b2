import type { Token } from './tokens.ts'

/** At most this many words are searched for the one that completes a hyphenated first part: "sol-, vind- och vattenkraft". */
const longestGap = 4

/**
 * Completes first parts that end in a hyphen: "sol-" in "sol- och vindenergi" becomes "solenergi".
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
