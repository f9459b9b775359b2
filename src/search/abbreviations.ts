import { abbreviations } from '../language/word-lists.ts'

const byShort = new Map(
  abbreviations.flatMap(({ short, words }) =>
    short.map((one) => [one, [...short.filter((other) => other !== one), ...words]] as const),
  ),
)

/** Other ways to write an abbreviation: other abbreviations, and the words of its long form. */
export const longFormsOf = (word: string): readonly string[] => byShort.get(word) ?? []
