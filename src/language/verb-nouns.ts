import { sentenceWordsFor } from './word-lists.ts'

/**
 * The nouns that may belong to a Swedish verb in the present, past or infinitive: "svetsar" → "svetsning", "odlar" →
 * "odling", "reparerar" → "reparation", "reparering". They are guesses from the ending; the caller keeps those it finds
 * in a word list.
 */
export function nounsOfVerb(word: string): string[] {
  if (exceptions.has(word)) return []
  for (const [ending, rests] of forms) {
    const base = ending.exec(word)?.[1]
    if (base !== undefined) return rests.map((rest) => base + rest)
  }
  return []
}

const exceptions = sentenceWordsFor('noVerbNoun')

/** A pattern for a verb's ending, and the noun endings that may replace it; the first pattern that matches is used. */
const forms: readonly [RegExp, readonly string[]][] = [
  [/^(\p{L}{3,})era(?:r|de|t)?$/u, ['ering', 'ation']],
  [/^(\p{L}{4,})(?:ar|ade|at|a)$/u, ['ning', 'ing']],
  [/^(\p{L}{5,})er$/u, ['ning', 'ing']],
  // The present tense of verbs on r has no ending: "provkör", "fjärrstyr".
  [/^(\p{L}{3,}[eiouyåäö]r)$/u, ['ning', 'ing']],
]
