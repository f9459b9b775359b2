import type { LocalText } from '../../records/shared-fields.ts'
import type { Industry } from '../../records/thesaurus-facts.ts'
import { getIndustryKey } from '../../sources/facts/industry-key.ts'
import type { IndustryKeyRow } from '../../sources/facts/industry-key.ts'
import type { Thesaurus } from '../../thesaurus/thesaurus.ts'
import type { IndustryEdition } from './register-columns.ts'

export interface ReadIndustries {
  /** As in SNI 2007, in the order of the cell, each once. */
  industries: Industry[]
  /** Codes that are not known, or that mean two things. */
  problems: LocalText[]
}

type FindIndustry = Thesaurus['findIndustry']

/**
 * Reads the industry codes (SNI) of a cell, however they are parted; words between them are passed over. A code that lost its first zero in
 * a spreadsheet gets it back, and a code of SNI 2025 is translated where its key is clear.
 */
export function readIndustries(
  { findIndustry }: Pick<Thesaurus, 'findIndustry'>,
  { cell, edition }: { cell: string; edition: IndustryEdition | null },
): ReadIndustries {
  const words = cell.split(/[,;|/\s]+/).filter(Boolean)
  const codes = words.filter((word) => /^\d[\d.]*$/.test(word))
  const read = (codes.length > 0 ? codes : words.slice(0, 1)).map((code) => readCode(findIndustry, code, edition))
  const industries = new Map(read.flatMap((one) => one.industries).map((industry) => [industry.code, industry]))
  return { industries: [...industries.values()], problems: read.flatMap(({ problems }) => problems) }
}

/** Whether a text is nothing but codes, so that a column of texts has a code in it. */
export const isOnlyCodes = (text: string): boolean => /^\d{2}\.?\d{2,3}(?:[,;|/\s]+\d{2}\.?\d{2,3})*$/.test(text)

function readCode(findIndustry: FindIndustry, written: string, edition: IndustryEdition | null): ReadIndustries {
  const spellings = spellingsOf(written)
  const in2007 = spellings.map(findIndustry).find((industry) => industry !== null) ?? null
  const in2025 = edition === '2007' ? null : (spellings.map(findInKey).find((found) => found !== null) ?? null)
  if (edition === null && in2025 && in2007 && !in2025.in2007.includes(in2007.code))
    return { industries: [], problems: [twoMeanings(in2007, in2025)] }
  if (in2025 && (edition === '2025' || !in2007)) {
    const industries = in2025.in2007.flatMap((code) => findIndustry(code) ?? [])
    return { industries, problems: industries.length > 0 ? [] : [noKey(written, in2025)] }
  }
  if (in2007) return { industries: [in2007], problems: [] }
  return { industries: [], problems: [{ sv: `SNI-koden är inte känd: ${written}`, en: `SNI not known: ${written}` }] }
}

/**
 * The digits that a written code may be, the likeliest first. A number of a spreadsheet has no first zero and no last ones:
 * 1.5 was 01.500, 1500 was 01500 where there is no class 15.00.
 */
function spellingsOf(written: string): string[] {
  const [whole = '', part] = written.split('.')
  const digits = written.replaceAll('.', '')
  if (part !== undefined && whole.length === 1) return [`0${whole}${part.padEnd(3, '0')}`, `0${digits}`]
  const filled = part === undefined ? [] : [`${whole}${part.padEnd(3, '0')}`]
  const zeroed = digits.length < 5 ? [`0${digits}`] : []
  return [digits, ...filled, ...zeroed]
}

/** A row of the key, or all rows below a class that is written with a zero at its end (62.200 for 62.20). */
function findInKey(code: string): IndustryKeyRow | null {
  const key = keyByCode()
  const exact = key.get(code)
  if (exact) return exact
  const group = code.length === 5 ? code.replace(/0$/, '') : code
  if (group.length !== 4) return null
  const below = [...key.values()].filter((row) => row.code.startsWith(group))
  if (below.length === 0) return null
  return { code, labelSv: below.map(({ labelSv }) => labelSv).join('; '), in2007: below.flatMap(({ in2007 }) => in2007) }
}

let byCode: ReadonlyMap<string, IndustryKeyRow> | null = null
const keyByCode = (): ReadonlyMap<string, IndustryKeyRow> => (byCode ??= new Map(getIndustryKey().map((row) => [row.code, row])))

const twoMeanings = (old: Industry, { labelSv }: IndustryKeyRow): LocalText => ({
  sv: `SNI-koden ${old.code} betyder två saker: ${old.labelSv} (SNI 2007) och ${labelSv} (SNI 2025). Ange --sni-edition 2007 eller 2025.`,
  en: `The code ${old.code} means two things: ${old.labelSv} (SNI 2007) and ${labelSv} (SNI 2025). Give --sni-edition 2007 or 2025.`,
})

const noKey = (written: string, { labelSv }: IndustryKeyRow): LocalText => ({
  sv: `SNI-koden ${written} (SNI 2025: ${labelSv}) har ingen klar motsvarighet i SNI 2007.`,
  en: `The code ${written} (SNI 2025: ${labelSv}) has no clear counterpart in SNI 2007.`,
})
