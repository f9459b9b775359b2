import { chooseValues, isRegionVariable, isTimeVariable } from '../agency/choose-values.ts'
import type { Choosing, TableVariable } from '../agency/choose-values.ts'
import { askParts } from '../agency/ask-parts.ts'
import type { Progress } from '../agency/ask-parts.ts'
import type { PoliteClient } from '../agency/polite-client.ts'
import { isObject, own, parseJson, textOrNull } from '../cubes/json-text.ts'
import { unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { jsonStatTable } from '../jsonstat/read-json-stat.ts'

interface Asked extends Choosing {
  /** The address of the database with its language, such as `https://api.scb.se/OV0104/v1/doris/sv/ssd`. */
  base: string
  /** The path of the table below it. */
  table: string
  onProgress: Progress
}

/** A table from PxWebApi v1. @throws ExpectedError when it is not there or cannot be used */
export async function fetchPxWeb1(client: PoliteClient, { base, table, onProgress, ...choosing }: Asked): Promise<FileTable> {
  const { maxCells } = await readConfig(client, base)
  const url = `${base}/${table}`
  const metadata = parseJson((await client.ask({ url })).bytes)
  const selection = chooseValues(variablesOf(metadata, choosing), choosing)
  const part = async (selected: typeof selection) => {
    const query = selected.map(({ code, values }) => ({ code, selection: { filter: 'item', values } }))
    // Without a format SCB answers in PX.
    const body = JSON.stringify({ query, response: { format: 'json-stat2' } })
    return jsonStatTable(parseJson((await client.ask({ url, body })).bytes))
  }
  const found = await askParts(selection, { mostCells: maxCells, ask: part, onProgress })
  return { ...found, title: found.title ?? textOrNull(own(metadata, 'title')), publisherTable: table.split('/').at(-1)! }
}

/** What the service allows; the limits are asked for at `?config` beside the language. */
async function readConfig(client: PoliteClient, base: string): Promise<{ maxCells: number }> {
  const url = `${base.replace(/\/[^/]+$/, '')}/?config`
  const config = parseJson((await client.ask({ url })).bytes)
  const number = (key: string): number => {
    const value = own(config, key)
    return typeof value === 'number' && value > 0 ? value : NaN
  }
  const [calls, seconds, cells] = [number('maxCalls'), number('timeWindow'), number('maxCells')]
  if (calls && seconds) client.setRate({ calls, windowMs: seconds * 1000 })
  return { maxCells: Number.isNaN(cells) ? cautiousCells : cells }
}

/** When a service does not say how many cells it gives. */
export const cautiousCells = 10_000

function variablesOf(metadata: unknown, { selection }: Pick<Choosing, 'selection'>): TableVariable[] {
  const variables = own(metadata, 'variables')
  if (!Array.isArray(variables))
    throw unreadable('Adressen är ingen tabell: «variables» saknas.', 'The address is no table: «variables» are missing.')
  return variables.filter(isObject).map((variable) => {
    const code = textOrNull(variable['code']) ?? ''
    const texts = (key: string): string[] | null =>
      Array.isArray(variable[key]) ? (variable[key] as unknown[]).map(String) : null
    // A variable with more values than the service lists can still be asked for by code.
    const asked = selection.find(({ name }) => name.toLowerCase() === code.toLowerCase())?.values
    const values = texts('values') ?? (asked && /^[^*~]+$/.test(asked) ? asked.split(' ') : null)
    if (!values)
      throw unreadable(
        `Variabeln «${code}» har fler värden än tjänsten räknar upp. Välj med --select ${code}=KODER.`,
        `The variable «${code}» has more values than the service lists. Choose with --select ${code}=CODES.`,
      )
    const text = textOrNull(variable['text']) ?? code
    return {
      code,
      text,
      values,
      valueTexts: texts('valueTexts') ?? values,
      canBeLeftOut: variable['elimination'] === true,
      isTime: isTimeVariable({ code, values, time: variable['time'] }),
      isMeasure: code === 'ContentsCode',
      isRegion: isRegionVariable({ code, text, map: variable['map'] }),
    }
  })
}
