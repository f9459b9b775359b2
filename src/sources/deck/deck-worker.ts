import { parentPort, workerData } from 'node:worker_threads'
import { ExpectedError } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'
import { answerDeckJob } from './deck-job.ts'
import type { DeckAnswer, DeckJob } from './deck-job.ts'

/** What a thread that reads a deck is given. */
export interface DeckTask {
  task: 'deck'
  job: DeckJob
}

/** What it reports: that it begins, so that the deadline does not count the start of the program; then the deck, what a person can mend, or a bug. */
export type DeckReport =
  | { begins: true }
  | { answer: DeckAnswer }
  | { refused: { code: ErrorCode; detail: string | null; data: Record<string, unknown> } }
  | { bug: string }

/** Reads the one deck that this thread was given, and reports; runs in a worker. */
export async function readDeckAndReport(): Promise<void> {
  const { job } = workerData as DeckTask
  parentPort!.postMessage({ begins: true } satisfies DeckReport)
  parentPort!.postMessage(await reportOf(job))
}

async function reportOf(job: DeckJob): Promise<DeckReport> {
  try {
    return { answer: await answerDeckJob(job) }
  } catch (error) {
    if (error instanceof ExpectedError) return { refused: { code: error.code, detail: error.detail, data: error.data } }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
