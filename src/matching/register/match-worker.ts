import { parentPort, workerData } from 'node:worker_threads'
import type { BatchAnswer, BatchJob, MatchedBatch, WorkerSetting } from './match-batch-job.ts'
import { batchMatcher } from './match-here.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'

/** Answers every job sent to this thread, in order; runs in a worker. */
export function answerJobs(): void {
  const match = batchMatcher(workerData as WorkerSetting)
  parentPort!.on('message', (job: BatchJob) => {
    const answer = answerTo(() => match(job))
    parentPort!.postMessage(answer, 'csv' in answer ? [answer.csv.buffer] : [])
  })
}

function answerTo(match: () => MatchedBatch): BatchAnswer {
  try {
    return match()
  } catch (error) {
    if (error instanceof UnreadableTable) return { problem: error.words }
    return { bug: error instanceof Error ? error : new Error(String(error)) }
  }
}
