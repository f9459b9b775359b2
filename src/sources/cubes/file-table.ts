import type { DimensionRole } from '../../records/cube.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** The formats of statistics that are read. */
export type StatisticsFormat =
  | 'json-stat'
  | 'px'
  | 'sdmx-csv'
  | 'sdmx-json'
  | 'eurostat-tsv'
  | 'csv'
  | 'xlsx'
  | 'pxweb-json'
  | 'kolada'

/** A dimension as a file has it. */
export interface FileDimension {
  id: string
  label: string
  codes: readonly string[]
  /** A name for each code; the code itself where the file has no name. */
  labels: readonly string[]
  /** What the file itself says that the dimension is for; null when it does not say. */
  role: DimensionRole | null
}

/** A sign in a cell, in place of a number or beside it. */
export interface FileSymbol {
  symbol: string
  /** Whether there is no number where it is. */
  isMissing: boolean
  /** What the file says that it means. */
  meaning: string | null
}

/** A table as a file has it, in its own codes, before it is known what its dimensions are for. */
export interface FileTable {
  format: StatisticsFormat
  title: string | null
  /** How the publisher wants to be named, or who it is. */
  source: string | null
  /** The publisher's own name of the table. */
  publisherTable: string | null
  /** When the publisher last changed it, as written. */
  updated: string | null
  unit: string | null
  licence: string | null
  notes: readonly string[]
  dimensions: readonly FileDimension[]
  /** The last dimension varies fastest; NaN where there is no number. */
  values: Float64Array
  /** For each cell 0, or the place of its symbol + 1; null when no cell has one. */
  statuses: Uint8Array | null
  symbols: readonly FileSymbol[]
  /** What was passed over, put right or taken for something on the way. */
  notices: readonly LocalText[]
}

/** What a file may hold. Counts are compared with these before memory is spent on them. */
export const statisticsLimits = {
  /** A file on a disk, which is read in pieces where its format allows; and one that must be held whole. */
  bytes: 2 * 1024 ** 3,
  wholeBytes: 256 * 1024 ** 2,
  cells: 20_000_000,
  dimensions: 24,
  /** Codes of all dimensions together. */
  codes: 400_000,
  textLength: 2_000,
  symbols: 200,
} as const

/** A file that cannot be read: what, where, and how to mend it. The name of the file is put before it where it is shown. */
export const unreadable = (sv: string, en: string, cause?: unknown): ExpectedError =>
  new ExpectedError('unsupported_file', { detail: en, data: { words: { sv, en } }, cause })

/** A file with more than is read. */
export const tooMuch = (sv: string, en: string): ExpectedError =>
  new ExpectedError('too_large', { detail: en, data: { words: { sv, en } } })

/**
 * How many cells dimensions of these sizes have.
 * @throws ExpectedError when a size is no whole number above zero, or there are more cells or codes than are read
 */
export function checkedCells(sizes: readonly number[]): number {
  if (sizes.length === 0) throw unreadable('Tabellen har inga dimensioner.', 'The table has no dimensions.')
  if (sizes.length > statisticsLimits.dimensions)
    throw tooMuch(
      `Tabellen har ${sizes.length} dimensioner; högst ${statisticsLimits.dimensions} läses.`,
      `The table has ${sizes.length} dimensions; at most ${statisticsLimits.dimensions} are read.`,
    )
  for (const size of sizes)
    if (!Number.isSafeInteger(size) || size < 1)
      throw unreadable(
        `En dimension har storleken ${String(size)}; den ska vara ett heltal över noll.`,
        `A dimension has the size ${String(size)}; it must be a whole number above zero.`,
      )
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > statisticsLimits.cells)
    throw tooMuch(
      `Tabellen har ${sizes.join(' × ')} = ${shortCount(cells)} celler; högst ${shortCount(statisticsLimits.cells)} läses. Välj färre år, regioner eller koder.`,
      `The table has ${sizes.join(' × ')} = ${shortCount(cells)} cells; at most ${shortCount(statisticsLimits.cells)} are read. Choose fewer years, regions or codes.`,
    )
  const codes = sizes.reduce((sum, size) => sum + size, 0)
  if (codes > statisticsLimits.codes)
    throw tooMuch(
      `Dimensionerna har ${codes} koder; högst ${statisticsLimits.codes} läses.`,
      `The dimensions have ${codes} codes; at most ${statisticsLimits.codes} are read.`,
    )
  return cells
}

const shortCount = (count: number): string =>
  count < 1e6 ? String(count) : count < 1e12 ? `${Math.round(count / 1e5) / 10} M` : count.toExponential(1)

/** Keys that are part of every JavaScript object; a file has no use for them. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A code or a name from a file, without blanks around it. @throws ExpectedError when it is reserved or too long */
export function checkedCode(code: string): string {
  if (reserved.has(code))
    throw unreadable(`«${code}» kan inte vara en kod i en tabell.`, `«${code}» cannot be a code in a table.`)
  if (code.length > statisticsLimits.textLength)
    throw tooMuch(
      `En kod är längre än ${statisticsLimits.textLength} tecken: «${code.slice(0, 40)}…».`,
      `A code is longer than ${statisticsLimits.textLength} characters: «${code.slice(0, 40)}…».`,
    )
  return code
}

/** A text for people, shortened if it is very long. */
export const shortText = (text: string): string =>
  text.length > statisticsLimits.textLength ? `${text.slice(0, statisticsLimits.textLength - 1)}…` : text
