import { reportApart } from '../apart/report-apart.ts'
import { answerTableJob } from './table-job.ts'

/** Reads the one table that this thread was given, and reports; runs in a worker. */
export const readTableAndReport = (): Promise<void> => reportApart(answerTableJob)
