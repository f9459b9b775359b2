import { parseArgs } from 'node:util'
import { CallError, type Choices } from './cli-input.ts'
import { measures } from './cli-measures.ts'
import { missingTexts } from '../csv/csv-numbers.ts'
import { nearestName } from '../measures/nearest-name.ts'
import type { CsvOptions } from '../csv/read-csv.ts'
import type { RecordOptions } from '../measures/records.ts'

/** A call that has been understood. */
export interface Call {
  file: string
  measure: string
  choices: Choices
  csv: CsvOptions
  records: RecordOptions
  years: { year: string | undefined; from: string | undefined; to: string | undefined }
  /** Files beside the first. */
  reference: string | undefined
  with: string | undefined
  form: 'long' | 'wide' | 'json'
  out: string | undefined
  /** The options given that a measure may leave unused: the name it knows them by, and the option. */
  given: ReadonlyMap<string, string>
}

const options = {
  measure: { type: 'string', short: 'm' },
  year: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  region: { type: 'string' },
  activity: { type: 'string' },
  value: { type: 'string' },
  'year-column': { type: 'string' },
  layout: { type: 'string' },
  separator: { type: 'string' },
  decimal: { type: 'string' },
  'missing-text': { type: 'string', multiple: true },
  'zero-text': { type: 'string', multiple: true },
  absent: { type: 'string' },
  repeated: { type: 'string' },
  threshold: { type: 'string' },
  missing: { type: 'string' },
  reference: { type: 'string' },
  with: { type: 'string' },
  unit: { type: 'string' },
  level: { type: 'string' },
  smallest: { type: 'string' },
  'counts-per-unit': { type: 'string' },
  'rounded-to': { type: 'string' },
  interval: { type: 'string' },
  wide: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
} as const

const separators = { comma: ',', semicolon: ';', tab: '\t', ',': ',', ';': ';', '\t': '\t', '\\t': '\t' } as const
const decimals = { comma: ',', point: '.', ',': ',', '.': '.' } as const

/** Options that only some measures look at. */
const measureOptions = {
  year: 'table',
  from: 'period',
  to: 'period',
  threshold: 'threshold',
  missing: 'missing',
  reference: 'reference',
  with: 'companion',
  unit: 'unit',
  level: 'level',
  smallest: 'smallest',
  'counts-per-unit': 'countsPerUnit',
  'rounded-to': 'roundedTo',
  interval: 'interval',
} as const

/**
 * What the arguments ask for.
 * @returns null when they ask for help, or there are none
 * @throws CallError in plain words when they cannot be understood
 */
export function readArguments(args: readonly string[]): Call | null {
  const { values: flags, positionals } = parse(args)
  if (flags.help || args.length === 0) return null
  const [file, ...rest] = positionals
  if (!file) throw new CallError('Name the file to read, or - for standard input.')
  if (rest.length > 0)
    throw new CallError(
      `One file is read, but ${positionals.length} are named: ${positionals.join(', ')}. Options begin with --.`,
    )
  if (flags.wide && flags.json) throw new CallError('--wide is a form of CSV; leave it or --json out.')
  const decimal = flags.decimal === undefined ? undefined : choose('decimal', flags.decimal, decimals)
  const separator = flags.separator === undefined ? undefined : choose('separator', flags.separator, separators)
  const columns = withoutUndefined({
    region: flags.region,
    activity: flags.activity,
    value: flags.value,
    year: flags['year-column'],
  })
  return {
    file,
    measure: findMeasure(flags.measure),
    choices: {
      threshold: positive('threshold', flags.threshold) ?? 1,
      missing: choose('missing', flags.missing ?? 'leave-out', same('leave-out', 'propagate', 'as-zero')),
      unit: choose('unit', flags.unit ?? 'count', same('count', 'money')),
      level: positive('level', flags.level) ?? 0.95,
      smallest: positive('smallest', flags.smallest) ?? 5,
      countsPerUnit: positive('counts-per-unit', flags['counts-per-unit']) ?? 1,
      roundedTo: positive('rounded-to', flags['rounded-to']),
      interval:
        flags.interval === undefined ? undefined : choose('interval', flags.interval, same('counting', 'rounding', 'both')),
    },
    csv: withoutUndefined({
      columns,
      decimal,
      separator,
      layout: flags.layout === undefined ? undefined : choose('layout', flags.layout, same('long', 'wide')),
      missing: flags['missing-text'] && [...missingTexts, ...flags['missing-text']],
      zero: flags['zero-text'],
    }),
    records: {
      absent: choose('absent', flags.absent ?? 'missing', same('missing', 'zero')),
      repeated: choose('repeated', flags.repeated ?? 'error', same('error', 'add')),
    },
    years: { year: flags.year, from: flags.from, to: flags.to },
    reference: flags.reference,
    with: flags.with,
    form: flags.json ? 'json' : flags.wide ? 'wide' : 'long',
    out: flags.out,
    given: new Map(
      Object.entries(measureOptions).flatMap(([flag, name]) =>
        flags[flag as keyof typeof flags] === undefined ? [] : [[`--${flag}`, name]],
      ),
    ),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^']*)'/.exec(message)?.[1] : undefined
    if (unknown === undefined) throw new CallError(`${message.replace(/\.$/, '')}. See relatedness --help.`, { cause: error })
    const near = nearestName(unknown.replace(/^-+/, ''), Object.keys(options))
    throw new CallError(`There is no option ${unknown}.${near ? ` Did you mean --${near}?` : ' See relatedness --help.'}`, {
      cause: error,
    })
  }
}

