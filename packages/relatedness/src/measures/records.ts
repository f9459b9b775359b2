import { declareOptions, oneOf, optional, type OptionsOf, shown } from './declared-options.ts'
import { type Note, type Noted, type Series, type Table, tableFrom } from './table.ts'

/** One row of a long table. A value of null or NaN is missing. */
export interface TableRecord {
  region: string
  activity: string
  year?: string | number
  value: number | null
}

/** Tables of the same regions and activities, one for each year, in ascending order. */
export interface Panel {
  readonly years: readonly string[]
  readonly tables: readonly Table[]
}

export const recordOptions = declareOptions('panelFromRecords', {
  /** What the numbers measure. Default: not said. */
  unit: optional(oneOf(['count', 'money'])),
  /** What a pair of region and activity is that has no row: unknown, or known to be nothing. Default `missing`. */
  absent: oneOf(['missing', 'zero']),
  /** What two rows of the same cell are: a mistake, or parts to add together. Default `error`. */
  repeated: oneOf(['error', 'add']),
})
export interface RecordOptions extends OptionsOf<typeof recordOptions> {}

/**
 * A table from long rows without years; labels stand in the order they first come.
 * @throws RangeError when rows carry several years, a cell comes twice (unless they are to be added) or a number is negative
 */
export function tableFromRecords(records: Iterable<TableRecord>, options: RecordOptions = {}): Table & Noted {
  const { years, tables, notes } = panelFromRecords(records, options)
  if (tables.length !== 1)
    throw new RangeError(`The rows carry ${years.length} years (${years.join(', ')}). Choose one, or use panelFromRecords.`)
  return { ...tables[0]!, notes }
}

/**
 * Tables by year from long rows; all share the labels of all rows, in the order they first come. Years ascend.
 * @throws RangeError when there are no rows, a cell comes twice (unless they are to be added) or a number is negative
 */
export function panelFromRecords(records: Iterable<TableRecord>, options: RecordOptions = {}): Panel & Noted {
  const { unit, absent, repeated } = recordOptions.read(options)
  const rows = [...records]
  if (rows.length === 0) throw new RangeError('There are no rows to make a table of.')
  const regions = distinct(rows.map((row) => row.region))
  const activities = distinct(rows.map((row) => row.activity))
  const years = distinct(rows.map((row) => String(row.year ?? ''))).sort((one, other) => compareYears(one, other))
  const regionAt = places(regions)
  const activityAt = places(activities)
  const yearAt = places(years)
  const cells = years.map(() => new Float64Array(regions.length * activities.length))
  const filled = years.map(() => new Uint8Array(regions.length * activities.length))
  for (const [at, row] of rows.entries()) checkRecord(row, at)
  for (const row of rows) {
    const year = yearAt.get(String(row.year ?? ''))!
    const at = regionAt.get(row.region)! * activities.length + activityAt.get(row.activity)!
    if (filled[year]![at] && repeated !== 'add')
      throw new RangeError(
        `Region «${row.region}», activity «${row.activity}»${row.year === undefined ? '' : `, year ${row.year}`} comes twice. Remove one, or ask for rows of the same cell to be added.`,
      )
    filled[year]![at] = 1
    cells[year]![at]! += row.value ?? NaN
  }
  const tables = cells.map((values, year) => {
    if (absent !== 'zero') values.forEach((_, at) => filled[year]![at] || (values[at] = NaN))
    return tableFrom({ regions, activities, values, ...(unit && { unit }) })
  })
  return { years, tables, notes: missingNotes(years, tables) }
}

/** Columns of equal length, from anything that can be gone through: lists, typed arrays, the vectors of Apache Arrow. */
export interface RecordColumns {
  region: Iterable<unknown>
  activity: Iterable<unknown>
  year?: Iterable<unknown>
  value: Iterable<unknown>
}

/**
 * Long rows from columns, as Arrow tables and Parquet readers have them.
 * @returns names and years as texts; whole numbers of 64 bits as numbers; null for what is null, undefined or NaN
 * @throws RangeError when the columns differ in length or a value is no number, with its row
 */
