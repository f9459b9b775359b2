import { runApart } from '../apart/run-apart.ts'
import { answerTableJob } from './table-job.ts'
import type { TableAnswer, TableJob } from './table-job.ts'

/** How large a table may be; far beyond one of 21 regions and every industry. */
export const tableLimits = {
  bytes: 64 * 1024 * 1024,
  /** How long the reading may take, and what memory its thread may use beyond what it starts with. */
  deadlineMs: 30_000,
  memoryMegabytes: 1024,
} as const

interface Apart {
  /** The program that the thread runs; without one the table is read in the thread that asks. */
  workerEntry?: URL | undefined
  deadlineMs?: number
  memoryMegabytes?: number
}

/**
 * Reads a table in a thread of its own, with a memory limit and a deadline. The file's bytes go over to the thread and are gone here.
 * @throws ExpectedError `unsupported_file`, and `too_large` for what takes more time or memory than any table does
 */
export async function readTableApart(job: TableJob, { workerEntry, ...limits }: Apart): Promise<TableAnswer> {
  if (!workerEntry) return answerTableJob(job)
  const { buffer, byteLength } = job.bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  const { deadlineMs, memoryMegabytes } = { ...tableLimits, ...limits }
  const words = { tooSlow: tooSlow(deadlineMs), tooMuchMemory }
  const work = { task: 'table', job, transfer: isWhole ? [buffer as ArrayBuffer] : [] }
  return runApart<TableAnswer>(workerEntry, work, { deadlineMs, memoryMegabytes, fileName: job.fileName, words })
}

const tooSlow = (deadlineMs: number) => ({
  sv: `Tabellen tog mer än ${deadlineMs / 1000} sekunder att läsa. Ta bort år, rader eller kolumner som inte behövs.`,
  en: `The table took more than ${deadlineMs / 1000} seconds to read. Take out years, rows or columns that are not needed.`,
})

const tooMuchMemory = {
  sv: 'Tabellen tar mer minne att läsa än vad som är rimligt. Ta bort år, rader eller kolumner som inte behövs.',
  en: 'The table takes more memory to read than is reasonable. Take out years, rows or columns that are not needed.',
}
