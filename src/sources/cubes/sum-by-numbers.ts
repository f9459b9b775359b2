import type { FileTable } from './file-table.ts'

/** Fewer sums that come out right can be chance. */
const fewestSums = 4

/**
 * The place of the code that is the sum of all the others of a dimension by its numbers, whatever it is called, such as the
 * age 16–74 beside its parts; -1 when there is none. Sums are compared wherever no part is missing.
 */
export function findSumByNumbers({ dimensions, values }: Pick<FileTable, 'dimensions' | 'values'>, dimension: number): number {
  const sizes = dimensions.map(({ codes }) => codes.length)
  const size = sizes[dimension]!
  if (size < 3) return -1
  const stride = sizes.slice(dimension + 1).reduce((product, one) => product * one, 1)
  const candidates = new Set(Array.from({ length: size }, (_, code) => code))
  let compared = 0
  for (let block = 0; block < values.length && candidates.size > 0; block += stride * size)
    for (let cell = block; cell < block + stride && candidates.size > 0; cell++) {
      let sum = 0
      for (let code = 0; code < size; code++) sum += values[cell + code * stride]!
      if (Number.isNaN(sum) || sum === 0) continue
      compared++
      for (const code of candidates)
        if (Math.abs(2 * values[cell + code * stride]! - sum) > Math.abs(sum) * 1e-9) candidates.delete(code)
    }
  return compared >= fewestSums && candidates.size === 1 ? [...candidates][0]! : -1
}
