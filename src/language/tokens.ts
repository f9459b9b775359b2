/** A word of a text, with where it stands. */
export interface Token {
  /** The word as written. */
  written: string
  /** Lower case, composed (NFC). */
  word: string
  start: number
  end: number
}

/** Letters and digits, with inner hyphens, apostrophes and points kept apart from the word's ends ("e-hälsa", "4.0", "3d"). */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-–.’'][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
export const longestText = 20_000

/** The words of a text in order. A slash, an ampersand and other signs part words. Texts beyond `longestText` are cut. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, longestText).matchAll(wordPattern)) {
    const written = match[0]
    tokens.push({
      written,
      word: written.normalize('NFC').toLocaleLowerCase('sv').replaceAll('–', '-'),
      start: match.index,
      end: match.index + written.length,
    })
  }
  return tokens
}

/** A token and, for a hyphenated one, its parts as well: "e-hälsa" → "e-hälsa", "e", "hälsa". */
export function wordsWithin(token: Token): string[] {
  if (!token.word.includes('-')) return [token.word]
  const parts = token.word.split('-')
  // A single letter says nothing by itself.
  return [token.word, parts.join(''), ...parts.filter((part) => part.length > 1)]
}
