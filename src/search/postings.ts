import type { Steps } from '../snapshot/in-pieces.ts'

/**
 * The documents that have one key: those at `from` up to `to` of two arrays that many keys share, because arrays of their
 * own for thousands of keys with few documents take several times the memory.
 */
export interface Postings {
  /** Places of documents, ascending within a key. */
  places: Uint32Array
  /** The weight of the document at the same index in `places`. */
  weights: Float32Array
  from: number
  to: number
}

/** The number of documents that have a key. */
export const countOf = (postings: Postings | undefined): number => (postings ? postings.to - postings.from : 0)

/** The documents of each key while an index is built. */
export type PostingLists = Map<string, { places: number[]; weights: number[] }>

const keysAStep = 1000

/** Puts the lists of all keys into two arrays. */
export function* joinPostings(lists: PostingLists): Steps<Map<string, Postings>> {
  let length = 0
  for (const list of lists.values()) length += list.places.length
  const [places, weights] = [new Uint32Array(length), new Float32Array(length)]
  const postings = new Map<string, Postings>()
  let from = 0
  for (const [key, list] of lists) {
    places.set(list.places, from)
    weights.set(list.weights, from)
    const to = from + list.places.length
    postings.set(key, { places, weights, from, to })
    from = to
    if (postings.size % keysAStep === 0) yield
  }
  return postings
}

/** One key's documents with other weights at some places, null for a document that no longer has it; undefined when none has. */
export function changedPostings(before: Postings | undefined, changes: ReadonlyMap<number, number | null>): Postings | undefined {
  const added = [...changes].sort(([a], [b]) => a - b).filter(([, weight]) => weight !== null)
  const longest = countOf(before) + added.length
  const [places, weights] = [new Uint32Array(longest), new Float32Array(longest)]
  let count = 0
  let next = 0
  const add = (place: number, weight: number) => {
    places[count] = place
    weights[count++] = weight
  }
  const addUpTo = (place: number) => {
    for (; next < added.length && added[next]![0] < place; next++) add(added[next]![0], added[next]![1]!)
  }
  if (before)
    for (let at = before.from; at < before.to; at++) {
      const place = before.places[at]!
      addUpTo(place)
      if (!changes.has(place)) add(place, before.weights[at]!)
    }
  addUpTo(Infinity)
  return count === 0 ? undefined : { places: places.slice(0, count), weights: weights.slice(0, count), from: 0, to: count }
}
