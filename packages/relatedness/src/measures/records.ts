import { type Note, type Noted, type Series, type Table, tableFrom, type Unit } from './table.ts'

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

export interface RecordOptions {
  unit?: Unit
  /** What a pair of region and activity is that has no row: unknown, or known to be nothing. Default `missing`. */
  absent?: 'missing' | 'zero'
  /** What two rows of the same cell are: a mistake, or parts to add together. Default `error`. */
  repeated?: 'error' | 'add'
}

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
  for (const row of rows) {
    const year = yearAt.get(String(row.year ?? ''))!
    const at = regionAt.get(row.region)! * activities.length + activityAt.get(row.activity)!
    if (filled[year]![at] && options.repeated !== 'add')
      throw new RangeError(
        `Region «${row.region}», activity «${row.activity}»${row.year === undefined ? '' : `, year ${row.year}`} comes twice. Remove one, or ask for rows of the same cell to be added.`,
      )
    filled[year]![at] = 1
    cells[year]![at]! += row.value ?? NaN
  }
  const tables = cells.map((values, year) => {
    if (options.absent !== 'zero') values.forEach((_, at) => filled[year]![at] || (values[at] = NaN))
    return tableFrom({ regions, activities, values, ...(options.unit && { unit: options.unit }) })
  })
  return { years, tables, notes: missingNotes(years, tables) }
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

/** A series from pairs of label and number, in the order of `labels`; a label without a number is missing. */
export function seriesFrom(
  labels: readonly string[],
  numbers: Readonly<Record<string, number>> | ReadonlyMap<string, number>,
): Series {
  const get =
    numbers instanceof Map ? (label: string) => numbers.get(label) : (label: string) => (numbers as Record<string, number>)[label]
  return { labels, values: Float64Array.from(labels, (label) => get(label) ?? NaN) }
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
