/** Words shorter than this are never corrected: too many words are one letter apart. */
export const shortestCorrected = 4

/** How many slips a word of this length may have. */
export const allowedSlips = (length: number): number => (length < shortestCorrected ? 0 : length < 8 ? 1 : 2)

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, changes and swaps of neighbours.
 * @returns the distance, or `limit + 1` when it is larger than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // What both begin and end with costs nothing, and most of two words that are near is alike.
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  return start === endA || start === endB ? endA + endB - 2 * start : distanceWithin(a, b, { start, endA, endB, limit })
}

/** The rows of the table at hand, the newest last; kept, for they are filled thousands of times. */
let rows = [0, 1, 2].map(() => new Uint32Array(64))

interface Unlike {
  start: number
  endA: number
  endB: number
  limit: number
}

function distanceWithin(a: string, b: string, { start, endA, endB, limit }: Unlike): number {
  const width = endB - start
  if (rows[0]!.length <= width) rows = rows.map(() => new Uint32Array(2 * width))
  let [twoBack, previous, row] = rows as [Uint32Array, Uint32Array, Uint32Array]
  for (let j = 0; j <= width; j++) previous[j] = j
  for (let i = 1; i <= endA - start; i++) {
    const letter = a.charCodeAt(start + i - 1)
    const before = i > 1 ? a.charCodeAt(start + i - 2) : -1
    let least = (row[0] = i)
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1)
      let cost = Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (letter === other ? 0 : 1))
      if (j > 1 && before === other && letter === b.charCodeAt(start + j - 2)) cost = Math.min(cost, twoBack[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[twoBack, previous, row] = [previous, row, twoBack]
  }
  return Math.min(previous[width]!, limit + 1)
}

/** Only this much of a word is looked up by its deletions: the rest is compared when a candidate is found. */
const lookedUp = 7

/** Finds words within a slip or two of another without comparing with all: words that share a deletion are candidates. */
export interface SpellingIndex {
  /** Known words near `word`, nearest first, then in the order they were given. Words with the same first letter go first. */
  near(word: string): { word: string; distance: number }[]
}

/** @param sameFirst whether only words with the same first letter are near; quicker */
export function buildSpellingIndex(words: Iterable<string>, { sameFirst = false } = {}): SpellingIndex {
  // Words that begin alike have an alignment that pairs their first letters, so the first is never taken out.
  const from = sameFirst ? 1 : 0
  const byDeletion = new Map<string, string[]>()
  const order = new Map<string, number>()
  for (const word of words) {
    if (order.has(word) || word.length < shortestCorrected) continue
    order.set(word, order.size)
    for (const deletion of new Set(deletionsOf(word.slice(0, lookedUp), { count: allowedSlips(word.length), from }))) {
      const list = byDeletion.get(deletion)
      if (list) list.push(word)
      else byDeletion.set(deletion, [word])
    }
  }
  return {
    near(word) {
      const limit = allowedSlips(word.length)
      if (limit === 0) return []
      const found = new Map<string, number>()
      const seen = new Set([word])
      for (const deletion of deletionsOf(word.slice(0, lookedUp), { count: limit, from })) {
        for (const candidate of byDeletion.get(deletion) ?? []) {
          if (seen.has(candidate)) continue
          seen.add(candidate)
          if (sameFirst && candidate.charCodeAt(0) !== word.charCodeAt(0)) continue
          const distance = editDistance(word, candidate, limit)
          if (distance <= limit) found.set(candidate, distance)
        }
      }
      const rank = (candidate: string) => found.get(candidate)! + (candidate[0] === word[0] ? 0 : 0.6)
      return [...found.keys()]
        .sort((a, b) => rank(a) - rank(b) || order.get(a)! - order.get(b)!)
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
