import type { Table } from '../../packages/relatedness/src/relatedness.ts'

/**
 * A table's regions × a set of its activities and all else. A row with a missing cell is missing in both columns, since
 * neither sum is then known.
 * @param columns  the places of the set's activities
 */
export function setAndRest({ regions, activities, values, unit }: Table, columns: readonly number[]): Table {
  const width = activities.length
  const sums = new Float64Array(regions.length * 2)
  regions.forEach((_, row) => {
    let [own, all] = [0, 0]
    for (const column of columns) own += values[row * width + column]!
    for (let column = 0; column < width; column++) all += values[row * width + column]!
    sums[row * 2] = Number.isNaN(all) ? NaN : own
    sums[row * 2 + 1] = all - own
  })
  return { regions, activities: ['set', 'rest'], values: sums, ...(unit && { unit }) }
}

/** The places of activities among a panel's; those that it does not have are left out. */
export const columnsOf = (all: readonly string[], activities: readonly string[]): number[] =>
  [...new Set(activities)].map((code) => all.indexOf(code)).filter((at) => at >= 0)
