import type { Steps } from '../snapshot/in-pieces.ts'

/**
 * The documents that have one key: those at `from` up to `to` of two arrays that many keys share, because arrays of their
 * own for thousands of keys with few documents take several times the memory.
 */
export interface Postings {
  /** Places of documents, ascending within a key. */
  places: Places
  /** The weight of the document at the same index in `places`, as its number among `postingWeights`. */
  weights: Uint16Array
  from: number
  to: number
}

/** Two bytes a place suffice for an index of Europe's size. */
type Places = Uint16Array | Uint32Array

const placesOf = (length: number, last: number): Places => (last < 65_536 ? new Uint16Array(length) : new Uint32Array(length))

/** Every weight that any posting has had; they are few, because they come from fields and ranks. */
export const postingWeights: number[] = []
const weightNumbers = new Map<number, number>()

/** @throws RangeError when there are more weights than a posting can number */
function numberOf(weight: number): number {
  const single = Math.fround(weight)
  const known = weightNumbers.get(single)
  if (known !== undefined) return known
  if (postingWeights.length > 65_535) throw new RangeError('There are more weights of postings than can be numbered.')
  weightNumbers.set(single, postingWeights.length)
  return postingWeights.push(single) - 1
}

/** The number of documents that have a key. */
export const countOf = (postings: Postings | undefined): number => (postings ? postings.to - postings.from : 0)

/** The documents of each key while an index is built. */
export type PostingLists = Map<string, { places: number[]; weights: number[] }>

const keysAStep = 1000

/** Puts the lists of all keys into two arrays. */
export function* joinPostings(lists: PostingLists): Steps<Map<string, Postings>> {
  let [length, last] = [0, 0]
  for (const list of lists.values()) {
    length += list.places.length
    last = Math.max(last, list.places.at(-1)!)
  }
  const [places, weights] = [placesOf(length, last), new Uint16Array(length)]
  const postings = new Map<string, Postings>()
  let from = 0
  for (const [key, list] of lists) {
    places.set(list.places, from)
    weights.set(list.weights.map(numberOf), from)
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
  const last = Math.max(added.at(-1)?.[0] ?? 0, before ? before.places[before.to - 1]! : 0)
  const [places, weights] = [placesOf(longest, last), new Uint16Array(longest)]
  let count = 0
  let next = 0
  const add = (place: number, weight: number) => {
    places[count] = place
    weights[count++] = weight
  }
  const addUpTo = (place: number) => {
    for (; next < added.length && added[next]![0] < place; next++) add(added[next]![0], numberOf(added[next]![1]!))
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
