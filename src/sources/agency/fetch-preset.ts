import type { Cube, CubeHeader, SeriesBreak } from '../../records/cube.ts'
import type { RegionNames } from '../../records/region-activities.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { makeCube } from '../cubes/make-cube.ts'
import type { CubePreview } from '../cubes/make-cube.ts'
import { makeRegionReader } from '../cubes/region-codes.ts'
import { fetchEurostat } from '../eurostat/fetch-eurostat.ts'
import { fetchKolada } from '../kolada/fetch-kolada.ts'
import { fetchPxWeb1 } from '../pxweb/fetch-pxweb1.ts'
import { fetchPxWeb2 } from '../pxweb/fetch-pxweb2.ts'
import { arrangeTable } from './arrange-table.ts'
import type { Progress } from './ask-parts.ts'
import { joinTables } from './join-tables.ts'
import { ServiceRefusal, unavailable } from './polite-client.ts'
import type { PoliteClient } from './polite-client.ts'
import type { PresetRow } from './preset-row.ts'

interface Fetching {
  client: PoliteClient
  /** The address of the preset's service. */
  base: string
  /** Selections that a person makes besides those of the preset, which they replace. */
  selection: PresetRow['selection']
  regions: readonly RegionNames[]
  vintage: string
  loaded: readonly CubeHeader[]
  onProgress: (table: string, done: number, all: number) => void
}

/** A preset's tables, fetched and joined into a cube; the newest wins where several have a year. @throws ExpectedError in plain words */
export async function fetchPreset(preset: PresetRow, fetching: Fetching): Promise<{ cube: Cube; preview: CubePreview }> {
  const readRegion = makeRegionReader(fetching.regions)
  const tables: FileTable[] = []
  for (const source of preset.sources) tables.push(await fetchTable(preset, source, fetching))
  const arranged = tables.map((table) => arrangeTable(table, readRegion))
  const joined = joinTables(arranged)
  const before = fetching.loaded.find(({ table }) => table === preset.table)
  const breaks = [...(before?.breaks ?? []), ...breaksBetween(arranged, preset.sources)]
  const note = { sv: preset.note_sv, en: preset.note_en }
  return makeCube(
    { ...joined, publisherTable: preset.sources.map((source) => source.split('/').at(-1)!).join(', ') },
    {
      table: preset.table,
      fileName: preset.id,
      origin: `${fetching.base} ${preset.sources.join(', ')} ${selectionOf(preset, fetching)
        .map(({ name, values }) => `${name}=${values}`)
        .join(' ')}`.trim(),
      vintage: fetching.vintage,
      title: before ? null : { sv: preset.title_sv, en: preset.title_en },
      source: null,
      licence: null,
      unit: null,
      numberKind: before ? null : preset.number_kind,
      breaks: breaks.filter(({ from }, at) => breaks.findIndex((one) => one.from === from) === at),
      ...(before ? {} : { caveats: [note] }),
      loaded: fetching.loaded,
      roles: {},
      level: preset.level,
    },
    readRegion,
  )
}

const selectionOf = (preset: PresetRow, { selection }: Pick<Fetching, 'selection'>): PresetRow['selection'] => [
  ...preset.selection.filter(({ name }) => !selection.some((one) => one.name === name)),
  ...selection,
]

async function fetchTable(preset: PresetRow, source: string, fetching: Fetching): Promise<FileTable> {
  const { client, base, regions, onProgress } = fetching
  const progress: Progress = (done, all) => onProgress(source, done, all)
  const asked = {
    base,
    selection: selectionOf(preset, fetching),
    level: preset.level,
    readRegion: makeRegionReader(regions),
    onProgress: progress,
  }
  try {
    if (preset.service === 'pxweb1') return await fetchPxWeb1(client, { ...asked, table: source })
    if (preset.service === 'pxweb2') return await fetchPxWeb2(client, { ...asked, table: source })
    if (preset.service === 'eurostat') return await fetchEurostat(client, { ...asked, dataset: source })
    return await fetchKolada(client, { ...asked, kpi: source })
  } catch (error) {
    if (!(error instanceof ServiceRefusal)) throw error
    const said = error.text.replace(/\s+/g, ' ').slice(0, 200)
    throw unavailable(base, `${source}: ${error.status} ${said}`, `${source}: ${error.status} ${said}`, null)
  }
}

/** Where one table ends and the next begins, numbers need not compare. */
function breaksBetween(tables: readonly FileTable[], sources: readonly string[]): SeriesBreak[] {
  const years = tables.map(({ dimensions }) => dimensions.find(({ role }) => role === 'time')?.codes.toSorted() ?? [])
  return tables.flatMap((_, at): SeriesBreak[] => {
    const from = years[at]![0]
    if (at === 0 || from === undefined || !years.slice(0, at).some((before) => before[0] !== undefined && before[0] < from))
      return []
    const [old, next] = [sources[at - 1]!, sources[at]!].map((source) => source.split('/').at(-1)!)
    return [
      {
        from,
        note: {
          sv: `Från ${from} ur tabellen ${next}, dessförinnan ur ${old}.`,
          en: `From ${from} out of the table ${next}, before that out of ${old}.`,
        },
      },
    ]
  })
}
