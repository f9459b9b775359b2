import type { Store } from '../store/store.ts'

/** Other processes' writes show at the latest this long after they are acknowledged; this process's own at once. */
const askAgainAfterMs = 100

/** The store's newest sequence, asked for seldom enough to cost nothing. */
export interface SequenceWatch {
  get(): Promise<number>
  /** The same without asking; null when it is time to ask again. */
  getNow(): number | null
  /** Makes the next question go to the store, after a write by this process. */
  refresh(): void
}

/** Everybody who asks at the same time shares one question; one put before a write is no answer to those who come after it. */
export function makeSequenceWatch(store: Pick<Store, 'getSequence'>): SequenceWatch {
  let writes = 0
  let last = { sequence: -1, askedAt: -Infinity }
  let question: { writes: number; answer: Promise<void> } | null = null

  const isRecent = () => performance.now() - last.askedAt < askAgainAfterMs
  const ask = async (): Promise<void> => {
    const mine = writes
    const sequence = await store.getSequence()
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
  return {
    async get() {
      let asked = -1
      while (!isRecent() && asked !== writes) {
        asked = writes
        await shareQuestion()
      }
      return last.sequence
    },
    getNow: () => (isRecent() ? last.sequence : null),
    refresh() {
      writes += 1
      last = { ...last, askedAt: -Infinity }
    },
  }
}
