import { shown } from './declared-options.ts'
import type { Presence } from './specialisation.ts'
import type { PairMatrix, Series, SparseTable, Table } from './table.ts'

/**
 * Callers without types may hand over one kind of table for another, and the numbers would come out all the same; these
 * checks look at the shape alone, which costs nothing beside the work.
 */

/** @throws RangeError when it is not a table, sparse or not, whose size fits its labels */
export function checkTable(of: string, value: Table | SparseTable): void {
  const given: unknown = value
  if (isPresence(given))
    throw new RangeError(`${of} needs a table of numbers, but was given a presence, which is only 1, 0 and missing.`)
  if (!isObject(given) || !isLabels(given['regions']) || !isLabels(given['activities']) || !isNumbers(given['values']))
    throw new RangeError(`${of} needs a table of regions and activities (see tableFrom), but was given ${described(given)}.`)
  if ('rowStarts' in given) return
  const cells = given['regions'].length * given['activities'].length
  if (given['values'].length !== cells)
    throw new RangeError(
      `${of}: the table has ${given['values'].length} cells, but ${given['regions'].length} regions × ${given['activities'].length} activities need ${cells}.`,
    )
}

/** @throws RangeError when it is not a presence whose size fits its labels */
export function checkPresence(of: string, value: Presence): void {
  const given: unknown = value
  if (!isPresence(given))
    throw new RangeError(
      `${of} needs a presence of 1, 0 and missing (see specialisation and presenceFrom), but was given ${described(given)}.`,
    )
  const cells = given.regions.length * given.activities.length
  if (given.values.length !== cells)
    throw new RangeError(
      `${of}: the presence has ${given.values.length} cells, but ${given.regions.length} regions × ${given.activities.length} activities need ${cells}.`,
    )
}

/** @throws RangeError when it is not a matrix of pairs whose size fits its labels */
export function checkPairs(of: string, value: PairMatrix): void {
  const given: unknown = value
  if (!isPairMatrix(given))
    throw new RangeError(`${of} needs a number for every pair of labels (see proximity), but was given ${described(given)}.`)
}

/** @throws RangeError when it is not a series with a number for each label */
export function checkSeries(of: string, value: Series): void {
  const given: unknown = value
  if (!isSeries(given))
    throw new RangeError(`${of} needs a series of labels and numbers (see seriesFrom), but was given ${described(given)}.`)
}

/** Whether it is a series with a number for each label. */
export function isSeries(value: unknown): value is Series {
  return (
    isObject(value) &&
    isLabels(value['labels']) &&
    isNumbers(value['values']) &&
    value['values'].length === value['labels'].length
  )
}

/** Whether it is a matrix with a number for each pair of labels. */
export function isPairMatrix(value: unknown): value is PairMatrix {
  return (
    isObject(value) &&
    isLabels(value['labels']) &&
    isNumbers(value['values']) &&
    value['values'].length === value['labels'].length ** 2
  )
}

/** Whether it is a table with a number for each cell. */
export function isDenseTable(value: unknown): value is Table {
  return (
    isObject(value) &&
    isLabels(value['regions']) &&
    isLabels(value['activities']) &&
    isNumbers(value['values']) &&
    value['values'].length === value['regions'].length * value['activities'].length
  )
}

function isPresence(value: unknown): value is Presence {
  return isObject(value) && isLabels(value['regions']) && isLabels(value['activities']) && value['values'] instanceof Uint8Array
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isLabels(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}

function isNumbers(value: unknown): value is Float64Array {
  return value instanceof Float64Array
}

function described(value: unknown): string {
  if (isPresence(value)) return 'a presence'
  if (isDenseTable(value) || (isObject(value) && 'rowStarts' in value)) return 'a table of numbers, such as location quotients'
  if (isPairMatrix(value)) return 'a matrix of pairs'
  if (isSeries(value)) return 'a series'
  return shown(value)
}
