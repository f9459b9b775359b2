import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { tableToExcelCsv, tableToJson, tableToMachineCsv } from '../../documents/table-files.ts'
import type { Table } from '../../documents/table-files.ts'
import { recordKinds } from '../../records/record.ts'
import { recordTable, tableName } from '../../documents/record-table.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { operationIdOf, readResponses, timeQuery } from './route-parts.ts'
import { canonicalInput } from '../frame/identifiers.ts'
import type { Identifier } from '../frame/identifiers.ts'
import { prioritiesFor, priorityQuery, priorityTakes } from './priority-query.ts'
import { intersections } from '../../shapes/intersection-shape.ts'
import { intersectionChoice, intersectionQuery, intersectionTakes } from './intersection-query.ts'
import { readSpan } from './span-query.ts'
import {
  changesTable,
  clustersTable,
  intersectionsTable,
  lineageTable,
  prioritiesTable,
  regionsTable,
  sourcesTable,
  statementsTable,
} from '../../documents/open-tables.ts'
import { bridgeTable, wishesTable } from '../../documents/workbench-tables.ts'

interface TableRoute {
  name: string
  summary: string
  query?: z.ZodRawShape
  /** What its inputs identify; `make` is given their one form. */
  takes?: Readonly<Record<string, Identifier>>
  make(snapshot: Snapshot, input: Record<string, string>): Table
}

const tableRoutes: readonly TableRoute[] = [
  {
    name: 'priorities',
    summary: 'Priority areas',
    query: priorityQuery,
    takes: priorityTakes,
    make: (snapshot, input) => prioritiesTable(snapshot, prioritiesFor(snapshot, input)),
  },
  {
    name: 'intersections',
    summary: 'Priority areas that join two or more themes',
    query: intersectionQuery,
    takes: intersectionTakes,
    make: (snapshot, input) => intersectionsTable(intersections(snapshot, intersectionChoice(input))),
  },
  { name: 'regions', summary: 'Regions with their lists in force', make: regionsTable },
  {
    name: 'changes',
    summary: 'What changed between two days',
    query: { from: z.string().optional(), to: z.string().optional() },
    make: (snapshot, { from, to }) => changesTable(snapshot, readSpan(snapshot, { from, to })),
  },
  { name: 'lineage', summary: 'What became of each area between lists', make: lineageTable },
  { name: 'statements', summary: 'Findings, wishes and next steps', make: statementsTable },
  { name: 'wishes', summary: 'What regions ask of the national level, with state and answer', make: wishesTable },
  {
    name: 'bridge',
    summary: 'Every area with its region’s verdict before the period that begins in a year',
    query: {
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    },
    make: (snapshot, { year = '2028' }) => bridgeTable(snapshot, year),
  },
  { name: 'clusters', summary: 'Clusters', make: clustersTable },
  { name: 'sources', summary: 'Sources', make: sourcesTable },
  ...recordKinds.map((kind): TableRoute => ({
    name: tableName(kind),
    summary: `Every record of the kind ${kind}, field by field`,
    make: (snapshot) => recordTable(snapshot, kind),
  })),
]

/** Every table as CSV (for Excel in Swedish, or for programs) and JSON. */
export function addTableRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  for (const route of tableRoutes) {
    const asCsv = createRoute({
      method: 'get',
      path: `/api/v1/tables/${route.name}.csv`,
      operationId: operationIdOf('get', `tables/${route.name}/csv`),
      tags: ['tables'],
      summary: `${route.summary}, as CSV`,
      request: {
        query: z.strictObject({
          ...route.query,
          ...timeQuery,
          variant: z
            .enum(['machine', 'excel'])
            .optional()
            .describe('machine: comma and decimal point; excel: for Excel in Swedish.'),
          lang: z.enum(['sv', 'en']).optional().describe('Language of the headings in the Excel variant.'),
        }),
      },
      responses: readResponses({ description: 'The table.', type: 'text/csv', schema: z.string() }),
    })
    app.openapi(asCsv, (async (c: never) => answerCsv(c, { route, effects })) as never)
    const asJson = createRoute({
      method: 'get',
      path: `/api/v1/tables/${route.name}.json`,
      operationId: operationIdOf('get', `tables/${route.name}/json`),
      tags: ['tables'],
      summary: `${route.summary}, as JSON`,
      request: { query: z.strictObject({ ...route.query, ...timeQuery }) },
      responses: readResponses({
        description: 'The table, an object a row.',
        type: 'application/json',
        schema: z.array(z.record(z.string(), z.unknown())),
      }),
    })
    app.openapi(asJson, (async (c: never) => answerJson(c, { route, effects })) as never)
  }
}

type Given = { route: TableRoute; effects: Effects }

async function tableFor(c: Context<AppEnv>, { route, effects }: Given) {
  const query = new URL(c.req.url).searchParams
  const reading = await effects.source.read(query)
  const table = route.make(reading.snapshot, canonicalInput(reading.snapshot, Object.fromEntries(query), route.takes))
  return { validAt: reading.time.validAt, table, madeAt: reading.madeAt(), etag: `${reading.etag()}-${effects.client.buildId}` }
}

async function answerCsv(c: Context<AppEnv>, given: Given): Promise<Response> {
  const { validAt, table, etag, madeAt } = await tableFor(c, given)
  const { variant, lang } = Object.fromEntries(new URL(c.req.url).searchParams)
  const body = variant === 'excel' ? tableToExcelCsv(table, lang === 'en' ? 'en' : 'sv') : tableToMachineCsv(table)
  return given.effects.answer(c, {
    body,
    etag,
    madeAt,
    type: 'text/csv; charset=utf-8',
    headers: attachment(`spets-${table.name}-${validAt}.csv`),
  })
}

async function answerJson(c: Context<AppEnv>, given: Given): Promise<Response> {
  const { validAt, table, etag, madeAt } = await tableFor(c, given)
  return given.effects.answer(c, {
    body: tableToJson(table),
    etag,
    madeAt,
    type: 'application/json; charset=utf-8',
    headers: attachment(`spets-${table.name}-${validAt}.json`),
  })
}

const attachment = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })
