import type { LocalText } from './shared-fields.ts'
import type { IsoDate } from './time.ts'

/** What a dimension of a table is for. `group` is any other split, such as sex. */
export type DimensionRole = 'region' | 'activity' | 'time' | 'measure' | 'group'

/** One dimension of a cube, in the order of its codes. */
export interface CubeDimension {
  /** The publisher's or our name of it, such as `occupation`. */
  readonly id: string
  readonly role: DimensionRole
  readonly label: LocalText
  /** The classification that its codes belong to, such as `ssyk-2012`; null when there is none, as with years. */
  readonly classification: string | null
  readonly codes: readonly string[]
  /** A name for each code, in the same order. */
  readonly labels: readonly LocalText[]
}

/** A sign that a cell can carry in place of a number or beside it. Its number in the cube's statuses is its place + 1. */
export interface CubeSymbol {
  /** As the publisher writes it, such as `..`. */
  readonly symbol: string
  readonly meaning: LocalText
  /** Whether there is no number where it is. */
  readonly isMissing: boolean
}

/** A time from which something else is counted, so that numbers before and after do not compare. */
export interface SeriesBreak {
  /** The first code of time that is counted in the new way. */
  readonly from: string
  readonly note: LocalText
}

/** What the numbers are: things counted, or amounts of money, indices and shares. */
export type NumberKind = 'count' | 'amount'

/** All about a table but its cells. */
export interface CubeHeader {
  /** Names the table over all its vintages, such as `occupations-by-county`. */
  readonly table: string
  readonly title: LocalText
  /** What is counted, and how. */
  readonly counted: LocalText
  readonly unit: LocalText
  readonly numberKind: NumberKind
  /** How many counted things one unit is: 1000 for thousands of persons; null for amounts. */
  readonly countsPerUnit: number | null
  /** The multiple that cells were rounded to, in the unit; null when they were not rounded. */
  readonly roundedTo: number | null
  readonly publisher: string
  /** The publisher's own name of the table. */
  readonly publisherTable: string
  /** What was asked of the publisher's service, or the shipped file with its SHA-256: the same origin gives the same cube. */
  readonly origin: string
  readonly licence: string
  /** How the publisher wants to be named, such as "Källa: SCB". */
  readonly attribution: LocalText
  /** The record in the registry that describes the source; null when there is none. */
  readonly sourceId: string | null
  /** The day the figures were fetched. Of several vintages of a table the latest is in use, and none is overwritten. */
  readonly vintage: IsoDate
  /** When it was read into Spets, which decides between two vintages of one day; left out in tables that ship. */
  readonly importedAt?: string
  /** What its regions are. */
  readonly level: 'county' | 'nuts2' | 'municipality' | 'nation' | 'other'
  readonly breaks: readonly SeriesBreak[]
  readonly caveats: readonly LocalText[]
  readonly symbols: readonly CubeSymbol[]
  readonly dimensions: readonly CubeDimension[]
}

/** Whole numbers, or any. */
export type CubeValues = Int32Array | Float64Array

/**
 * A table of statistics, laid out as JSON-stat is: dimensions, and one array with the cell of the last dimension varying
 * fastest. Immutable.
 */
export interface Cube extends CubeHeader {
  /** Meaningless where the cell's status is a symbol that says that the number is missing. */
  readonly values: CubeValues
  /** For each cell 0, or the place of its symbol + 1; null when no cell has one. */
  readonly statuses: Uint8Array | null
}

/** A cube that can be read when it is needed. What is derived from a cube is kept with its listing. */
export interface CubeListing {
  /** SHA-256 (hex) of the cube's file. */
  readonly id: string
  readonly header: CubeHeader
  /** The cube itself, from memory or from its file. @throws Error when the file is gone or damaged */
  read(): Cube
}

/** All the cubes that are loaded at a moment. Immutable: another cube makes another shelf. */
export interface CubeShelf {
  /** Made from the ids of its cubes. */
  readonly id: string
  /** By table, the latest vintage first. */
  readonly listings: readonly CubeListing[]
}

/** The vintage of a table that is in use; null when the table is not loaded. */
export const findCube = (shelf: CubeShelf | null, table: string): CubeListing | null =>
  shelf?.listings.find(({ header }) => header.table === table) ?? null

/** The vintages that are in use, one a table. */
export const cubesInUse = (shelf: CubeShelf | null): CubeListing[] =>
  (shelf?.listings ?? []).filter((one, at, all) => all.findIndex(({ header }) => header.table === one.header.table) === at)

/** Sorts listings as a shelf has them. Of two vintages of one day, the one that was read in later counts as the later, then the one with the higher id. */
export const inShelfOrder = (listings: readonly CubeListing[]): CubeListing[] =>
  listings.toSorted(
    (a, b) =>
      compare(a.header.table, b.header.table) ||
      compare(b.header.vintage, a.header.vintage) ||
      compare(b.header.importedAt ?? '', a.header.importedAt ?? '') ||
      compare(b.id, a.id),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The dimension with a role; null when the cube has none. */
export const dimensionOf = ({ dimensions }: CubeHeader, role: DimensionRole): CubeDimension | null =>
  dimensions.find((one) => one.role === role) ?? null

/** How many cells there are. */
export const cellCount = ({ dimensions }: CubeHeader): number => dimensions.reduce((count, { codes }) => count * codes.length, 1)
