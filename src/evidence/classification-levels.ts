/**
 * Which codes of a classification take in which others, so that a sum and its parts are never added twice. Codes of SSYK,
 * SNI, NACE divisions, NUTS and counties are parts of one another by their first characters; groups of NACE sections by
 * their letters.
 */

/** Codes that are sums of everything, as publishers write them. */
const totals = /^(?:SE|EU\d*\S*|TOTAL|TOT|_T|00|0000|0A|A-U(?:\+US)?)$/i

/** Whether a code is a sum of all the others. */
export const isTotal = (code: string): boolean => totals.test(code)

/** Whether one code takes in the other: the same, or above it. */
export function takesIn(classification: string | null, outer: string, inner: string): boolean {
  if (outer === inner || isTotal(outer)) return true
  if (isTotal(inner)) return false
  if (classification !== null && byLetters.has(classification)) {
    const [wide, narrow] = [sectionsOf(outer), sectionsOf(inner)]
    return narrow.every((section) => wide.includes(section))
  }
  return byBeginning.has(classification ?? '') && inner.startsWith(outer)
}

/** Whether two codes count some of the same. */
export function overlap(classification: string | null, one: string, other: string): boolean {
  if (takesIn(classification, one, other) || takesIn(classification, other, one)) return true
  if (classification === null || !byLetters.has(classification)) return false
  const sections = sectionsOf(other)
  return sectionsOf(one).some((section) => sections.includes(section))
}

/**
 * Of codes that overlap, the narrowest that do not, in the given order: what may be added up. Sums of parts that are there
 * are left out; a sum whose parts are there only in part is left out too, and what of it has no code of its own is then
 * not in the sum.
 */
export function withoutOverlap(classification: string | null, codes: readonly string[]): string[] {
  const parts = codes.filter((code) => !isTotal(code))
  const narrowest = parts.filter((code) => !parts.some((other) => other !== code && takesIn(classification, code, other)))
  return narrowest.filter((code, at) => !narrowest.slice(0, at).some((earlier) => overlap(classification, earlier, code)))
}

const byBeginning: ReadonlySet<string> = new Set(['ssyk-2012', 'sni-2007', 'nace-rev-2', 'nuts-2', 'nuts'])
const byLetters: ReadonlySet<string> = new Set(['nace-groups'])

/** `B-E` is B, C, D and E; `M_N` is M and N; letters side by side (`BDE`) are each their own. */
function sectionsOf(code: string): string[] {
  const [from, to] = code.split(/[-_]/)
  if (to === undefined) return [...code]
  const letters: string[] = []
  for (let letter = from!.charCodeAt(0); letter <= to.charCodeAt(0); letter++) letters.push(String.fromCharCode(letter))
  return letters
}
