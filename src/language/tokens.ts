/** A word of a text with its offsets. */
export interface Token {
  /** The word as written. */
  written: string
  /** The word in lower case, composed (NFC). */
  word: string
  /** The completed word when this one ends in a hyphen: "solenergi" for the first word of "sol- och vindenergi". */
  completed?: string
  start: number
  end: number
}

/** Matches letters and digits; hyphens, apostrophes and points belong to a word only inside it ("e-hälsa", "4.0"). */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-–.’'][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
export const longestText = 20_000

/**
 * The words of a text in order. Slashes, ampersands and other punctuation separate words. Text beyond `longestText` is
 * ignored.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  // Latin letters are nearly always composed already, so most texts skip the slow normalisation.
  const isPlain = !/[\u0250-\uffff]/.test(text)
  for (const match of text.slice(0, longestText).matchAll(wordPattern)) {
    const written = match[0]
    tokens.push({
      written,
      word: isPlain ? written.toLowerCase() : written.normalize('NFC').toLowerCase().replaceAll('–', '-'),
      start: match.index,
      end: match.index + written.length,
    })
  }
  return tokens
}

/** The token's word, its completed form, and for a hyphenated word its parts: "e-hälsa" → "e-hälsa", "ehälsa", "hälsa". */
export function wordsWithin({ word, completed }: Token): string[] {
  const whole = completed ? [word, completed] : [word]
  if (!word.includes('-')) return whole
  const parts = word.split('-')
  // A single letter is dropped, because it does not indicate a subject.
  return [...whole, parts.join(''), ...parts.filter((part) => part.length > 1)]
}
