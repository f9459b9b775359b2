import { Worker } from 'node:worker_threads'
import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { ApartReport } from './report-apart.ts'

/** What a thread may use, and what to say when it wants more. */
export interface ApartLimits {
  /** How long the work may take, once the program has started in the thread. */
  deadlineMs: number
  memoryMegabytes: number
  fileName: string
  words: { tooSlow: LocalText; tooMuchMemory: LocalText }
}

/** A piece of work for a thread: the task that the program knows it by, and what it is given. */
export interface ApartWork {
  task: string
  job: unknown
  /** Buffers that go over to the thread without being copied, and are gone here. */
  transfer?: ArrayBuffer[]
}

/** What is short-lived needs little; the rest is watched, since a thread's limits do not count the bytes of its buffers. */
const youngMegabytes = 24
const watchMs = 25
/** How long the program itself may take to start in the thread, on a machine that is busy. */
const mostStartMs = 20_000

/**
 * Does untrusted work in a thread of its own with a memory limit and a deadline, so that no document can stop or slow down what others ask for.
 * @param entry the program that the thread runs, which reports with `reportApart`
 * @throws ExpectedError what the work itself refuses, and `too_large` beyond the limits
 */
export async function runApart<Answer>(
  entry: URL,
  { task, job, transfer = [] }: ApartWork,
  limits: ApartLimits,
): Promise<Answer> {
  const { deadlineMs, memoryMegabytes, words } = limits
  const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes }
  const worker = new Worker(entry, { workerData: { task, job }, transferList: transfer, resourceLimits })
  const deadline = Promise.withResolvers<never>()
  const giveUp = (): void => deadline.reject(beyond(limits, words.tooSlow))
  let timer = setTimeout(giveUp, deadlineMs + mostStartMs)
  const begin = (): void => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, deadlineMs)
  }
  const watch = setInterval(() => void refuseTooMuchMemory(worker, limits, deadline.reject), watchMs)
  try {
    return answerIn(await Promise.race([reportFrom<Answer>(worker, { limits, task, begin }), deadline.promise]))
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    await worker.terminate()
  }
}

type LastReport<Answer> = Exclude<ApartReport<Answer>, { begins: true }>

function reportFrom<Answer>(
  worker: Worker,
  { limits, task, begin }: { limits: ApartLimits; task: string; begin: () => void },
): Promise<LastReport<Answer>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (report: ApartReport<Answer>) => ('begins' in report ? begin() : resolve(report)))
    worker.once('messageerror', reject)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? beyond(limits, limits.words.tooMuchMemory) : error),
    )
    worker.once('exit', (code) => reject(new Error(`The thread for the task ${task} ended with code ${code} without a report.`)))
  })
}

function answerIn<Answer>(report: LastReport<Answer>): Answer {
  if ('answer' in report) return report.answer
  if ('refused' in report) throw new ExpectedError(report.refused.code, report.refused)
  throw new Error(report.bug)
}

async function refuseTooMuchMemory(worker: Worker, limits: ApartLimits, reject: (error: Error) => void): Promise<void> {
  const heap = await worker.getHeapStatistics().catch(() => null)
  if (!heap) return
  const used = heap.used_heap_size + heap.external_memory
  if (used > limits.memoryMegabytes * 1024 * 1024) reject(beyond(limits, limits.words.tooMuchMemory))
}

const beyond = ({ fileName }: ApartLimits, words: LocalText): ExpectedError =>
  new ExpectedError('too_large', { detail: `${fileName}: ${words.en}`, data: { fileName, words } })
