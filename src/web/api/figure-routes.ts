import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { tableToExcelCsv, tableToMachineCsv } from '../../documents/table-files.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import type { Figure, FigureSet } from '../frame/figure.ts'
import { canonicalInput } from '../frame/identifiers.ts'
import { makePaths } from '../frame/paths.ts'
import { isSameEtag } from '../http/answer-cache.ts'
import { makeKeptDocuments } from '../http/kept-documents.ts'
import type { KeptDocuments, MadeDocument } from '../http/kept-documents.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { operationIdOf, problemResponse, readResponses, timeQuery } from './route-parts.ts'

const types = { svg: 'image/svg+xml', csv: 'text/csv', png: 'image/png' } as const

/** Every figure of every page as a picture (SVG, PNG) and as the rows behind it (CSV). */
export function addFigureRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const kept = makeKeptDocuments(effects.source)
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
          file: z.string().describe('The figure’s name, as in the page’s address after #, and .svg, .png or .csv.'),
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
        200: {
          ...found,
          content: {
            ...found.content,
            [types.csv]: { schema: z.string() },
            [types.png]: { schema: z.string().openapi({ format: 'binary' }) },
          },
        },
        404: problemResponse('There is no such figure.'),
      },
    })
    app.openapi(route, (async (c: never) => answerFigure(c, { set, effects, kept })) as never)
  }
}

interface Asked {
  set: FigureSet
  effects: Effects
  /** Pictures that were drawn, which takes longer than all else. */
  kept: KeptDocuments
}

async function answerFigure(c: Context<AppEnv>, { set, effects, kept }: Asked): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const drawn = pathname.endsWith('.png') ? await kept.get(pathname + search) : null
  if (drawn) return sendPicture(c, drawn)
  const query = new URL(c.req.url).searchParams
  const lang: Language = query.get('lang') === 'en' ? 'en' : 'sv'
  const reading = await effects.source.read(query, set.needs)
  const { time, snapshot } = reading
  const params = c.req.param() as Record<string, string>
  const [, asked = '', kind] = /^([\w-]{1,60})\.(svg|csv|png)$/.exec(params['file'] ?? '') ?? []
  const pathsIn = (one: Language) => makePaths(effects.contents.addresses, { lang: one, time })
  const input = canonicalInput(snapshot, { ...Object.fromEntries(query), ...params }, set.takes)
  const figures = set.read({ snapshot, time, pathsIn }, input, lang)
  const figure = figures.find(({ id, draw }) => id === asked && (kind === 'csv' || draw !== null))
  if (!figure)
    throw new ExpectedError('not_found', {
      detail: `There is no such figure here. These are: ${figures.map(({ id }) => `${id}.svg, ${id}.png, ${id}.csv`).join(', ') || 'none'}.`,
    })
  const fileName = `spets-${figure.id}-${time.validAt}.${kind}`
  const etag = `${reading.etag()}-${effects.client.buildId}`
  if (kind === 'png') {
    const { pngOfSvg } = await import('../../documents/picture/png-of-svg.ts')
    const made = { bytes: await pngOfSvg(set.svgFile(figure)), fileName, etag: `W/"${etag}"`, madeAt: reading.madeAt() }
    kept.put(pathname + search, made)
    return sendPicture(c, made)
  }
  return effects.answer(c, {
    body: kind === 'svg' ? set.svgFile(figure) : csvOf(figure, query.get('variant') === 'excel'),
    type: `${types[kind as keyof typeof types]}; charset=utf-8`,
    etag,
    madeAt: reading.madeAt(),
    headers: { 'content-disposition': `attachment; filename="${fileName}"` },
  })
}

function sendPicture(c: Context<AppEnv>, { bytes, etag, fileName }: MadeDocument): Response {
  const common = { etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (isSameEtag(c.req.header('if-none-match'), etag)) return c.body(null, 304, common)
  return c.body(bytes, 200, {
    ...common,
    'content-type': types.png,
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="${fileName}"`,
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
