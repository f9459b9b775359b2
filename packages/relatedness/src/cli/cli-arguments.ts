import { parseArgs } from 'node:util'
import { CallError, type Choices } from './cli-input.ts'
import { measures } from './cli-measures.ts'
import { type PlotName, plotNames } from './cli-plots.ts'
import { notAmong } from '../measures/declared-options.ts'
import { peerNames } from '../measures/peer-conventions.ts'
import { missingTexts } from '../csv/csv-numbers.ts'
import { nearestName } from '../measures/nearest-name.ts'
import type { CsvOptions } from '../csv/read-csv.ts'
import type { RecordOptions } from '../measures/records.ts'

/** A call that has been understood. */
export interface Call {
  file: string
  /** One or more, in the order asked for; none when only a plot is. */
  measures: readonly string[]
  plot: PlotName | undefined
  choices: Choices
  csv: CsvOptions
  records: RecordOptions
  years: { year: string | undefined; from: string | undefined; to: string | undefined }
  /** The region that a plot is of. */
  region: string | undefined
  /** Files beside the first. */
  reference: string | undefined
  with: string | undefined
  form: 'long' | 'wide' | 'json'
  out: string | undefined
  /** The options given that a measure may leave unused: the name it knows them by, and the option. */
  given: ReadonlyMap<string, string>
}

const options = {
  measure: { type: 'string', short: 'm', multiple: true },
  plot: { type: 'string' },
  peer: { type: 'string' },
  sex: { type: 'string' },
  totals: { type: 'string' },
  year: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  region: { type: 'string' },
  for: { type: 'string' },
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
  workers: { type: 'string' },
  wide: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
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
  peer: 'peer',
  reference: 'reference',
  with: 'companion',
  unit: 'unit',
  level: 'level',
  smallest: 'smallest',
  'counts-per-unit': 'countsPerUnit',
  'rounded-to': 'roundedTo',
  interval: 'interval',
  workers: 'workers',
} as const

/**
 * What the arguments ask for.
 * @returns `help` when they ask for it, or there are none; `version` when they ask for that
 * @throws CallError in plain words when they cannot be understood
 */
