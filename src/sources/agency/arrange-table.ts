import type { DimensionRole } from '../../records/cube.ts'
import { unreadable } from '../cubes/file-table.ts'
import type { FileDimension, FileTable } from '../cubes/file-table.ts'
import { guessRoles } from '../cubes/guess-roles.ts'
import type { ReadRegion } from '../cubes/region-codes.ts'

const order: readonly DimensionRole[] = ['activity', 'region', 'group', 'measure', 'time']
const ids: Partial<Record<DimensionRole, string>> = { activity: 'activity', region: 'region', measure: 'measure', time: 'year' }

/**
 * A table with its dimensions in one order and by one name each, and without those that have a single code, so that vintages whose
 * dimensions are named differently can be joined.
 */
export function arrangeTable(table: FileTable, readRegion: ReadRegion): FileTable {
  const guesses = guessRoles(table.dimensions, { choices: {}, readRegion })
  const places = table.dimensions.map((_, at) => at)
  const isFolded = (at: number) => table.dimensions[at]!.codes.length === 1 && ['group', 'measure'].includes(guesses[at]!.role)
  const kept = places
    .filter((at) => !isFolded(at))
    .toSorted(
      (a, b) =>
        order.indexOf(guesses[a]!.role) - order.indexOf(guesses[b]!.role) ||
        (table.dimensions[a]!.label < table.dimensions[b]!.label ? -1 : 1),
    )
  if (kept.length === 0) throw unreadable('Tabellen har bara ett tal.', 'The table has a single number.')
  const sizes = table.dimensions.map(({ codes }) => codes.length)
  const strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, size) => product * size, 1))
  let from = Int32Array.of(0)
  for (const at of kept) {
    const next = new Int32Array(from.length * sizes[at]!)
    let cell = 0
    for (const place of from) for (let code = 0; code < sizes[at]!; code++) next[cell++] = place + code * strides[at]!
    from = next
  }
  const dimensions = kept.map((at): FileDimension => {
    const one = table.dimensions[at]!
    const { role } = guesses[at]!
    return { ...one, id: ids[role] ?? one.label.toLowerCase(), role: role === 'group' ? null : role }
  })
  const { statuses } = table
  return {
    ...table,
    dimensions,
    values: Float64Array.from(from, (place) => table.values[place]!),
    statuses: statuses && Uint8Array.from(from, (place) => statuses[place]!),
  }
}
