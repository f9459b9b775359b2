import { askParts } from '../agency/ask-parts.ts'
import type { Progress } from '../agency/ask-parts.ts'
import type { Choosing } from '../agency/choose-values.ts'
import { ServiceRefusal } from '../agency/polite-client.ts'
import type { PoliteClient } from '../agency/polite-client.ts'
import type { Selected } from '../agency/split-selection.ts'
import { own, parseJson } from '../cubes/json-text.ts'
import { unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { jsonStatTable } from '../jsonstat/read-json-stat.ts'

interface Asked extends Choosing {
  /** Such as `https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0`. */
  base: string
  dataset: string
  onProgress: Progress
}

/** The regions of Sweden by their codes in NUTS 2021, which has had the same since 2008. */
const nuts3 = '110 121 122 123 124 125 211 212 213 214 221 224 231 232 311 312 313 321 322 331 332'
  .split(' ')
  .map((digits) => `SE${digits}`)
const nuts2 = ['SE11', 'SE12', 'SE21', 'SE22', 'SE23', 'SE31', 'SE32', 'SE33']

/** A dataset from Eurostat’s statistics API, for Sweden’s regions of a level and the nation. @throws ExpectedError when it is not there or empty */
export async function fetchEurostat(
  client: PoliteClient,
  { base, dataset, selection, level, onProgress }: Asked,
): Promise<FileTable> {
  const geo = ['SE', ...(level === 'nuts2' ? nuts2 : level === 'county' ? nuts3 : [])]
  const selected: Selected[] = [
    { code: 'geo', role: 'region', values: geo },
    ...selection.map(({ name, values }): Selected => ({ code: name, role: 'other', values: values.split(' ') })),
  ]
  // Eurostat says that a query is too large, and not beforehand how large one may be.
  const found = await askParts(selected, {
    mostCells: Infinity,
    onProgress,
    ask: (part) => askFor(client, `${base}/data/${dataset}`, part),
  })
  if (found.values.every(Number.isNaN))
    throw unreadable(
      'Eurostat har inga tal för det som söktes. Finns datamängden på den nivån?',
      'Eurostat has no numbers for what was asked. Is the dataset of that level?',
    )
  return { ...found, source: found.source ?? 'Eurostat', publisherTable: dataset }
}

/** Null where there is nothing; a part of a query that was split may ask for regions that the dataset does not have. */
async function askFor(client: PoliteClient, url: string, selection: readonly Selected[]): Promise<FileTable | null> {
  const filters = selection.flatMap(({ code, values }) =>
    values.map((value) => `${encodeURIComponent(code)}=${encodeURIComponent(value)}`),
  )
  try {
    const answer = parseJson((await client.ask({ url: `${url}?format=JSON&lang=EN&${filters.join('&')}` })).bytes)
    return own(answer, 'error') === undefined ? jsonStatTable(answer) : null
  } catch (error) {
    if (error instanceof ServiceRefusal && error.status === 400 && /"id":\s*100\b/.test(error.text)) return null
    throw error
  }
}
