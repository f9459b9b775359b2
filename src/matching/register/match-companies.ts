import { readSeparatorLine, toUtf8 } from '../../sources/delimited/utf8-stream.ts'
import type { Notify } from '../../sources/delimited/utf8-stream.ts'
import { createReadStream } from 'node:fs'
import type { LocalText } from '../../records/shared-fields.ts'
import { cutBatches } from './match-batches.ts'
import type { RegisterShape } from './match-batches.ts'
import { matchHeader } from './match-batch-job.ts'
import type { BatchJob, MatchedBatch, MatchOptions } from './match-batch-job.ts'
import { readForm } from './match-register.ts'
import type { NamedColumns } from './match-register.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'

/** Matches batches, in this thread or in others. */
export interface Matcher {
  match(job: BatchJob): Promise<MatchedBatch>
  /** The most batches that may be in progress at the same time. */
  most: number
}

interface Matching {
  matcher: Matcher
  options: MatchOptions
  /** What the register's columns are called, where it is said. */
  named?: NamedColumns
  notify?: Notify
  /** Called with how many rows of a batch could not be read as they should, where there are any. */
  countBad?: (rows: number) => void
}

/**
 * Reads a register of companies (CSV with a header; comma, semicolon or tab; any encoding that Excel saves) and yields
 * its matches as CSV, one row per match, in the order of the register even when several threads work. Only a few batches
 * are in memory at a time. A row that cannot be read comes out with its line and problem, and the rest is matched.
 * @throws UnreadableTable when the header lacks a required column
 */
export async function* matchRegister(
  input: AsyncIterable<string | Uint8Array>,
  { matcher, options, named, notify = () => {}, countBad = () => {} }: Matching,
): AsyncGenerator<Uint8Array> {
  const shape: RegisterShape = { separator: null }
  const batches = cutBatches(toUtf8(input, notify), shape)
  const { value: first } = await batches.next()
  const told = first ? readSeparatorLine(first.bytes) : null
  if (told) notify(separatorNotice)
  const header = told ? (await batches.next()).value : first
  if (!header)
    throw new UnreadableTable({
      sv: 'Registret är tomt. Det behöver en rubrikrad med id och text eller sni.',
      en: 'The register is empty. It needs a header with id and text or sni.',
    })
  const form = readForm(header, { separator: told?.separator, named })
  shape.separator = form.separator
  yield Buffer.from(matchHeader)
  let empty = 0
  for await (const { csv, badRows, emptyRows } of inOrder(batches, {
    most: matcher.most,
    work: (batch) => matcher.match({ form, batch, options }),
  })) {
    if (badRows > 0) countBad(badRows)
    empty += emptyRows
    yield csv
  }
  if (empty > 0) notify(emptyNotice(empty))
}

const emptyNotice = (count: number): LocalText => ({
  sv: `${count} ${count === 1 ? 'rad var tom och hoppades' : 'rader var tomma och hoppades'} över.`,
  en: `${count} ${count === 1 ? 'row was empty and was' : 'rows were empty and were'} passed over.`,
})

const separatorNotice: LocalText = {
  sv: 'Den första raden, sep=, lästes som skiljetecken mellan kolumnerna.',
  en: 'The first line, sep=, was read as what separates the columns.',
}

/** Processes at most `most` items at a time and yields the results in the order of the items. */
async function* inOrder<In, Out>(
  all: AsyncIterable<In>,
  { most, work }: { most: number; work: (item: In) => Promise<Out> },
): AsyncGenerator<Out> {
  const inProgress: Promise<Out>[] = []
  for await (const item of all) {
    const result = work(item)
    // Marks the rejection as handled; the error is thrown when this result's turn comes.
    result.catch(() => {})
    inProgress.push(result)
    if (inProgress.length >= most) yield await inProgress.shift()!
  }
  for (const result of inProgress) yield await result
}

/** Opens a file, or standard input for `-`, at the first read. */
export async function* openRegister(path: string): AsyncGenerator<string | Uint8Array> {
  yield* path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 })
}
