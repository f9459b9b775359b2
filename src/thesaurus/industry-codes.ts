import sniTsv from '../../facts/sni-2007.tsv?raw'

/** An industry of SNI 2007, the Swedish form of NACE Rev. 2; codes stand without dots, two to five digits. */
export interface Industry {
  code: string
  labelSv: string
}

const industries = new Map(
  sniTsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([code, labelSv]) => [code!, { code: code!, labelSv: labelSv! }] as const),
)

/** The industry of a code written with or without dots and blanks ("16.10", "16101"); null when there is none. */
export function findIndustry(written: string): Industry | null {
  return industries.get(written.replaceAll(/[.\s]/g, '')) ?? null
}
