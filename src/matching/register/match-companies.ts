import { readSeparatorLine, toUtf8 } from '../../sources/delimited/utf8-stream.ts'
import type { Notify } from '../../sources/delimited/utf8-stream.ts'
import { createReadStream } from 'node:fs'
import { cutBatches } from './match-batches.ts'
import { matchHeader } from './match-batch-job.ts'
import type { BatchJob, MatchOptions } from './match-batch-job.ts'
import { readForm } from './match-register.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'

/** Matches batches, in this thread or in others. */
export interface Matcher {
  match(job: BatchJob): Promise<Uint8Array>
  /** The most batches that may be in progress at the same time. */
  most: number
}

/**
 * Reads a register of companies (CSV with a header; comma, semicolon or tab; any encoding that Excel saves) and yields
 * its matches as CSV, one row per match, in the order of the register even when several threads work. Only a few batches
 * are in memory at a time.
 * @throws UnreadableTable when the header lacks a required column or a row cannot be read, with its line number
 */
export async function* matchRegister(
  input: AsyncIterable<string | Uint8Array>,
  { matcher, options, notify = () => {} }: { matcher: Matcher; options: MatchOptions; notify?: Notify },
): AsyncGenerator<Uint8Array> {
  const batches = cutBatches(toUtf8(input, notify))
  const { value: first } = await batches.next()
  const named = first ? readSeparatorLine(first.bytes) : null
  const header = named ? (await batches.next()).value : first
  if (!header)
    throw new UnreadableTable({
      sv: 'Registret är tomt. Det behöver en rubrikrad med id och text eller sni.',
      en: 'The register is empty. It needs a header with id and text or sni.',
    })
  const form = readForm(header, named?.separator)
  yield Buffer.from(matchHeader)
  yield* inOrder(batches, { most: matcher.most, work: (batch) => matcher.match({ form, batch, options }) })
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
