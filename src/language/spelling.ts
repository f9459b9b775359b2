import { editDistance } from './edit-distance.ts'

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
  const byDeletion = new Map<string, string[]>()
  const added = new Set<string>()
  return {
    add(word) {
      if (added.has(word) || word.length < shortestCorrected) return
      added.add(word)
      for (const deletion of new Set(deletionsOf(word.slice(0, lookedUp), { count: allowedSlips(word.length), from }))) {
        const list = byDeletion.get(deletion)
        if (list) list.push(word)
        else byDeletion.set(deletion, [word])
      }
    },
    near(word, { isKnown, compare }) {
      const limit = allowedSlips(word.length)
      if (limit === 0) return []
      const found = new Map<string, number>()
      const seen = new Set([word])
      for (const deletion of deletionsOf(word.slice(0, lookedUp), { count: limit, from })) {
        for (const candidate of byDeletion.get(deletion) ?? []) {
          if (seen.has(candidate)) continue
          seen.add(candidate)
          if (sameFirst && candidate.charCodeAt(0) !== word.charCodeAt(0)) continue
          const distance = isKnown(candidate) ? editDistance(word, candidate, limit) : limit + 1
          if (distance <= limit) found.set(candidate, distance)
        }
      }
      const rank = (candidate: string) => found.get(candidate)! + (candidate[0] === word[0] ? 0 : 0.6)
      return [...found.keys()]
        .sort((a, b) => rank(a) - rank(b) || compare(a, b))
        .map((candidate) => ({ word: candidate, distance: found.get(candidate)! }))
    },
  }
}

/** The word and every string left when up to `count` letters from index `from` on are deleted; may contain duplicates. */
function deletionsOf(word: string, { count, from }: { count: number; from: number }): string[] {
  const all = [word]
  takeOut(word, { count, from, all })
  return all
}

function takeOut(word: string, { count, from, all }: { count: number; from: number; all: string[] }): void {
  if (count === 0) return
  for (let at = from; at < word.length; at++) {
    const shorter = word.slice(0, at) + word.slice(at + 1)
    all.push(shorter)
    // Only letters from this index on are deleted, because those before it were covered in earlier turns.
    takeOut(shorter, { count: count - 1, from: at, all })
  }
}
