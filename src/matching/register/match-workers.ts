import { Worker } from 'node:worker_threads'
import type { BatchAnswer, BatchJob, MatchedBatch, WorkerSetting } from './match-batch-job.ts'
import type { Matcher } from './match-companies.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'

/** How many batches are queued at each worker, so that it need not wait for output to be written. */
const batchesEach = 3

/**
 * A worker needs about 100 MB. The limit makes V8 collect garbage instead of growing; a large young generation makes
 * that rare.
 */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 96 }

/** Threads that match batches. The caller that starts them must close them. */
export interface WorkerPool extends Matcher {
  close(): Promise<void>
}

interface Waiting {
  resolve: (batch: MatchedBatch) => void
  reject: (error: Error) => void
  firstLine: number
}

/**
 * Starts workers that each build the same snapshot from the registry's versions.
 * @param entry the script that a worker runs
 */
export function startWorkers(
  count: number,
  { entry, setting, batchDeadlineMs = defaultBatchDeadlineMs }: { entry: URL; setting: WorkerSetting; batchDeadlineMs?: number },
): WorkerPool {
  const threads = Array.from({ length: count }, () => startThread(entry, { setting, batchDeadlineMs }))
  return {
    most: count * batchesEach,
    match: (job) => threads.reduce((idlest, one) => (one.waiting() < idlest.waiting() ? one : idlest)).match(job),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

interface Thread {
  match(job: BatchJob): Promise<MatchedBatch>
  waiting(): number
  close(): Promise<void>
}

/** How long one batch of five hundred rows may take: far beyond what any takes on a busy machine. */
const defaultBatchDeadlineMs = 60_000

function startThread(entry: URL, { setting, batchDeadlineMs }: { setting: WorkerSetting; batchDeadlineMs: number }): Thread {
  const worker = new Worker(entry, { workerData: { task: 'match companies', ...setting }, resourceLimits })
  const waiting: Waiting[] = []
  let gone: Error | null = null
  let timer: NodeJS.Timeout | undefined
  const fail = (error: Error) => {
    clearTimeout(timer)
    gone ??= error
    for (const { reject } of waiting.splice(0)) reject(gone)
  }
  const watchOldest = () => {
    clearTimeout(timer)
    const [oldest] = waiting
    if (!oldest) return
    timer = setTimeout(() => {
      fail(tooSlow(oldest.firstLine, batchDeadlineMs))
      void worker.terminate()
    }, batchDeadlineMs)
  }
  worker.on('message', (answer: BatchAnswer) => {
    settle(waiting.shift()!, answer)
    watchOldest()
  })
  worker.on('messageerror', fail)
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory(waiting[0]?.firstLine ?? 1) : error),
  )
  worker.on('exit', (code) => fail(new Error(`A worker of the match command ended with code ${code}.`)))
  return {
    match: (job) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        waiting.push({ resolve, reject, firstLine: job.batch.firstLine })
        if (waiting.length === 1) watchOldest()
        worker.postMessage(job, [job.batch.bytes.buffer])
      }),
    waiting: () => waiting.length,
    close: async () => {
      clearTimeout(timer)
      await worker.terminate()
    },
  }
}

const tooSlow = (line: number, deadlineMs: number): UnreadableTable =>
  new UnreadableTable({
    sv: `Raderna från ${line} och framåt tog mer än ${deadlineMs / 1000} sekunder att matcha. Korta deras texter.`,
    en: `The rows from line ${line} on took more than ${deadlineMs / 1000} seconds to match. Shorten their texts.`,
  })

const tooMuchMemory = (line: number): UnreadableTable =>
  new UnreadableTable({
    sv: `Raderna från ${line} och framåt tar mer minne att matcha än vad som är rimligt. Korta deras texter.`,
    en: `The rows from line ${line} on take more memory to match than is reasonable. Shorten their texts.`,
  })

/** Settles the oldest waiting job, because a worker answers in order. */
function settle({ resolve, reject, firstLine }: Waiting, answer: BatchAnswer): void {
  if ('csv' in answer) resolve(answer)
  else if ('problem' in answer) reject(new UnreadableTable(answer.problem))
  else reject(new Error(`In the batch that begins on line ${firstLine}: ${answer.bug.message}`, { cause: answer.bug }))
}
