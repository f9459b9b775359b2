import { ExpectedError } from '../../records/expected-error.ts'
import type { DeckDraft, DeckLine, DeckLines, GazetteerEntry, LineChoice } from './deck-draft.ts'
import { parseDeck } from './parse-deck.ts'
import { readDeck } from './read-deck.ts'
import { SentDeck } from './sent-deck.ts'

/** A deck to read: a file, or a deck that was read before and comes back from a form as JSON, with corrections by line. */
export type DeckJob = { fileName: string; gazetteer: readonly GazetteerEntry[] } & (
  | { bytes: Uint8Array }
  | { json: string | Uint8Array; choices: Readonly<Record<number, LineChoice | null>> }
)

/** The lines of a deck and its content. */
export interface DeckAnswer {
  deck: DeckLines
  draft: DeckDraft
  /** The day that came with a deck read before. */
  date: string | null
}

/**
 * Reads a deck's lines and its content, in the calling thread.
 * @throws ExpectedError `unsupported_file` or `too_large`; `bad_request` for JSON that is no deck
 */
export async function answerDeckJob(job: DeckJob): Promise<DeckAnswer> {
  if ('bytes' in job) {
    const deck = await readDeck(job.bytes, { fileName: job.fileName })
    return { deck, draft: parseDeck(deck, job.gazetteer), date: null }
  }
  const { date, ...sent } = readSentDeck(job.json)
  const deck: DeckLines = { ...sent, lines: sent.lines.map((line) => correct(line, job.choices[line.line])) }
  return { deck, draft: parseDeck(deck, job.gazetteer), date }
}

/** Null takes a correction back. */
function correct({ choice: before, ...line }: DeckLine, choice: LineChoice | null | undefined): DeckLine {
  const after = choice === undefined ? before : choice
  return after ? { ...line, choice: after } : line
}

function readSentDeck(json: string | Uint8Array): SentDeck {
  try {
    return SentDeck.parse(JSON.parse(typeof json === 'string' ? json : new TextDecoder().decode(json)))
  } catch (cause) {
    throw new ExpectedError('bad_request', { cause })
  }
}
