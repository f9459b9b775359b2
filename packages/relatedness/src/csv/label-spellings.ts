import type { Note } from '../measures/table.ts'
import { listedNames } from './csv-columns.ts'

/** Names as they are compared: one form of each letter (NFC), single blanks, no matter the case. */
export class LabelSpellings {
  readonly #firstOf = new Map<string, string>()
  readonly #writtenAs = new Map<string, Set<string>>()
  readonly #known = new Map<string, string>()

  /** The first spelling of the same name, tidied. */
  of(written: string): string {
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const tidy = written.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
    const key = tidy.toLowerCase()
    const first = this.#firstOf.get(key) ?? tidy
    this.#firstOf.set(key, first)
    this.#writtenAs.set(first, (this.#writtenAs.get(first) ?? new Set()).add(written.trim()))
    this.#known.set(written, first)
    return first
  }

  /** Which names were written in several ways and read as one. */
  notes(): Note[] {
    const together = [...this.#writtenAs].flatMap(([first, ways]) => (ways.size > 1 ? [first] : []))
    if (together.length === 0) return []
    const message = `Names written in several ways (blanks, case or accents) were read as one: ${listedNames(together)}.`
    return [{ code: 'spellings-together', message }]
  }
}
