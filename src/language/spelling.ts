import { editDistance } from './edit-distance.ts'
import { makeHashLists } from './hash-lists.ts'

/** Words shorter than this are never corrected, because too many short words are one letter apart. */
export const shortestCorrected = 4

/** How many letters a misspelling of a word of this length may differ by. */
export const allowedSlips = (length: number): number => (length < shortestCorrected ? 0 : length < 8 ? 1 : 2)

/** Only this many first letters are indexed by their deletions; the whole word is compared once a candidate is found. */
const lookedUp = 7

/**
 * Finds words within one or two edits of another without comparing with all of them: words that share a deletion are
 * candidates.
 */
export interface SpellingIndex {
  /**
   * Known words near `word`, nearest first, then in the order they were added. Words with another first letter rank
   * lower.
   */
  near(word: string): { word: string; distance: number }[]
}

/** @param sameFirst whether only words with the same first letter count as near, which is quicker */
export function buildSpellingIndex(words: Iterable<string>, { sameFirst = false } = {}): SpellingIndex {
  const steps = spellingSteps(words, { sameFirst })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const wordsAStep = 50

/** The same as work that can be interrupted. */
export function* spellingSteps(words: Iterable<string>, { sameFirst = false } = {}): Generator<void, SpellingIndex, void> {
  const index = makeGrowingSpelling({ sameFirst })
  const order = new Map<string, number>()
  for (const word of words) {
    if (order.has(word)) continue
    order.set(word, order.size)
    index.add(word)
    if (order.size % wordsAStep === 0) yield
  }
  return { near: (word) => index.near(word, { isKnown: () => true, compare: (a, b) => order.get(a)! - order.get(b)! }) }
}

/** A spelling index that words are added to and never removed from; the caller decides at each lookup which of them count. */
export interface GrowingSpelling {
  /** Adds a word; adding it twice has no effect. */
  add(word: string): void
  /** Like `SpellingIndex.near`, among the words for which `isKnown` is true; `compare` orders those that rank the same. */
  near(word: string, known: KnownWords): { word: string; distance: number }[]
}

export interface KnownWords {
  isKnown(word: string): boolean
  compare(a: string, b: string): number
}

export function makeGrowingSpelling({ sameFirst = false } = {}): GrowingSpelling {
  // The first letter is never deleted, because words with the same first letter always share a deletion that keeps it.
  const from = sameFirst ? 1 : 0
  const words: string[] = []
  const added = new Set<string>()
  /** The places in `words` of the words with each deletion, by the deletion's hash. */
  const byDeletion = makeHashLists()
  return {
    add(word) {
      if (added.has(word) || word.length < shortestCorrected) return
      added.add(word)
      for (const deletion of new Set(deletionsOf(word, from))) byDeletion.add(deletion, words.length)
      words.push(word)
    },
    near(word, { isKnown, compare }) {
      const limit = allowedSlips(word.length)
      if (limit === 0) return []
      const found = new Map<string, number>()
      const seen = new Set([word])
      for (const deletion of deletionsOf(word, from)) {
        byDeletion.forEach(deletion, (place) => {
          const candidate = words[place]!
          if (seen.has(candidate)) return
          seen.add(candidate)
          if (sameFirst && candidate.charCodeAt(0) !== word.charCodeAt(0)) return
          const distance = isKnown(candidate) ? editDistance(word, candidate, limit) : limit + 1
          if (distance <= limit) found.set(candidate, distance)
        })
      }
      const rank = (candidate: string) => found.get(candidate)! + (candidate[0] === word[0] ? 0 : 0.6)
      return [...found.keys()]
        .sort((a, b) => rank(a) - rank(b) || compare(a, b))
        .map((candidate) => ({ word: candidate, distance: found.get(candidate)! }))
    },
  }
}

/**
 * Hashes of a word's first letters and of every string left when up to `allowedSlips` of them from index `from` on are
 * deleted; may contain duplicates. Hashes take a fraction of the strings' time and memory, and two strings with the same
 * one only make one more word to compare.
 */
function deletionsOf(word: string, from: number): number[] {
  const slips = allowedSlips(word.length)
  const length = Math.min(word.length, lookedUp)
  const hashes = [hashWithout(word, { length, first: -1, second: -1 })]
  if (slips === 0) return hashes
  for (let first = from; first < length; first++) {
    hashes.push(hashWithout(word, { length, first, second: -1 }))
    if (slips === 1) continue
    for (let second = first + 1; second < length; second++) hashes.push(hashWithout(word, { length, first, second }))
  }
  return hashes
}

/** A hash of 32 bits (FNV-1a) of a word's first letters without those at two indexes. */
function hashWithout(word: string, { length, first, second }: { length: number; first: number; second: number }): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) if (at !== first && at !== second) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
