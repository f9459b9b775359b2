/** How many calls a service takes within a time, as it says itself. */
export interface CallRate {
  calls: number
  windowMs: number
}

interface BudgetEffects {
  now: () => number
  sleep: (ms: number) => Promise<void>
  onWait?: (seconds: number, why: 'rate' | 'retry') => void
}

/** Calls wait until the service’s window has room for them. Before it has said its limits, one call a second. */
export function makeCallBudget({ now, sleep, onWait }: BudgetEffects) {
  let rate: CallRate = { calls: 1, windowMs: 1000 }
  let taken: number[] = []
  return {
    setRate: (next: CallRate) => {
      // A service that gives no limit here announces it elsewhere; it is not without one.
      if (next.calls > 0 && next.windowMs > 0) rate = next
    },
    take: async () => {
      for (;;) {
        const time = now()
        taken = taken.filter((at) => at > time - rate.windowMs)
        if (taken.length < rate.calls) {
          taken.push(time)
          return
        }
        const wait = taken[0]! + rate.windowMs - time
        if (wait >= 1000) onWait?.(Math.round(wait / 1000), 'rate')
        await sleep(wait)
      }
    },
  }
}
