import { readFileSync } from 'node:fs'
import { type Table, tableFrom } from '../measures/table.ts'

/** Employees by Swedish county and occupation in a year, from examples/. */
export function occupationsByCounty(year: 2014 | 2017): Table {
  const text = readFileSync(new URL(`../../examples/occupations-by-county-${year}.csv`, import.meta.url), 'utf8')
  const [head, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].slice(0, 150).map(([, cell]) => cell!.replaceAll('"', '').trim()),
    )
  return tableFrom({
    regions: rows.map(([region]) => region!),
    activities: head!.slice(1),
    values: rows.map((row) => row.slice(1).map(Number)),
    unit: 'count',
  })
}

/** Numbers that numpy gave for the same table; see golden/core.py. */
export const golden = JSON.parse(readFileSync(new URL('../../golden/core.json', import.meta.url), 'utf8')) as Record<
  string,
  number[]
> & {
  specialisations: number
  eigenvalue: number
  nextEigenvalue: number
}
