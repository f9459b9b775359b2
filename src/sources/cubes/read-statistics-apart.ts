import { statSync } from 'node:fs'
import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { runApart } from '../apart/run-apart.ts'
import { answerStatisticsJob } from './statistics-job.ts'
import type { StatisticsAnswer, StatisticsJob } from './statistics-job.ts'

interface Apart {
  /** The program that the thread runs; without one the file is read in the thread that asks. */
  workerEntry?: URL | undefined
  deadlineMs?: number
  memoryMegabytes?: number
}

/** What the reading of a file may take: under five seconds and some memory, and more of both for a file that is large. */
export const readingLimits = (bytes: number): { deadlineMs: number; memoryMegabytes: number } => ({
  deadlineMs: 4_500 + Math.floor(bytes / 2_000),
  memoryMegabytes: Math.min(2_048, 320 + Math.floor((bytes * 10) / 1024 ** 2)),
})

/**
 * Reads a file of statistics in a thread of its own, with a memory limit and a deadline, so that no file can stop or slow
 * down what others ask for.
 * @throws ExpectedError `unsupported_file` in plain words; `too_large` for what takes more time or memory than its size explains
 */
export async function readStatisticsApart(job: StatisticsJob, { workerEntry, ...given }: Apart): Promise<StatisticsAnswer> {
  const { fileName } = job.choices
  try {
    if (!workerEntry) return answerStatisticsJob(job)
    const size = 'path' in job.file ? statSync(job.file.path).size : job.file.bytes.length
    const limits = { ...readingLimits(size), ...given }
    const words = { tooSlow: tooSlow(limits.deadlineMs), tooMuchMemory }
    return await runApart<StatisticsAnswer>(workerEntry, { task: 'statistics', job }, { ...limits, fileName, words })
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.data['fileName'] !== undefined) throw error
    throw new ExpectedError(error.code, {
      detail: `${fileName}: ${error.detail ?? ''}`,
      data: { ...error.data, fileName },
      cause: error,
    })
  }
}

const tooSlow = (deadlineMs: number): LocalText => ({
  sv: `Filen tog mer än ${Math.round(deadlineMs / 100) / 10} sekunder att läsa, vilket är för länge för sin storlek. Ta bort år, rader eller kolumner som inte behövs.`,
  en: `The file took more than ${Math.round(deadlineMs / 100) / 10} seconds to read, which is too long for its size. Take out years, rows or columns that are not needed.`,
})

const tooMuchMemory: LocalText = {
  sv: 'Filen tar mer minne att läsa än vad dess storlek förklarar. Ta bort år, rader eller kolumner som inte behövs, eller spara den som CSV.',
  en: 'The file takes more memory to read than its size explains. Take out years, rows or columns that are not needed, or save it as CSV.',
}
