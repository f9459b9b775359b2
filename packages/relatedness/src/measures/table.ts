import { notAmong, shown } from './declared-options.ts'
import { nearestName } from './nearest-name.ts'

/** What the cells of a table measure: things counted (people, firms, patents), or money. */
export type Unit = 'count' | 'money'

/**
 * Regions × activities, one year. `values` is row by row: the cell of region r and activity a is
 * `values[r * activities.length + a]`. NaN is a missing cell: nobody knows. Zero is known to be nothing.
 */
export interface Table {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  readonly values: Float64Array
  /** Absent on results that are neither, such as quotients and shares. */
  readonly unit?: Unit
}

/** The same with only the cells that are not zero; a cell that is not stored is zero, a stored NaN is missing. */
export interface SparseTable {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  /** Where the cells of each region begin in `columns` and `values`; one more than there are regions. */
  readonly rowStarts: Uint32Array
  /** The activity of each cell, ascending within a region. */
  readonly columns: Uint32Array
  readonly values: Float64Array
  readonly unit?: Unit
}

/** One number for each label; NaN is missing. */
export interface Series {
  readonly labels: readonly string[]
  readonly values: Float64Array
}

/** A number for every ordered pair of labels, row by row; NaN is missing. */
export interface PairMatrix {
  readonly labels: readonly string[]
  readonly values: Float64Array
}

/** Something a reader of a result must know: what was left out, or what is uncertain, and why. */
export interface Note {
  /** Stable, for programs: `empty-region`, `missing-cells`, `weak-sign`… */
  readonly code: string
  /** The same in plain words. */
  readonly message: string
  readonly regions?: readonly string[]
  readonly activities?: readonly string[]
  /** How many cells it concerns. */
  readonly cells?: number
}

/** Every result carries its notes; an empty list means that nothing was left out. */
export interface Noted {
  readonly notes: readonly Note[]
}

/**
 * A table from rows of numbers.
 * @param input  labels, and `values`: one array of numbers for each region, or all cells row by row; null, undefined and
 * NaN are missing
 * @throws RangeError when sizes differ, a label is empty or comes twice, a cell is no number (a text, say: which one), or a
 * number is negative or infinite
 */
export function tableFrom(input: {
  regions: readonly string[]
  activities: readonly string[]
  values: readonly (readonly (number | null | undefined)[])[] | Float64Array
  unit?: Unit
}): Table {
  checkInput(input)
  const { regions, activities, unit } = input
  checkLabels('region', regions)
  checkLabels('activity', activities)
  const values = input.values instanceof Float64Array ? input.values : flatten(input.values, regions, activities)
  if (values.length !== regions.length * activities.length)
    throw new RangeError(
      `The table has ${values.length} cells, but ${regions.length} regions × ${activities.length} activities need ${regions.length * activities.length}.`,
    )
  checkCells({ regions, activities, values })
  return unit ? { regions, activities, values, unit } : { regions, activities, values }
}

/**
 * A table that keeps only what is not zero.
 * @throws RangeError when a label stands twice, a cell points outside the table, the cells of a region are not in
 * ascending order, or a number is negative or infinite
 */
export function sparseTableFrom(table: SparseTable): SparseTable {
  const { regions, activities, rowStarts, columns, values } = table
  checkLabels('region', regions)
  checkLabels('activity', activities)
  if (rowStarts.length !== regions.length + 1)
    throw new RangeError(`rowStarts has ${rowStarts.length} numbers; ${regions.length} regions need ${regions.length + 1}.`)
  if (rowStarts[0] !== 0 || rowStarts[regions.length] !== columns.length || columns.length !== values.length)
    throw new RangeError('rowStarts must begin at 0 and end at the number of cells, and columns and values be as many.')
  for (let r = 0; r < regions.length; r++)
    for (let at = rowStarts[r]!; at < rowStarts[r + 1]!; at++) {
      if (columns[at]! >= activities.length || (at > rowStarts[r]! && columns[at]! <= columns[at - 1]!))
        throw new RangeError(`The cells of region «${regions[r]}» must be in ascending order and within the activities.`)
      checkNumber(values[at]!, () => `region «${regions[r]}», activity «${activities[columns[at]!]}»`)
    }
  return table
}

/** Whether only the cells that are not zero are stored. */
export function isSparse(table: Table | SparseTable): table is SparseTable {
  return 'rowStarts' in table
}

/** The same table with every cell written out. */
export function toDense(table: Table | SparseTable): Table {
  if (!isSparse(table)) return table
  const { regions, activities, rowStarts, columns } = table
  const values = new Float64Array(regions.length * activities.length)
  for (let r = 0; r < regions.length; r++)
    for (let at = rowStarts[r]!; at < rowStarts[r + 1]!; at++) values[r * activities.length + columns[at]!] = table.values[at]!
  return table.unit ? { regions, activities, values, unit: table.unit } : { regions, activities, values }
}

/** The same table with only the cells that are not zero; missing cells stay missing. */
export function toSparse(table: Table | SparseTable): SparseTable {
  if (isSparse(table)) return table
  const { regions, activities, values } = table
  const rowStarts = new Uint32Array(regions.length + 1)
  const size = values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0)
  const columns = new Uint32Array(size)
  const kept = new Float64Array(size)
  let at = 0
  for (let r = 0; r < regions.length; r++) {
    for (let a = 0; a < activities.length; a++) {
      const value = values[r * activities.length + a]!
      if (value === 0) continue
      columns[at] = a
      kept[at++] = value
    }
    rowStarts[r + 1] = at
  }
  const sparse = { regions, activities, rowStarts, columns, values: kept }
  return table.unit ? { ...sparse, unit: table.unit } : sparse
}

