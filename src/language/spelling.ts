import { editDistance } from './edit-distance.ts'

/** Words shorter than this are never corrected: too many words are one letter apart. */
export const shortestCorrected = 4

/** How many slips a word of this length may have. */
export const allowedSlips = (length: number): number => (length < shortestCorrected ? 0 : length < 8 ? 1 : 2)

/** Only this much of a word is looked up by its deletions: the rest is compared when a candidate is found. */
const lookedUp = 7

/** Finds words within a slip or two of another without comparing with all: words that share a deletion are candidates. */
export interface SpellingIndex {
  /** Known words near `word`, nearest first, then in the order they were given. Words with the same first letter go first. */
  near(word: string): { word: string; distance: number }[]
}

/** @param sameFirst whether only words with the same first letter are near; quicker */
export function buildSpellingIndex(words: Iterable<string>, { sameFirst = false } = {}): SpellingIndex {
  const index = makeGrowingSpelling({ sameFirst })
  const order = new Map<string, number>()
  for (const word of words) {
    if (order.has(word)) continue
    order.set(word, order.size)
    index.add(word)
  }
  return { near: (word) => index.near(word, { isKnown: () => true, compare: (a, b) => order.get(a)! - order.get(b)! }) }
}

/** Words that may grow to be more, and are never fewer: who asks says which of them count. */
export interface GrowingSpelling {
  /** A word that was added before is not added again. */
  add(word: string): void
  /** Like `SpellingIndex.near`, of the words that are known; `compare` orders those that are equally near. */
  near(word: string, known: KnownWords): { word: string; distance: number }[]
}

export interface KnownWords {
  isKnown(word: string): boolean
  compare(a: string, b: string): number
}

export function makeGrowingSpelling({ sameFirst = false } = {}): GrowingSpelling {
  // Words that begin alike have an alignment that pairs their first letters, so the first is never taken out.
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

/** The word itself and all that is left of it when up to `count` letters from a place on are taken out; the same may come twice. */
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
    // Letters before this one have been taken out already.
    takeOut(shorter, { count: count - 1, from: at, all })
  }
}
