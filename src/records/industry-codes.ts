/**
 * Codes of industries as stretches of the classification (SNI 2007, NACE Rev. 2): a section, a division, a group and any
 * range or list of them are stretches of the same line, so that what takes in what follows from comparing them. Sections
 * and divisions are those of Regulation (EC) No 1893/2006.
 */

/** The first and last division of each section. */
const sections: Readonly<Record<string, readonly [number, number]>> = {
  A: [1, 3],
  B: [5, 9],
  C: [10, 33],
  D: [35, 35],
  E: [36, 39],
  F: [41, 43],
  G: [45, 47],
  H: [49, 53],
  I: [55, 56],
  J: [58, 63],
  K: [64, 66],
  L: [68, 68],
  M: [69, 75],
  N: [77, 82],
  O: [84, 84],
  P: [85, 85],
  Q: [86, 88],
  R: [90, 93],
  S: [94, 96],
  T: [97, 98],
  U: [99, 99],
}

/** A half-open stretch of codes with five digits: division 24 is [24000, 25000). */
export interface IndustrySpan {
  from: number
  to: number
}

/** What a code of industries takes in: `C`, `B-E`, `M_N`, `24`, `24.1`, `C10-C12`, `05-33`, `B+C`, `A-U+US`. Null when it is no such code. */
export function industrySpans(code: string): IndustrySpan[] | null {
  const parts = code
    .trim()
    .toUpperCase()
    .split(/[+,]/)
    .filter((part) => !/^(?:US|UNK|00)$/.test(part))
  if (parts.length === 0) return null
  const spans = parts.map(spanOf)
  return spans.every((span) => span !== null) ? spans : null
}

function spanOf(part: string): IndustrySpan | null {
  const [from, to, ...more] = part.split(/[-_–]/)
  if (more.length > 0) return null
  const first = pointSpan(from!)
  if (to === undefined || first === null) return first
  const last = pointSpan(to)
  return last && last.from >= first.from ? { from: first.from, to: last.to } : null
}

function pointSpan(code: string): IndustrySpan | null {
  const [, letter, digits] = /^([A-U]?)((?:\d{2}(?:\.?\d{1,3})?)?)$/.exec(code) ?? []
  if (letter === undefined || digits === undefined || (letter === '' && digits === '')) return null
  if (digits === '') return { from: sections[letter]![0] * 1000, to: (sections[letter]![1] + 1) * 1000 }
  const plain = digits.replace('.', '')
  if (plain.length > 5) return null
  const size = 10 ** (5 - plain.length)
  const from = Number(plain) * size
  return from === 0 ? null : { from, to: from + size }
}

/** Whether every stretch of one code is within another’s. */
export const industryTakesIn = (outer: readonly IndustrySpan[], inner: readonly IndustrySpan[]): boolean =>
  inner.every((one) => outer.some(({ from, to }) => from <= one.from && to >= one.to) || coveredTogether(outer, one))

/** Whether two codes have a stretch in common. */
export const industriesOverlap = (one: readonly IndustrySpan[], other: readonly IndustrySpan[]): boolean =>
  one.some((a) => other.some((b) => a.from < b.to && b.from < a.to))

/** Sections side by side cover what none of them covers alone; the gaps between divisions have no industries. */
function coveredTogether(outer: readonly IndustrySpan[], inner: IndustrySpan): boolean {
  let { from } = inner
  for (const span of outer.toSorted((a, b) => a.from - b.from)) {
    if (span.from > nextDivision(from)) return false
    from = Math.max(from, span.to)
    if (from >= inner.to) return true
  }
  return nextDivision(from) >= inner.to
}

/** The first place from here on that is within a section. */
const nextDivision = (place: number): number => {
  const next = Object.values(sections).find(([, last]) => place < (last + 1) * 1000)
  return next === undefined ? place : Math.max(place, next[0] * 1000)
}
