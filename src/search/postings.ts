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

const keysAStep = 1000
const postingsAStep = 20_000

/**
 * Collects the postings of an index that is built. They are three columns of numbers in the order of the documents, which are put in the
 * order of the keys at the end: lists of their own for thousands of keys take several times as long.
 */
export class PostingCollector {
  #keys = new Uint32Array(1 << 16)
  #places = new Uint32Array(1 << 16)
  #weights = new Uint16Array(1 << 16)
  #length = 0
  /** How many postings each key has. */
  readonly #counts: number[] = []

  /** @param key its number; @param place of the document, never lower than the one before */
  add(key: number, place: number, weight: number): void {
    if (this.#length === this.#keys.length) this.#grow()
    this.#keys[this.#length] = key
    this.#places[this.#length] = place
    this.#weights[this.#length++] = numberOf(weight)
    this.#counts[key] = (this.#counts[key] ?? 0) + 1
  }

  /** The postings of every key, in two arrays. @param nameOf the key with a number */
  *join(nameOf: (key: number) => string): Steps<Map<string, Postings>> {
    const places = placesOf(this.#length, this.#places[this.#length - 1] ?? 0)
    const weights = new Uint16Array(this.#length)
    const postings = new Map<string, Postings>()
    const next = new Uint32Array(this.#counts.length)
    let from = 0
    for (const [key, count] of this.#counts.entries()) {
      next[key] = from
      postings.set(nameOf(key), { places, weights, from, to: from + count })
      from += count
      if (postings.size % keysAStep === 0) yield
    }
    for (let at = 0; at < this.#length; at++) {
      const to = next[this.#keys[at]!]!++
      places[to] = this.#places[at]!
      weights[to] = this.#weights[at]!
      if (at % postingsAStep === 0) yield
    }
    return postings
  }

  #grow(): void {
    const longer = <A extends Uint32Array | Uint16Array>(array: A, made: A): A => {
      made.set(array)
      return made
    }
    this.#keys = longer(this.#keys, new Uint32Array(2 * this.#length))
    this.#places = longer(this.#places, new Uint32Array(2 * this.#length))
    this.#weights = longer(this.#weights, new Uint16Array(2 * this.#length))
  }
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
