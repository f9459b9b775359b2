import { jsonStat2, px } from '../../cubes/testing/write-tables.ts'
import type { WrittenTable } from '../../cubes/testing/write-tables.ts'
import type { AgencyOptions, Reply } from './fake-agencies.ts'

/** A variable of a service's table. */
export interface FakeVariable {
  id: string
  text: string
  codes: string[]
  labels?: string[]
  elimination?: boolean
  /** The service does not list its values, since they are too many. */
  isUnlisted?: boolean
  isTime?: boolean
}

/** A table that a service has: a number for each combination of codes, or a sign. */
export interface FakeTable {
  title: string
  variables: FakeVariable[]
  valueAt: (codes: Record<string, string>) => number | string
}

interface Limits {
  maxCells: number
  maxCalls: number
  timeWindow: number
  /** The service says that it gives more cells than it does. */
  saidCells?: number
}

/** The cells of a selection; variables that are left out are summed up, as PxWeb does. */
function selected(table: FakeTable, wanted: ReadonlyMap<string, readonly string[]>): WrittenTable {
  const kept = table.variables.filter((one) => wanted.has(one.id))
  const dropped = table.variables.filter((one) => !wanted.has(one.id))
  const combine = (all: FakeVariable[], codesOf: (one: FakeVariable) => readonly string[]) =>
    all.reduce<Record<string, string>[]>(
      (rows, one) => rows.flatMap((row) => codesOf(one).map((code) => ({ ...row, [one.id]: code }))),
      [{}],
    )
  const cells = combine(kept, (one) => wanted.get(one.id)!).map((row) => {
    const parts = combine(dropped, ({ codes }) => codes).map((rest) => table.valueAt({ ...row, ...rest }))
    const sign = parts.find((part): part is string => typeof part === 'string')
    return sign === undefined
      ? { value: parts.reduce<number>((sum, part) => sum + (part as number), 0), symbol: null }
      : { value: null, symbol: sign }
  })
  return {
    dimensions: kept.map((one) => ({
      id: one.id,
      codes: wanted.get(one.id)!,
      labels: wanted.get(one.id)!.map((code) => one.labels?.[one.codes.indexOf(code)] ?? code),
      isTime: one.isTime ?? false,
    })),
    cells,
  }
}

/** PxWebApi v1 under `/sv/ssd`: levels, descriptions and data, with its limits and errors. */
export function pxWeb1(tables: Record<string, FakeTable>, { maxCells, maxCalls, timeWindow, saidCells }: Limits): AgencyOptions {
  return {
    limit: { calls: maxCalls, windowMs: timeWindow * 1000 },
    answer: ({ method, url, body }) => {
      if (url.search === '?config')
        return { body: { maxValues: 110000, maxCells: saidCells ?? maxCells, maxCalls, timeWindow, CORS: true } }
      const path = url.pathname.replace(/^\/sv\/ssd\/?/, '')
      const table = tables[path]
      if (!table) {
        const below = Object.keys(tables).filter((name) => name.startsWith(path))
        return below.length > 0
          ? { body: below.map((id) => ({ id, type: 't', text: tables[id]!.title, updated: '2026-02-22T08:00:00' })) }
          : { status: 404, body: '' }
      }
      if (method === 'GET')
        return {
          body: {
            title: table.title,
            variables: table.variables.map(({ id, text, codes, labels, elimination, isTime, isUnlisted }) => ({
              code: id,
              text,
              values: isUnlisted ? null : codes,
              valueTexts: isUnlisted ? null : (labels ?? codes),
              ...(elimination ? { elimination: true } : {}),
              ...(isTime ? { time: true } : {}),
            })),
          },
        }
      return dataOf(table, JSON.parse(body) as PxQuery, maxCells)
    },
  }
}

interface PxQuery {
  query: { code: string; selection: { filter: string; values: string[] } }[]
  response?: { format?: string }
}

function dataOf(table: FakeTable, { query, response }: PxQuery, maxCells: number): Reply {
  const bad: Reply = { status: 400, body: 'Bad Request', type: 'text/plain' }
  const wanted = new Map<string, readonly string[]>()
  for (const variable of table.variables) {
    const asked = query.find(({ code }) => code === variable.id)
    if (!asked && variable.elimination) continue
    const { filter, values } = asked?.selection ?? { filter: 'all', values: ['*'] }
    if (!values.every((value) => typeof value === 'string')) return bad
    const codes = filter === 'all' ? variable.codes : filter === 'top' ? variable.codes.slice(-Number(values[0])) : values
    if (codes.some((code) => !variable.codes.includes(code))) return { status: 400, body: { error: 'Parameter error' } }
    wanted.set(variable.id, codes)
  }
  if ([...wanted.values()].reduce((product, codes) => product * codes.length, 1) > maxCells)
    return { status: 403, body: { error: 'Too many values selected' } }
  const found = selected(table, wanted)
  const format = response?.format ?? 'px'
  if (format === 'px') return { body: px(found), type: 'application/octet-stream' }
  return format === 'json-stat2' ? { body: jsonStat2(found) } : bad
}

