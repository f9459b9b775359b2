import type { LocalText } from '../../records/shared-fields.ts'
import { runApart } from '../apart/run-apart.ts'
import { answerDeckJob } from './deck-job.ts'
import type { DeckAnswer, DeckJob } from './deck-job.ts'
import { deckLimits } from './deck-limits.ts'

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

interface Limits extends Omit<Apart, 'workerEntry'> {
  entry: URL
}

function readInThread(
  job: DeckJob,
  { entry, deadlineMs = deckLimits.deadlineMs, memoryMegabytes = deckLimits.memoryMegabytes, mayTakeBuffer = false }: Limits,
): Promise<DeckAnswer> {
  const words = { tooSlow: tooSlow(deadlineMs), tooMuchMemory }
  const work = { task: 'deck', job, transfer: buffersToHandOver(job, mayTakeBuffer) }
  return runApart<DeckAnswer>(entry, work, { deadlineMs, memoryMegabytes, fileName: job.fileName, words })
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

const tooSlow = (deadlineMs: number): LocalText => ({
  sv: `Filen tog mer än ${deadlineMs / 1000} sekunder att läsa. Dela upp bildspelet, eller spara bara texten.`,
  en: `The file took more than ${deadlineMs / 1000} seconds to read. Break the deck up, or save the text alone.`,
})

const tooMuchMemory: LocalText = {
  sv: 'Filen tar mer minne att läsa än något bildspel. Dela upp bildspelet, eller spara bara texten.',
  en: 'The file takes more memory to read than any deck. Break the deck up, or save the text alone.',
}
