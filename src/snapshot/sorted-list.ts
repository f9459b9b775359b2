/** Where `id` is, or belongs, in a list that is sorted by id. */
export function placeOf<T>(list: readonly T[], id: string, idOf: (item: T) => string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (idOf(list[middle]!) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** A list sorted by id with some of its items put in, replaced or (null) taken out; the list itself when nothing differs. */
export function withItems<T>(
  list: readonly T[],
  changes: Iterable<readonly [string, T | null]>,
  idOf: (item: T) => string,
): readonly T[] {
  let copy: T[] | null = null
  for (const [id, item] of changes) {
    const now: readonly T[] = copy ?? list
    const at = placeOf(now, id, idOf)
    const found = at < now.length && idOf(now[at]!) === id
    if (found ? now[at] === item : item === null) continue
    copy ??= [...list]
    copy.splice(at, found ? 1 : 0, ...(item === null ? [] : [item]))
  }
  return copy ?? list
}
