import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { tableToExcelCsv, tableToMachineCsv } from '../../documents/table-files.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import type { Figure, FigureSet } from '../frame/figure.ts'
import { canonicalInput } from '../frame/identifiers.ts'
import { makePaths } from '../frame/paths.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { operationIdOf, problemResponse, readResponses, timeQuery } from './route-parts.ts'

const types = { svg: 'image/svg+xml', csv: 'text/csv' } as const

/** Every figure of every page as a picture (SVG) and as the rows behind it (CSV). */
export function addFigureRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  for (const set of effects.contents.pages.flatMap(({ figures }) => figures ?? [])) {
    const { 200: found, ...others } = readResponses({ description: 'Found.', type: types.svg, schema: z.string() })
    const route = createRoute({
      method: 'get',
      path: `/api/v1/${set.path}/figures/{file}`,
      operationId: operationIdOf('get', `${set.path}/figures/{file}`),
      tags: ['read'],
      summary: `A figure as a picture with heading and source, or the rows behind it (${set.path.replaceAll(/\{\w+\}/g, '…')})`,
      request: {
        params: z.object({
          ...set.params,
          file: z.string().describe('The figure’s name, as in the page’s address after #, and .svg or .csv.'),
        }),
        query: z.strictObject({
          ...set.query,
          ...timeQuery,
          lang: z.enum(['sv', 'en']).optional().describe('Language of the words; sv when left out.'),
          variant: z
            .enum(['machine', 'excel'])
            .optional()
            .describe('Of CSV. machine: comma and decimal point; excel: for Excel in Swedish.'),
        }),
      },
      responses: {
        ...others,
        200: { ...found, content: { ...found.content, [types.csv]: { schema: z.string() } } },
        404: problemResponse('There is no such figure.'),
      },
    })
    app.openapi(route, (async (c: never) => answerFigure(c, { set, effects })) as never)
  }
}

async function answerFigure(c: Context<AppEnv>, { set, effects }: { set: FigureSet; effects: Effects }): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const lang: Language = query.get('lang') === 'en' ? 'en' : 'sv'
  const reading = await effects.source.read(query, set.needs)
  const { time, snapshot } = reading
  const params = c.req.param() as Record<string, string>
  const [, asked = '', kind] = /^([\w-]{1,60})\.(svg|csv)$/.exec(params['file'] ?? '') ?? []
  const pathsIn = (one: Language) => makePaths(effects.contents.addresses, { lang: one, time })
  const input = canonicalInput(snapshot, { ...Object.fromEntries(query), ...params }, set.takes)
  const figures = set.read({ snapshot, time, pathsIn }, input, lang)
  const figure = figures.find(({ id, draw }) => id === asked && (kind === 'csv' || draw !== null))
  if (!figure)
    throw new ExpectedError('not_found', {
      detail: `There is no such figure here. These are: ${figures.map(({ id }) => `${id}.svg, ${id}.csv`).join(', ') || 'none'}.`,
    })
  return effects.answer(c, {
    body: kind === 'svg' ? set.svgFile(figure) : csvOf(figure, query.get('variant') === 'excel'),
    type: `${types[kind as keyof typeof types]}; charset=utf-8`,
    etag: `${reading.etag()}-${effects.client.buildId}`,
    madeAt: reading.madeAt(),
    headers: { 'content-disposition': `attachment; filename="spets-${figure.id}-${time.validAt}.${kind}"` },
  })
}

function csvOf({ id, table, lang }: Figure, isForExcel: boolean): string {
  const rows = {
    name: id,
    columns: table.columns.map(({ key, label }) => ({ key, label: { sv: label, en: label } })),
    rows: table.rows.map((row) => [...row]),
  }
  return isForExcel ? tableToExcelCsv(rows, lang) : tableToMachineCsv(rows)
}