/** PxWebApi v2: config, descriptions and data, with its own errors. */
export function pxWeb2(tables: Record<string, FakeTable>, { maxCells, maxCalls, timeWindow }: Limits): AgencyOptions {
  const problem = (status: number, title: string): Reply => ({
    status,
    body: { type: 'about:blank', title, status },
    type: 'application/problem+json',
  })
  return {
    limit: { calls: maxCalls, windowMs: timeWindow * 1000 },
    answer: ({ url, body }) => {
      if (url.pathname === '/config')
        return {
          body: {
            apiVersion: '2.0.0',
            maxDataCells: maxCells,
            maxCallsPerTimeWindow: maxCalls,
            timeWindow,
            license: 'CC0 1.0',
            sourceReferences: [
              { language: 'en', text: 'Source: SCB' },
              { language: 'sv', text: 'Källa: SCB' },
            ],
            defaultDataFormat: 'json-stat2',
          },
          headers: { 'x-rate-limit-limit': `${timeWindow}s`, 'x-rate-limit-remaining': '3' },
        }
      const [, id = '', what] = /^\/tables\/([^/]+)\/(metadata|data)$/.exec(url.pathname) ?? []
      const table = tables[id]
      if (!table) return problem(404, 'Not Found')
      if (what === 'metadata') return { body: descriptionOf(table) }
      const selection = (
        body ? (JSON.parse(body) as { selection: { variableCode: string; valueCodes: string[] }[] }) : { selection: [] }
      ).selection
      // Without a selection the default one is given, which silently leaves dimensions out.
      if (selection.length === 0)
        return {
          body: jsonStat2(
            selected(
              table,
              new Map(table.variables.filter(({ elimination }) => !elimination).map((one) => [one.id, one.codes.slice(-1)])),
            ),
          ),
        }
      const codes = selection.map(({ variableCode }) => variableCode.toLowerCase())
      if (new Set(codes).size !== codes.length) return { status: 500, body: '' }
      const wanted = new Map<string, readonly string[]>()
      for (const variable of table.variables) {
        const asked = selection.find(({ variableCode }) => variableCode.toLowerCase() === variable.id.toLowerCase())
        if (!asked && !variable.elimination) return problem(400, 'Missing selection for mandantory variable')
        if (!asked) continue
        if (asked.valueCodes.some((code) => code !== '*' && !variable.codes.includes(code)))
          return problem(400, 'Non-existent value')
        wanted.set(variable.id, asked.valueCodes.includes('*') ? variable.codes : asked.valueCodes)
      }
      if ([...wanted.values()].reduce((product, one) => product * one.length, 1) > maxCells)
        return problem(400, 'Too many cells selected')
      return { body: jsonStat2(selected(table, wanted)) }
    },
  }
}

function descriptionOf(table: FakeTable): unknown {
  const all = JSON.parse(
    Buffer.from(jsonStat2(selected(table, new Map(table.variables.map((one) => [one.id, one.codes]))))).toString(),
  ) as { dimension: Record<string, object>; value: unknown; status?: unknown }
  for (const { id, text, elimination } of table.variables)
    Object.assign(all.dimension[id]!, { label: text, extension: { elimination: elimination ?? false } })
  return { ...all, label: table.title, value: [], status: undefined, note: ['Uppgifterna är provisoriska.'] }
}

/** Eurostat’s statistics API: filters by dimension, sparse answers, and an answer that is too large by more than so many cells. */
export function eurostat(tables: Record<string, FakeTable>, { maxCells }: { maxCells: number }): AgencyOptions {
  const error = (status: number, id: number, label: string): Reply => ({ status, body: { error: [{ status, id, label }] } })
  return {
    answer: ({ url, headers }) => {
      const table = tables[url.pathname.replace('/data/', '')]
      if (!table) return error(404, 100, 'ERR_NOT_FOUND_4. The dataset is not there.')
      const wanted = new Map<string, readonly string[]>(table.variables.map((one) => [one.id, one.codes]))
      for (const [name, value] of url.searchParams) {
        if (name === 'format' || name === 'lang') continue
        const variable = table.variables.find(({ id }) => id === name.toLowerCase())
        if (!variable) return error(400, 150, `INVALID_QUERY_DIMENSION ${name}`)
        const all = url.searchParams.getAll(name)
        wanted.set(
          variable.id,
          variable.codes.filter((code) => all.some((one) => one.toUpperCase() === code.toUpperCase())),
        )
        if (value === '' || wanted.get(variable.id)!.length === 0) return error(400, 100, 'The query has no result.')
      }
      if ([...wanted.values()].reduce((product, one) => product * one.length, 1) > maxCells)
        return error(413, 413, `EXTRACTION_TOO_BIG: The requested extraction is too big, max authorised is ${maxCells}`)
      const etag = `"${table.title}"`
      if (headers['if-none-match'] === etag) return { status: 304, body: '', headers: { etag } }
      const answer = JSON.parse(Buffer.from(jsonStat2(selected(table, wanted), true)).toString()) as object
      return { body: { ...answer, source: 'ESTAT', updated: '2026-06-01T23:00:00+0200' }, headers: { etag } }
    },
  }
}

/** Kolada v3: key figures page by page. */
export function kolada(
  values: { kpi: string; municipality: string; period: number; gender: string; value: number | null; status?: string }[],
  pageSize: number,
  elsewhere: string | null = null,
): AgencyOptions {
  return {
    answer: ({ url }) => {
      const [, kpis, regions] = /^\/data\/kpi\/([^/]+)\/municipality\/([^/]+)/.exec(url.pathname) ?? []
      if (!kpis) return { body: { values: [{ id: url.pathname.split('/').at(-1), title: 'Näringslivets bredd' }] } }
      const rows = values.filter((one) => kpis.split(',').includes(one.kpi) && regions!.split(',').includes(one.municipality))
      const page = Number(url.searchParams.get('page') ?? 1)
      const next = page * pageSize < rows.length ? `${elsewhere ?? url.origin}${url.pathname}?page=${page + 1}` : null
      return {
        body: {
          values: rows
            .slice((page - 1) * pageSize, page * pageSize)
            .map(({ kpi, municipality, period, gender, value, status }) => ({
              kpi,
              municipality,
              period,
              values: [{ gender, value, status: status ?? '', count: 1, isdeleted: false }],
            })),
          count: rows.length,
          next_url: next,
        },
      }
    },
  }
}