/** The number in the cell of a region and an activity. @throws RangeError when the table has no such label */
export function cellOf(table: Table, region: string, activity: string): number {
  return table.values[
    indexOf(table.regions, region, 'region') * table.activities.length + indexOf(table.activities, activity, 'activity')
  ]!
}

/** The number of a label. @throws RangeError when the series has no such label */
export function valueOf(series: Series, label: string): number {
  return series.values[indexOf(series.labels, label, 'label')]!
}

/** The labels of a series with their numbers, highest first; missing ones last, ties in the order they stand. */
export function ranked(series: Series): { label: string; value: number }[] {
  const rows = series.labels.map((label, index) => ({ label, value: series.values[index]! }))
  const key = ({ value }: { value: number }) => (Number.isNaN(value) ? -Infinity : value)
  return rows.sort((one, other) => (key(one) === key(other) ? 0 : key(other) - key(one)))
}

/** @throws RangeError when the two do not speak of the same labels in the same order */
export function checkSameLabels(what: string, one: readonly string[], other: readonly string[]): void {
  if (one === other) return
  if (one.length !== other.length)
    throw new RangeError(
      `The ${what} differ: ${one.length} in one and ${other.length} in the other. Use tables with the same ${what}.`,
    )
  const at = one.findIndex((label, index) => label !== other[index])
  if (at >= 0)
    throw new RangeError(`The ${what} differ at place ${at + 1}: «${one[at]}» and «${other[at]}». Put both in the same order.`)
}

function indexOf(labels: readonly string[], label: string, what: string): number {
  const index = labels.indexOf(label)
  if (index < 0) {
    const near = typeof label === 'string' ? nearestName(label, labels) : null
    throw new RangeError(`There is no ${what} ${shown(label)} in the table.${near ? ` Did you mean «${near}»?` : ''}`)
  }
  return index
}

function flatten(
  rows: readonly (readonly (number | null | undefined)[])[],
  regions: readonly string[],
  activities: readonly string[],
): Float64Array {
  const width = activities.length
  if (rows.length !== regions.length)
    throw new RangeError(`There are ${rows.length} rows of numbers for ${regions.length} regions.`)
  const values = new Float64Array(rows.length * width)
  rows.forEach((row, r) => {
    if (!Array.isArray(row) && !ArrayBuffer.isView(row))
      throw new RangeError(
        `The numbers of region «${regions[r]}» are ${shown(row)}; give one list of numbers for each region, or all cells row by row as a Float64Array.`,
      )
    if (row.length !== width)
      throw new RangeError(`Region «${regions[r]}» has ${row.length} numbers, but there are ${width} activities.`)
    for (let a = 0; a < width; a++) {
      const value: unknown = row[a]
      if (typeof value !== 'number' && value !== null && value !== undefined)
        throw new RangeError(
          `The cell of region «${regions[r]}», activity «${activities[a]}» is ${typeof value === 'string' ? `the text ${shown(value)}` : shown(value)}; it must be a number, or null for missing.`,
        )
      values[r * width + a] = value ?? NaN
    }
  })
  return values
}

function checkLabels(what: string, labels: readonly string[]): void {
  const seen = new Set<string>()
  labels.forEach((label: unknown, index) => {
    if (typeof label !== 'string')
      throw new RangeError(`The ${what} at place ${index + 1} is ${shown(label)}; names must be texts.`)
    if (label === '') throw new RangeError(`The ${what} at place ${index + 1} has no name.`)
    if (seen.has(label)) throw new RangeError(`The ${what} «${label}» stands twice. Add the two together, or name them apart.`)
    seen.add(label)
  })
}

/** What may be given besides regions, activities and values; notes come along when a result is spread into a new table. */
const besides = new Set(['regions', 'activities', 'values', 'unit', 'notes'])

function checkInput(input: object): void {
  for (const name of ['regions', 'activities'] as const)
    if (!Array.isArray((input as Record<string, unknown>)[name]))
      throw new RangeError(
        `tableFrom: ${name} must be a list of names, but is ${shown((input as Record<string, unknown>)[name])}.`,
      )
  for (const name of Object.keys(input))
    if (!besides.has(name)) {
      const near = nearestName(name, [...besides])
      throw new RangeError(
        `tableFrom: there is no «${name}».${near ? ` Did you mean ${near}?` : ''} It takes regions, activities, values and unit.`,
      )
    }
  const { unit, values } = input as Record<string, unknown>
  if (!Array.isArray(values) && !(values instanceof Float64Array))
    throw new RangeError(
      `tableFrom: values must be a list of numbers for each region, or a Float64Array, but is ${shown(values)}.`,
    )
  const wrong = unit === undefined ? null : notAmong(unit, ['count', 'money'])
  if (wrong !== null) throw new RangeError(`tableFrom: unit is ${shown(unit)}; ${wrong}`)
}

/** @throws RangeError naming the first cell that is negative or infinite */
export function checkCells({ regions, activities, values }: Table): void {
  for (let at = 0; at < values.length; at++)
    checkNumber(
      values[at]!,
      () => `region «${regions[Math.floor(at / activities.length)]}», activity «${activities[at % activities.length]}»`,
    )
}

/** @throws RangeError naming the place of a number that is negative or infinite */
export function checkNumber(value: number, where: () => string): void {
  if (value < 0 || value === Infinity)
    throw new RangeError(`The cell of ${where()} is ${value}. Counts and money must be zero or more; leave unknown cells empty.`)
}
