#!/usr/bin/env node
import { createWriteStream, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Call, helpText, readArguments } from './cli-arguments.ts'
import { CallError, lastYear, measureInput } from './cli-input.ts'
import { type NearnessNeed, shareNearness } from './cli-nearness.ts'
import { plotSvg } from './cli-plots.ts'
import { type NamedOutput, severalJson, severalRows } from './cli-several.ts'
import { parquetRows } from './parquet-input.ts'
import { measures } from './cli-measures.ts'
import { csvText, isGrid, jsonText } from './cli-output.ts'
import { readCompanion } from '../csv/companion-file.ts'
import type { CsvRow } from '../csv/csv-rows.ts'
import { type CsvRecords, readCsv, recordsOfRows } from '../csv/read-csv.ts'
import { decodeText } from '../csv/text-encoding.ts'
import type { Note } from '../measures/table.ts'

/** What the command reads from and writes to. */
export interface CliIo {
  /** The bytes of a file, or of standard input for `-`; or its text. */
  readFile: (path: string) => Uint8Array | string | Promise<Uint8Array | string>
  /** Writes the whole file or leaves what is there as it is. */
  writeFile: (path: string, pieces: Iterable<string>) => void | Promise<void>
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** What is being done now, for somebody who waits. */
  progress?: (what: string) => void
}

/** Runs the command. @returns 0; 1 when all is written but sums are among the parts; or 2 with plain words to standard error when the call or a file cannot be understood */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  try {
    const call = readArguments(args)
    if (call === 'help') io.stdout(helpText())
    else if (call === 'version') io.stdout(`${packageVersion()}\n`)
    else return await run(call, io)
    return 0
  } catch (error) {
    if (!(error instanceof CallError || error instanceof RangeError)) throw error
    io.stderr(`relatedness: ${error.message}${hintFor(error.message)}\n`)
    return 2
  }
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

/** How to do here what a message of the functions advises. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/comes twice\./, '--repeated add adds them.'],
  [/a text for zero or for missing/, 'Here: --zero-text or --missing-text.'],
  [/say so \(decimal\)/, 'Here: --decimal point.'],
  [/keep them knowingly \(totals\)/, 'Here: --totals leave-out or keep.'],
  [/name its columns|recognised as the/, 'Here: --region, --activity, --value.'],
  [/give roundedTo|what the numbers were rounded to: roundedTo/, 'Here: --rounded-to.'],
]

function hintFor(message: string): string {
  const hint = hints.find(([pattern]) => pattern.test(message))?.[1]
  return hint ? ` ${hint}` : ''
}

async function run(call: Call, io: CliIo): Promise<number> {
  if ([call.file, call.reference, call.with].filter((file) => file === '-').length > 1)
    throw new CallError('Standard input can be read once only; name a file for the others.')
  const progress = io.progress ?? (() => {})
  progress(`reading ${call.file}`)
  const csv = await readTable(call, io)
  const companionOf = async (file: string | undefined) =>
    file === undefined ? undefined : readCompanion(file, textOf(await io.readFile(file)).text, call.csv)
  const { input, used } = measureInput({
    csv,
    records: call.records,
    years: call.years,
    choices: call.choices,
    reference: await companionOf(call.reference),
    companion: await companionOf(call.with),
  })
  await shareNearness(input, nearnessNeeds(call))
  if (call.plot) {
    progress(`drawing ${call.plot}`)
    const picture = plotSvg(call.plot, input, call.region)
    tell(io, [...csv.notes, ...yearNotes(call, csv.years, used), ...unusedNotes(call, used)])
    await write(io, call.out, [picture])
  } else {
    const outputs = call.measures.map((measure, at) => {
      progress(`computing ${measure}${call.measures.length > 1 ? ` (${at + 1} of ${call.measures.length})` : ''}`)
      return { measure, output: measures[measure]!.compute(input) }
    })
    const before = [...csv.notes, ...yearNotes(call, csv.years, used), ...unusedNotes(call, used)]
    const notes = distinct([...before, ...outputs.flatMap(({ output }) => [...output.notes])])
    const year = used.has('table') ? (call.years.year ?? lastYear(csv.years)) : undefined
    const pieces = piecesOf(outputs, call, { notes, before, year })
    tell(io, notes)
    progress('writing')
    await write(io, call.out, pieces)
  }
  return csv.notes.some(({ code }) => code === 'total-like-label') ? 1 : 0
}

function nearnessNeeds(call: Call): Set<NearnessNeed> {
  const needs = call.measures.flatMap((name) => measures[name]!.nearness ?? [])
  return new Set(call.plot === 'options' ? [...needs, 'density'] : needs)
}

/** The file as records: Parquet by its name, else CSV in whatever encoding, which is noted when it is a guess. */
async function readTable({ file, csv }: Call, io: CliIo): Promise<CsvRecords> {
  const read = await io.readFile(file)
  if (file.endsWith('.parquet')) {
    if (typeof read === 'string') throw new CallError(`«${file}» is text, not Parquet.`)
    const rows: CsvRow[] = []
    for await (const row of parquetRows(file, read)) rows.push(row)
    return { ...recordsOfRows(rows.values(), { options: csv, separator: ',', check: () => {} }), separator: ',' }
  }
  const { text, encoding } = textOf(read)
  const records = readCsv(text, csv)
  if (encoding !== 'windows-1252') return records
  const message = `«${file}» is not UTF-8, so it was read as Windows-1252. Look at the letters å, ä and ö in the result.`
  return { ...records, notes: [{ code: 'guessed-encoding', message }, ...records.notes] }
}

