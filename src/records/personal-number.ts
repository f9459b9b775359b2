/** A Swedish personal identity number or co-ordination number: six or eight digits, a sign or none, four digits. */
const shape = /(?<!\d)(?:(?:19|20)\d{2}|\d{2})(\d{2})(\d{2})[-+–\s]?\d{4}(?!\d)/g

/**
 * The first Swedish personal identity number in a text, or null. Other numbers of ten digits are seldom one: the month, the day (a
 * co-ordination number has 60 added) and the check digit must fit.
 */
export function findPersonalNumber(text: string): string | null {
  for (const [found, month, day] of text.matchAll(shape)) {
    const dayNumber = Number(day) > 60 ? Number(day) - 60 : Number(day)
    const isDay = Number(month) >= 1 && Number(month) <= 12 && dayNumber >= 1 && dayNumber <= 31
    if (isDay && hasCheckDigit(found.replaceAll(/\D/g, '').slice(-10))) return found
  }
  return null
}

/** The last digit makes the sum of the digits, every other one doubled, a multiple of ten. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
