import { checkTable, isSeries } from './checked-arguments.ts'
import { accepted, between, declareOptions, oneOf, optional, type OptionsOf, positive, zeroOrMore } from './declared-options.ts'
import { gammaQuantile } from './gamma-distribution.ts'
import { locationQuotient } from './location-quotient.ts'
import { type KnownTotals, roundedBounds } from './rounded-quotients.ts'
import { missingPresence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table, toDense } from './table.ts'
import { missingPolicies, type MissingPolicy, totalsOf } from './totals.ts'

/** Totals published by themselves, exact, in the unit of the table. Those by region or by activity must be of the whole table. */
export interface PublishedTotals {
  byRegion?: Series
  byActivity?: Series
  total?: number
}

const isTotals = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((name) => ['byRegion', 'byActivity', 'total'].includes(name))

const intervalOptions = declareOptions('quotientInterval', {
  /**
   * What the interval is of. `counting` (default): the chance in small counts. `rounding` (default when `roundedTo` is
   * given): all that rounded numbers can stand for. `both`: chance on top of rounding.
   */
  kind: optional(oneOf(['counting', 'rounding', 'both'])),
  /** How often the interval of a count covers its expectation, at least. Default 0.95. */
  level: between(0, 1, 0.95),
  /** The quotient that matters. Default 1. */
  threshold: positive(1),
  /** Counts below this are flagged as small. Default 5. */
  smallest: zeroOrMore(5),
  /** How many counted things one unit of the table stands for: 1000 for a table in thousands. Default 1. */
  countsPerUnit: positive(1),
  /** The multiple that each cell was rounded to, to the nearest, in the unit of the table: 1 for whole thousands. */
  roundedTo: optional(positive(1)),
  /** See `locationQuotient`. With exact totals a missing cell left out is one that can be anything they leave room for. */
  missing: oneOf(missingPolicies),
  /** See `locationQuotient`. Taken as exact. Not together with `totals`. */
  reference: accepted<Series>('a series by activity (see seriesFrom)', isSeries),
  /** Totals published by themselves, in place of those of the table. */
  totals: accepted<PublishedTotals>('an object of byRegion, byActivity and total', isTotals),
})
export interface QuotientIntervalOptions extends OptionsOf<typeof intervalOptions> {}

/** Regions × activities, row by row: 1 = yes, 0 = no, 255 = missing. */
export interface CellFlags {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  readonly values: Uint8Array
}

export interface QuotientInterval extends Noted {
  quotient: Table
  lower: Table
  upper: Table
  /** Where the interval straddles the threshold: lower below it and upper at it or above. */
  uncertain: CellFlags
  /** Where the count is below `smallest`; never for money. */
  small: CellFlags
}

/**
 * Location quotients with an interval, and a flag where it does not decide on which side of the threshold they lie.
 * `counting`: a count x against its expectation E = R · A / T is a standardised ratio, and its interval is that of a Poisson
 * count over E: from χ²(α/2; 2x)/2E to χ²(1 − α/2; 2x + 2)/2E (exact, two-sided; 0 counts begin at 0). The expectation is
 * taken as given; where the cell is most of its own region or activity it is not (noted `own-expectation`), and the interval
 * is then too wide. Counts that are not whole (means of a year) are put into the same formula (noted `not-whole-count`).
 * `rounding`: the smallest and largest quotient that any numbers give which round to those of the table (see `quotientBounds`);
 * a zero may stand for up to half a multiple. `both`: the counting interval from the least to the most that the cell and its
 * expectation can be; never too narrow, and a little too wide where the cell is much of its totals.
 * @param table  regions × activities in unit `count`; `money` for `rounding` only
 * @returns regions × activities, ratios ≥ 0; NaN where the quotient is (a missing cell, an empty region or activity, noted).
 * Notes `uncertain-quotient` and `small-count` say how many.
 * @throws RangeError when an option is out of range, the table is money (or without unit) and chance is asked for, a number is
 * no multiple of `roundedTo`, or exact totals do not fit the cells
 * Sources: Garwood 1936, doi:10.2307/2333958; Ulm 1990, doi:10.1093/oxfordjournals.aje.a115507 (for standardised ratios).
 */
