import type { Cube, CubeHeader, CubeValues, DimensionRole } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { conformDimension } from './conform-dimension.ts'
import type { Conformed } from './conform-dimension.ts'
import { unreadable } from './file-table.ts'
import type { FileTable } from './file-table.ts'
import { guessRoles } from './guess-roles.ts'
import type { RoleChoices, RoleGuess } from './guess-roles.ts'
import { lostCodes } from './lost-codes.ts'
import { headerOf } from './header-of-file.ts'
import type { HeaderChoices } from './header-of-file.ts'
import type { ReadRegion } from './region-codes.ts'
import { findSumByNumbers } from './sum-by-numbers.ts'
import { cubeSymbols } from './symbol-meanings.ts'

/** What a person says of a file besides what it says itself. */
export interface CubeChoices extends HeaderChoices {
  roles: RoleChoices
  level: CubeHeader['level'] | null
}

/** What a file was taken for, for a person to look at before it is kept. */
export interface CubePreview {
  format: FileTable['format']
  title: LocalText
  /** Whose it is; null when the file does not say and nobody has said. */
  attribution: LocalText | null
  licence: string | null
  updated: string | null
  notes: readonly string[]
  notices: readonly LocalText[]
  dimensions: readonly PreviewDimension[]
  cells: number
  /** How many cells have each symbol. */
  symbols: readonly { symbol: string; meaning: LocalText; isMissing: boolean; cells: number }[]
  /** The table's first cells: codes, and number or symbol. */
  sample: readonly { codes: readonly string[]; value: number | null; symbol: string | null }[]
}

export interface PreviewDimension {
  id: string
  label: string
  role: DimensionRole
  why: LocalText
  classification: string | null
  size: number
  first: readonly string[]
  /** The code that is the sum of the others, as the file writes it; null when there is none. */
  sum: string | null
  leftOut: Conformed['leftOut']
  /** Whether it has one code only, and is told in words instead. */
  isFolded: boolean
}

/** A cube made of a file's table, and what it was taken for. @throws ExpectedError when the dimensions cannot be used */
export function makeCube(table: FileTable, choices: CubeChoices, readRegion: ReadRegion): { cube: Cube; preview: CubePreview } {
  refuseUnknownNames(table, choices.roles)
  const guesses = guessRoles(table.dimensions, { choices: choices.roles, readRegion })
  const conformed = table.dimensions.map((one, at) =>
    conformDimension(one, {
      guess: guesses[at]!,
      readRegion,
      level: choices.level,
      sumAt: ['group', 'activity'].includes(guesses[at]!.role) ? findSumByNumbers(table, at) : -1,
    }),
  )
  const empty = conformed.find(({ dimension }) => dimension.codes.length === 0)
  if (empty)
    throw unreadable(
      `Ingen kod i «${empty.dimension.label.sv}» är en region som Spets känner: ${empty.leftOut
        .flatMap(({ codes }) => codes)
        .slice(0, 5)
        .join(', ')}. Säg vilken dimension som är regionen med --region.`,
      `No code of «${empty.dimension.label.sv}» is a region that Spets knows: ${empty.leftOut
        .flatMap(({ codes }) => codes)
        .slice(0, 5)
        .join(', ')}. Say which dimension is the region with --region.`,
    )
  const picked = pickCells(table, conformed)
  const folded = conformed.map(
    ({ dimension }, at) => dimension.codes.length === 1 && (guesses[at]!.role === 'measure' || guesses[at]!.role === 'group'),
  )
  const kept = conformed.filter((_, at) => !folded[at]).map(({ dimension }) => dimension)
  const words = conformed
    .filter((_, at) => folded[at])
    .map(({ dimension }) => ({ label: dimension.label, code: dimension.labels[0]! }))
  const level = conformed.find((one) => one.level !== null)?.level ?? 'other'
  const header = headerOf(
    table,
    { dimensions: kept, folded: words, level, isWhole: picked.values instanceof Int32Array },
    choices,
  )
  const cube: Cube = { ...header, symbols: cubeSymbols(table.symbols), ...picked }
  const before = choices.loaded.find((one) => one.table === cube.table) ?? null
  return { cube, preview: previewOf(table, { cube, guesses, conformed, folded, before }) }
}

