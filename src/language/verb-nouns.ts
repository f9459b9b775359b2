import { sentenceWordsFor } from './word-lists.ts'

/**
 * The nouns that a Swedish verb in the present, the past or the infinitive may have: "svetsar" → "svetsning", "odlar" → "odling",
 * "reparerar" → "reparation", "reparering". Guesses by form alone: only those that a word list holds are words.
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

/** An ending of a verb, after what it must have before it, and what the noun has in its place; the first that fits counts. */
const forms: readonly [RegExp, readonly string[]][] = [
  [/^(\p{L}{3,})era(?:r|de|t)?$/u, ['ering', 'ation']],
  [/^(\p{L}{4,})(?:ar|ade|at|a)$/u, ['ning', 'ing']],
  [/^(\p{L}{5,})er$/u, ['ning', 'ing']],
  // "provkör", "fjärrstyr": the present of verbs on r has no ending.
  [/^(\p{L}{3,}[eiouyåäö]r)$/u, ['ning', 'ing']],
]