export function quotientInterval(table: Table | SparseTable, options: QuotientIntervalOptions = {}): QuotientInterval {
  checkTable('quotientInterval', table)
  const dense = toDense(table)
  const settings = checkedSettings(dense, options)
  const totals = knownTotals(dense, options)
  const { regions, activities } = dense
  const point = locationQuotient(dense, { missing: settings.missing, reference: options.reference })
  const quotients = options.totals ? quotientsOf(dense, totals, settings.missing) : point.values
  const lower = new Float64Array(quotients.length).fill(NaN)
  const upper = new Float64Array(quotients.length).fill(NaN)
  if (settings.kind === 'counting') countingBounds({ table: dense, totals, settings, quotients }, lower, upper)
  else
    roundedBounds(
      dense,
      { ...settings, roundedTo: options.roundedTo!, totals, quotients },
      (at, { quotient, cell, expected }) => {
        const interval = settings.kind === 'both' && cell.map((end) => settings.interval(end * settings.countsPerUnit))
        lower[at] = interval ? interval[0]![0]! / settings.countsPerUnit / expected[1] : quotient[0]
        upper[at] = interval ? interval[1]![1]! / settings.countsPerUnit / expected[0] : quotient[1]
      },
    )
  const labels = { regions, activities }
  const uncertain = flag(lower, (low, at) => low < settings.threshold && upper[at]! >= settings.threshold)
  const small = flag(
    quotients,
    (_, at) => !settings.money && (dense.values[at]! || 0) * settings.countsPerUnit < settings.smallest,
  )
  const left = options.totals ? point.notes.filter(({ code }) => code !== 'missing-cells') : point.notes
  return {
    quotient: { ...labels, values: quotients },
    lower: { ...labels, values: lower },
    upper: { ...labels, values: upper },
    uncertain: { ...labels, values: uncertain },
    small: { ...labels, values: small },
    notes: [...left, ...notesOf({ table: dense, totals, settings, uncertain, small })],
  }
}

/**
 * The exact interval of the expectation of a Poisson count (Garwood): the counts that would be too many or too few with less
 * than half of what the level leaves.
 * @param count  zero or more; not only whole numbers
 * @returns from 0 for a count of 0
 * @throws RangeError when the level is not between 0 and 1 or the count is not zero or more
 * Source: Garwood 1936, doi:10.2307/2333958.
 */
export function poissonInterval(count: number, level = 0.95): readonly [lower: number, upper: number] {
  checkLevel(level)
  if (typeof count !== 'number' || !(count >= 0) || count === Infinity)
    throw new RangeError(`The count is ${count}; it must be a number of zero or more.`)
  const outside = (1 - level) / 2
  return [count === 0 ? 0 : gammaQuantile(count, outside, 'lower'), gammaQuantile(count + 1, outside, 'upper')]
}

interface Settings {
  kind: 'counting' | 'rounding' | 'both'
  threshold: number
  smallest: number
  countsPerUnit: number
  missing: MissingPolicy
  money: boolean
  /** `poissonInterval` at the level asked for; the same counts come many times in a table. */
  interval: (count: number) => readonly [number, number]
}

function checkedSettings({ unit }: Table, options: QuotientIntervalOptions): Settings {
  const { roundedTo, level, threshold, smallest, countsPerUnit, missing, kind: asked } = intervalOptions.read(options)
  const kind = asked ?? (roundedTo === undefined ? 'counting' : 'rounding')
  if (kind !== 'counting' && roundedTo === undefined)
    throw new RangeError(
      'To say what rounding can do, say what the numbers were rounded to: roundedTo, in the unit of the table.',
    )
  if (kind !== 'rounding' && unit !== 'count')
    throw new RangeError(
      unit === 'money'
        ? 'The table is money, which is not counted one by one, so it has no counting interval. If its numbers are rounded, give roundedTo and kind «rounding».'
        : 'The table does not say what its numbers are. Give unit «count» for things counted; only those have a counting interval.',
    )
  const found = new Map<number, readonly [number, number]>()
  const interval = (count: number) => {
    const known = found.get(count) ?? poissonInterval(count, level)
    found.set(count, known)
    return known
  }
  return { kind, threshold, smallest, countsPerUnit, missing, money: unit === 'money', interval }
}

function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`The level is ${level}; it must be between 0 and 1, such as 0.95.`)
}

