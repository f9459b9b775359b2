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
  /** What is said of codes of SNI 2025: how each is read in SNI 2007, and what that rests on. */
  notes: LocalText[]
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
  return {
    industries: [...industries.values()],
    problems: read.flatMap(({ problems }) => problems),
    notes: read.flatMap(({ notes }) => notes),
  }
}

/** Whether a text is nothing but codes, so that a column of texts has a code in it. */
export const isOnlyCodes = (text: string): boolean => /^\d{2}\.?\d{2,3}(?:[,;|/\s]+\d{2}\.?\d{2,3})*$/.test(text)

function readCode(findIndustry: FindIndustry, written: string, edition: IndustryEdition | null): ReadIndustries {
  const spellings = spellingsOf(written)
  const in2007 = spellings.map(findIndustry).find((industry) => industry !== null) ?? null
  const mayBeClass = edition === '2025' || !in2007
  const find = (code: string) => findInKey(code) ?? (mayBeClass ? findClass(code) : null)
  const in2025 = edition === '2007' ? null : (spellings.map(find).find((found) => found !== null) ?? null)
  if (edition === null && in2025 && in2007 && !in2025.in2007.includes(in2007.code))
    return { industries: [], problems: [twoMeanings(in2007, in2025)], notes: [] }
  if (in2025 && (edition === '2025' || !in2007)) {
    const industries = in2025.in2007.flatMap((code) => findIndustry(code) ?? [])
    const isRead = industries.length > 0
    return {
      industries,
      problems: isRead ? [] : [noKey(written, in2025)],
      notes: isRead ? [readAs(written, in2025, industries)] : [],
    }
  }
  if (in2007) return { industries: [in2007], problems: [], notes: edition === '2025' ? [unchanged(written, in2007)] : [] }
  return {
    industries: [],
    notes: [],
    problems: [{ sv: `SNI-koden är inte känd: ${written.slice(0, 20)}`, en: `SNI not known: ${written.slice(0, 20)}` }],
  }
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

/** The class that a code of five digits lies in, where the key has it as a whole. */
function findClass(code: string): IndustryKeyRow | null {
  const found = code.length === 5 ? keyByCode().get(code.slice(0, 4)) : undefined
  return found ?? null
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
  return {
    ...below[0]!,
    code,
    labelSv: below.map(({ labelSv }) => labelSv).join('; '),
    in2007: below.flatMap(({ in2007 }) => in2007),
  }
}

let byCode: ReadonlyMap<string, IndustryKeyRow> | null = null
const keyByCode = (): ReadonlyMap<string, IndustryKeyRow> => (byCode ??= new Map(getIndustryKey().map((row) => [row.code, row])))

const twoMeanings = (old: Industry, { labelSv }: IndustryKeyRow): LocalText => ({
  sv: `SNI-koden ${old.code} betyder två saker: ${old.labelSv} (SNI 2007) och ${labelSv} (SNI 2025). Ange utgåvan, 2007 eller 2025.`,
  en: `The code ${old.code} means two things: ${old.labelSv} (SNI 2007) and ${labelSv} (SNI 2025). Give the edition, 2007 or 2025.`,
})

const noKey = (written: string, { labelSv }: IndustryKeyRow): LocalText => ({
  sv: `SNI-koden ${written} (SNI 2025: ${labelSv}) har ingen klar motsvarighet i SNI 2007.`,
  en: `The code ${written} (SNI 2025: ${labelSv}) has no clear counterpart in SNI 2007.`,
})

const readAs = (written: string, { labelSv, basis }: IndustryKeyRow, industries: readonly Industry[]): LocalText => {
  const codes = industries.map(({ code }) => code).join(', ')
  const [sv, en] =
    basis === 'name'
      ? ['efter namnen i SCB:s indelning', 'by the names in the structure of Statistics Sweden (SCB)']
      : [
          'efter EU:s klasser (NACE Rev. 2.1), inte kontrollerat mot SCB:s nyckel',
          "by the EU's classes (NACE Rev. 2.1), not checked against SCB's key",
        ]
  return {
    sv: `SNI 2025 ${written} (${labelSv}) läses som SNI 2007 ${codes}, ${sv}.`,
    en: `SNI 2025 ${written} (${labelSv}) is read as SNI 2007 ${codes}, ${en}.`,
  }
}

const unchanged = (written: string, { labelSv }: Industry): LocalText => ({
  sv: `SNI 2025 ${written} läses som samma kod i SNI 2007 (${labelSv}), eftersom den inte står i vår nyckel över det som ändrats.`,
  en: `SNI 2025 ${written} is read as the same code of SNI 2007 (${labelSv}), since our key of what has changed does not have it.`,
})
