import { type Table, tableFrom } from '../measures/table.ts'

/** A table of any size with cells that are empty, small, large and, so large a share of them, missing; always the same one. */
export function unevenTable(size: { regions: number; activities: number; missing: number }): Table {
  const { regions, activities, missing } = size
  let state = 1
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 2 ** 24
  }
  const values = Float64Array.from({ length: regions * activities }, () =>
    draw() < missing ? NaN : draw() < 0.6 ? 0 : Math.floor(1 / (0.001 + draw())),
  )
  const names = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what}${at + 1}`)
  return tableFrom({ regions: names('R', regions), activities: names('A', activities), values })
}