export function recordsFromColumns(columns: RecordColumns): TableRecord[] {
  const [regions, activities, values] = [[...columns.region], [...columns.activity], [...columns.value]]
  const years = columns.year && [...columns.year]
  for (const [name, column] of Object.entries({ activity: activities, value: values, ...(years && { year: years }) }))
    if (column.length !== regions.length)
      throw new RangeError(`recordsFromColumns: there are ${regions.length} regions, but ${column.length} in the column ${name}.`)
  return values.map((given, at) => {
    const value = typeof given === 'bigint' ? Number(given) : (given ?? null)
    if (value !== null && typeof value !== 'number')
      throw new RangeError(
        `recordsFromColumns: the value in row ${at + 1} is ${shown(value)}; it must be a number, or null for missing.`,
      )
    return {
      region: String(regions[at]),
      activity: String(activities[at]),
      ...(years && { year: String(years[at]) }),
      value: value === null || Number.isNaN(value) ? null : value,
    }
  })
}

/** The cells of a table as long rows, missing ones with the value null. */
export function toRecords(table: Table): TableRecord[] {
  return table.regions.flatMap((region, r) =>
    table.activities.map((activity, a) => {
      const value = table.values[r * table.activities.length + a]!
      return { region, activity, value: Number.isNaN(value) ? null : value }
    }),
  )
}

/**
 * A series from pairs of label and number, in the order of `labels`.
 * @returns NaN for a label without a number (noted `without-number`); numbers of other labels are left out (noted
 * `unmatched-label`)
 * @throws RangeError when a number is a text or anything else, with its label
 */
export function seriesFrom(
  labels: readonly string[],
  numbers: Readonly<Record<string, number | null>> | ReadonlyMap<string, number | null>,
): Series & Noted {
  const given: ReadonlyMap<string, unknown> = numbers instanceof Map ? numbers : new Map(Object.entries(numbers))
  for (const [label, value] of given)
    if (typeof value !== 'number' && value !== null && value !== undefined)
      throw new RangeError(`seriesFrom: «${label}» is ${shown(value)}; it must be a number, or null for missing.`)
  const values = Float64Array.from(labels, (label) => (given.get(label) as number | null | undefined) ?? NaN)
  const known = new Set(labels)
  const unmatched = [...given.keys()].filter((label) => !known.has(label))
  const without = labels.filter((_, at) => Number.isNaN(values[at]!))
  const notes: Note[] = []
  if (without.length > 0) notes.push({ code: 'without-number', message: `There is no number for these: ${firstNames(without)}.` })
  if (unmatched.length > 0)
    notes.push({ code: 'unmatched-label', message: `Numbers of other labels are left out: ${firstNames(unmatched)}.` })
  return { labels, values, notes }
}

function firstNames(names: readonly string[]): string {
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `${names
    .slice(0, 5)
    .map((name) => `«${name}»`)
    .join(', ')}${rest}`
}

/** Records come from anywhere: a number written as a text would be added as one. */
function checkRecord(record: TableRecord, at: number): void {
  const { region, activity, year, value } = record as unknown as Record<string, unknown>
  const where = `Record ${at + 1} (region ${shown(region)}, activity ${shown(activity)}${year === undefined ? '' : `, year ${shown(year)}`})`
  if (typeof region !== 'string' || region === '' || typeof activity !== 'string' || activity === '')
    throw new RangeError(`${where}: region and activity must be texts.`)
  if (value !== null && typeof value !== 'number')
    throw new RangeError(`${where}: the value is ${shown(value)}; it must be a number, or null for missing.`)
}

function missingNotes(years: readonly string[], tables: readonly Table[]): Note[] {
  return tables.flatMap(({ values }, index) => {
    const cells = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0)
    const year = years[index] ? ` in ${years[index]}` : ''
    return cells === 0
      ? []
      : [{ code: 'missing-cells', message: `${cells} of ${values.length} cells are missing${year}.`, cells }]
  })
}

function distinct(labels: readonly string[]): string[] {
  return [...new Set(labels)]
}

function places(labels: readonly string[]): Map<string, number> {
  return new Map(labels.map((label, index) => [label, index]))
}

function compareYears(one: string, other: string): number {
  return Number(one) - Number(other) || (one < other ? -1 : one > other ? 1 : 0)
}
