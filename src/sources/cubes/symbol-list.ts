import { statisticsLimits, tooMuch } from './file-table.ts'
import type { FileSymbol } from './file-table.ts'

/** The symbols that a file's cells have, numbered as they are met. One symbol can be beside a number in one cell and in place of it in another. */
export class SymbolList {
  readonly #places = new Map<string, number>()
  readonly symbols: FileSymbol[] = []
  readonly #meanings: ReadonlyMap<string, string>

  /** @param meanings what the file says that symbols mean */
  constructor(meanings: ReadonlyMap<string, string> = new Map()) {
    this.#meanings = meanings
  }

  /** The status of a cell with a symbol: its place + 1. @throws ExpectedError for more symbols than any table has */
  statusOf(symbol: string, isMissing: boolean): number {
    const key = isMissing ? `-${symbol}` : `+${symbol}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    if (this.symbols.length >= statisticsLimits.symbols)
      throw tooMuch(
        `Tabellen har fler än ${statisticsLimits.symbols} olika tecken i stället för tal, till exempel «${symbol.slice(0, 40)}». Är det kolumner med text?`,
        `The table has more than ${statisticsLimits.symbols} different signs in place of numbers, such as «${symbol.slice(0, 40)}». Are these columns of text?`,
      )
    this.symbols.push({ symbol: symbol.slice(0, 80), isMissing, meaning: this.#meanings.get(symbol) ?? null })
    this.#places.set(key, this.symbols.length)
    return this.symbols.length
  }
}

/** The sign of a cell that the file leaves empty or out; no publisher has it. */
export const absent = '∅'