function refuseUnknownNames({ dimensions }: FileTable, roles: RoleChoices): void {
  for (const name of Object.values(roles))
    if (
      name !== 'none' &&
      !dimensions.some(({ id, label }) => [id, label].some((one) => one.toLowerCase() === name.toLowerCase()))
    )
      throw unreadable(
        `Filen har ingen dimension «${name}». Den har: ${dimensions.map(({ id }) => `«${id}»`).join(', ')}.`,
        `The file has no dimension «${name}». It has: ${dimensions.map(({ id }) => `«${id}»`).join(', ')}.`,
      )
}

/** The cells of the codes that are kept. */
function pickCells(
  { values, statuses, dimensions }: FileTable,
  conformed: readonly Conformed[],
): { values: CubeValues; statuses: Uint8Array | null } {
  const isAll = conformed.every(({ places }, at) => places.length === dimensions[at]!.codes.length)
  if (isAll) return { values: compact(values), statuses }
  const places = placesOf(
    dimensions.map(({ codes }) => codes.length),
    conformed.map((one) => one.places),
  )
  const own = statuses && Uint8Array.from(places, (place) => statuses[place]!)
  return {
    values: compact(Float64Array.from(places, (place) => values[place]!)),
    statuses: own?.some((status) => status > 0) ? own : null,
  }
}

function placesOf(sizes: readonly number[], kept: readonly (readonly number[])[]): Int32Array {
  let places = Int32Array.of(0)
  kept.forEach((own, dimension) => {
    const next = new Int32Array(places.length * own.length)
    let at = 0
    for (const place of places) for (const code of own) next[at++] = place * sizes[dimension]! + code
    places = next
  })
  return places
}

/** Whole numbers take half the place. What is missing is 0 among them, and its status says that it is missing. */
function compact(values: Float64Array): CubeValues {
  let isWhole = true
  for (let at = 0; at < values.length && isWhole; at++) {
    const value = values[at]!
    isWhole = Number.isNaN(value) || (value === (value | 0) && !Object.is(value, -0))
  }
  if (!isWhole) return values
  const whole = new Int32Array(values.length)
  for (let at = 0; at < values.length; at++) whole[at] = Number.isNaN(values[at]!) ? 0 : values[at]!
  return whole
}

interface Made {
  cube: Cube
  guesses: readonly RoleGuess[]
  conformed: readonly Conformed[]
  folded: readonly boolean[]
  /** The vintage of the table that is in use. */
  before: CubeHeader | null
}

function previewOf(table: FileTable, { cube, guesses, conformed, folded, before }: Made): CubePreview {
  const counts = new Float64Array(cube.symbols.length + 1)
  cube.statuses?.forEach((status) => void counts[status]!++)
  return {
    format: table.format,
    title: cube.title,
    attribution: cube.attribution.sv === '' ? null : cube.attribution,
    licence: cube.licence || null,
    updated: table.updated,
    notes: table.notes,
    notices: [...lostCodes(before, cube), ...table.notices],
    dimensions: conformed.map(({ dimension, leftOut }, at) => {
      const own = table.dimensions[at]!
      const sum = dimension.codes.indexOf('TOTAL')
      return {
        id: own.id,
        label: own.label,
        role: dimension.role,
        why: guesses[at]!.why,
        classification: dimension.classification,
        size: dimension.codes.length,
        first: dimension.codes
          .slice(0, 4)
          .map((code, place) => (dimension.labels[place]!.sv === code ? code : `${code} ${dimension.labels[place]!.sv}`)),
        sum: sum < 0 ? null : own.codes[conformed[at]!.places[sum]!]!,
        leftOut,
        isFolded: folded[at]!,
      }
    }),
    cells: cube.values.length,
    symbols: cube.symbols.map((one, at) => ({ ...one, cells: counts[at + 1]! })).filter(({ cells }) => cells > 0),
    sample: sampleOf(cube),
  }
}

function sampleOf(cube: Cube): CubePreview['sample'] {
  return Array.from({ length: Math.min(6, cube.values.length) }, (_, cell) => {
    let left = cell
    const codes = cube.dimensions
      .toReversed()
      .map(({ codes: own }) => {
        const code = own[left % own.length]!
        left = Math.floor(left / own.length)
        return code
      })
      .toReversed()
    const symbol = cube.statuses?.[cell] ? cube.symbols[cube.statuses[cell] - 1]! : null
    return { codes, value: symbol?.isMissing ? null : cube.values[cell]!, symbol: symbol?.symbol ?? null }
  })
}
