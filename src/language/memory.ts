/** What has been found for a text lately. */
export interface Memory<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/**
 * Remembers the latest: at least `most` entries, at most twice as many. What is asked for again stays, for when the younger
 * half is full it becomes the older one, and what is found there moves over. So common words are never forgotten for rare ones.
 */
export function makeMemory<V>(most: number): Memory<V> {
  let younger = new Map<string, V>()
  let older = new Map<string, V>()
  const put = (key: string, value: V) => {
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
      if (old !== undefined) put(key, old)
      return old
    },
    set: put,
  }
}
