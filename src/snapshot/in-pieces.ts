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

/** Work that is done in pieces of some milliseconds, which lets everything else that waits go in between. */
export interface WorkInPieces<T> {
  /** Rejects when `signal` is aborted. */
  readonly done: Promise<T>
  /** Says that somebody waits for it from now on. */
  hurry(): void
}

interface PieceOptions {
  signal?: AbortSignal | undefined
  /** Nobody waits for it yet: it makes no step while there is work that somebody waits for. */
  isInAdvance?: boolean
}

/** How many works that somebody waits for are under way. */
let awaitedCount = 0
/** Continues each work in advance that has paused. */
const paused = new Set<() => void>()

/** Starts work in pieces. */
export function startInPieces<T>(steps: Steps<T>, { signal, isInAdvance = false }: PieceOptions = {}): WorkInPieces<T> {
  let isAwaited = false
  let isDone = false
  let resume = (): void => undefined
  const hurry = () => {
    if (isAwaited || isDone) return
    isAwaited = true
    awaitedCount += 1
    resume()
  }
  const end = () => {
    isDone = true
    if (isAwaited) awaitedCount -= 1
    if (awaitedCount === 0) for (const one of paused) one()
  }
  const mustPause = () => !isAwaited && awaitedCount > 0
  const pause = () =>
    new Promise<void>((resolve) => {
      resume = () => {
        paused.delete(resume)
        resolve()
      }
      paused.add(resume)
    })
  const run = async (): Promise<T> => {
    for (;;) {
      signal?.throwIfAborted()
      const until = performance.now() + longestPieceMs
      do {
        const { done, value } = steps.next()
        if (done) return value
      } while (performance.now() < until)
      await new Promise((resolve) => setImmediate(resolve))
      while (mustPause()) await pause()
    }
  }
  if (!isInAdvance) hurry()
  return { done: run().finally(end), hurry }
}

/** Does work that somebody waits for in pieces. */
export const finishInPieces = <T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> => startInPieces(steps, { signal }).done

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
