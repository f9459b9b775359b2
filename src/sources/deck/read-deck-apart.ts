import { Worker } from 'node:worker_threads'
import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { answerDeckJob } from './deck-job.ts'
import type { DeckAnswer, DeckJob } from './deck-job.ts'
import { deckLimits, tooLarge } from './deck-limits.ts'
import type { DeckReport, DeckTask } from './deck-worker.ts'

export interface Apart {
  /** The program that the thread runs; without one the deck is read in the thread that asks. */
  workerEntry?: URL | undefined
  deadlineMs?: number
  memoryMegabytes?: number
  /** Whether the whole buffer that the bytes are a part of may go over to the thread, since nobody else reads it any more. */
  mayTakeBuffer?: boolean
}

/**
 * Reads a deck in a thread of its own, with a memory limit and a deadline, so that no document can stop or slow down what
 * others ask for meanwhile. Two at a time; others wait for their turn. The file's bytes go over to the thread and are gone here.
 * @throws ExpectedError as `answerDeckJob`, and `too_large` for what takes more time or memory than any deck does
 */
export async function readDeckApart(job: DeckJob, { workerEntry, ...limits }: Apart): Promise<DeckAnswer> {
  if (!workerEntry) return answerDeckJob(job)
  await takeTurn()
  try {
    return await readInThread(job, { entry: workerEntry, ...limits })
  } finally {
    endTurn()
  }
}

const mostThreads = 2
let threads = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (threads >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve))
  else threads += 1
}

/** The next one takes over the thread's place. */
function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else threads -= 1
}

/** What is short-lived needs little; the rest is watched, since a thread's limits do not count the bytes of its buffers. */
const youngMegabytes = 24
const watchMs = 25
/** How long the program itself may take to start in the thread, on a machine that is busy. */
const mostStartMs = 20_000

interface Limits extends Omit<Apart, 'workerEntry'> {
  entry: URL
}

async function readInThread(
  job: DeckJob,
  { entry, deadlineMs = deckLimits.deadlineMs, memoryMegabytes = deckLimits.memoryMegabytes, mayTakeBuffer = false }: Limits,
): Promise<DeckAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes }
  const workerData: DeckTask = { task: 'deck', job }
  const transferList = buffersToHandOver(job, mayTakeBuffer)
  const worker = new Worker(entry, { workerData, transferList, resourceLimits })
  const { fileName } = job
  const deadline = Promise.withResolvers<never>()
  const giveUp = (): void => deadline.reject(tooLarge(fileName, tooSlow(deadlineMs)))
  let timer = setTimeout(giveUp, deadlineMs + mostStartMs)
  const begin = (): void => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, deadlineMs)
  }
  const watch = setInterval(
    () => void refuseTooMuchMemory(worker, { memoryMegabytes, fileName, reject: deadline.reject }),
    watchMs,
  )
  try {
    return answerIn(await Promise.race([reportFrom(worker, { fileName, begin }), deadline.promise]))
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    await worker.terminate()
  }
}

/** Less than this is copied: it may lie in a buffer that Node shares out among many. */
const leastToHandOver = 256 * 1024

/** A part of a larger buffer cannot be handed over where others use the rest; what is handed over need not be copied. */
function buffersToHandOver(job: DeckJob, mayTakeBuffer: boolean): ArrayBuffer[] {
  const bytes = 'bytes' in job ? job.bytes : job.json
  if (typeof bytes === 'string' || !(bytes.buffer instanceof ArrayBuffer)) return []
  const isWhole = bytes.buffer.byteLength === bytes.byteLength
  return isWhole || (mayTakeBuffer && bytes.byteLength >= leastToHandOver) ? [bytes.buffer] : []
}

function reportFrom(
  worker: Worker,
  { fileName, begin }: { fileName: string; begin: () => void },
): Promise<Exclude<DeckReport, { begins: true }>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (report: DeckReport) => ('begins' in report ? begin() : resolve(report)))
    worker.once('messageerror', reject)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(fileName, tooMuchMemory) : error),
    )
    worker.once('exit', (code) => reject(new Error(`The thread that reads decks ended with code ${code} without a report.`)))
  })
}

function answerIn(report: Exclude<DeckReport, { begins: true }>): DeckAnswer {
  if ('answer' in report) return report.answer
  if ('refused' in report) throw new ExpectedError(report.refused.code, report.refused)
  throw new Error(report.bug)
}

interface Watch {
  memoryMegabytes: number
  fileName: string
  reject: (error: Error) => void
}

async function refuseTooMuchMemory(worker: Worker, { memoryMegabytes, fileName, reject }: Watch): Promise<void> {
  const heap = await worker.getHeapStatistics().catch(() => null)
  if (!heap) return
  const used = heap.used_heap_size + heap.external_memory
  if (used > memoryMegabytes * 1024 * 1024) reject(tooLarge(fileName, tooMuchMemory))
}

const tooSlow = (deadlineMs: number): LocalText => ({
  sv: `Filen tog mer än ${deadlineMs / 1000} sekunder att läsa. Dela upp bildspelet, eller spara bara texten.`,
  en: `The file took more than ${deadlineMs / 1000} seconds to read. Break the deck up, or save the text alone.`,
})

const tooMuchMemory: LocalText = {
  sv: 'Filen tar mer minne att läsa än något bildspel. Dela upp bildspelet, eller spara bara texten.',
  en: 'The file takes more memory to read than any deck. Break the deck up, or save the text alone.',
}
