import type { SparseTable, Table } from './table.ts'

/**
 * Regions × activities where most cells of an activity are alike: those of regions with nothing near it. The cells that
 * differ are stored; every other cell is what `elsewhere` has for its activity, NaN where nothing is defined.
 */
export interface SparseResult {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  /** By activity: every cell that is not stored. */
  readonly elsewhere: Float64Array
  /** Where the stored cells of each region begin in `columns` and `stored`; one more than there are regions. */
  readonly starts: Uint32Array
  /** The activity of each stored cell, ascending within a region. */
  readonly columns: Uint32Array
  readonly stored: Float64Array
}

/** The number of a region and an activity, by their places. */
export function resultAt({ elsewhere, starts, columns, stored }: SparseResult, region: number, activity: number): number {
  let [low, high] = [starts[region]!, starts[region + 1]!]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (columns[middle]! < activity) low = middle + 1
    else high = middle
  }
  return low < starts[region + 1]! && columns[low] === activity ? stored[low]! : elsewhere[activity]!
}

/** The same with every cell written out. */
export function denseResult(result: SparseResult): Table {
  const { regions, activities, elsewhere, starts, columns, stored } = result
  const values = new Float64Array(regions.length * activities.length)
  for (let r = 0; r < regions.length; r++) {
    const row = r * activities.length
    values.set(elsewhere, row)
    for (let at = starts[r]!; at < starts[r + 1]!; at++) values[row + columns[at]!] = stored[at]!
  }
  return { regions, activities, values }
}

/** The cells of a sparse table that are 1 and those that are missing, region by region. */
export interface SparseStates {
  held: { starts: Uint32Array; items: Uint32Array }
  unknown: { starts: Uint32Array; items: Uint32Array }
}

/**
 * Which activities each region has, and of which it is not known, from a presence of 1 and NaN.
 * @param isUnknown  regions of which nothing is known: those without any sum to take shares of
 */
export function statesOf(
  { rowStarts, columns, values, activities }: SparseTable,
  isUnknown: (region: number) => boolean,
): SparseStates {
  const held: number[] = []
  const unknown: number[] = []
  const heldStarts = new Uint32Array(rowStarts.length)
  const unknownStarts = new Uint32Array(rowStarts.length)
  for (let r = 0; r + 1 < rowStarts.length; r++) {
    if (isUnknown(r)) for (let activity = 0; activity < activities.length; activity++) unknown.push(activity)
    else for (let at = rowStarts[r]!; at < rowStarts[r + 1]!; at++) (values[at] === 1 ? held : unknown).push(columns[at]!)
    heldStarts[r + 1] = held.length
    unknownStarts[r + 1] = unknown.length
  }
  return {
    held: { starts: heldStarts, items: Uint32Array.from(held) },
    unknown: { starts: unknownStarts, items: Uint32Array.from(unknown) },
  }
}
