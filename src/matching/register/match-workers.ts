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
export function startWorkers(count: number, { entry, setting }: { entry: URL; setting: WorkerSetting }): WorkerPool {
  const threads = Array.from({ length: count }, () => startThread(entry, setting))
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

function startThread(entry: URL, setting: WorkerSetting): Thread {
  const worker = new Worker(entry, { workerData: { task: 'match companies', ...setting }, resourceLimits })
  const waiting: Waiting[] = []
  let gone: Error | null = null
  const fail = (error: Error) => {
    gone ??= error
    for (const { reject } of waiting.splice(0)) reject(gone)
  }
  worker.on('message', (answer: BatchAnswer) => settle(waiting.shift()!, answer))
  worker.on('messageerror', fail)
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`A worker of the match command ended with code ${code}.`)))
  return {
    match: (job) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        waiting.push({ resolve, reject, firstLine: job.batch.firstLine })
        worker.postMessage(job, [job.batch.bytes.buffer])
      }),
    waiting: () => waiting.length,
    close: async () => void (await worker.terminate()),
  }
}

/** Settles the oldest waiting job, because a worker answers in order. */
function settle({ resolve, reject, firstLine }: Waiting, answer: BatchAnswer): void {
  if ('csv' in answer) resolve(answer)
  else if ('problem' in answer) reject(new UnreadableTable(answer.problem))
  else reject(new Error(`In the batch that begins on line ${firstLine}: ${answer.bug.message}`, { cause: answer.bug }))
}
