/** Which values of a variable are asked for. */
export interface Selected {
  code: string
  values: readonly string[]
  role: 'region' | 'time' | 'measure' | 'other'
}

const cellsOf = (selection: readonly Selected[]): number => selection.reduce((product, { values }) => product * values.length, 1)

/** Breaks a selection into ones of at most so many cells, by region first, then by time, then by the variable with most values. */
export function splitSelection(selection: readonly Selected[], mostCells: number): Selected[][] {
  if (cellsOf(selection) <= mostCells) return [[...selection]]
  const splittable = (one: Selected | undefined) => one !== undefined && one.values.length > 1
  const by =
    [selection.find(({ role }) => role === 'region'), selection.find(({ role }) => role === 'time')].find(splittable) ??
    selection.toSorted((a, b) => b.values.length - a.values.length)[0]!
  if (!splittable(by)) return [[...selection]]
  const rest = cellsOf(selection) / by.values.length
  const each = Math.max(1, Math.min(Math.floor(mostCells / rest), Math.ceil(by.values.length / 2)))
  const parts: Selected[][] = []
  for (let at = 0; at < by.values.length; at += each) {
    const part = selection.map((one) => (one === by ? { ...one, values: one.values.slice(at, at + each) } : one))
    parts.push(...splitSelection(part, mostCells))
  }
  return parts
}
