import { buildKnownRegistry, snapshotAt } from '../../snapshot/snapshot.ts'
import { matchBatch } from './match-batch.ts'
import type { BatchJob, MatchedBatch, WorkerSetting } from './match-batch-job.ts'
import type { Matcher } from './match-companies.ts'

/** Matches batches in this thread, with the same code as a worker. */
export function matchHere(setting: WorkerSetting): Matcher {
  const match = batchMatcher(setting)
  return { most: 1, match: async (job) => match(job) }
}

/** Makes the function that matches batches against the registry as of a day. */
export function batchMatcher({ versions, validAt, beside }: WorkerSetting): (job: BatchJob) => MatchedBatch {
  const snapshot = snapshotAt(buildKnownRegistry(versions, versions.at(-1)?.recordedAt ?? ''), validAt, beside)
  return (job) => matchBatch(snapshot, job)
}
