/** Stands in the upper layer for a key that was removed. */
const removed = Symbol('removed')

/**
 * A map that never changes; `with` gives another one that shares what is the same. Changes are kept in a small layer over a
 * large one, so that one change costs the small layer's size; the two are joined when the upper one has grown to the
 * square root of the lower.
 *
 * Keys come in the order in which they were first added.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #lower: ReadonlyMap<K, V>
  readonly #upper: ReadonlyMap<K, V | typeof removed>
  readonly size: number

  constructor(lower: ReadonlyMap<K, V> = new Map(), upper: ReadonlyMap<K, V | typeof removed> = new Map(), size = lower.size) {
    this.#lower = lower
    this.#upper = upper
    this.size = size
  }

  /** This map with other values for some keys; undefined removes a key. */
  with(changes: Iterable<readonly [K, V | undefined]>): LayeredMap<K, V> {
    const upper = new Map(this.#upper)
    let size = this.size
    for (const [key, value] of changes) {
      const isIn = upper.has(key) ? upper.get(key) !== removed : this.#lower.has(key)
      size += Number(value !== undefined) - Number(isIn)
      if (value !== undefined) upper.set(key, value)
      else if (this.#lower.has(key)) upper.set(key, removed)
      else upper.delete(key)
    }
    const next = new LayeredMap(this.#lower, upper, size)
    return upper.size > leastLayer && upper.size ** 2 > this.#lower.size ? new LayeredMap(new Map(next)) : next
  }

  get(key: K): V | undefined {
    const value = this.#upper.size > 0 ? this.#upper.get(key) : undefined
    return value === undefined ? this.#lower.get(key) : value === removed ? undefined : (value as V)
  }

  has(key: K): boolean {
    const value = this.#upper.get(key)
    return value === undefined ? this.#lower.has(key) : value !== removed
  }

  *entries(): MapIterator<[K, V]> {
    for (const entry of this.#lower) {
      const value = this.#upper.get(entry[0])
      if (value === undefined) yield entry
      else if (value !== removed) yield [entry[0], value as V]
    }
    for (const [key, value] of this.#upper) if (value !== removed && !this.#lower.has(key)) yield [key, value as V]
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }
}

const leastLayer = 64