/** The measure of a name, or of what it is also called. */
function findMeasure(name: string | undefined): string {
  if (!name)
    throw new CallError('Say what to compute with --measure, for example --measure density. See relatedness --help for all.')
  const asked = name.toLowerCase().replaceAll('_', '-')
  const known = alsoCalled[asked] ?? asked
  if (Object.hasOwn(measures, known)) return known
  const near = nearestName(asked, Object.keys(measures))
  throw new CallError(`There is no measure «${name}».${near ? ` Did you mean ${near}?` : ' See relatedness --help for all.'}`)
}

const alsoCalled: Record<string, string> = {
  lq: 'location-quotient',
  rca: 'location-quotient',
  rsca: 'symmetric-location-quotient',
  probability: 'probability-index',
  'relatedness-density': 'density',
  coi: 'outlook-index',
  cog: 'outlook-gain',
  hhi: 'herfindahl',
  specialization: 'specialisation',
}

function choose<Value extends string>(option: string, given: string, choices: Readonly<Record<string, Value>>): Value {
  if (Object.hasOwn(choices, given)) return choices[given]!
  const named = Object.keys(choices).filter((name) => /\w{2}/.test(name))
  throw new CallError(`--${option} is «${given}»; it must be ${named.slice(0, -1).join(', ')} or ${named.at(-1)}.`)
}

function same<Name extends string>(...names: Name[]): Record<string, Name> {
  return Object.fromEntries(names.map((name) => [name, name]))
}

function positive(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const value = Number(given)
  if (!(value > 0) || value === Infinity)
    throw new CallError(`--${option} is «${given}»; it must be a number above 0, with a decimal point.`)
  return value
}

function withoutUndefined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }
}

/** What `--help` says: every option and every measure. */
export function helpText(): string {
  const width = Math.max(...Object.keys(measures).map((name) => name.length))
  return `relatedness FILE.csv --measure NAME [options]

FILE.csv is long (region, activity, year, value) or wide (a row a region, a column an activity); - reads standard input.
UTF-8; separated by comma, semicolon or tab. Missing: an empty cell, . .. ... : NA NaN.

What to compute
  -m, --measure NAME       see below
  --year YEAR              which year of a file with several; default the last
  --from YEAR, --to YEAR   for changes; default the first and the last
  --threshold NUMBER       location quotient from which a region is specialised; default 1
  --missing POLICY         what a missing cell does to totals: leave-out (default), propagate or as-zero
  --reference FILE.csv     totals by activity to compare with (a country's, say): a row an activity, a column of numbers
  --with FILE.csv          what some measures need besides: a row a region or an activity, and columns
  --level SHARE            of the intervals of counts; default 0.95
  --smallest COUNT         counts below it are flagged as small; default 5
  --counts-per-unit NUMBER how many are counted as one in the file: 1000 for a file in thousands; default 1
  --rounded-to NUMBER      what the numbers were rounded to, to the nearest
  --interval WHAT          counting (default), rounding (default with --rounded-to) or both
  --unit WHAT              count (default) or money, which has no interval but of rounding

How to read the file
  --region, --activity, --value, --year-column NAME
                           the columns' names, where they are not recognised
  --layout WHAT            long or wide, where it is not recognised
  --separator, --decimal   comma, semicolon or tab; comma or point
  --missing-text TEXT      what missing is written as besides the above; may be given several times
  --zero-text TEXT         what nothing is written as, such as -; may be given several times
  --absent WHAT            a pair without a row is missing (default) or zero
  --repeated WHAT          rows of the same cell are an error (default) or parts to add

What to write
  --wide                   a row a region, a column an activity
  --json                   JSON in place of CSV, with the notes
  -o, --out FILE           to a file in place of standard output, whole or not at all

Notes go to standard error. In CSV missing is an empty cell. The command ends with 0, or 2 when the call or a file cannot be
understood.

Measures
${Object.entries(measures)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}
`
}
