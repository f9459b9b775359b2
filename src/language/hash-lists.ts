/** Lists of whole numbers by a hash of 32 bits. */
export interface HashLists {
  add(hash: number, value: number): void
  /** Visits the values that were added with this very hash, the newest first. */
  forEach(hash: number, visit: (value: number) => void): void
}

/** Each entry has a hash, a value and the place of the next entry in its chain. */
const numbersOfEntry = 3
const noEntry = -1

/** Makes lists in typed arrays, because a Map of arrays takes ten times the memory and much longer to fill. */
export function makeHashLists(): HashLists {
  /** The first entry of each chain; a hash belongs to the chain of its last bits. */
  let heads = new Int32Array(1 << 10).fill(noEntry)
  let entries = new Int32Array(heads.length * numbersOfEntry)
  let count = 0
  const link = (place: number) => {
    const chain = entries[place]! & (heads.length - 1)
    entries[place + 2] = heads[chain]!
    heads[chain] = place
  }
  const grow = () => {
    heads = new Int32Array(heads.length * 2).fill(noEntry)
    const longer = new Int32Array(entries.length * 2)
    longer.set(entries)
    entries = longer
    for (let place = 0; place < count * numbersOfEntry; place += numbersOfEntry) link(place)
  }
  return {
    add(hash, value) {
      if (count === heads.length) grow()
      const place = count++ * numbersOfEntry
      entries[place] = hash
      entries[place + 1] = value
      link(place)
    },
    forEach(hash, visit) {
      for (let place = heads[hash & (heads.length - 1)]!; place !== noEntry; place = entries[place + 2]!)
        if (entries[place] === (hash | 0)) visit(entries[place + 1]!)
    },
  }
}
