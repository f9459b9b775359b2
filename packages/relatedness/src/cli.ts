#!/usr/bin/env node
import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type MeasureOutput, measures } from './cli-measures.ts'
import { readCsv } from './read-csv.ts'
import { panelFromRecords } from './records.ts'
import type { MissingPolicy } from './totals.ts'

/** What the command reads from and writes to. */
export interface CliIo {
  readFile: (path: string) => string
  writeFile: (path: string, text: string) => void
  stdout: (text: string) => void
  stderr: (text: string) => void
}

const options = {
  measure: { type: 'string', short: 'm' },
  year: { type: 'string' },
  region: { type: 'string' },
  activity: { type: 'string' },
  value: { type: 'string' },
  'year-column': { type: 'string' },
  threshold: { type: 'string' },
  missing: { type: 'string' },
  absent: { type: 'string' },
  wide: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
} as const

const policies: readonly MissingPolicy[] = ['leave-out', 'propagate', 'as-zero']

/** A mistake in how the command was called; its message is for the caller. */
class CallError extends Error {}

/** Runs the command. @returns 0, or 2 with plain words to standard error when the call or the file cannot be understood */
export function runCli(args: string[], io: CliIo): number {
  try {
    return run(args, io)
  } catch (error) {
    if (!(error instanceof CallError || error instanceof RangeError)) throw error
    io.stderr(`relatedness: ${error.message}\n`)
    return 2
  }
}

function run(args: string[], io: CliIo): number {
  const { values: flags, positionals } = parse(args)
  if (flags.help || args.length === 0) {
    io.stdout(helpText())
    return 0
  }
  const [file, ...rest] = positionals
  if (!file || rest.length > 0) throw new CallError('Name one file, or - for standard input. See relatedness --help.')
  const measure = findMeasure(flags.measure)
  const threshold = flags.threshold === undefined ? 1 : Number(flags.threshold)
  if (!(threshold > 0)) throw new CallError(`--threshold is «${flags.threshold}»; it must be a number above 0.`)
  const missing = (flags.missing ?? 'leave-out') as MissingPolicy
  if (!policies.includes(missing))
    throw new CallError(`--missing is «${flags.missing}»; it must be one of ${policies.join(', ')}.`)
  const absent = flags.absent ?? 'missing'
  if (absent !== 'missing' && absent !== 'zero') throw new CallError(`--absent is «${absent}»; it must be missing or zero.`)
  const columns = { region: flags.region, activity: flags.activity, value: flags.value, year: flags['year-column'] }
  const named = Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined))
  const { records, notes: readNotes } = readCsv(readInput(file, io), { columns: named })
  const panel = panelFromRecords(records, { absent })
  const year = flags.year ?? panel.years.at(-1)!
  const at = panel.years.indexOf(year)
  if (at < 0) throw new CallError(`There is no year ${year} in the file; it has ${panel.years.join(', ')}.`)
  if (flags.year === undefined && panel.years.length > 1)
    io.stderr(`relatedness: the file has ${panel.years.length} years; using ${year}. Choose with --year.\n`)
  const output = measure.compute({ table: panel.tables[at]!, panel, threshold, missing })
  for (const note of [...readNotes, ...panel.notes, ...output.notes]) io.stderr(`relatedness: ${note.message}${namesOf(note)}\n`)
  const text = flags.json ? jsonText(output) : csvText(output, flags.wide === true)
  if (flags.out) io.writeFile(flags.out, text)
  else io.stdout(text)
  return 0
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new CallError(`${(error as Error).message}. See relatedness --help.`, { cause: error })
  }
}

function readInput(file: string, io: CliIo): string {
  try {
    return io.readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CallError(
      `«${file}» cannot be read${code === 'ENOENT' ? ': there is no such file' : ` (${code ?? 'unknown reason'})`}.`,
      { cause: error },
    )
  }
}

function findMeasure(name: string | undefined) {
  if (!name)
    throw new CallError('Say what to compute with --measure, for example --measure density. See relatedness --help for all.')
  const measure = Object.hasOwn(measures, name) ? measures[name] : undefined
  if (measure) return measure
  const near = Object.keys(measures).sort((one, other) => distance(name, one) - distance(name, other))[0]!
  throw new CallError(
    `There is no measure «${name}».${distance(name, near) <= 3 ? ` Did you mean ${near}?` : ' See relatedness --help for all.'}`,
  )
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

function namesOf({ regions = [], activities = [] }: { regions?: readonly string[]; activities?: readonly string[] }): string {
  const names = [...regions, ...activities]
  return names.length === 0 ? '' : ` (${names.slice(0, 5).join('; ')}${names.length > 5 ? `; and ${names.length - 5} more` : ''})`
}

function csvText(output: MeasureOutput, isWide: boolean): string {
  if (isWide && !output.wide) throw new CallError('This measure has no wide form; leave --wide out.')
  const rows = isWide
    ? [[output.wide!.corner, ...output.wide!.columns], ...output.wide!.rows.map(({ label, values }) => [label, ...values])]
    : [output.columns, ...output.rows]
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\n')}\n`
}

/** Missing is an empty cell; a text that holds a comma, a quote or a line break is quoted. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  return typeof value === 'string' && /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value)
}

function jsonText({ columns, rows, notes }: MeasureOutput): string {
  const records = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))
  return `${JSON.stringify({ records, notes }, (_, value: unknown) => (value === Infinity || value === -Infinity ? String(value) : value), 1)}\n`
}

function helpText(): string {
  const width = Math.max(...Object.keys(measures).map((name) => name.length))
  return `relatedness FILE.csv --measure NAME [options]

FILE.csv is long (region, activity, year, value) or wide (a row a region, a column an activity); - reads standard input.

Options
  -m, --measure NAME     what to compute, see below
  --year YEAR            which year of a file with several; default the last
  --region, --activity, --value, --year-column NAME
                         the columns' names, where they are not recognised
  --threshold NUMBER     location quotient from which a region is specialised; default 1
  --missing POLICY       leave-out (default), propagate or as-zero
  --absent WHAT          a pair without a row is missing (default) or zero
  --wide                 write a row a region, a column an activity
  --json                 write JSON instead of CSV
  -o, --out FILE         write to a file instead of standard output, whole or not at all

Measures
${Object.entries(measures)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}
`
}

const isRunDirectly = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isRunDirectly) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = runCli(process.argv.slice(2), {
    readFile: (path) => readFileSync(path === '-' ? 0 : path, 'utf8'),
    writeFile: (path, text) => {
      const beside = `${path}.${process.pid}.part`
      try {
        writeFileSync(beside, text, { flag: 'wx' })
        renameSync(beside, path)
      } catch (error) {
        rmSync(beside, { force: true })
        throw new CallError(`«${path}» cannot be written (${(error as NodeJS.ErrnoException).code}).`, { cause: error })
      }
    },
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  })
}
