import type { Progress } from '../agency/ask-parts.ts'
import type { Choosing } from '../agency/choose-values.ts'
import type { PoliteClient } from '../agency/polite-client.ts'
import { countyCodes } from '../../records/sweden.ts'
import { CodeList } from '../cubes/code-list.ts'
import { checkedCells, unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { isObject, own, parseJson, textOrNull } from '../cubes/json-text.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'

interface Asked extends Choosing {
  /** Such as `https://api.kolada.se/v3`. */
  base: string
  /** One key figure or several with commas between. */
  kpi: string
  onProgress: Progress
}

interface Observation {
  kpi: string
  region: string
  year: string
  gender: string
  value: number | null
  status: string | null
}

/** Key figures from Kolada v3 for all regions and the nation, page after page. @throws ExpectedError when there are none */
export async function fetchKolada(client: PoliteClient, { base, kpi, selection, onProgress }: Asked): Promise<FileTable> {
  // Kolada gives no limits of calls; two a second is what a person at a page would ask.
  client.setRate({ calls: 2, windowMs: 1000 })
  const years = selection.find(({ name }) => name === 'year')?.values.replaceAll(' ', ',')
  const regions = ['0000', ...countyCodes.map((code) => `00${code}`)].join(',')
  const observations: Observation[] = []
  let next: string | null = `${base}/data/kpi/${kpi}/municipality/${regions}${years ? `/year/${years}` : ''}`
  for (let page = 1; next !== null; page++) {
    const answer = parseJson((await client.ask({ url: next })).bytes)
    observations.push(...observationsIn(answer))
    const following = textOrNull(own(answer, 'next_url'))
    if (following !== null && new URL(following, next).host !== new URL(next).host)
      throw unreadable('Kolada hänvisar till en annan värd för nästa sida.', 'Kolada points to another host for the next page.')
    next = following === null ? null : new URL(following, next).href
    onProgress(page, page + (next === null ? 0 : 1))
  }
  const titles = parseJson((await client.ask({ url: `${base}/kpi/${kpi}` })).bytes)
  return tableOf(observations, kpi, titlesIn(titles))
}

function titlesIn(answer: unknown): Map<string, string> {
  const values = own(answer, 'values') ?? own(answer, 'results') ?? [answer]
  return new Map(
    Array.isArray(values)
      ? values.flatMap((one): [string, string][] =>
          typeof own(one, 'id') === 'string' && typeof own(one, 'title') === 'string'
            ? [[own(one, 'id') as string, own(one, 'title') as string]]
            : [],
        )
      : [],
  )
}

function observationsIn(answer: unknown): Observation[] {
  const values = own(answer, 'values')
  if (!Array.isArray(values)) throw unreadable('Kolada svarade utan «values».', 'Kolada answered without «values».')
  return values.flatMap((one) => {
    const inner = own(one, 'values')
    return (Array.isArray(inner) ? inner : [])
      .filter((each) => isObject(each) && each['isdeleted'] !== true)
      .map((each) => ({
        kpi: String(own(one, 'kpi')),
        region: String(own(one, 'municipality')),
        year: String(own(one, 'period')),
        gender: String(own(each, 'gender') ?? 'T'),
        value: typeof own(each, 'value') === 'number' ? (own(each, 'value') as number) : null,
        status: textOrNull(own(each, 'status')),
      }))
  })
}

function tableOf(observations: readonly Observation[], kpi: string, titles: ReadonlyMap<string, string>): FileTable {
  if (observations.length === 0) throw unreadable(`Kolada har inga tal för ${kpi}.`, `Kolada has no numbers for ${kpi}.`)
  const keys = ['kpi', 'region', 'year', 'gender'] as const
  const lists = keys.map(() => new CodeList())
  const labels: Record<string, string> = { T: 'Totalt', K: 'Kvinnor', M: 'Män' }
  const sorted = observations.toSorted((a, b) => a.year.localeCompare(b.year))
  for (const one of sorted)
    keys.forEach((key, at) =>
      lists[at]!.placeOf(
        one[key],
        key === 'kpi' ? (titles.get(one.kpi) ?? one.kpi) : key === 'gender' ? (labels[one.gender] ?? one.gender) : one[key],
      ),
    )
  const sizes = lists.map(({ codes }) => codes.length)
  const cells = checkedCells(sizes)
  const symbols = new SymbolList()
  const values = new Float64Array(cells).fill(NaN)
  const statuses = new Uint8Array(cells).fill(symbols.statusOf(absent, true))
  for (const one of sorted) {
    const cell = keys.reduce((place, key, at) => place * sizes[at]! + lists[at]!.find(one[key]), 0)
    values[cell] = one.value ?? NaN
    statuses[cell] = one.status !== null ? symbols.statusOf(one.status, one.value === null) : one.value === null ? 1 : 0
  }
  const roles = ['measure', 'region', 'time', null] as const
  return {
    format: 'kolada',
    title: titles.size === 1 ? [...titles.values()][0]! : null,
    source: 'Kolada',
    publisherTable: kpi,
    updated: null,
    unit: null,
    licence: null,
    notes: [],
    dimensions: keys.map((id, at) => ({
      id: id === 'gender' ? 'sex' : id,
      label: id === 'gender' ? 'Kön' : id,
      codes: lists[at]!.codes,
      labels: lists[at]!.labels,
      role: roles[at]!,
    })),
    values,
    statuses: statuses.some((status) => status > 0) ? statuses : null,
    symbols: symbols.symbols,
    notices: [],
  }
}
