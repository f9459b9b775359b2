/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, changes and swaps of neighbours.
 * @returns the distance, or `limit + 1` when it is larger than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // A common beginning and end never add to the distance; skipping them leaves little to compare in two similar words.
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  return start === endA || start === endB ? endA + endB - 2 * start : distanceWithin(a, b, { start, endA, endB, limit })
}

/** The last three rows of the table, reused between calls because a search makes thousands of them. */
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
