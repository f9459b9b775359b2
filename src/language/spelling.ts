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
  let twoBack: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, twoBack[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    twoBack = previous
    previous = row
  }
  return previous[b.length]!
}

/** Only this much of a word is looked up by its deletions: the rest is compared when a candidate is found. */
const lookedUp = 7

/** Finds words within a slip or two of another without comparing with all: words that share a deletion are candidates. */
export interface SpellingIndex {
  /** Known words near `word`, nearest first, then in the order they were given. Words with the same first letter go first. */
  near(word: string): { word: string; distance: number }[]
}

export function buildSpellingIndex(words: Iterable<string>): SpellingIndex {
  const byDeletion = new Map<string, string[]>()
  const order = new Map<string, number>()
  for (const word of words) {
    if (order.has(word) || word.length < shortestCorrected) continue
    order.set(word, order.size)
    for (const deletion of deletionsOf(word.slice(0, lookedUp), allowedSlips(word.length))) {
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
      for (const deletion of deletionsOf(word.slice(0, lookedUp), limit)) {
        for (const candidate of byDeletion.get(deletion) ?? []) {
          if (candidate === word || found.has(candidate)) continue
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

/** The word itself and all that is left of it when up to `count` letters are taken out. */
function deletionsOf(word: string, count: number): Set<string> {
  const all = new Set([word])
  let edge = [word]
  for (let round = 0; round < count; round++) {
    const next: string[] = []
    for (const text of edge) {
      for (let at = 0; at < text.length; at++) {
        const shorter = text.slice(0, at) + text.slice(at + 1)
        if (!all.has(shorter)) {
          all.add(shorter)
          next.push(shorter)
        }
      }
    }
    edge = next
  }
  return all
}
