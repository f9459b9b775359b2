import text from '../../../facts/sni-2025-key.tsv?raw'
import { parseTsv } from './parse-tsv.ts'

/** A code of SNI 2025, or a class of four digits, that SNI 2007 does not have, or has with another meaning. */
export interface IndustryKeyRow {
  code: string
  labelSv: string
  /** The codes of SNI 2007 that it corresponds to; empty where there is no clear one. */
  in2007: readonly string[]
  /** `name`: paired by the names in SCB's structure; `class`: by the class of NACE Rev. 2.1, not checked against SCB's own key. */
  basis: 'name' | 'class'
}

export const industryKeyColumns = ['code', 'label_sv', 'sni_2007', 'basis'] as const

let known: readonly IndustryKeyRow[] | null = null

/** The key from SNI 2025 to SNI 2007, by code. @throws Error when the file that ships is faulty */
export function getIndustryKey(): readonly IndustryKeyRow[] {
  if (known) return known
  const { rows, problems } = parseTsv({ file: 'sni-2025-key.tsv', text, columns: industryKeyColumns })
  if (problems.length > 0) throw new Error(`facts/sni-2025-key.tsv, line ${problems[0]!.line}: ${problems[0]!.message}`)
  known = rows.map(({ cells }) => ({
    code: cells['code']!,
    labelSv: cells['label_sv']!,
    in2007: cells['sni_2007']!.split('|').filter(Boolean),
    basis: cells['basis'] === 'class' ? 'class' : 'name',
  }))
  return known
}
