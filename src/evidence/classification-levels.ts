import { industriesOverlap, industrySpans, industryTakesIn } from '../records/industry-codes.ts'
import type { IndustrySpan } from '../records/industry-codes.ts'

/**
 * Which codes of a classification take in which others, so that a sum and its parts are never added twice. Codes of SSYK
 * and NUTS are parts of one another by their first characters; those of SNI and NACE by the stretches that they take in.
 */

/** Codes that are sums of everything, as publishers write them. */
const totals = /^(?:SE|EU\d*\S*|TOTAL|TOT|_T|00|0000|0A|A-U(?:\+US)?)$/i

/** Whether a code is a sum of all the others. */
export const isTotal = (code: string): boolean => totals.test(code)

/** Whether one code takes in the other: the same, or above it. */
export function takesIn(classification: string | null, outer: string, inner: string): boolean {
  if (outer === inner || isTotal(outer)) return true
  if (isTotal(inner)) return false
  if (isOfIndustries(classification)) {
    const [wide, narrow] = [spansOf(outer), spansOf(inner)]
    return narrow.length > 0 && industryTakesIn(wide, narrow)
  }
  return byBeginning.has(classification ?? '') && inner.startsWith(outer)
}

/** Whether two codes count some of the same. */
export function overlap(classification: string | null, one: string, other: string): boolean {
  if (takesIn(classification, one, other) || takesIn(classification, other, one)) return true
  return isOfIndustries(classification) && industriesOverlap(spansOf(one), spansOf(other))
}

/**
 * Of codes that overlap, the narrowest that do not, in the given order: what may be added up. Sums of parts that are there
 * are left out; a sum whose parts are there only in part is left out too, and what of it has no code of its own is then
 * not in the sum.
 */
export function withoutOverlap(classification: string | null, codes: readonly string[]): string[] {
  const parts = codes.filter((code) => !isTotal(code))
  if (!isOfIndustries(classification)) {
    // A code overlaps only those that it begins like, so the hundreds of a classification need not be compared in pairs.
    const wider = byBeginning.has(classification ?? '') ? new Set(parts.flatMap(beginningsOf)) : noCodes
    return [...new Set(parts)].filter((code) => !wider.has(code))
  }
  const narrowest = parts.filter((code) => !parts.some((other) => other !== code && takesIn(classification, code, other)))
  return narrowest.filter((code, at) => !narrowest.slice(0, at).some((earlier) => overlap(classification, earlier, code)))
}

/** The shorter codes that a code is part of. */
const beginningsOf = (code: string): string[] => Array.from({ length: code.length - 1 }, (_, at) => code.slice(0, at + 1))

const noCodes: ReadonlySet<string> = new Set()

const byBeginning: ReadonlySet<string> = new Set(['ssyk-2012', 'nuts-2', 'nuts'])
const ofIndustries: ReadonlySet<string> = new Set(['nace-groups', 'nace-rev-2', 'sni-2007'])
const isOfIndustries = (classification: string | null): boolean => classification !== null && ofIndustries.has(classification)

/** The stretches of a code of industries; letters side by side (`BDE`) are each their own. */
const spansOf = (code: string): IndustrySpan[] =>
  industrySpans(/^[A-U]{2,}$/.test(code) && code !== 'US' ? [...code].join('+') : code) ?? []