export function readArguments(args: readonly string[]): Call | 'help' | 'version' {
  const { values: flags, positionals } = parse(args)
  if (flags.help || args.length === 0) return 'help'
  if (flags.version) return 'version'
  const [file, ...rest] = positionals
  if (!file) throw new CallError('Name the file to read, or - for standard input.')
  if (rest.length > 0)
    throw new CallError(
      `One file is read, but ${positionals.length} are named: ${positionals.join(', ')}. Options begin with --.`,
    )
  const { measures: asked, plot } = readQuestion(flags)
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
    measures: asked,
    plot,
    choices: readChoices(flags),
    csv: withoutUndefined({
      columns,
      decimal,
      separator,
      layout: flags.layout === undefined ? undefined : choose('layout', flags.layout, same('long', 'wide')),
      missing: flags['missing-text'] && [...missingTexts, ...flags['missing-text']],
      sex: flags.sex === undefined ? undefined : choose('sex', flags.sex, same('both', 'men', 'women')),
      totals: flags.totals === undefined ? undefined : choose('totals', flags.totals, same('note', 'leave-out', 'keep')),
      zero: flags['zero-text'],
    }),
    records: {
      absent: choose('absent', flags.absent ?? 'missing', same('missing', 'zero')),
      repeated: choose('repeated', flags.repeated ?? 'error', same('error', 'add')),
    },
    years: { year: flags.year, from: flags.from, to: flags.to },
    region: flags.for,
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

type Flags = ReturnType<typeof parse>['values']

/** What is to be computed or drawn, and whether it goes together. */
function readQuestion(flags: Flags): { measures: string[]; plot: PlotName | undefined } {
  if (flags.peer !== undefined && flags.missing !== undefined)
    throw new CallError('--peer says what a missing cell is; leave it or --missing out.')
  const plot = flags.plot === undefined ? undefined : choose('plot', flags.plot, same(...plotNames))
  const asked = (flags.measure ?? []).flatMap((names) => names.split(',')).map((name) => findMeasure(name.trim()))
  if (asked.length === 0 && plot === undefined)
    throw new CallError('Say what to compute with --measure, for example --measure density. See relatedness --help for all.')
  if (plot !== undefined && (asked.length > 0 || flags.wide || flags.json))
    throw new CallError('--plot writes a picture (SVG) and nothing else; leave --measure, --wide and --json out.')
  if (asked.length > 1 && flags.wide) throw new CallError('--wide is for one measure; leave it out for several.')
  return { measures: [...new Set(asked)], plot }
}

function readChoices(flags: Flags): Choices {
  return {
    threshold: positive('threshold', flags.threshold) ?? 1,
    missing: choose('missing', flags.missing ?? 'leave-out', same('leave-out', 'propagate', 'as-zero')),
    peer: flags.peer === undefined ? undefined : choose('peer', flags.peer, same(...peerNames)),
    unit: choose('unit', flags.unit ?? 'count', same('count', 'money')),
    level: positive('level', flags.level) ?? 0.95,
    smallest: positive('smallest', flags.smallest) ?? 5,
    countsPerUnit: positive('counts-per-unit', flags['counts-per-unit']) ?? 1,
    roundedTo: positive('rounded-to', flags['rounded-to']),
    interval: flags.interval === undefined ? undefined : choose('interval', flags.interval, same('counting', 'rounding', 'both')),
    workers: wholeUpTo('workers', flags.workers, 64),
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
function findMeasure(name: string): string {
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
  throw new CallError(`--${option} is «${given}»; ${notAmong(given, named)}`)
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

function wholeUpTo(option: string, given: string | undefined, most: number): number | undefined {
  if (given === undefined) return undefined
  if (/^\d+$/.test(given) && Number(given) <= most) return Number(given)
  throw new CallError(`--${option} is «${given}»; it must be a whole number from 0 to ${most}.`)
}

function withoutUndefined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }
}

/** What `--help` says: every option and every measure. */
export function helpText(): string {
  const width = Math.max(...Object.keys(measures).map((name) => name.length))
  return `relatedness FILE --measure NAME[,NAME…] [options]
relatedness FILE --plot options|space|bars [options] > picture.svg

FILE is long (region, activity, year, value; or a column for each year or sex, as PxWeb writes them), wide (a row a region, a
column an activity), or Parquet with the columns of a long file (needs the package hyparquet); - reads standard input.
UTF-8, UTF-16 or else Windows-1252; separated by comma, semicolon or tab. Missing: an empty cell, . .. ... : NA NaN.

What to compute
  -m, --measure NAME       see below; several with commas, or given several times: one long table with the measure in front
  --plot WHAT              a picture in place of numbers: options (relatedness and complexity of what a region lacks; --for),
                           space (the activities and what is near what) or bars (complexity of regions)
  --peer PACKAGE           every convention as py-ecomplexity, economiccomplexity, econgeo or datawheel has it
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
  --workers NUMBER         threads that share density and outlook; default one for each processor from five million cells on, else 0

How to read the file
  --region, --activity, --value, --year-column NAME
                           the columns' names, where they are not recognised
  --layout WHAT            long or wide, where it is not recognised
  --separator, --decimal   comma, semicolon or tab; comma or point
  --sex WHAT               of a file by sex: both (default, added), men or women
  --totals WHAT            regions and activities that are sums of others: note (default; the command ends with 1), leave-out, keep
  --missing-text TEXT      what missing is written as besides the above; may be given several times
  --zero-text TEXT         what nothing is written as, such as -; may be given several times
  --absent WHAT            a pair without a row is missing (default) or zero
  --repeated WHAT          rows of the same cell are an error (default) or parts to add

What to write
  --wide                   a row a region, a column an activity
  --json                   JSON in place of CSV, with the notes
  -V, --version            the version, and nothing else
  -o, --out FILE           to a file in place of standard output, whole or not at all

Notes go to standard error. In CSV missing is an empty cell. The command ends with 0; with 1 when all is written
but sums stand among the parts; or with 2 when the call or a file cannot be understood.

Measures
${Object.entries(measures)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}
`
}
