import { CodeList } from '../cubes/code-list.ts'
import { checkedCells, unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'

/**
 * Tables with the same dimensions as one with all their codes. Where several have a cell, the later in the list wins, also
 * where it shows no number; a cell that it leaves out hides nothing.
 * @throws ExpectedError when their dimensions differ
 */
export function joinTables(tables: readonly FileTable[]): FileTable {
  const [first, ...others] = tables
  if (!first) throw unreadable('Tjänsten gav inga tal.', 'The service gave no numbers.')
  if (others.length === 0) return first
  for (const { dimensions } of others)
    if (dimensions.map(({ id }) => id).join('\n') !== first.dimensions.map(({ id }) => id).join('\n'))
      throw unreadable(
        `Tabellerna har olika dimensioner (${first.dimensions.map(({ id }) => id).join(', ')} och ${dimensions.map(({ id }) => id).join(', ')}) och kan inte läggas ihop.`,
        `The tables have different dimensions (${first.dimensions.map(({ id }) => id).join(', ')} and ${dimensions.map(({ id }) => id).join(', ')}) and cannot be joined.`,
      )
  const lists = first.dimensions.map((_, at) => {
    const list = new CodeList()
    for (const { dimensions } of tables)
      dimensions[at]!.codes.forEach((code, place) => list.placeOf(code, dimensions[at]!.labels[place]))
    return list
  })
  const sizes = lists.map(({ codes }) => codes.length)
  const cells = checkedCells(sizes)
  const symbols = new SymbolList()
  const values = new Float64Array(cells).fill(NaN)
  const statuses = new Uint8Array(cells).fill(symbols.statusOf(absent, true))
  for (const table of tables) copyCells(table, { lists, sizes, values, statuses, symbols })
  return {
    ...tables.at(-1)!,
    dimensions: first.dimensions.map((one, at) => ({ ...one, codes: lists[at]!.codes, labels: lists[at]!.labels })),
    values,
    statuses: statuses.some((status) => status > 0) ? statuses : null,
    symbols: symbols.symbols,
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
    notices: tables.flatMap(({ notices }) => notices),
  }
}

interface Target {
  lists: readonly CodeList[]
  sizes: readonly number[]
  values: Float64Array
  statuses: Uint8Array
  symbols: SymbolList
}

function copyCells(table: FileTable, { lists, sizes, values, statuses, symbols }: Target): void {
  let places = Int32Array.of(0)
  table.dimensions.forEach(({ codes }, dimension) => {
    const next = new Int32Array(places.length * codes.length)
    const own = codes.map((code) => lists[dimension]!.find(code))
    let at = 0
    for (const place of places) for (const code of own) next[at++] = place * sizes[dimension]! + code
    places = next
  })
  for (let cell = 0; cell < places.length; cell++) {
    const status = table.statuses?.[cell] ?? 0
    const symbol = status > 0 ? table.symbols[status - 1]! : null
    const place = places[cell]!
    if (symbol?.symbol === absent) continue
    values[place] = table.values[cell]!
    statuses[place] = symbol ? symbols.statusOf(symbol.symbol, symbol.isMissing) : 0
  }
}
