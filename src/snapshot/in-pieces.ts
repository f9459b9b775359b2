/** Work that can be interrupted: it yields now and then, and returns its result. */
export type Steps<T> = Generator<void, T, void>

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const longestPieceMs = 4

/** Does the work in pieces of some milliseconds and lets everything else that waits go in between. @throws when `signal` is aborted */
export async function finishInPieces<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted()
    const until = performance.now() + longestPieceMs
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const itemsARun = 1000

/** Sorts like `toSorted`, as work that can be interrupted: runs of a thousand are sorted, then merged. */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += itemsARun) {
    runs.push(items.slice(from, from + itemsARun).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* mergeSteps(runs[at]!, runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeSteps<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    merged.push(j >= b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!)
    if (merged.length % itemsARun === 0) yield
  }
  return merged
}
