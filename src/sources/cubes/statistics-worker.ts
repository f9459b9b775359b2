import { reportApart } from '../apart/report-apart.ts'
import { answerStatisticsJob } from './statistics-job.ts'

/** Reads the one file of statistics that this thread was given, and reports; runs in a worker. */
export const readStatisticsAndReport = (): Promise<void> =>
  reportApart(answerStatisticsJob, ({ cube: { values, statuses } }) => [values.buffer, ...(statuses ? [statuses.buffer] : [])])
