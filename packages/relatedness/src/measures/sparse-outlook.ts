import type { OutlookFormula } from './complexity-outlook.ts'
import { type SparseNearness, TouchedColumns } from './sparse-nearness.ts'
import type { SparseResult, SparseStates } from './sparse-result.ts'

export interface SparseOutlookInput {
  regions: readonly string[]
  activities: readonly string[]
  states: SparseStates
  near: SparseNearness
  /** How many regions have each activity. */
  ubiquity: Float64Array
  pci: Float64Array
  ownDiagonal: boolean
  formula: OutlookFormula
  /** Activities without any sum to compare with: whether a region has them is not known anywhere. */
  isUnknown: (activity: number) => boolean
}

export interface SparseOutlook {
  density: SparseResult
  gain: SparseResult
  /** By region. */
  index: Float64Array
}

/**
 * Density and outlook of a sparse presence: only what lies near to something that a region has, or of which it is not known
 * whether it has it, is computed for the region; everything else is alike in all regions.
 */
export function sparseOutlook(input: SparseOutlookInput): SparseOutlook {
  const work = prepare(input)
  const { regions, activities } = input
  const starts = new Uint32Array(regions.length + 1)
  for (let region = 0; region < regions.length; region++) starts[region + 1] = starts[region]! + reach(work, region)
  const columns = new Uint32Array(starts[regions.length]!)
  const density = new Float64Array(columns.length)
  const gain = new Float64Array(columns.length)
  const index = new Float64Array(regions.length)
  for (let region = 0; region < regions.length; region++) {
    const size = reach(work, region)
    addSums(work, region)
    columns.set(work.touched.columns.subarray(0, size), starts[region]!)
    index[region] = fillRow(work, region, {
      size,
      density: density.subarray(starts[region]!),
      gain: gain.subarray(starts[region]!),
    })
    clear(work, size)
  }
  const shape = { regions, activities, starts, columns }
  const elsewhere = cellsElsewhere(work)
  return {
    density: { ...shape, elsewhere: elsewhere.density, stored: density },
    gain: { ...shape, elsewhere: elsewhere.gain, stored: gain },
    index,
  }
}

/** What is side by side in memory for each activity is read together. */
const columnsOfFacts = { total: 0, pci: 1, whole: 2, own: 3 }
const columnsOfSums = { held: 0, unknown: 1, weighted: 2, state: 3 }
const { total, pci: complexity, whole, own } = columnsOfFacts
const { held, unknown, weighted, state } = columnsOfSums
const step = 4

interface Work extends SparseOutlookInput {
  weights: Float64Array
  /**
   * By activity: all nearness to it (its own with it where that counts), its complexity, Σ_i w_i φ_ij over all i, and what it
   * adds to its own density.
   */
  facts: Float64Array
  /**
   * By activity, for the region in hand: Σ_i φ_ij over what it has, over what is not known, Σ_i w_i φ_ij over both, and
   * whether it has the activity (1), that is not known (255), or it has not (0).
   */
  sums: Float64Array
  touched: TouchedColumns
}

function prepare(input: SparseOutlookInput): Work {
  const { activities, near, pci, ownDiagonal, formula, ubiquity } = input
  const width = activities.length
  const facts = new Float64Array(width * step)
  const weights = new Float64Array(width)
  for (let activity = 0, at = 0; activity < width; activity++, at += step) {
    facts[at + own] = ownDiagonal && ubiquity[activity]! > 0 ? 1 : 0
    facts[at + total] = near.totals[activity]! + facts[at + own]!
    facts[at + complexity] = pci[activity]!
    if (Number.isNaN(pci[activity]!) || !(facts[at + total]! > 0)) continue
    weights[activity] = formula === 'datawheel' ? pci[activity]! : pci[activity]! / facts[at + total]!
  }
  for (let i = 0; i < width; i++)
    for (let at = near.starts[i]!; at < near.starts[i + 1]!; at++)
      facts[near.columns[at]! * step + whole]! += weights[i]! * near.values[at]!
  return { ...input, weights, facts, sums: new Float64Array(width * step), touched: new TouchedColumns(width) }
}

