import { CodeList } from '../cubes/code-list.ts'
import { checkedCells, shortText, unreadable } from '../cubes/file-table.ts'
import type { FileDimension, FileTable, StatisticsFormat } from '../cubes/file-table.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'
import { parseCell } from './cell-number.ts'
import { layoutOf } from './grid-layout.ts'
import type { GridLayout, LayoutOptions } from './grid-layout.ts'
import { emptyMemo } from './grid-rows.ts'
import type { Grid, GridRows } from './grid-rows.ts'

/**
 * A table of rows, wide or long, read twice: once for its codes, once for its numbers, so that only the cells are in
 * memory. @throws ExpectedError with the row and column of what is wrong
 */
export const readGrid = (grid: Grid, format: 'csv' | 'xlsx', options: LayoutOptions = {}): FileTable =>
  readWithLayout(grid, layoutOf(grid, options), format)

/** The same of a table whose columns are known. */
export function readWithLayout(grid: Grid, layout: GridLayout, format: StatisticsFormat): FileTable {
  const { lists, notes } = findCodes(grid, layout)
  const heads = layout.heads.map((_, head) => {
    const list = new CodeList()
    for (const { codes } of layout.values) list.placeOf(codes[head]!, shortText(codes[head]!))
    return list
  })
  const sizes = [...lists, ...heads].map(({ codes }) => codes.length)
  checkedCells(sizes)
  const dimensions: FileDimension[] = [
    ...lists.map((list, at) => ({ id: layout.keys[at]!.id, label: layout.keys[at]!.id, ...splitCodes(list), role: null })),
    ...heads.map((list, at) => ({
      id: layout.heads[at]!.id,
      label: layout.heads[at]!.id,
      codes: list.codes,
      labels: list.labels,
      role: layout.heads[at]!.role,
    })),
  ]
  return {
    format,
    title: layout.title,
    source: sourceIn(notes),
    publisherTable: null,
    updated: null,
    unit: null,
    licence: null,
    notes,
    dimensions: withOwnIds(dimensions),
    ...fill(grid, layout, { lists, heads, sizes }),
    notices: layout.notices,
  }
}

/** Goes through the rows of numbers. Rows of notes below them are told apart, and nothing comes after. */
function eachRow(
  grid: Grid,
  layout: GridLayout,
  { row, note }: { row: (rows: GridRows, keys: readonly string[]) => void; note: (text: string) => void },
): void {
  const rows = grid.rows()
  for (let at = 0; at < layout.rowsBefore; at++) rows.next()
  const memos = layout.keys.map(emptyMemo)
  const keys = layout.keys.map(() => '')
  let notesFrom = 0
  while (rows.next()) {
    const filled = filledCells(rows)
    if (filled === 0 || layout.isLeftOut?.(rows)) continue
    if (filled === 1 && layout.keys.length + layout.values.length > 1 && !hasValue(rows, layout)) {
      notesFrom ||= rows.line
      note(firstText(rows))
      continue
    }
    if (notesFrom > 0)
      throw unreadable(
        `Rad ${rows.line} har tal, men rad ${notesFrom} ser ut som en anmärkning under tabellen: den har en enda ifylld cell. Ta bort den raden, eller fyll i den.`,
        `Line ${rows.line} has numbers, but line ${notesFrom} looks like a note below the table: it has a single filled cell. Remove that line, or fill it in.`,
      )
    layout.keys.forEach(({ at, id }, key) => {
      const text = rows.repeatedText(at, memos[key]!)
      if (text !== '') {
        if (text === keys[key]) return
        if (rows.isFormula(at)) throw formulaIn(grid, rows, at)
        keys[key] = text
      } else if (!grid.mayLeaveOut || keys[key] === '')
        throw unreadable(
          `Rad ${rows.line}: kolumnen «${id}» är tom, så det går inte att veta vad talet gäller.`,
          `Line ${rows.line}: the column «${id}» is empty, so what the number is of cannot be known.`,
        )
    })
    row(rows, keys)
  }
}

function filledCells(rows: GridRows): number {
  let filled = 0
  for (let at = 0; at < rows.count && filled < 2; at++) if (!rows.isEmpty(at)) filled++
  return filled
}

const hasValue = (rows: GridRows, { values }: GridLayout): boolean => values.some(({ at }) => !rows.isEmpty(at))

function firstText(rows: GridRows): string {
  for (let at = 0; at < rows.count; at++) if (rows.text(at) !== '') return rows.text(at)
  return ''
}

const formulaIn = (grid: Grid, rows: GridRows, at: number) =>
  unreadable(
    `Rad ${rows.line}, kolumn ${grid.columnName(at)} är en formel. Spara tabellen med värden i stället (klistra in som värden).`,
    `Line ${rows.line}, column ${grid.columnName(at)} is a formula. Save the table with values instead (paste as values).`,
  )

function findCodes(grid: Grid, layout: GridLayout): { lists: CodeList[]; notes: string[] } {
  const lists = layout.keys.map(() => new CodeList())
  const last = layout.keys.map(() => '')
  const notes: string[] = []
  eachRow(grid, layout, {
    note: (text) => void (notes.length < 50 && notes.push(shortText(text))),
    row: (rows, keys) =>
      keys.forEach((code, key) => {
        if (code === last[key]) return
        last[key] = code
        const { labelsAt } = layout.keys[key]!
        lists[key]!.placeOf(code, labelsAt === null ? code : shortText(rows.text(labelsAt) || code))
      }),
  })
  return { lists, notes }
}

