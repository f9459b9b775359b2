import type { Panel } from './records.ts'
import { checkSameLabels, type Note, type Noted, type Series, type Table } from './table.ts'

/** The parts of a change by region and activity; each is in the units of the table, and they sum to the change. */
export interface ShiftShare extends Noted {
  /** End less start. */
  change: Table
  /** Had the cell grown as all activity did: x₀ · G. */
  national: Table
  /** What the activity grew more than all activity: x₀ · (G_a − G). */
  industryMix: Table
  /** What the region grew more than the activity elsewhere: x₀ · (g − G_a). */
  regionalShift: Table
  /** The same summed over activities, by region. */
  byRegion: { change: Series; national: Series; industryMix: Series; regionalShift: Series }
}

/**
 * Classic shift-share: the change of each cell in three parts that sum to it. G is the growth of the sum of all known
 * cells, G_a that of the activity, g that of the cell.
 * @param start  regions × activities, counts or money, at the start @param end  the same at the end
 * @returns tables and sums by region. A cell that is zero at the start gives its whole change to the regional shift, since
 * the other two parts are shares of nothing. A cell missing at either end is left out of everything (noted) and NaN; an
 * activity that is zero in all regions at the start has no growth rate, and its changes go to the regional shift (noted).
 * The parts sum to the change exactly in exact arithmetic; the regional shift is computed as what the other two leave, so
 * the floating-point sum differs from the change by the last bit at most.
 * @throws RangeError when the tables differ in labels
 * Source: Dunn 1960, doi:10.1111/j.1435-5597.1960.tb01705.x.
 */
export function shiftShare(start: Table, end: Table): ShiftShare {
  checkSameLabels('regions of the two tables', start.regions, end.regions)
  checkSameLabels('activities of the two tables', start.activities, end.activities)
  const { regions, activities } = start
  const width = activities.length
  const isKnown = (at: number) => !Number.isNaN(start.values[at]!) && !Number.isNaN(end.values[at]!)
  const sums = knownSums(start, end, isKnown)
  const growth = sums.start > 0 ? sums.end / sums.start - 1 : NaN
  const make = () => new Float64Array(start.values.length).fill(NaN)
  const [change, national, industryMix, regionalShift] = [make(), make(), make(), make()]
  for (let at = 0; at < change.length; at++) {
    if (!isKnown(at)) continue
    const [before, a] = [start.values[at]!, at % width]
    const activityGrowth = sums.startByActivity[a]! > 0 ? sums.endByActivity[a]! / sums.startByActivity[a]! - 1 : growth
    change[at] = end.values[at]! - before
    national[at] = before === 0 ? 0 : before * growth
    industryMix[at] = before === 0 ? 0 : before * (activityGrowth - growth)
    regionalShift[at] = change[at]! - national[at]! - industryMix[at]!
  }
  const table = (values: Float64Array): Table => ({ regions, activities, values })
  const byRegion = (values: Float64Array): Series => ({ labels: regions, values: sumRows(values, width) })
  return {
    change: table(change),
    national: table(national),
    industryMix: table(industryMix),
    regionalShift: table(regionalShift),
    byRegion: {
      change: byRegion(change),
      national: byRegion(national),
      industryMix: byRegion(industryMix),
      regionalShift: byRegion(regionalShift),
    },
    notes: notesOf(start, sums),
  }
}

/**
 * Dynamic shift-share: the parts of every pair of neighbouring years, summed. Growth rates and structure follow the years
 * instead of standing still at the first.
 * @param panel  two years or more @returns as `shiftShare`; the change is last year less first where every year is known,
 * and a cell missing in any year is NaN (noted)
 * @throws RangeError when the panel has fewer than two years
 * Source: Barff & Knight 1988, doi:10.1111/j.1468-2257.1988.tb00465.x.
 */
export function dynamicShiftShare({ years, tables }: Panel): ShiftShare {
  if (tables.length < 2)
    throw new RangeError(`A dynamic shift-share needs two years or more; there ${tables.length === 1 ? 'is 1' : 'are none'}.`)
  const steps = tables.slice(1).map((table, at) => shiftShare(tables[at]!, table))
  const { regions, activities } = tables[0]!
  const add = (pick: (step: ShiftShare) => Table): Table => ({
    regions,
    activities,
    values: pick(steps[0]!).values.map((_, at) => steps.reduce((sum, step) => sum + pick(step).values[at]!, 0)),
  })
  const parts = {
    change: add((step) => step.change),
    national: add((step) => step.national),
    industryMix: add((step) => step.industryMix),
    regionalShift: add((step) => step.regionalShift),
  }
  const byRegion = (table: Table): Series => ({ labels: regions, values: sumRows(table.values, activities.length) })
  return {
    ...parts,
    byRegion: {
      change: byRegion(parts.change),
      national: byRegion(parts.national),
      industryMix: byRegion(parts.industryMix),
      regionalShift: byRegion(parts.regionalShift),
    },
    notes: steps.flatMap(({ notes }, at) =>
      notes.map((note) => ({ ...note, message: `${years[at]} to ${years[at + 1]}: ${note.message}` })),
    ),
  }
}

interface KnownSums {
  start: number
  end: number
  startByActivity: Float64Array
  endByActivity: Float64Array
  missing: number
}

function knownSums(start: Table, end: Table, isKnown: (at: number) => boolean): KnownSums {
  const width = start.activities.length
  const sums: KnownSums = {
    start: 0,
    end: 0,
    startByActivity: new Float64Array(width),
    endByActivity: new Float64Array(width),
    missing: 0,
  }
  for (let at = 0; at < start.values.length; at++) {
    if (!isKnown(at)) {
      sums.missing++
      continue
    }
    sums.start += start.values[at]!
    sums.end += end.values[at]!
    sums.startByActivity[at % width]! += start.values[at]!
    sums.endByActivity[at % width]! += end.values[at]!
  }
  return sums
}

/** Sums of rows over their known cells; NaN for a row with none. */
function sumRows(values: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, row) => {
    const known = values.subarray(row * width, (row + 1) * width).filter((value) => !Number.isNaN(value))
    return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0)
  })
}

function notesOf({ activities }: Table, { startByActivity, endByActivity, missing }: KnownSums): Note[] {
  const begun = activities.filter((_, a) => startByActivity[a] === 0 && endByActivity[a]! > 0)
  const notes: Note[] = []
  if (missing > 0)
    notes.push({
      code: 'missing-cells',
      message: `${missing} cells are missing at one end and left out of both.`,
      cells: missing,
    })
  if (begun.length > 0)
    notes.push({
      code: 'begun-activity',
      message: 'These activities were nowhere at the start, so their change counts as regional shift.',
      activities: begun,
    })
  return notes
}
