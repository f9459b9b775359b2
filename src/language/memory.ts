/** A bounded cache of results by text. */
export interface Memory<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/**
 * Makes a cache of two generations with at most `most` entries each. When the younger is full it becomes the older, and
 * the older is dropped; an entry found in the older is copied to the younger. So entries in frequent use are never
 * dropped to make room for rare ones.
 */
export function makeMemory<V>(most: number): Memory<V> {
  let younger = new Map<string, V>()
  let older = new Map<string, V>()
  const insert = (key: string, value: V) => {
    if (younger.size >= most) {
      older = younger
      younger = new Map()
    }
    younger.set(key, value)
  }
  return {
    get(key) {
      const known = younger.get(key)
      if (known !== undefined) return known
      const old = older.get(key)
      if (old !== undefined) insert(key, old)
      return old
    },
    set: insert,
  }
}
