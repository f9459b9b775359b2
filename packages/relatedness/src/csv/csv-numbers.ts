import { accepted, oneOf, optional, type OptionsOf } from '../measures/declared-options.ts'
import type { Note } from '../measures/table.ts'
import type { Separator } from './csv-rows.ts'

const isTexts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === 'string')

/** How numbers are written; the options of `readCsv` that say so. */
export const numberChoices = {
  /** The decimal sign. Default: point in files with commas; with semicolons or tabs, whichever of the two the file uses. */
  decimal: optional(oneOf(['.', ','])),
  /** Texts that mean: not known. Default: empty, `.`, `..`, `...`, `:`, `NA`, `NaN` and `:` with flags after it, such as `: c`. */
  missing: accepted<readonly string[]>('a list of texts', isTexts),
  /** Texts that mean: known to be nothing, such as the dash of Statistics Sweden. Default none. */
  zero: accepted<readonly string[]>('a list of texts', isTexts),
  /** Whether numbers below zero are refused (`positive`, default) or read. */
  sign: oneOf(['positive', 'any']),
}
export interface NumberOptions extends OptionsOf<{ declared: typeof numberChoices }> {}

/** Reads the numbers of one file; `read` gives NaN for what is missing, or says what is wrong with a text. */
export interface NumberReader {
  read(text: string): number | { wrong: string }
  /** What can only be said when all numbers have been read; null when nothing is wrong. */
  doubt(): string | null
  /** How what is missing was written, when all numbers have been read; nothing for empty cells alone. */
  notes(): Note[]
}

export const missingTexts: readonly string[] = ['', '.', '..', '...', ':', 'NA', 'NaN']

const dashes = new Set(['-', '–', '—', '−'])
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/
const inGroups = /^[1-9]\d{0,2}[.,]\d{3}$/

/**
 * A reader of numbers as statistical offices write them. Strict: no thousands separators, no units, no flags. A dash is zero
 * at some offices and missing at others, so it is refused until `missing` or `zero` says which. In a file with semicolons or
 * tabs where every point has just three digits after it, it may part thousands, and `doubt` says so unless `decimal` is given.
 */
export function numberReader(
  separator: Separator,
  { decimal, missing = missingTexts, zero = [], sign = 'positive' }: NumberOptions = {},
): NumberReader {
  const unknown = new Set(missing)
  const nothing = new Set(zero)
  let mark = decimal ?? (separator === ',' ? '.' : undefined)
  let [grouped, plain] = ['', false]
  const marks = new Map<string, number>()
  return {
    read(text) {
      if (nothing.has(text)) return 0
      if (unknown.has(text) || (unknown.has(':') && /^:\s?[a-z]{1,4}$/.test(text))) {
        marks.set(text, (marks.get(text) ?? 0) + 1)
        return NaN
      }
      if (!plainNumber.test(text)) return { wrong: whatIsWrong(text) }
      const used = /[.,]/.exec(text)?.[0] as '.' | ',' | undefined
      if (used && mark && used !== mark)
        return {
          wrong: `«${text}» has a decimal ${used === ',' ? 'comma' : 'point'}, but here the decimal sign is ${mark === ',' ? 'a comma' : 'a point'}. Use one in the whole file.`,
        }
      mark ??= used
      if (used === '.' && inGroups.test(text)) grouped ||= text
      else if (used) plain = true
      const value = Number(text.replace(',', '.'))
      if (value < 0 && sign === 'positive') return { wrong: `«${text}» is negative; counts and money must be zero or more.` }
      return Math.abs(value) === Infinity ? { wrong: `«${text}» is too large a number.` } : value + 0
    },
    doubt: () =>
      grouped && !plain && !decimal && separator !== ','
        ? `Every number with a point has just three digits after it, such as «${grouped}». If that is a decimal point, say so (decimal); if it parts thousands, take it out.`
        : null,
    notes: () => missingMarks(marks),
  }
}

function missingMarks(marks: ReadonlyMap<string, number>): Note[] {
  if ([...marks.keys()].every((mark) => mark === '')) return []
  const parts = [...marks].map(([mark, cells]) => `${mark === '' ? 'nothing' : `«${mark}»`} (${cells})`)
  const cells = [...marks.values()].reduce((sum, count) => sum + count, 0)
  return [{ code: 'missing-marks', message: `Missing cells were written as ${parts.join(', ')}.`, cells }]
}

function whatIsWrong(text: string): string {
  if (dashes.has(text))
    return `«${text}» is zero at some statistical offices and missing at others. Say which: give it as a text for zero or for missing.`
  if (/^[+-]?\d{1,3}(?:[\s.,'’]\d{3})+(?:[.,]\d+)?$/u.test(text))
    return `«${text}» has thousands separators; write ${text.replaceAll(/[\s'’]/gu, '')} without them.`
  if (/^[\d.,]+\s?[a-z]{1,4}$/i.test(text)) return `«${text}» has a flag or a unit after the number; take it out.`
  return `«${text}» is not a number. For a missing one leave the cell empty.`
}
