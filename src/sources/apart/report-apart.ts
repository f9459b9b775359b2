import { parentPort, workerData } from 'node:worker_threads'
import { ExpectedError } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'

/** What a thread reports: that it begins, so that the deadline does not count the start of the program; then its answer, what a person can mend, or a bug. */
export type ApartReport<Answer> =
  | { begins: true }
  | { answer: Answer }
  | { refused: { code: ErrorCode; detail: string | null; data: Record<string, unknown> } }
  | { bug: string }

const copiedUpTo = 1024 * 1024

/**
 * Does the one piece of work that this thread was given, and reports; runs in a worker.
 * @param transferOf buffers of the answer that go over without being copied, so that the thread that waits does not stop for them
 */
export async function reportApart<Job, Answer>(
  work: (job: Job) => Answer | Promise<Answer>,
  transferOf: (answer: Answer) => ArrayBufferLike[] = () => [],
): Promise<void> {
  const { job } = workerData as { job: Job }
  parentPort!.postMessage({ begins: true } satisfies ApartReport<Answer>)
  const report = await reportOf(() => work(job))
  const buffers = 'answer' in report ? [...new Set(transferOf(report.answer))] : []
  // Node keeps small buffers together, and gives none of those away; copying them costs nothing.
  const isLarge = (one: ArrayBufferLike): one is ArrayBuffer => one instanceof ArrayBuffer && one.byteLength > copiedUpTo
  parentPort!.postMessage(report, buffers.filter(isLarge))
}

async function reportOf<Answer>(work: () => Answer | Promise<Answer>): Promise<ApartReport<Answer>> {
  try {
    return { answer: await work() }
  } catch (error) {
    if (error instanceof ExpectedError) return { refused: { code: error.code, detail: error.detail, data: error.data } }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
