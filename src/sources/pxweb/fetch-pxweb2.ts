import { askParts } from '../agency/ask-parts.ts'
import type { Progress } from '../agency/ask-parts.ts'
import { chooseValues, isRegionVariable, isTimeVariable } from '../agency/choose-values.ts'
import type { Choosing, TableVariable } from '../agency/choose-values.ts'
import type { PoliteClient } from '../agency/polite-client.ts'
import { own, parseJson, textOrNull } from '../cubes/json-text.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { jsonStatTable } from '../jsonstat/read-json-stat.ts'
import { cautiousCells } from './fetch-pxweb1.ts'

interface Asked extends Choosing {
  /** Such as `https://statistikdatabasen.scb.se/api/v2`. */
  base: string
  /** The table’s id, such as TAB638. */
  table: string
  onProgress: Progress
}

/** A table from PxWebApi v2. @throws ExpectedError when it is not there or cannot be used */
export async function fetchPxWeb2(client: PoliteClient, { base, table, onProgress, ...choosing }: Asked): Promise<FileTable> {
  const { maxCells, source, licence } = await readConfig(client, base)
  const metadata = parseJson((await client.ask({ url: `${base}/tables/${table}/metadata?lang=sv` })).bytes)
  const described = jsonStatTable(withoutValues(metadata))
  const selection = chooseValues(variablesOf(metadata, described), choosing)
  const url = `${base}/tables/${table}/data?lang=sv&outputFormat=json-stat2`
  const part = async (selected: typeof selection) => {
    const body = JSON.stringify({
      selection: selected.map(({ code, values }) => ({ variableCode: code, valueCodes: values, codelist: null })),
    })
    return jsonStatTable(parseJson((await client.ask({ url, body })).bytes))
  }
  const found = await askParts(selection, { mostCells: maxCells, ask: part, onProgress })
  return {
    ...found,
    source: found.source ?? source,
    licence,
    publisherTable: found.publisherTable ?? table,
    notes: [...new Set([...described.notes, ...found.notes])],
  }
}

async function readConfig(
  client: PoliteClient,
  base: string,
): Promise<{ maxCells: number; source: string | null; licence: string | null }> {
  const config = parseJson((await client.ask({ url: `${base}/config` })).bytes)
  const number = (key: string): number => {
    const value = own(config, key)
    return typeof value === 'number' && value > 0 ? value : NaN
  }
  const [calls, seconds, cells] = [number('maxCallsPerTimeWindow'), number('timeWindow'), number('maxDataCells')]
  if (calls && seconds) client.setRate({ calls, windowMs: seconds * 1000 })
  const references = own(config, 'sourceReferences')
  const swedish = Array.isArray(references) ? (references.find((one) => own(one, 'language') === 'sv') ?? references[0]) : null
  return {
    maxCells: Number.isNaN(cells) ? cautiousCells : cells,
    source: textOrNull(own(swedish, 'text')),
    licence: textOrNull(own(config, 'license')),
  }
}

/** A description has no values; as a table it has none in any cell. */
const withoutValues = (metadata: unknown): unknown => ({ ...(metadata as object), value: {}, status: undefined })

function variablesOf(metadata: unknown, { dimensions }: FileTable): TableVariable[] {
  return dimensions.map(({ id, label, codes, labels, role }) => ({
    code: id,
    text: label,
    values: codes,
    valueTexts: labels,
    canBeLeftOut: own(own(own(own(metadata, 'dimension'), id), 'extension'), 'elimination') === true,
    isTime: role === 'time' || isTimeVariable({ code: id, values: codes }),
    isMeasure: role === 'measure' || id === 'ContentsCode',
    isRegion: role === 'region' || isRegionVariable({ code: id, text: label }),
  }))
}
