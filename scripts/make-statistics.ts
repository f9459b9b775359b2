/**
 * Makes the data files of facts/statistics/ from a folder of tables as they were fetched. The files are in the
 * repository; run this only to make them again:
 *
 *     node scripts/make-statistics.ts FOLDER
 *
 * Each file is tab-separated: the codes of its dimensions, then a column a year. A cell that the publisher does not show
 * keeps its symbol (`..`, `:`), and is never 0. At the end the SHA-256 of each file is printed, for `tables.tsv`.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

type Row = Record<string, string>

const folder = process.argv[2]
if (!folder) throw new Error('Say which folder has the fetched tables: node scripts/make-statistics.ts FOLDER')
const out = join(import.meta.dirname, '../facts/statistics')

const readCsv = (path: string): Row[] => parse(readFileSync(join(folder, path)), { columns: true, bom: true }) as Row[]

/** The county of each NUTS 3 code. */
const countyOfNuts3 = new Map(
  (parse(readFileSync(join(out, '../regions.tsv')), { columns: true, delimiter: '\t', quote: null }) as Row[]).map(
    ({ code, nuts3 }) => [nuts3!, code!],
  ),
)

/** A region as the product names it: a county's two digits, or SE for the nation; null for what is neither. */
const regionOf = (geo: string): string | null => (geo === 'SE' ? 'SE' : (countyOfNuts3.get(geo) ?? null))

/** Writes rows sorted by their codes, one cell a year. */
function write(name: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map((row) => row.join('\t')).sort()
  const text = `${[header.join('\t'), ...lines].join('\n')}\n`
  writeFileSync(join(out, name), text)
  console.log(name, rows.length, createHash('sha256').update(text).digest('hex'))
}

const yearsOf = (row: Row): string[] => Object.keys(row).filter((name) => /^\d{4}$/.test(name))

function occupations(): void {
  const years = new Set<string>()
  const cells = new Map<string, Map<string, string>>()
  for (const row of readCsv('occupation-county-ssyk4/employees-by-occupation-county-2014-2024.csv'))
    for (const sex of ['men', 'women']) {
      const key = [row['ssyk4'], row['county'], sex].join('\t')
      years.add(row['year']!)
      cells.set(key, (cells.get(key) ?? new Map()).set(row['year']!, row[sex]!))
    }
  const all = [...years].sort()
  write(
    'occupations-by-county.tsv',
    ['occupation', 'region', 'sex', ...all],
    [...cells].map(([key, byYear]) => [...key.split('\t'), ...all.map((year) => byYear.get(year) ?? '..')]),
  )
}

function broadBranches(): void {
  const rows = readCsv('employment-nuts3/nama_10r_3empers_SE_2008_2017.csv')
  const years = [...new Set(rows.map(({ year }) => year!))].sort()
  const cells = Map.groupBy(rows, ({ geo, nace_group }) => `${nace_group}\t${regionOf(geo!)}`)
  write(
    'employed-by-branch.tsv',
    ['branch', 'region', ...years],
    [...cells].map(([key, ofKey]) => [
      ...key.split('\t'),
      ...years.map((year) => ofKey.find((row) => row.year === year)?.['persons_thousand'] || ':'),
    ]),
  )
}

function regionalGdp(): void {
  const lines = readFileSync(join(folder!, 'gdp-nuts3/estat_nama_10r_3gdp_SE.tsv'), 'utf8').trimEnd().split('\n')
  const [head, ...body] = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  // Counties end with 2021; 2022 is there for larger areas alone.
  const years = head!.slice(1).filter((year) => year <= '2021')
  const rows = body.flatMap(([key, ...cells]) => {
    const [, unit, geo] = key!.split(',') as [string, string, string]
    const region = regionOf(geo)
    if (!['MIO_NAC', 'PPS_HAB_EU27_2020'].includes(unit) || !region) return []
    return [[unit, region, ...years.map((_, at) => cells[at]!)]]
  })
  write('gdp-by-county.tsv', ['measure', 'region', ...years], rows)
}

/** ISCED 1997 as the level's text names it. */
const iscedOf = (level: string): string => /ISCED97 (\w+(?:\+\w+)?)/.exec(level)?.[1]?.replace('+', '_') ?? 'unknown'

function education(): void {
  const rows = readCsv('education-county/UF0506A1_2.csv')
  const years = yearsOf(rows[0]!)
  write(
    'education-by-county.tsv',
    ['education', 'region', 'sex', ...years],
    rows.map((row) => [
      iscedOf(row['level of education']!),
      row['region']!.slice(0, 2),
      row['sex']!,
      ...years.map((year) => row[year]!),
    ]),
  )
}

/** "00" is the nation; what has no region, or an unknown one, is left out. */
const countyOf = (region: string): string | null =>
  region.startsWith('00') ? 'SE' : /^(?:50|99)/.test(region) ? null : region.slice(0, 2)

function research(name: string, path: string): void {
  const rows = readCsv(path).filter(({ region }) => countyOf(region!) !== null)
  const years = yearsOf(rows[0]!)
  write(
    name,
    ['region', ...years],
    rows.map((row) => [countyOf(row['region']!)!, ...years.map((year) => row[year]!)]),
  )
}

function divisions(): void {
  const rows = readCsv('business-nuts2/sbs_r_nuts06_r2_V16110_2014_SE.csv').filter(
    ({ geo, nace_division }) => nace_division !== '' && /^SE(?:\d\d)?$/.test(geo!),
  )
  write(
    'persons-employed-by-division.tsv',
    ['division', 'region', '2014'],
    rows.map((row) => [row['nace_division']!.padStart(2, '0'), row['geo']!, row['persons_employed_2014'] || row['flag']!]),
  )
}

occupations()
broadBranches()
regionalGdp()
education()
research('enterprise-research-by-county.tsv', 'rd-county/000002O5.csv')
research('university-research-by-county.tsv', 'rd-county/000002LR.csv')
divisions()