/** Collects the activities that a region lists and all that are near to them. @returns how many there are */
function reach({ states, near, touched }: Work, region: number): number {
  for (const { starts, items } of [states.held, states.unknown])
    for (let place = starts[region]!; place < starts[region + 1]!; place++) {
      const activity = items[place]!
      touched.add(activity)
      for (let at = near.starts[activity]!; at < near.starts[activity + 1]!; at++) touched.add(near.columns[at]!)
    }
  return touched.collect()
}

function addSums({ states, near, weights, sums }: Work, region: number): void {
  const { starts: nearStarts, columns, values } = near
  const parts = [
    { ...states.held, mark: 1, part: held },
    { ...states.unknown, mark: 255, part: unknown },
  ]
  for (const { starts, items, mark, part } of parts)
    for (let place = starts[region]!; place < starts[region + 1]!; place++) {
      const activity = items[place]!
      const weight = weights[activity]!
      sums[activity * step + state] = mark
      for (let at = nearStarts[activity]!; at < nearStarts[activity + 1]!; at++) {
        const cell = columns[at]! * step
        sums[cell + part]! += values[at]!
        sums[cell + weighted]! += weight * values[at]!
      }
    }
}

/** Writes a region's stored cells. @returns its index */
function fillRow(work: Work, region: number, row: { size: number; density: Float64Array; gain: Float64Array }): number {
  const { facts, sums, states, ubiquity, touched } = work
  const { columns } = touched
  const someUnknown = states.unknown.starts[region + 1]! > states.unknown.starts[region]!
  // Where a region's every activity is unknown or in no region, what subtracting leaves is nothing.
  const nothingKnown = someUnknown && ubiquity.every((count, activity) => count === 0 || sums[activity * step + state] === 255)
  let index = 0
  for (let at = 0; at < row.size; at++) {
    const cell = columns[at]! * step
    const known = sums[cell + state]!
    const left = facts[cell + total]! - sums[cell + unknown]! - (known === 255 ? facts[cell + own]! : 0)
    const below = nothingKnown || (someUnknown && left < 1e-9) ? 0 : left
    const density = below > 0 ? (sums[cell + held]! + (known === 1 ? facts[cell + own]! : 0)) / below : NaN
    const worth = density * facts[cell + complexity]!
    if (known === 0 && worth === worth) index += worth
    row.density[at] = density
    row.gain[at] = known === 255 ? NaN : gainOf(work, { activity: columns[at]!, isHeld: known === 1, worth })
  }
  return index
}

/** The cells of a region that has nothing near the activity, nor the activity itself. */
function cellsElsewhere(work: Work): { density: Float64Array; gain: Float64Array } {
  const { facts, activities, isUnknown } = work
  const density = new Float64Array(activities.length)
  const gain = new Float64Array(activities.length)
  for (let activity = 0; activity < activities.length; activity++) {
    density[activity] = facts[activity * step + total]! > 0 ? 0 : NaN
    const worth = density[activity]! * facts[activity * step + complexity]!
    gain[activity] = isUnknown(activity) ? NaN : gainOf(work, { activity, isHeld: false, worth })
  }
  return { density, gain }
}

function gainOf(
  { facts, sums, weights, formula }: Work,
  { activity, isHeld, worth }: { activity: number; isHeld: boolean; worth: number },
): number {
  if (isHeld && formula === 'truncated') return 0
  const cell = activity * step
  const added = isHeld || facts[cell + own] === 0 ? 0 : weights[activity]!
  const sum = facts[cell + whole]! - sums[cell + weighted]! + added
  if (formula === 'truncated') return sum
  if (formula === 'atlas') return sum - worth
  return (facts[cell + total]! > 0 ? sum / facts[cell + total]! : 0) - worth
}

function clear({ sums, touched }: Work, size: number): void {
  for (let at = 0; at < size; at++) {
    const cell = touched.columns[at]! * step
    sums[cell] = sums[cell + 1] = sums[cell + 2] = sums[cell + 3] = 0
  }
}