interface Found {
  lists: readonly CodeList[]
  heads: readonly CodeList[]
  sizes: readonly number[]
}

function fill(
  grid: Grid,
  layout: GridLayout,
  { lists, heads, sizes }: Found,
): Pick<FileTable, 'values' | 'statuses' | 'symbols'> {
  const cells = sizes.reduce((product, size) => product * size, 1)
  const symbols = new SymbolList()
  const empty = symbols.statusOf(absent, true)
  const values = new Float64Array(cells).fill(NaN)
  const statuses = new Uint8Array(cells).fill(unset)
  const strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, size) => product * size, 1))
  const offsets = layout.values.map(({ codes }) =>
    codes.reduce((sum, code, head) => sum + heads[head]!.find(code) * strides[lists.length + head]!, 0),
  )
  const last = lists.map(() => ({ text: '', offset: 0 }))
  eachRow(grid, layout, {
    note: () => undefined,
    row: (rows, keys) => {
      let base = 0
      for (let key = 0; key < keys.length; key++) {
        const memo = last[key]!
        if (memo.text !== keys[key]) {
          memo.text = keys[key]!
          memo.offset = lists[key]!.find(memo.text) * strides[key]!
        }
        base += memo.offset
      }
      for (let column = 0; column < offsets.length; column++) {
        const cell = base + offsets[column]!
        if (statuses[cell] !== unset) throw repeated(rows, keys, layout)
        const { value, status } = readValue(grid, layout, { rows, column, symbols, empty })
        values[cell] = value
        statuses[cell] = status
      }
    },
  })
  let hasStatus = false
  for (let cell = 0; cell < cells; cell++) {
    if (statuses[cell] === unset) statuses[cell] = empty
    hasStatus ||= statuses[cell] !== 0
  }
  return { values, statuses: hasStatus ? statuses : null, symbols: symbols.symbols }
}

/** No symbol has this number. */
const unset = 255

function repeated(rows: GridRows, keys: readonly string[], layout: GridLayout) {
  const dimensions = layout.keys.map(({ id }) => `«${id}»`).join(', ')
  const codes = keys
    .map((key) => `«${key}»`)
    .join(', ')
    .slice(0, 200)
  return unreadable(
    `Rad ${rows.line}: ${codes} finns redan på en rad ovanför. Kolumnerna ${dimensions} lästes som dimensioner; saknas en som skiljer raderna åt?`,
    `Line ${rows.line}: ${codes} is on a line above already. The columns ${dimensions} were read as dimensions; is one that tells the lines apart missing?`,
  )
}

const read = { value: 0, status: 0 }

interface Where {
  rows: GridRows
  column: number
  symbols: SymbolList
  empty: number
}

/** The number and status of a cell; the same object each time, since there are millions. */
function readValue(
  grid: Grid,
  { values, style, heads }: GridLayout,
  { rows, column, symbols, empty }: Where,
): { value: number; status: number } {
  const { at, flagAt, codes } = values[column]!
  const flag = flagAt === null ? '' : rows.text(flagAt)
  read.value = rows.number(at, style.decimal)
  read.status = 0
  if (Number.isNaN(read.value)) {
    const text = rows.text(at)
    if (rows.isFormula(at)) throw formulaIn(grid, rows, at)
    const cell = text === '' ? { value: NaN, symbol: null } : parseCell(text, style)
    if (!cell)
      throw unreadable(
        `Rad ${rows.line}, kolumn ${grid.columnName(at)}${heads.length > 0 ? ` («${codes.join(' ')}»)` : ''}: «${text.slice(0, 60)}» är inget tal.`,
        `Line ${rows.line}, column ${grid.columnName(at)}${heads.length > 0 ? ` («${codes.join(' ')}»)` : ''}: «${text.slice(0, 60)}» is no number.`,
      )
    read.value = cell.value
    const isMissing = Number.isNaN(cell.value)
    if (cell.symbol !== null && !(isMissing && flag !== '')) read.status = symbols.statusOf(cell.symbol, isMissing)
    else if (isMissing) read.status = flag === '' ? empty : symbols.statusOf(flag, true)
  } else if (flag !== '') read.status = symbols.statusOf(flag, false)
  return read
}

const coded = /^([0-9A-Z][0-9A-Za-z.+_-]*)\s+(\p{L}.*)$/u

/** `01 Stockholms län` is a code and its name, when every code of a dimension is so written and no two begin alike. */
function splitCodes({ codes, labels }: CodeList): { codes: readonly string[]; labels: readonly string[] } {
  if (codes.some((code, at) => labels[at] !== code)) return { codes, labels }
  const parts = codes.map((code) => coded.exec(code))
  const isEach =
    parts.every((part) => part !== null && /\d/.test(part[1]!)) && new Set(parts.map((part) => part![1])).size === codes.length
  return isEach
    ? { codes: parts.map((part) => part![1]!), labels: parts.map((part) => shortText(part![2]!)) }
    : { codes, labels: codes.map(shortText) }
}

/** Two columns of one name get a number each. */
const withOwnIds = (dimensions: readonly FileDimension[]): FileDimension[] =>
  dimensions.map((one, at) => {
    const before = dimensions.slice(0, at).filter(({ id }) => id === one.id).length
    return before === 0 ? one : { ...one, id: `${one.id} ${before + 1}` }
  })

const sourceIn = (notes: readonly string[]): string | null =>
  notes.find((note) => /^(?:källa|source|datakälla)\s*:/i.test(note)) ?? null
