/** A word of a text, with where it stands. */
export interface Token {
  /** The word as written. */
  written: string
  /** Lower case, composed (NFC). */
  word: string
  /** The whole word, where this one hangs on a hyphen: "solenergi" for the first word of "sol- och vindenergi". */
  completed?: string
  start: number
  end: number
}

/** Letters and digits, with inner hyphens, apostrophes and points kept apart from the word's ends ("e-hälsa", "4.0", "3d"). */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-–.’'][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
export const longestText = 20_000

/** The words of a text in order. A slash, an ampersand and other signs part words. Texts beyond `longestText` are cut. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  // Latin letters are composed already, so that most texts need only be put in lower case.
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

/** A token's word, the whole word if it hangs on a hyphen, and a hyphenated one's parts: "e-hälsa" → "e-hälsa", "ehälsa", "hälsa". */
export function wordsWithin({ word, completed }: Token): string[] {
  const whole = completed ? [word, completed] : [word]
  if (!word.includes('-')) return whole
  const parts = word.split('-')
  // A single letter says nothing by itself.
  return [...whole, parts.join(''), ...parts.filter((part) => part.length > 1)]
}
