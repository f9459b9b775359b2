import { readSeparatorLine, toUtf8 } from '../../sources/delimited/utf8-stream.ts'
import type { Notify } from '../../sources/delimited/utf8-stream.ts'
import { createReadStream } from 'node:fs'
import { cutBatches } from './match-batches.ts'
import { matchHeader } from './match-batch-job.ts'
import type { BatchJob, MatchOptions } from './match-batch-job.ts'
import { readForm } from './match-register.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'

/** Who matches batches, in this thread or in others. */
export interface Matcher {
  match(job: BatchJob): Promise<Uint8Array>
  /** So many batches may be under way at the same time. */
  most: number
}

/**
 * Reads a register of companies (CSV with a header; comma, semicolon or tab; any encoding that Excel saves) and gives its matches as CSV in pieces, a row a
 * match, in the register's order whoever matches. A few batches are held at a time, whatever the register's size.
 * @throws UnreadableTable when the header lacks what is needed or a row cannot be read, with its line
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

/** Works on at most so many at a time, and gives the results in the order of what was worked on. */
async function* inOrder<In, Out>(
  all: AsyncIterable<In>,
  { most, work }: { most: number; work: (one: In) => Promise<Out> },
): AsyncGenerator<Out> {
  const under: Promise<Out>[] = []
  for await (const one of all) {
    const result = work(one)
    // A failure is met in its turn, not before.
    result.catch(() => {})
    under.push(result)
    if (under.length >= most) yield await under.shift()!
  }
  for (const result of under) yield await result
}

/** A file, or standard input for `-`; opened when it is first read from. */
export async function* openRegister(path: string): AsyncGenerator<string | Uint8Array> {
  yield* path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 })
}
