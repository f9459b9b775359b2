/** How numbers are written: the sign before decimals, and one between thousands besides blanks. */
export interface NumberStyle {
  decimal: '.' | ','
  thousands: '' | '.' | ','
}

/** What a cell says: a number, a sign beside it, or a sign alone. */
export interface CellValue {
  value: number
  symbol: string | null
}

/** Blanks of every kind that are put between thousands. */
const blanks = /[\s\u00a0\u2007\u2009\u202f]/g
const missing = /^(?:(?:\.{1,6}|…|:)(?:\s*\(?[a-z]{1,4}\)?)?|-|–|—|x|\*|n\/?a|#N\/A|null|nan|nd|ej tillämpligt|uppgift saknas)$/i
const numberAndFlag =
  /^([+−-]?[\d.,\s\u00a0\u2007\u2009\u202f]*\d(?:[eE][+-]?\d{1,3})?%?)\s*(\(?[a-zA-Z*†‡]{1,4}\)?|\*+|[1-9]\))?$/

/** Reads a cell; null when it is neither a number nor a sign that publishers use. */
export function parseCell(text: string, { decimal, thousands }: NumberStyle): CellValue | null {
  if (text.length > longest) return null
  const [, written, flag] = numberAndFlag.exec(text) ?? []
  if (written === undefined) return missing.test(text) ? { value: NaN, symbol: text } : null
  const grouped = written.replace('−', '-').replace(/%$/, '')
  if (/\d[\s\u00a0\u2007\u2009\u202f]+\d/.test(grouped) && !groupsOfThree.test(grouped)) return null
  let plain = grouped.replace(blanks, '')
  if (thousands !== '') {
    if (plain.includes(thousands) && !wholeGroups(plain.split(decimal)[0]!, thousands)) return null
    plain = plain.replaceAll(thousands, '')
  }
  if (decimal === ',') plain = plain.includes('.') ? 'none' : plain.replace(',', '.')
  const value = Number(plain)
  return Number.isFinite(value) ? { value, symbol: flag ?? null } : null
}

/** No number with its flag is longer; the patterns would take long over what is. */
const longest = 60

const groupsOfThree = /^[+-]?\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d+)?$/
const wholeGroups = (whole: string, sign: string): boolean =>
  new RegExp(`^[+-]?\\d{1,3}(?:\\${sign}\\d{3})+$`).test(whole) || !whole.includes(sign)

/** How the numbers among texts are written; null where a comma can be either sign. */
export function numberStyleOf(texts: readonly string[], separator: string | null): NumberStyle | null {
  const numbers = texts.flatMap((text) =>
    text.length > longest ? [] : (numberAndFlag.exec(text)?.[1]?.replace(blanks, '') ?? []),
  )
  const both = numbers.find((one) => one.includes(',') && one.includes('.'))
  if (both)
    return both.lastIndexOf(',') > both.lastIndexOf('.') ? { decimal: ',', thousands: '.' } : { decimal: '.', thousands: ',' }
  const withComma = numbers.filter((one) => one.includes(','))
  const withPoint = numbers.some((one) => one.includes('.'))
  if (withComma.length === 0)
    return numbers.some((one) => /\..*\./.test(one)) ? { decimal: ',', thousands: '.' } : { decimal: '.', thousands: '' }
  if (withComma.some((one) => /,.*,/.test(one)) || withPoint) return { decimal: '.', thousands: ',' }
  // Where cells are parted by commas, decimals seldom are; elsewhere a comma is the Swedish sign before decimals.
  const mayBeThousands = separator === ',' && withComma.every((one) => wholeGroups(one, ','))
  return mayBeThousands ? null : { decimal: ',', thousands: '' }
}

/** Whether a cell says a number or that there is none. */
export const isNumberLike = (text: string): boolean => text.length <= longest && (numberAndFlag.test(text) || missing.test(text))
