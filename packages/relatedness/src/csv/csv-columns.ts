import type { CsvColumn, CsvOptions } from './read-csv.ts'

/** Men and women, and the two together. */
export type Sex = 'men' | 'women' | 'total'

/** A column of numbers, and the year and sex that its name says. */
export interface ValueColumn {
  column: number
  year?: string
  sex?: Sex
}

/** Where the columns are; those that were named, or else recognised. */
export type Found = Partial<Record<CsvColumn | 'sex', number>>

/** Names of columns that are recognised, in lower case: the whole header, or its first word («näringsgren SNI 2007»). */
const recognised: Record<CsvColumn | 'sex', ReadonlySet<string>> = {
  region: new Set([
    'region',
    'regions',
    'county',
    'municipality',
    'country',
    'location',
    'geo',
    'nuts',
    'area',
    'län',
    'kommun',
    'land',
  ]),
  activity: new Set([
    'activity',
    'activities',
    'industry',
    'occupation',
    'sector',
    'product',
    'technology',
    'nace',
    'nace_r2',
    'nace_group',
    'sni',
    'sni2007',
    'sni2025',
    'ssyk',
    'ssyk3',
    'ssyk4',
    'isco',
    'verksamhet',
    'bransch',
    'näringsgren',
    'yrke',
  ]),
  year: new Set(['year', 'time', 'time_period', 'period', 'år']),
  value: new Set([
    'value',
    'values',
    'count',
    'obs_value',
    'number',
    'employees',
    'employment',
    'persons',
    'värde',
    'antal',
    'anställda',
    'sysselsatta',
  ]),
  sex: new Set(['sex', 'kön', 'gender']),
}

const sexes: Readonly<Record<string, Sex>> = {
  men: 'men',
  male: 'men',
  males: 'men',
  m: 'men',
  män: 'men',
  women: 'women',
  female: 'women',
  females: 'women',
  f: 'women',
  kvinnor: 'women',
  total: 'total',
  totalt: 'total',
  both: 'total',
  t: 'total',
}

/** @throws RangeError when a column that was named is not there, or twice */
export function findColumns(header: readonly string[], { columns = {} }: CsvOptions): Found {
  const found: Found = {}
  for (const role of ['region', 'activity', 'year', 'value', 'sex'] as const) {
    const name = role === 'sex' ? undefined : columns[role]
    const places = name === undefined ? recognisedPlaces(header, role) : header.flatMap((cell, at) => (cell === name ? [at] : []))
    if (name !== undefined && places.length === 0)
      throw new RangeError(`Line 1: there is no column «${name}». The columns are: ${listedNames(header)}.`)
    if (places.length > 1 && name !== undefined)
      throw new RangeError(`Line 1, column ${places[1]! + 1}: the column «${name}» comes twice.`)
    if (places.length === 1) found[role] = places[0]!
  }
  return found
}

/** The whole header first; by its first word only where none is met whole, and never a column of numbers by years. */
function recognisedPlaces(header: readonly string[], role: CsvColumn | 'sex'): number[] {
  const whole = header.flatMap((cell, at) => (recognised[role].has(cell.toLowerCase()) ? [at] : []))
  if (whole.length > 0 || role === 'value' || role === 'year') return whole
  return header.flatMap((cell, at) =>
    /[\s(]/.test(cell) && recognised[role].has(cell.toLowerCase().split(/[\s(]/)[0]!) ? [at] : [],
  )
}

/**
 * The columns whose names are a year, a sex, or both, with the same other words if any («Anställda 2017», «män 2017»), as
 * PxWeb writes them. None unless there is a year or there are two sexes.
 */
export function valueColumnsOf(header: readonly string[], found: Found): ValueColumn[] {
  const taken = new Set(Object.values(found))
  const named = header.flatMap((name, column) => (taken.has(column) ? [] : [{ column, ...partsOf(name) }]))
  const columns = named.filter(({ year, sex }) => year !== undefined || sex !== undefined)
  const isOne = new Set(columns.map(({ rest }) => rest)).size === 1
  const says = columns.some(({ year }) => year !== undefined) || new Set(columns.map(({ sex }) => sex)).size > 1
  return isOne && says
    ? columns.map(({ column, year, sex }) => ({ column, ...(year !== undefined && { year }), ...(sex && { sex }) }))
    : []
}

/** The sex that a cell says; null when it says none. */
export function sexOf(text: string): Sex | null {
  const word = text.toLowerCase().split(/\s/)[0]!
  return Object.hasOwn(sexes, word) ? sexes[word]! : null
}

export function listedNames(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => `«${name}»`)
    .join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}

const isYear = (word: string) => /^(?:1[5-9]|2[01])\d\d$/.test(word)

function partsOf(name: string): { year?: string; sex?: Sex; rest: string } {
  const words = name.toLowerCase().split(/[\s,]+/)
  const year = words.find(isYear)
  const sex = words.find((word) => word.length > 1 && Object.hasOwn(sexes, word))
  const rest = words.filter((word) => word !== year && word !== sex).join(' ')
  return { ...(year !== undefined && { year }), ...(sex !== undefined && { sex: sexes[sex]! }), rest }
}
