import { fingerprintOf } from './fingerprint.ts'
import { foldWords } from './fold-words.ts'

/** Fewer words are too few to tell a sentence by. */
const fewestWords = 3
/** Enough to tell sentences apart, and short where there is one for each word. */
const digits = 16

const shortFingerprint = (words: readonly string[]): string => fingerprintOf(words.join(' ')).slice(0, digits)

/**
 * A sentence without each of its words in turn, as fingerprints in no order: by them the sentence is known again where a word has
 * been taken out, without a copy of it being kept.
 */
export function nearFingerprintsOf(sentence: string): string[] {
  const words = foldWords(sentence).split(' ')
  if (words.length <= fewestWords) return []
  return [...new Set(words.map((_, at) => shortFingerprint(words.toSpliced(at, 1))))].sort()
}

/** A sentence that is known by its fingerprints alone. */
export interface KnownSentence {
  fingerprint: string | null
  nearFingerprints?: readonly string[] | undefined
}

/** How a sentence differs from a known one: by one word more, or one less. */
export type OneWord = { more: string } | { less: true }

/**
 * The one word by which a sentence differs from a known one; null when it differs by more, is too short to tell, or by a word
 * that turns its sense.
 * @param turning words that make a sentence say something else, as “not” does
 */
export function findOneWord(
  sentence: string,
  { fingerprint, nearFingerprints = [] }: KnownSentence,
  turning: ReadonlySet<string>,
): OneWord | null {
  if (fingerprint === null) return null
  const words = foldWords(sentence).split(' ')
  const isKnown = (changed: readonly string[]) => fingerprintOf(changed.join(' ')) === fingerprint
  if (words.length > fewestWords) {
    const added = words.find((word, at) => !turning.has(word) && isKnown(words.toSpliced(at, 1)))
    if (added !== undefined) return { more: added }
  }
  if (words.length < fewestWords || !nearFingerprints.includes(shortFingerprint(words))) return null
  const places = [...words.keys(), words.length]
  const isTurned = [...turning].some((word) => places.some((at) => isKnown(words.toSpliced(at, 0, word))))
  return isTurned ? null : { less: true }
}