function textOf(read: Uint8Array | string): { text: string; encoding: string } {
  return typeof read === 'string' ? { text: read, encoding: 'utf-8' } : decodeText(read)
}

function piecesOf(
  outputs: readonly NamedOutput[],
  { form, measures: asked }: Call,
  { notes, before, year }: { notes: readonly Note[]; before: readonly Note[]; year: string | undefined },
): Generator<string> {
  const about: Record<string, string> = year === undefined ? {} : { year }
  if (outputs.length > 1) {
    if (form !== 'json') return csvText(severalRows(outputs, notes), 'long')
    return severalJson(outputs, about, before)
  }
  const { output, measure } = outputs[0]!
  if (form === 'wide' && !isGrid(output)) throw new CallError(`${asked[0]} has no wide form; leave --wide out.`)
  return form === 'json' ? jsonText({ ...output, notes }, { measure, ...about }) : csvText(output, form)
}

async function write(io: CliIo, out: string | undefined, pieces: Iterable<string>): Promise<void> {
  if (out !== undefined) await io.writeFile(out, pieces)
  else for (const piece of pieces) io.stdout(piece)
}

function tell(io: CliIo, notes: readonly Note[]): void {
  for (const note of notes)
    io.stderr(`relatedness: ${note.message}${hintFor(note.message)}${listsThem(note) ? '' : namesOf(note)}\n`)
}

/** Measures that share steps share their notes; each is given once. */
function distinct(notes: readonly Note[]): Note[] {
  const seen = new Set<string>()
  return notes.filter(({ code, message }) => !seen.has(`${code} ${message}`) && seen.add(`${code} ${message}`))
}

/** Which year was taken, when it was not asked for. */
function yearNotes({ years }: Call, found: readonly string[], used: ReadonlySet<string>): Note[] {
  if (found.length < 2 || years.year !== undefined || !used.has('table')) return []
  return [{ code: 'last-year', message: `The file has ${found.length} years; this is ${lastYear(found)}. Choose with --year.` }]
}

/** An option that changed nothing is noted, since whoever gave it thinks otherwise. */
function unusedNotes({ given, measures: asked, plot }: Call, used: ReadonlySet<string>): Note[] {
  const unused = [...given].filter(([, name]) => !used.has(name)).map(([option]) => option)
  if (unused.length === 0) return []
  const what = plot ? `The plot ${plot}` : asked.join(', ')
  return [{ code: 'unused-option', message: `${what} ${asked.length > 1 ? 'do' : 'does'} not look at ${unused.join(', ')}.` }]
}

/** Whether the message names its regions and activities already. */
function listsThem({ code }: Note): boolean {
  return code === 'total-like-label' || code === 'totals-left-out'
}

function namesOf({ regions = [], activities = [] }: Note): string {
  const names = [...regions, ...activities]
  return names.length === 0 ? '' : ` (${names.slice(0, 5).join('; ')}${names.length > 5 ? `; and ${names.length - 5} more` : ''})`
}

/** The largest file that is read. */
const mostBytes = 400_000_000

async function readInput(path: string): Promise<Uint8Array> {
  return path === '-' ? readStandardInput() : readWholeFile(path)
}

function readWholeFile(path: string): Uint8Array {
  try {
    const { size } = statSync(path)
    if (size > mostBytes) throw new CallError(`«${path}» has ${size} bytes; at most ${mostBytes} are read.`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof CallError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new CallError(`«${path}» cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}.`, { cause: error })
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > mostBytes) throw new CallError(`Standard input has more than ${mostBytes} bytes, which is the most that is read.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Writes beside the file and then takes its place, so that no half file is ever seen. */
async function writeOutput(path: string, pieces: Iterable<string>): Promise<void> {
  let beside: string | undefined
  try {
    const known = statSync(path, { throwIfNoEntry: false })
    if (known && !known.isFile()) throw new CallError(`«${path}» is no file that can be written.`)
    const target = known ? realpathSync(path) : path
    beside = `${target}.${process.pid}.part`
    await pipeline(pieces, createWriteStream(beside, { flags: 'wx', mode: known ? known.mode & 0o777 : 0o666 }))
    renameSync(beside, target)
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new CallError(`«${path}» cannot be written: ${code === 'ENOENT' ? 'there is no such folder' : code}.`, { cause: error })
  }
}

/** On a terminal, what is being done once it takes more than a second. */
function showProgress(): (what: string) => void {
  const began = Date.now()
  return (what) => {
    if (Date.now() - began > 1000) process.stderr.write(`relatedness: ${what} (${Math.round((Date.now() - began) / 1000)} s)\n`)
  }
}

const isRunDirectly = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isRunDirectly) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await runCli(process.argv.slice(2), {
    readFile: readInput,
    writeFile: writeOutput,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    ...(process.stderr.isTTY && { progress: showProgress() }),
  })
}
