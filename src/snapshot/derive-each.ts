/**
 * A function of a record, or of another value that never changes, remembered with it. A record stays the same object for as
 * long as nothing about it changes, so a write costs only what it touches.
 */
export function deriveEach<T extends object, V>(_name: string, make: (record: T) => V): (record: T) => V {
  const values = new WeakMap<T, V>()
  return (record) => {
    const kept = values.get(record)
    if (kept !== undefined || values.has(record)) return kept as V
    const value = make(record)
    values.set(record, value)
    return value
  }
}

/** The same for what depends on two such values, such as a record and the thesaurus that it is read by. */
export function deriveEachWith<A extends object, B extends object, V>(name: string, make: (one: A, other: B) => V) {
  const byFirst = deriveEach(name, (one: A) => deriveEach(name, (other: B) => make(one, other)))
  return (one: A, other: B): V => byFirst(one)(other)
}
