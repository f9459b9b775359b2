import { ExpectedError } from '../records/expected-error.ts'
import type { Store } from '../store/store.ts'

/** Other processes' writes show at the latest this long after they are acknowledged; this process's own at once. */
const askAgainAfterMs = 100
/** How long a reader waits for a store before the last answer is used, and how often one that is away is asked again. */
const patienceMs = 1_500
const probeEveryMs = 1_000

/** The store's newest sequence, asked for seldom enough to cost nothing. */
export interface SequenceWatch {
  get(): Promise<number>
  /** The same without asking; null when it is time to ask again. */
  getNow(): number | null
  /**
   * The same for readers: when the store is away, what it answered last. Only the first of them waits, and not for long.
   * @throws ExpectedError `store_unavailable` when the store has never answered
   */
  getForReaders(): Promise<number>
  /** How long ago the store answered for the last time, when it is away now; null when it is there. */
  awayForMs(): number | null
  /** Makes the next question go to the store, after a write by this process. */
  refresh(): void
}

/** Everybody who asks at the same time shares one question; one put before a write is no answer to those who come after it. */
export function makeSequenceWatch(
  store: Pick<Store, 'getSequence'>,
  report: (error: ExpectedError) => void = () => undefined,
): SequenceWatch {
  let writes = 0
  let last = { sequence: -1, askedAt: -Infinity }
  let question: { writes: number; answer: Promise<void> } | null = null

  const isRecent = () => performance.now() - last.askedAt < askAgainAfterMs
  const ask = async (): Promise<void> => {
    const mine = writes
    const sequence = await store.getSequence()
    away.end()
    if (mine === writes) last = { sequence, askedAt: performance.now() }
  }
  const shareQuestion = (): Promise<void> => {
    if (question?.writes === writes) return question.answer
    const mine = { writes, answer: ask() }
    question = mine
    const forget = () => {
      if (question === mine) question = null
    }
    mine.answer.then(forget, forget)
    return mine.answer
  }
  const get = async (): Promise<number> => {
    let asked = -1
    while (!isRecent() && asked !== writes) {
      asked = writes
      await shareQuestion()
    }
    return last.sequence
  }
  const away = makeAbsence(get, report)
  return {
    get,
    getForReaders: async () => (last.sequence < 0 ? get() : away.getOr(last.sequence)),
    awayForMs: away.forMs,
    getNow: () => (isRecent() ? last.sequence : null),
    refresh() {
      writes += 1
      away.askAgain()
      last = { ...last, askedAt: -Infinity }
    },
  }
}

/** Notes whether the store is away, so that only the first reader waits for it; asks again now and then until it is back. */
function makeAbsence(get: () => Promise<number>, report: (error: ExpectedError) => void) {
  let answeredAt = -Infinity
  let isAway = false
  let probedAt = -Infinity
  const probe = (): void => {
    if (performance.now() - probedAt < probeEveryMs) return
    probedAt = performance.now()
    get().catch(() => undefined)
  }
  return {
    /** The store has answered. */
    end: () => {
      answeredAt = performance.now()
      isAway = false
    },
    /** A write has just succeeded, so the store is there. */
    askAgain: () => {
      isAway = false
    },
    forMs: () => (isAway ? performance.now() - answeredAt : null),
    /** The newest sequence, or the last known one while the store is away. */
    getOr: async (lastKnown: number): Promise<number> => {
      if (isAway) {
        probe()
        return lastKnown
      }
      try {
        return await inTime(get(), patienceMs)
      } catch (error) {
        if (!(error instanceof ExpectedError) || error.code !== 'store_unavailable') throw error
        if (!isAway) report(error)
        isAway = true
        probedAt = performance.now()
        return lastKnown
      }
    },
  }
}

/** @throws ExpectedError `store_unavailable` when it takes longer */
async function inTime<T>(work: Promise<T>, mostMs: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ExpectedError('store_unavailable')), mostMs)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
