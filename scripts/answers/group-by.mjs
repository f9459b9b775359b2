/** Items by a key of theirs, in the order they come. (`Map.groupBy` is not in Node 20, which these scripts must run on.) */
export function groupBy(items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(item)
  }
  return groups
}
