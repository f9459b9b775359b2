#!/usr/bin/env node
import { createWriteStream, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Call, helpText, readArguments } from './cli-arguments.ts'
import { CallError, lastYear, measureInput } from './cli-input.ts'
import { measures } from './cli-measures.ts'
import { csvText, isGrid, jsonText, type MeasureOutput } from './cli-output.ts'
import { readCompanion } from '../csv/companion-file.ts'
import { readCsv } from '../csv/read-csv.ts'
import type { Note } from '../measures/table.ts'

/** What the command reads from and writes to. */
export interface CliIo {
  /** The text of a file, or of standard input for `-`. */
  readFile: (path: string) => string | Promise<string>
  /** Writes the whole file or leaves what is there as it is. */
  writeFile: (path: string, pieces: Iterable<string>) => void | Promise<void>
  stdout: (text: string) => void
  stderr: (text: string) => void
}

/** Runs the command. @returns 0, or 2 with plain words to standard error when the call or a file cannot be understood */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  try {
    const call = readArguments(args)
    if (call) await run(call, io)
    else io.stdout(helpText())
    return 0
  } catch (error) {
    if (!(error instanceof CallError || error instanceof RangeError)) throw error
    io.stderr(`relatedness: ${error.message}${hintFor(error.message)}\n`)
    return 2
  }
}

/** How to do here what a message of the functions advises. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/comes twice\./, '--repeated add adds them.'],
  [/a text for zero or for missing/, 'Here: --zero-text or --missing-text.'],
  [/say so \(decimal\)/, 'Here: --decimal point.'],
  [/name its columns|recognised as the/, 'Here: --region, --activity, --value.'],
  [/give roundedTo|what the numbers were rounded to: roundedTo/, 'Here: --rounded-to.'],
]

function hintFor(message: string): string {
  const hint = hints.find(([pattern]) => pattern.test(message))?.[1]
  return hint ? ` ${hint}` : ''
}

async function run(call: Call, io: CliIo): Promise<void> {
  if ([call.file, call.reference, call.with].filter((file) => file === '-').length > 1)
    throw new CallError('Standard input can be read once only; name a file for the others.')
  const csv = readCsv(await io.readFile(call.file), call.csv)
  const companionOf = async (file: string | undefined) =>
    file === undefined ? undefined : readCompanion(file, await io.readFile(file), call.csv)
  const { input, used } = measureInput({
    csv,
    records: call.records,
    years: call.years,
    choices: call.choices,
    reference: await companionOf(call.reference),
    companion: await companionOf(call.with),
  })
  const output = measures[call.measure]!.compute(input)
  if (call.form === 'wide' && !isGrid(output)) throw new CallError(`${call.measure} has no wide form; leave --wide out.`)
  const notes = [...csv.notes, ...yearNotes(call, csv.years, used), ...unusedNotes(call, used), ...output.notes]
  for (const note of notes) io.stderr(`relatedness: ${note.message}${namesOf(note)}\n`)
  const pieces = textOf({ ...output, notes }, call, used.has('table') ? (call.years.year ?? lastYear(csv.years)) : undefined)
  if (call.out !== undefined) await io.writeFile(call.out, pieces)
  else for (const piece of pieces) io.stdout(piece)
}

function textOf(output: MeasureOutput, { form, measure }: Call, year: string | undefined): Generator<string> {
  return form === 'json' ? jsonText(output, { measure, ...(year !== undefined && { year }) }) : csvText(output, form)
}

/** Which year was taken, when it was not asked for. */
function yearNotes({ years }: Call, found: readonly string[], used: ReadonlySet<string>): Note[] {
  if (found.length < 2 || years.year !== undefined || !used.has('table')) return []
  return [{ code: 'last-year', message: `The file has ${found.length} years; this is ${lastYear(found)}. Choose with --year.` }]
}

/** An option that changed nothing is said, since whoever gave it thinks otherwise. */
function unusedNotes({ given, measure }: Call, used: ReadonlySet<string>): Note[] {
  const unused = [...given].filter(([, name]) => !used.has(name)).map(([option]) => option)
  if (unused.length === 0) return []
  return [{ code: 'unused-option', message: `${measure} does not look at ${unused.join(', ')}.` }]
}

function namesOf({ regions = [], activities = [] }: Note): string {
  const names = [...regions, ...activities]
  return names.length === 0 ? '' : ` (${names.slice(0, 5).join('; ')}${names.length > 5 ? `; and ${names.length - 5} more` : ''})`
}

/** The largest file that is read. */
const mostBytes = 400_000_000

async function readInput(path: string): Promise<string> {
  const bytes = path === '-' ? await readStandardInput() : readWholeFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new CallError(`«${path}» is not UTF-8. Save it as UTF-8 (in a spreadsheet: «CSV UTF-8»).`, { cause: error })
  }
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

const isRunDirectly = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isRunDirectly) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await runCli(process.argv.slice(2), {
    readFile: readInput,
    writeFile: writeOutput,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  })
}
