import { checkPresence, checkTable } from './checked-arguments.ts'
import type { Panel } from './records.ts'
import { missingPresence, type Presence } from './specialisation.ts'
import { checkSameLabels, type Noted, type Series, type Table } from './table.ts'

/** What became of each cell between two times, as 1, 0 or missing (NaN), and the rates. */
export interface Change {
  /** 1 = entered or left, 0 = could have and did not, NaN = could not (it was there already, or was not), or unknown. */
  cells: Table
  /** By region: of the cells that could, the share that did; NaN where none could. */
  rateByRegion: Series
  /** The same by activity. */
  rateByActivity: Series
}

/**
 * Entries: activities a region was not specialised in before and is after.
 * @returns cells as EconGeo's entry_mat: 1 entered, 0 did not, missing where it was there before or either time is unknown
 * @throws RangeError when the labels differ
 * Source: Boschma, Balland & Kogler 2015, doi:10.1093/icc/dtu012.
 */
export function entries(before: Presence, after: Presence): Change {
  return changeFrom(before, after, 0)
}

/**
 * Exits: activities a region was specialised in before and is not after.
 * @returns cells as EconGeo's exit_mat: 1 left, 0 stayed, missing where it was not there before or either time is unknown
 * @throws RangeError when the labels differ. Source: as `entries`.
 */
export function exits(before: Presence, after: Presence): Change {
  return changeFrom(before, after, 1)
}

/**
 * Entries that last: cells without the specialisation in `years` years in a row and with it in the `years` that follow, so
 * that a quotient wavering around the threshold is no entry.
 * @param presences  one for each year, in order @param years  how many in a row, a whole number from 1
 * @returns for each possible turn, the entries at the year in place `years` and on; 1, 0 or missing as `entries`
 * @throws RangeError when the labels differ or there are too few years
 */
export function lastingEntries(presences: readonly Presence[], years: number): Table[] {
  if (!Number.isInteger(years) || years < 1)
    throw new RangeError(`The number of years is ${years}; it must be a whole number above 0.`)
  if (presences.length < 2 * years)
    throw new RangeError(`Entries that last ${years} years need ${2 * years} years of data; there are ${presences.length}.`)
  presences.forEach((presence) => checkPresence('lastingEntries', presence))
  presences.slice(1).forEach((presence) => checkSame(presences[0]!, presence))
  const { regions, activities } = presences[0]!
  return Array.from({ length: presences.length - 2 * years + 1 }, (_, first) => {
    const before = presences.slice(first, first + years)
    const after = presences.slice(first + years, first + 2 * years)
    const values = Float64Array.from(presences[0]!.values, (_, at) => {
      if ([...before, ...after].some(({ values }) => values[at] === missingPresence)) return NaN
      if (before.some(({ values }) => values[at] === 1)) return NaN
      return after.every(({ values }) => values[at] === 1) ? 1 : 0
    })
    return { regions, activities, values }
  })
}

export interface Growth extends Noted {
  /** End less start, in the table's unit. */
  absolute: Table
  /** (end − start) / start as a share; a start of zero gives Infinity, or NaN when the end is zero too (EconGeo: 0, and percent). */
  relative: Table
  /** ln(end) − ln(start); ±Infinity where one end is zero, NaN where both are. */
  logarithmic: Table
  /** Relative growth of the sums of cells known at both ends, by region and by activity. */
  byRegion: Series
  byActivity: Series
}

/**
 * Growth between two tables, by cell, region and activity.
 * @returns NaN where a cell is missing at either end; such cells are left out of both sums (noted)
 * @throws RangeError when the labels differ
 */
export function growth(start: Table, end: Table): Growth {
  checkTable('growth', start)
  checkTable('growth', end)
  checkSame(start, end)
  const { regions, activities } = start
  const width = activities.length
  const table = (values: Float64Array): Table => ({ regions, activities, values })
  const [rowStart, rowEnd] = [new Float64Array(regions.length), new Float64Array(regions.length)]
  const [columnStart, columnEnd] = [new Float64Array(width), new Float64Array(width)]
  let missing = 0
  start.values.forEach((before, at) => {
    const after = end.values[at]!
    if (Number.isNaN(before) || Number.isNaN(after)) return void missing++
    rowStart[Math.floor(at / width)]! += before
    rowEnd[Math.floor(at / width)]! += after
    columnStart[at % width]! += before
    columnEnd[at % width]! += after
  })
  const relative = (before: Float64Array, after: Float64Array) => before.map((value, at) => (after[at]! - value) / value)
  const message = `${missing} cells are missing at one end and left out of both.`
  return {
    absolute: table(start.values.map((before, at) => end.values[at]! - before)),
    relative: table(relative(start.values, end.values)),
    logarithmic: table(start.values.map((before, at) => Math.log(end.values[at]!) - Math.log(before))),
    byRegion: { labels: regions, values: relative(rowStart, rowEnd) },
    byActivity: { labels: activities, values: relative(columnStart, columnEnd) },
    notes: missing > 0 ? [{ code: 'missing-cells', message, cells: missing }] : [],
  }
}

/** Growth between every pair of neighbouring years of a panel, in order. */
export function growthByYear({ years, tables }: Panel): { from: string; to: string; growth: Growth }[] {
  return tables.slice(1).map((table, at) => ({ from: years[at]!, to: years[at + 1]!, growth: growth(tables[at]!, table) }))
}

function changeFrom(before: Presence, after: Presence, state: 0 | 1): Change {
  checkPresence(state === 0 ? 'entries' : 'exits', before)
  checkPresence(state === 0 ? 'entries' : 'exits', after)
  checkSame(before, after)
  const { regions, activities } = before
  const values = Float64Array.from(before.values, (value, at) => {
    if (value !== state || after.values[at] === missingPresence) return NaN
    return after.values[at] === state ? 0 : 1
  })
  const rate = (labels: readonly string[], of: (at: number) => number): Series => {
    const [could, did] = [new Float64Array(labels.length), new Float64Array(labels.length)]
    values.forEach((value, at) => {
      if (Number.isNaN(value)) return
      could[of(at)]!++
      did[of(at)]! += value
    })
    return { labels, values: did.map((count, at) => count / could[at]!) }
  }
  const width = activities.length
  return {
    cells: { regions, activities, values },
    rateByRegion: rate(regions, (at) => Math.floor(at / width)),
    rateByActivity: rate(activities, (at) => at % width),
  }
}

interface Labelled {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
}

function checkSame(one: Labelled, other: Labelled): void {
  checkSameLabels('regions of the two times', one.regions, other.regions)
  checkSameLabels('activities of the two times', one.activities, other.activities)
}
