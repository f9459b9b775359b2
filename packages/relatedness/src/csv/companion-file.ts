import { type NumberOptions, numberReader } from './csv-numbers.ts'
import { csvRows, findSeparator, place, type Separator } from './csv-rows.ts'
import type { Note, Noted, Series } from '../measures/table.ts'

/** A file that says something about each region or each activity: a label, then one column or more. */
export interface Companion {
  /** The name of the file, for messages. */
  name: string
  header: readonly string[]
  /** By label; the cells after it, and the line they stand on. */
  rows: ReadonlyMap<string, { line: number; cells: readonly string[] }>
  separator: Separator
  numbers: NumberOptions
}

/**
 * Reads a file with a header and a row for each label.
 * @throws RangeError with the file, line and column when rows differ in length, or a label is empty or stands twice
 */
export function readCompanion(name: string, text: string, { missing, zero }: NumberOptions = {}): Companion {
  return within(name, () => {
    const separator = findSeparator(text)
    const [first, ...others] = csvRows(text, separator)
    const header = first!.cells.map((cell) => cell.trim())
    const rows = new Map<string, { line: number; cells: string[] }>()
    for (const { line, cells } of others) {
      if (cells.length !== header.length)
        throw new RangeError(`Line ${line}: there are ${cells.length} cells, but the header has ${header.length}.`)
      const [label, ...rest] = cells.map((cell) => cell.trim()) as [string, ...string[]]
      if (label === '') throw new RangeError(`${place({ line, column: 1 })}: the name is empty.`)
      if (rows.has(label)) throw new RangeError(`${place({ line, column: 1 })}: «${label}» stands twice.`)
      rows.set(label, { line, cells: rest })
    }
    return { name, header, rows, separator, numbers: { ...(missing && { missing }), ...(zero && { zero }) } }
  })
}

/**
 * The numbers of the second column by label; NaN for labels without one (noted `without-number`). Rows of other labels are
 * left out (noted `unmatched-label`).
 * @throws RangeError with the file, line and column when a cell is no number, or no label of the file is among those asked for
 */
export function companionSeries(
  { name, rows, separator, numbers }: Companion,
  labels: readonly string[],
  sign: NumberOptions['sign'] = 'positive',
): Series & Noted {
  return within(name, () => {
    const reader = numberReader(separator, { ...numbers, sign })
    const values = Float64Array.from(labels, (label) => {
      const row = rows.get(label)
      if (!row) return NaN
      const value = reader.read(row.cells[0]!)
      if (typeof value !== 'number') throw new RangeError(`${place({ line: row.line, column: 2 })}: ${value.wrong}`)
      return value
    })
    const doubt = reader.doubt()
    if (doubt) throw new RangeError(doubt)
    const without = labels.filter((_, at) => Number.isNaN(values[at]!))
    const notes = unmatched({ name, rows }, labels)
    if (without.length > 0)
      notes.push({ code: 'without-number', message: `${name} has no number for these: ${listed(without)}.` })
    return { labels, values, notes }
  })
}

/**
 * The columns after the label, for every label, widest group first.
 * @throws RangeError when a label has no row or a group is empty
 */
export function companionGroups(
  { name, header, rows }: Companion,
  labels: readonly string[],
): { groups: string[][]; notes: Note[] } {
  return within(name, () => {
    const notes = unmatched({ name, rows }, labels)
    const without = labels.filter((label) => !rows.has(label))
    if (without.length > 0)
      throw new RangeError(`These have no row: ${listed(without)}. Give each a group; it may be one of its own.`)
    const groups = labels.map((label) => {
      const { line, cells } = rows.get(label)!
      const empty = cells.indexOf('')
      if (empty >= 0) throw new RangeError(`${place({ line, column: empty + 2 })} («${header[empty + 1]}»): the group is empty.`)
      return [...cells]
    })
    return { groups, notes }
  })
}

function unmatched({ name, rows }: Pick<Companion, 'name' | 'rows'>, labels: readonly string[]): Note[] {
  const known = new Set(labels)
  const others = [...rows.keys()].filter((label) => !known.has(label))
  if (others.length === rows.size)
    throw new RangeError(
      `None of its labels is among those it should speak of, such as ${listed(labels.slice(0, 2))}. The first column must hold the same names.`,
    )
  return others.length > 0
    ? [{ code: 'unmatched-label', message: `${name} has rows of others, left out: ${listed(others)}.` }]
    : []
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => `«${name}»`)
    .join(', ')
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown
}

/** Says in which file a mistake lies. */
function within<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${name}: ${error.message}`, { cause: error })
    throw error
  }
}