/** The totals of the table, or those that are given in their place. */
function knownTotals(
  table: Table,
  { missing = 'leave-out', reference, totals: published = {} }: QuotientIntervalOptions,
): KnownTotals {
  const { byRegion, byActivity } = published
  if (reference && Object.values(published).some((total) => total !== undefined))
    throw new RangeError('Give a reference or exact totals, not both: the reference takes the place of the totals by activity.')
  if (byRegion) checkSameLabels('regions of the table and of its totals', table.regions, byRegion.labels)
  if (byActivity) checkSameLabels('activities of the table and of its totals', table.activities, byActivity.labels)
  if (reference) checkSameLabels('activities of the table and of the reference', table.activities, reference.labels)
  const sums = [byRegion, byActivity].flatMap((series) => (series ? [sumOf(series)] : []))
  const total = published.total ?? sums[0]
  for (const sum of sums)
    if (Math.abs(sum - total!) > 1e-9 * total!)
      throw new RangeError(`The exact totals do not agree: they sum to ${sum}, but the total is ${total}.`)
  if (total !== undefined && !(total > 0 && total < Infinity))
    throw new RangeError(`The exact total is ${total}; it must be a number above 0.`)
  const own = totalsOf(table, missing)
  return {
    byRegion: byRegion?.values ?? own.byRegion,
    byActivity: byActivity?.values ?? reference?.values ?? own.byActivity,
    total: total ?? (reference ? reference.values.reduce((sum, value) => sum + (value || 0), 0) : own.total),
    exact: {
      ...(byRegion && { byRegion: byRegion.values }),
      ...(byActivity && { byActivity: byActivity.values }),
      ...(total !== undefined && { total }),
    },
    reference: reference !== undefined,
  }
}

function sumOf({ labels, values }: Series): number {
  values.forEach((value, at) => {
    if (!(value >= 0 && value < Infinity))
      throw new RangeError(`The exact total of «${labels[at]}» is ${value}; it must be a number of zero or more.`)
  })
  return values.reduce((sum, value) => sum + value, 0)
}

function quotientsOf(
  { values, activities }: Table,
  { byRegion, byActivity, total }: KnownTotals,
  missing: MissingPolicy,
): Float64Array {
  const width = activities.length
  return values.map((value, at) => {
    const below = byRegion[Math.floor(at / width)]! * byActivity[at % width]!
    return below === 0 ? NaN : ((missing === 'as-zero' ? value || 0 : value) * total) / below
  })
}

function countingBounds(
  input: { table: Table; totals: KnownTotals; settings: Settings; quotients: Float64Array },
  lower: Float64Array,
  upper: Float64Array,
): void {
  const { table, totals, settings, quotients } = input
  const width = table.activities.length
  quotients.forEach((quotient, at) => {
    if (Number.isNaN(quotient)) return
    const expected =
      ((totals.byRegion[Math.floor(at / width)]! * totals.byActivity[at % width]!) / totals.total) * settings.countsPerUnit
    const [low, high] = settings.interval((table.values[at]! || 0) * settings.countsPerUnit)
    lower[at] = low / expected
    upper[at] = high / expected
  })
}

function flag(values: Float64Array, test: (value: number, at: number) => boolean): Uint8Array {
  return Uint8Array.from(values, (value, at) => (Number.isNaN(value) ? missingPresence : test(value, at) ? 1 : 0))
}

function notesOf(input: {
  table: Table
  totals: KnownTotals
  settings: Settings
  uncertain: Uint8Array
  small: Uint8Array
}): Note[] {
  const { table, totals, settings, uncertain, small } = input
  const { kind, threshold, smallest, countsPerUnit } = settings
  const width = table.activities.length
  const count = (test: (at: number) => boolean) => table.values.reduce((sum, _, at) => sum + (test(at) ? 1 : 0), 0)
  const straddling = count((at) => uncertain[at] === 1)
  const few = count((at) => small[at] === 1)
  const ruling = (at: number) =>
    table.values[at]! >
    Math.min(totals.byRegion[Math.floor(at / width)]!, totals.reference ? Infinity : totals.byActivity[at % width]!) / 2
  const own = kind === 'rounding' ? 0 : count(ruling)
  const broken =
    kind === 'counting' ? count((at) => !Number.isNaN(table.values[at]!) && !wholeEnough(table.values[at]! * countsPerUnit)) : 0
  const said: [number, string, string][] = [
    [
      straddling,
      'uncertain-quotient',
      `cells have an interval that straddles ${threshold}, so on which side they lie is not decided.`,
    ],
    [few, 'small-count', `cells have a count below ${smallest}.`],
    [own, 'own-expectation', 'cells are more than half of their region or activity, so their interval is wider than need be.'],
    [broken, 'not-whole-count', 'cells are not whole counts; their interval is by the same formula.'],
  ]
  return said.flatMap(([cells, code, message]) => (cells > 0 ? [{ code, message: `${cells} ${message}`, cells }] : []))
}

function wholeEnough(count: number): boolean {
  return Math.abs(count - Math.round(count)) <= 1e-9 * Math.max(1, count)
}
