import { unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { isObject } from '../cubes/json-text.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'

type Cells = Pick<FileTable, 'values' | 'statuses' | 'symbols'>

/**
 * The cells of a JSON-stat table: an array, or an object by place, with statuses for all, as an array or by place.
 * @throws ExpectedError when there are not as many as the dimensions say, or one is no number
 */
export function readCells(value: unknown, status: unknown, cells: number): Cells {
  const symbols = new SymbolList()
  const values = new Float64Array(cells).fill(NaN)
  const statuses = new Uint8Array(cells)
  const put = (at: number, cell: unknown) => {
    if (typeof cell === 'number') values[at] = cell
    else if (typeof cell === 'string') putText(at, cell)
    else if (cell !== null && cell !== undefined)
      throw unreadable(
        `Cell ${at} är ${JSON.stringify(cell).slice(0, 40)}, som inte är ett tal.`,
        `Cell ${at} is ${JSON.stringify(cell).slice(0, 40)}, which is no number.`,
      )
  }
  // Numbers in quotes are numbers; any other text is a symbol.
  const putText = (at: number, cell: string) => {
    const number = cell.trim() === '' ? NaN : Number(cell)
    if (Number.isFinite(number)) values[at] = number
    else if (cell.trim() !== '') statuses[at] = symbols.statusOf(cell.trim(), true)
  }
  if (Array.isArray(value)) {
    if (value.length !== cells)
      throw unreadable(
        `Filen har ${value.length} värden, men dimensionerna ger ${cells}. Den är avhuggen eller skadad.`,
        `The file has ${value.length} values, but its dimensions make ${cells}. It is cut short or damaged.`,
      )
    for (let at = 0; at < cells; at++) put(at, value[at])
  } else if (isObject(value)) eachPlace(value, cells, put)
  else throw unreadable('«value», talen, saknas i filen.', 'The numbers, «value», are missing in the file.')
  readStatuses(status, cells, (at, symbol) => {
    if (symbol !== '') statuses[at] = symbols.statusOf(symbol, Number.isNaN(values[at]!))
  })
  let hasStatus = false
  for (let at = 0; at < cells; at++) {
    if (statuses[at] === 0 && Number.isNaN(values[at]!)) statuses[at] = symbols.statusOf(absent, true)
    hasStatus ||= statuses[at] !== 0
  }
  return { values, statuses: hasStatus ? statuses : null, symbols: symbols.symbols }
}

function eachPlace(object: Record<string, unknown>, cells: number, put: (at: number, cell: unknown) => void): void {
  for (const key in object) {
    const at = Number(key)
    if (!Number.isInteger(at) || at < 0 || at >= cells || key !== String(at))
      throw unreadable(
        `Platsen «${key.slice(0, 40)}» finns inte: tabellen har ${cells} celler.`,
        `There is no place «${key.slice(0, 40)}»: the table has ${cells} cells.`,
      )
    put(at, object[key])
  }
}

function readStatuses(status: unknown, cells: number, put: (at: number, symbol: string) => void): void {
  const putAny = (at: number, symbol: unknown) => {
    if (typeof symbol === 'string') put(at, symbol.trim())
  }
  if (typeof status === 'string') for (let at = 0; at < cells; at++) put(at, status.trim())
  else if (Array.isArray(status)) {
    // One status in a list is for every cell.
    if (status.length !== cells && status.length !== 1)
      throw unreadable(
        `Filen har ${status.length} statusar och ${cells} celler.`,
        `The file has ${status.length} statuses and ${cells} cells.`,
      )
    for (let at = 0; at < cells; at++) putAny(at, status[status.length === 1 ? 0 : at])
  } else if (isObject(status)) eachPlace(status, cells, putAny)
}
