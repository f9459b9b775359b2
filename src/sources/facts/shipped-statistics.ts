import type { Cube } from '../../records/cube.ts'
import { getShippedTables } from './shipped-facts.ts'
import { cubeOfTable, readCodeNames } from './statistics-cube.ts'
import type { CodeNames, StatisticsTableRow } from './statistics-cube.ts'

/** The data files are read only when a table has not been made into a cube before. */
const dataFiles = import.meta.glob<string>(['../../../facts/statistics/*.tsv', '!**/tables.tsv', '!**/presets.tsv', '!**/activity-keys.tsv'], { query: '?raw', import: 'default' })

const textOf = (file: string): Promise<string> => dataFiles[`../../../facts/statistics/${file}`]!()

/** A table of statistics that ships with Spets. */
export interface ShippedTable {
  row: StatisticsTableRow
  /** @throws Error when the file is not as its row says */
  cube(): Promise<Cube>
}

let names: Promise<CodeNames> | null = null

/** Every table that ships, in the order of `tables.tsv`. */
export const shippedTables = (): ShippedTable[] =>
  getShippedTables().map((row) => ({
    row,
    cube: async () => cubeOfTable(row, await textOf(row.file), await (names ??= textOf('codes.tsv').then(readCodeNames))),
  }))
