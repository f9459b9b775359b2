import { checkSameLabels, type Note, type Series, type SparseTable, type Table, toDense } from './table.ts'

export type ThreeParts = 'change' | 'national' | 'industryMix' | 'regionalShift'
export type FourParts = ThreeParts | 'competitive' | 'allocation'
export type Parts<Part extends string, Value> = Record<Part, Value>

/** Two tables of the same labels, with the sums at the start and the changes of the cells that both know. */
export interface Step {
  regions: readonly string[]
  activities: readonly string[]
  before: Float64Array
  after: Float64Array
  /** 1 where a cell is known at both ends. */
  isKnown: Uint8Array
  byRegion: Float64Array
  byActivity: Float64Array
  total: number
  changeByActivity: Float64Array
  change: number
}

/** @throws RangeError when the tables differ in labels */
export function stepOf(start: Table | SparseTable, end: Table | SparseTable): Step {
  checkSameLabels('regions of the two tables', start.regions, end.regions)
  checkSameLabels('activities of the two tables', start.activities, end.activities)
  const { regions, activities, values: before } = toDense(start)
  const { values: after } = toDense(end)
  const isKnown = Uint8Array.from(before, (value, at) => (Number.isNaN(value) || Number.isNaN(after[at]!) ? 0 : 1))
  const byRegion = new Float64Array(regions.length)
  const [byActivity, changeByActivity] = [new Float64Array(activities.length), new Float64Array(activities.length)]
  isKnown.forEach((known, at) => {
    if (!known) return
    const activity = at % activities.length
    byRegion[Math.floor(at / activities.length)]! += before[at]!
    byActivity[activity]! += before[at]!
    changeByActivity[activity]! += after[at]! - before[at]!
  })
  const [total, change] = [byActivity, changeByActivity].map((sums) => sums.reduce((sum, value) => sum + value, 0))
  return { regions, activities, before, after, isKnown, byRegion, byActivity, total: total!, changeByActivity, change: change! }
}

/** Dunn's parts of each cell: the differences between no growth, that of all, that of the activity, and its own. */
export function threeParts(step: Step): Parts<ThreeParts, Float64Array> {
  const { before, after, byActivity, changeByActivity, total } = step
  const asActivity = eachKnown(step, (at, activity) =>
    before[at] === 0 ? 0 : (before[at]! * changeByActivity[activity]!) / byActivity[activity]!,
  )
  const change = eachKnown(step, (at) => after[at]! - before[at]!)
  const national = eachKnown(step, (at) => (before[at] === 0 ? 0 : (before[at]! * step.change) / total))
  return {
    change,
    national,
    industryMix: national.map((value, at) => asActivity[at]! - value),
    regionalShift: change.map((value, at) => value - asActivity[at]!),
  }
}

/** Dunn's parts and Esteban-Marquillas' two of the regional shift. */
export function fourParts(step: Step): Parts<FourParts, Float64Array> {
  const { before, byRegion, byActivity, total, activities } = step
  const parts = threeParts(step)
  const { regionalShift } = parts
  const competitive = eachKnown(step, (at, activity) => {
    if (before[at] === 0) return 0
    const homothetic = byRegion[Math.floor(at / activities.length)]! * (byActivity[activity]! / total)
    return homothetic * (regionalShift[at]! / before[at]!)
  })
  return { ...parts, competitive, allocation: regionalShift.map((value, at) => value - competitive[at]!) }
}

/** The parts of several steps, summed; NaN where the whole does not know the cell. The change is the last less the first. */
export function summed<Part extends string>(whole: Step, steps: readonly Parts<Part, Float64Array>[]): Parts<Part, Float64Array> {
  return mapped(steps[0]!, (_, part) =>
    eachKnown(whole, (at) =>
      part === 'change' ? whole.after[at]! - whole.before[at]! : steps.reduce((sum, step) => sum + step[part][at]!, 0),
    ),
  )
}

/** Cells as tables, and their sums by region. */
export function resultOf<Part extends string>(
  { regions, activities }: Step,
  parts: Parts<Part, Float64Array>,
): Parts<Part, Table> & { byRegion: Parts<Part, Series> } {
  const width = activities.length
  const sums = (values: Float64Array) =>
    Float64Array.from(regions, (_, row) => knownSum(values.subarray(row * width, (row + 1) * width)))
  return {
    ...mapped(parts, (values) => ({ regions, activities, values })),
    byRegion: mapped(parts, (values) => ({ labels: regions, values: sums(values) })),
  }
}

/** What is left out, for want of a figure. */
export function missingNotes({ regions, activities, isKnown }: Step, consequence: string): Note[] {
  const width = activities.length
  const missing = regions.filter((_, region) => !isKnown.subarray(region * width, (region + 1) * width).includes(1))
  const cells = isKnown.reduce((sum, known) => sum + 1 - known, 0)
  const notes: Note[] = []
  if (cells > 0) notes.push({ code: 'missing-cells', message: `${cells} cells are missing ${consequence}.`, cells })
  if (missing.length > 0)
    notes.push({
      code: 'missing-region',
      message: 'Every cell of these regions is left out, so they have no sums.',
      regions: missing,
    })
  return notes
}

/** Which activities no region had at the start, but some had at the end. */
export function begunActivityNote({ activities, byActivity, changeByActivity }: Step): Note[] {
  const begun = activities.filter((_, a) => byActivity[a] === 0 && changeByActivity[a]! > 0)
  if (begun.length === 0) return []
  const message = 'These activities were nowhere at the start, so their change counts as regional shift.'
  return [{ code: 'begun-activity', message, activities: begun }]
}

/** How many cells were zero at the start and are not at the end. */
export function begunCellsNote({ before, after, isKnown }: Step): Note[] {
  const cells = isKnown.reduce((sum, known, at) => sum + (known && before[at] === 0 && after[at]! > 0 ? 1 : 0), 0)
  if (cells === 0) return []
  const message = `${cells} cells were zero at the start and have no rate of growth, so their change counts as allocation.`
  return [{ code: 'begun-cells', message, cells }]
}

function eachKnown({ isKnown, activities }: Step, work: (at: number, activity: number) => number): Float64Array {
  return Float64Array.from(isKnown, (known, at) => (known ? work(at, at % activities.length) : NaN))
}

function mapped<Part extends string, From, To>(parts: Parts<Part, From>, work: (value: From, part: Part) => To): Parts<Part, To> {
  const pairs = (Object.entries(parts) as [Part, From][]).map(([part, value]) => [part, work(value, part)])
  return Object.fromEntries(pairs) as Parts<Part, To>
}

/** NaN where nothing is known. */
function knownSum(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0)
}
