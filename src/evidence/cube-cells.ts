import { dimensionOf } from '../records/cube.ts'
import type { Cube, CubeDimension, CubeSymbol, DimensionRole } from '../records/cube.ts'

/** The number in a cell; NaN where it is missing. */
export function numberAt({ values, statuses, symbols }: Cube, cell: number): number {
  const status = statuses?.[cell] ?? 0
  return status > 0 && symbols[status - 1]!.isMissing ? NaN : values[cell]!
}

/** The symbol in a cell; null when it has none. */
export const symbolAt = ({ statuses, symbols }: Cube, cell: number): CubeSymbol | null =>
  statuses?.[cell] ? symbols[statuses[cell] - 1]! : null

/** How many cells apart neighbours of each dimension are. */
export function stridesOf({ dimensions }: Pick<Cube, 'dimensions'>): number[] {
  const strides: number[] = []
  let stride = 1
  for (const { codes } of dimensions.toReversed()) {
    strides.unshift(stride)
    stride *= codes.length
  }
  return strides
}

/** Which codes of which dimensions are wanted, by the dimension's id; all where it is left out. */
export type Slice = Readonly<Record<string, readonly string[]>>

/** One cell of a slice: its code in each dimension, in their order. */
export interface SliceCell {
  codes: readonly string[]
  /** Null where it is missing. */
  value: number | null
  symbol: string | null
}

/**
 * The cells of a part of a cube, in the cube's order.
 * @throws RangeError naming a dimension or a code that the cube does not have
 */
export function* sliceCells(cube: Cube, wanted: Slice): Generator<SliceCell> {
  const unknown = Object.keys(wanted).find((id) => !cube.dimensions.some((one) => one.id === id))
  if (unknown !== undefined) throw new RangeError(`There is no dimension «${unknown}».`)
  const places = cube.dimensions.map((dimension) => placesIn(dimension, wanted[dimension.id]))
  const strides = stridesOf(cube)
  const walk = function* (depth: number, cell: number, codes: readonly string[]): Generator<SliceCell> {
    if (depth === places.length) {
      const value = numberAt(cube, cell)
      yield { codes, value: Number.isNaN(value) ? null : value, symbol: symbolAt(cube, cell)?.symbol ?? null }
      return
    }
    for (const at of places[depth]!)
      yield* walk(depth + 1, cell + at * strides[depth]!, [...codes, cube.dimensions[depth]!.codes[at]!])
  }
  yield* walk(0, 0, [])
}

/** How many cells a slice has. */
export const sliceSize = ({ dimensions }: Pick<Cube, 'dimensions'>, wanted: Slice): number =>
  dimensions.reduce((size, one) => size * placesIn(one, wanted[one.id]).length, 1)

function placesIn({ id, codes }: CubeDimension, wanted: readonly string[] | undefined): number[] {
  if (!wanted) return [...codes.keys()]
  return wanted.map((code) => {
    const at = codes.indexOf(code)
    if (at < 0) throw new RangeError(`The dimension «${id}» has no code «${code}».`)
    return at
  })
}

/** The place of the dimension with a role among the cube's; −1 when it has none. */
export function placeOfRole(cube: Cube, role: DimensionRole): number {
  const dimension = dimensionOf(cube, role)
  return dimension ? cube.dimensions.indexOf(dimension) : -1
}
