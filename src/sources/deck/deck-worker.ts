import { reportApart } from '../apart/report-apart.ts'
import { answerDeckJob } from './deck-job.ts'

/** Reads the one deck that this thread was given, and reports; runs in a worker. */
export const readDeckAndReport = (): Promise<void> => reportApart(answerDeckJob)
