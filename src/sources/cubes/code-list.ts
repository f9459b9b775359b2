import { checkedCode, statisticsLimits, tooMuch } from './file-table.ts'

/** The codes of one dimension, numbered as they are met. */
export class CodeList {
  readonly codes: string[] = []
  readonly labels: string[] = []
  readonly #places = new Map<string, number>()

  /** The place of a code, which is added when it is new. @throws ExpectedError for more codes than any table has */
  placeOf(code: string, label: string = code): number {
    const known = this.#places.get(code)
    if (known !== undefined) return known
    if (this.codes.length >= statisticsLimits.codes)
      throw tooMuch(
        `En kolumn har fler än ${statisticsLimits.codes} olika koder.`,
        `A column has more than ${statisticsLimits.codes} different codes.`,
      )
    this.#places.set(checkedCode(code), this.codes.length)
    this.labels.push(label)
    return this.codes.push(code) - 1
  }

  /** The place of a code that is there; -1 when it is not. */
  find(code: string): number {
    return this.#places.get(code) ?? -1
  }
}
