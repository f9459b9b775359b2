import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dcatCatalog } from '../../documents/linked-data/dcat-catalog.ts'
import { rdfTypes, writeRdf } from '../../documents/linked-data/rdf-files.ts'
import type { RdfForm } from '../../documents/linked-data/rdf-files.ts'
import { swedishDay } from '../../records/time.ts'
import { namesBase } from '../frame/public-address.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { hashOf } from '../http/resource-answer.ts'
import { openDataHeaders } from '../http/security-headers.ts'
import { wantedForm } from '../http/wanted-form.ts'

/** The catalogue of our data, where harvesters look for it: RDF/XML unless another form is asked for. */
export function addCatalogRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  for (const form of Object.keys(rdfTypes) as RdfForm[])
    app.get(`/datasets/dcat.${form}`, (c) => answerCatalog(c, { form, effects }))
  app.get('/datasets/dcat', (c) => {
    const form = wantedForm(c.req.header('accept'))
    if (form === 'ttl' || form === 'jsonld')
      return new Response(null, {
        status: 303,
        headers: { location: `/datasets/dcat.${form}`, vary: 'accept', 'cache-control': 'no-store', ...openDataHeaders },
      })
    return answerCatalog(c, { form: 'rdf', effects })
  })
}

async function answerCatalog(c: Context<AppEnv>, { form, effects }: { form: RdfForm; effects: Effects }): Promise<Response> {
  const base = namesBase(effects.baseUrl)
  const reading = await effects.source.read(new URLSearchParams())
  const newest = reading.snapshot.newestRecordedAt
  const day = newest ? swedishDay(newest) : reading.today
  return effects.answer(c, {
    body: writeRdf(dcatCatalog({ base, day }), form),
    type: `${rdfTypes[form]}; charset=utf-8`,
    etag: `dcat-${form}-${day}-${effects.client.buildId}-${hashOf(base)}`,
    madeAt: reading.madeAt(),
    headers: {
      vary: 'accept, accept-encoding',
      ...openDataHeaders,
      ...(effects.baseUrl ? {} : { 'x-spets-names': 'unpublished' }),
    },
  })
}
