/**
 * The `count` best of `places`, best first. A heap with the worst of the best so far on top avoids sorting all of them.
 * @param isBetter whether the first place goes before the second; must order any two
 */
export function topPlaces(places: readonly number[], count: number, isBetter: (a: number, b: number) => boolean): number[] {
  const compare = (a: number, b: number) => (isBetter(a, b) ? -1 : 1)
  if (count <= 0) return []
  if (count * 4 >= places.length) return places.toSorted(compare).slice(0, count)
  const heap = places.slice(0, count)
  for (let at = (count >> 1) - 1; at >= 0; at--) sink(heap, at, isBetter)
  for (let at = count; at < places.length; at++) {
    if (!isBetter(places[at]!, heap[0]!)) continue
    heap[0] = places[at]!
    sink(heap, 0, isBetter)
  }
  return heap.sort(compare)
}

function sink(heap: number[], from: number, isBetter: (a: number, b: number) => boolean): void {
  for (let at = from; ;) {
    let worst = at
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && isBetter(heap[worst]!, heap[child]!)) worst = child
    if (worst === at) return
    ;[heap[at], heap[worst]] = [heap[worst]!, heap[at]!]
    at = worst
  }
}
