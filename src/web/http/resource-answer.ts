import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { describeResource, recordedAt } from '../../documents/linked-data/describe-resource.ts'
import { rdfTypes, writeRdf } from '../../documents/linked-data/rdf-files.ts'
import { resourcePath, schemePath } from '../../documents/linked-data/resource-names.ts'
import type { Resource } from '../../documents/linked-data/resource-names.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import { canonicalInput } from '../frame/identifiers.ts'
import type { Page } from '../frame/page.ts'
import { namesBase } from '../frame/public-address.ts'
import type { AppEnv, Effects } from './effects.ts'
import { openDataHeaders } from './security-headers.ts'
import { dataForms, wantedForm, withoutEnding } from './wanted-form.ts'
import type { DataForm } from './wanted-form.ts'

interface Asked {
  page: Page
  effects: Effects
}

/**
 * Answers a page's address as data where that is asked for: by an ending with the data themselves, by `Accept` with the way
 * to the address that has the ending, so that every address has one answer. Null where a page is wanted.
 */
export async function answerResource(c: Context<AppEnv>, { page, effects }: Asked): Promise<Response | null> {
  const { resource } = page
  if (!resource) return null
  const params = c.req.param() as Record<string, string>
  const [last, value] = Object.entries(params).at(-1) ?? ['', c.req.path]
  const ended = withoutEnding(value)
  const form = ended?.form ?? wantedForm(c.req.header('accept'))
  if (form === null) return null
  const { search, searchParams } = new URL(c.req.url)
  const reading = await effects.source.read(searchParams, page.needs)
  const { snapshot } = reading
  const asked = canonicalInput(snapshot, ended && last ? { ...params, [last]: ended.name } : params, page.takes)
  const found = resource(snapshot, asked)
  if (!found) throw new ExpectedError('not_found')
  const address = `${resourcePath(found)}.${form}`
  const headers = { vary: 'accept', ...openDataHeaders }
  if (form === 'json') return redirect(twinOf(found) + search, headers)
  if (!ended || new URL(c.req.url).pathname !== address) return redirect(address + search, headers)
  return answerRdf(c, { effects, found, form, reading })
}

/** 303: what is there describes the thing, and is not the thing. */
const redirect = (location: string, headers: Record<string, string>): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } })

interface Found {
  effects: Effects
  found: Resource
  form: Exclude<DataForm, 'json'>
  reading: Awaited<ReturnType<Effects['source']['read']>>
}

function answerRdf(c: Context<AppEnv>, { effects, found, form, reading }: Found): Promise<Response> {
  const base = namesBase(effects.baseUrl)
  const quads = describeResource(reading.snapshot, found, base)
  if (!quads) throw new ExpectedError('not_found')
  const recorded = recordedAt(reading.snapshot, found)
  return effects.answer(c, {
    body: writeRdf(quads, form, { tema: `${base}${schemePath}/` }),
    type: `${rdfTypes[form]}; charset=utf-8`,
    etag: `${reading.etag()}-${effects.client.buildId}-${hashOf(base)}`,
    madeAt: reading.madeAt(),
    headers: {
      ...openDataHeaders,
      ...(recorded ? { 'last-modified': new Date(recorded).toUTCString() } : {}),
      ...(effects.baseUrl ? {} : { 'x-spets-names': 'unpublished' }),
    },
  })
}

/** The names follow the configured address, so it is part of an answer's name. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

const twins: Record<Resource['kind'], (id: string) => string> = {
  region: (id) => `regions/${id}`,
  jointArea: (id) => `joint-areas/${id}`,
  strategy: (id) => `lists/${id}`,
  priorityArea: (id) => `priorities/${id}`,
  source: (id) => `sources/${id}`,
  programmePeriod: (id) => `periods/${id}`,
  theme: (id) => `themes/${id}`,
  concept: (id) => `concepts/${id}`,
  scheme: () => 'themes',
}

/** The same as JSON, as the API gives it. */
const twinOf = ({ kind, id }: Resource): string => `/api/v1/${twins[kind](encodeURIComponent(id))}`

/** For the head of a page: the same for machines by media type, and what is new about it to follow. */
export const alternatesOf = (resource: Resource, lang: Language): { type: string; href: string }[] => [
  ...(Object.entries(dataForms) as [DataForm, string][]).map(([form, type]) => ({
    type,
    href: `${resourcePath(resource)}.${form}`,
  })),
  ...(resource.kind === 'region' || resource.kind === 'theme'
    ? [
        {
          type: 'application/atom+xml',
          href: `/api/v1/feed.atom?${resource.kind}=${encodeURIComponent(resource.id)}&lang=${lang}`,
        },
      ]
    : []),
]
