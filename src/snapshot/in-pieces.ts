/** Work that can be interrupted: it yields now and then, and returns its result. */
export type Steps<T> = Generator<void, T, void>

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const longestPieceMs = 8

/** Does the work in pieces of some milliseconds and lets everything else that waits go in between. */
export async function finishInPieces<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + longestPieceMs
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
