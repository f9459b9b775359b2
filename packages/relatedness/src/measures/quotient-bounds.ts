/** From the lowest to the highest that a number can be. */
export type Range = readonly [low: number, high: number]

/** A table seen from one cell: the cell, the rest of its row, the rest of its column, and all else. */
export interface QuotientParts {
  cell: Range
  row: Range
  column: Range
  rest: Range
}

/** Totals known exactly. That of a row or column is of use only together with the total of all. */
export interface ExactTotals {
  total?: number
  row?: number
  column?: number
}

/**
 * The smallest and the largest location quotient of a cell when it and the sums beside it are known only within ranges.
 * With x the cell, b the rest of its row, c the rest of its column and d all else, LQ = x(x + b + c + d) / ((x + b)(x + c))
 * falls in b and in c and rises in d; in x it rises up to x* = [bc + √(b²c² + d·bc(b + c + d))] / d and then falls. So the
 * extremes lie at the ends of the ranges, or at x*. An exact total ties the parts together and narrows the outcome.
 * @param parts  zero or more; a high end may be Infinity where an exact total closes it
 * @returns both are reached by numbers within the ranges (exact, not an estimate); null when no numbers in the ranges have the
 * exact totals
 */
export function quotientBounds(parts: QuotientParts, exact: ExactTotals = {}): Range | null {
  const { total, row, column } = exact
  if (total === undefined) return boundsFree(parts)
  if (row !== undefined && column !== undefined) return boundsAllExact(parts, { total, row, column })
  if (row !== undefined) return boundsOneExact(parts, total, row)
  const turned = { ...parts, row: parts.column, column: parts.row }
  return column === undefined ? boundsTotalExact(parts, total) : boundsOneExact(turned, total, column)
}

function boundsFree({ cell, row, column, rest }: QuotientParts): Range {
  const least = (x: number) => quotient(x, x + row[1] + column[1] + rest[0], (x + row[1]) * (x + column[1]))
  const most = (x: number) => quotient(x, x + row[0] + column[0] + rest[1], (x + row[0]) * (x + column[0]))
  const top = highestPlace(row[0], column[0], rest[1])
  return [Math.min(least(cell[0]), least(cell[1])), Math.max(most(cell[0]), most(cell[1]), most(clamp(top, cell)))]
}

/** Where the quotient is largest as the cell alone changes. Without d it rises for ever. */
function highestPlace(b: number, c: number, d: number): number {
  return d === 0 ? Infinity : (b * c + Math.sqrt(b * b * c * c + d * b * c * (b + c + d))) / d
}

/** x T / (R A) rises in x, and x is all that is open. */
function boundsAllExact(
  { cell, row, column, rest }: QuotientParts,
  { total, row: R, column: A }: Required<ExactTotals>,
): Range | null {
  const others = R + A - total
  const x = overlap(cell, [R - row[1], R - row[0]], [A - column[1], A - column[0]], [others + rest[0], others + rest[1]])
  return x && [quotient(x[0], total, R * A), quotient(x[1], total, R * A)]
}

/** x T / (R (x + c)) rises in x and falls in c, which do not meet in any other sum. */
function boundsOneExact({ cell, row, column, rest }: QuotientParts, total: number, R: number): Range | null {
  const x = overlap(cell, [R - row[1], R - row[0]])
  const c = overlap(column, [total - R - rest[1], total - R - rest[0]])
  return x && c && [quotient(x[0], total, R * (x[0] + c[1])), quotient(x[1], total, R * (x[1] + c[0]))]
}

/** x T / ((x + b)(x + c)) where x + b + c lies between what d leaves of the total; the candidates are corners and edges. */
function boundsTotalExact({ cell, row, column, rest }: QuotientParts, total: number): Range | null {
  const sum: Range = [total - rest[1], total - rest[0]]
  const value = (x: number, b: number, c: number) => quotient(x, total, (x + b) * (x + c))
  const both = (b: number, c: number) => overlap(cell, [sum[0] - b - c, sum[1] - b - c])
  const wide = both(row[1], column[1])
  const narrow = both(row[0], column[0])
  const low = wide ? wide.map((x) => value(x, row[1], column[1])) : []
  const high = narrow ? [...narrow, clamp(Math.sqrt(row[0] * column[0]), narrow)].map((x) => value(x, row[0], column[0])) : []
  const least = Math.max(cell[0], sum[1] - row[1] - column[1])
  const b = overlap(row, [sum[1] - least - column[1], sum[1] - least - column[0]])
  if (b && least <= cell[1]) {
    const even = clamp((sum[1] - least) / 2, b)
    low.push(value(least, even, sum[1] - least - even))
  }
  for (const [one, other, turned] of [
    [row, column, false],
    [column, row, true],
  ] as const)
    for (const fixed of one) {
      const x = Math.min(cell[1], sum[0] - fixed - other[0])
      const left = sum[0] - x - fixed
      if (x >= cell[0] && left <= other[1]) high.push(turned ? value(x, left, fixed) : value(x, fixed, left))
    }
  return low.length > 0 && high.length > 0 ? [Math.min(...low, ...high), Math.max(...low, ...high)] : null
}

/** A cell of nothing has a quotient of nothing. */
function quotient(x: number, total: number, below: number): number {
  return x === 0 ? 0 : (x * total) / below
}

function clamp(value: number, [low, high]: Range): number {
  return Math.max(low, Math.min(high, value))
}

/** What all ranges share; ends that miss each other by rounding of sums are taken to meet. */
function overlap(...ranges: readonly Range[]): Range | null {
  const low = Math.max(...ranges.map((range) => range[0]))
  const high = Math.min(...ranges.map((range) => range[1]))
  if (low <= high) return [low, high]
  return low - high <= 1e-9 * Math.max(1, Math.abs(low)) ? [high, high] : null
}
