import { parentPort, workerData } from 'node:worker_threads'
import { ExpectedError } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'

/** What a thread reports: that it begins, so that the deadline does not count the start of the program; then its answer, what a person can mend, or a bug. */
export type ApartReport<Answer> =
  | { begins: true }
  | { answer: Answer }
  | { refused: { code: ErrorCode; detail: string | null; data: Record<string, unknown> } }
  | { bug: string }

/** Does the one piece of work that this thread was given, and reports; runs in a worker. */
export async function reportApart<Job, Answer>(work: (job: Job) => Answer | Promise<Answer>): Promise<void> {
  const { job } = workerData as { job: Job }
  parentPort!.postMessage({ begins: true } satisfies ApartReport<Answer>)
  parentPort!.postMessage(await reportOf(() => work(job)))
}

async function reportOf<Answer>(work: () => Answer | Promise<Answer>): Promise<ApartReport<Answer>> {
  try {
    return { answer: await work() }
  } catch (error) {
    if (error instanceof ExpectedError) return { refused: { code: error.code, detail: error.detail, data: error.data } }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
