/** A word of a description, and the words that its writer says are meant by it. */
export interface MeantWord {
  /** In lower case, as it was read. */
  word: string
  meant: string
}

/** Longer than any name of a thing; what is longer is cut. */
export const longestMeant = 60

const special = /[\\^$.*+?()[\]{}|/-]/g

/** A description with what is meant in place of each word that was put right; a part of another word is left as it is. */
export function withMeant(text: string, words: readonly MeantWord[]): string {
  return words.reduce((read, { word, meant }) => {
    const instead = meant.trim().slice(0, longestMeant)
    if (!word || !instead) return read
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(special, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')
    return read.replaceAll(whole, () => instead)
  }, text)
}
