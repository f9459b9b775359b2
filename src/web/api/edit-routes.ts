import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { isApiToken } from '../../accounts/api-tokens.ts'
import type { Actor } from '../../records/actor.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { recordKinds } from '../../records/record.ts'
import { SourceRef } from '../../records/shared-fields.ts'
import { writtenStates } from '../../records/version-states.ts'
import type { RecordKind } from '../../records/record.ts'
import type { VersionChange } from '../../changes/change.ts'
import { logging } from '../../accounts/log-of-versions.ts'
import { registryInMemory } from '../../changes/registry.ts'
import { submit } from '../../changes/submit.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { actorWithKey } from '../http/administrator-key.ts'
import { commonProblems, operationIdOf, problemResponse } from './route-parts.ts'
import { limitBody } from '../http/limited-body.ts'

const largestBody = 64 * 1024

const EditShape = z.strictObject({
  validFrom: z.string(),
  validTo: z.string().nullable(),
  changeNote: z.string(),
  state: z.enum(writtenStates),
  source: SourceRef.nullable(),
  body: z.record(z.string(), z.unknown()),
})

/** Writing over HTTP: one address for every kind of record. */
export function addEditRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const route = createRoute({
    method: 'put',
    path: '/api/v1/records/{kind}/{id}',
    operationId: operationIdOf('put', 'record'),
    tags: ['edit'],
    security: [{ administratorKey: [] }],
    summary: 'Append a version to a record (with a token of an account, or the administrator’s key)',
    description:
      'Send `Authorization: Bearer …` and either `If-Match: "3"` (the version you saw) or `If-None-Match: *` (the record is new).',
    request: {
      params: z.object({ kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]), id: z.string() }),
      headers: z.object({
        'if-match': z.string().optional().describe('The version you saw, for example "3".'),
        'if-none-match': z.string().optional().describe('* when the record is new.'),
      }),
      body: { content: { 'application/json': { schema: EditShape } } },
    },
    responses: {
      200: {
        description: 'Appended.',
        content: {
          'application/json': { schema: z.object({ version: z.number(), sequence: z.number(), recordedAt: z.string() }) },
        },
      },
      ...commonProblems,
      401: problemResponse('The key is missing or wrong.'),
      403: problemResponse('Editing over the web is turned off.'),
      409: problemResponse('Somebody else has changed the record; `changed` says how.'),
      413: problemResponse('What was sent is too large.'),
      422: problemResponse('The data do not fit what a record must hold.'),
    },
  })
  const withinLimit = limitBody(largestBody)
  app.openAPIRegistry.registerComponent('securitySchemes', 'administratorKey', { type: 'http', scheme: 'bearer' })
  // The key is checked before the body is read, and the body is counted while it is read, whatever its header says.
  app.use('/api/v1/records/:kind/:id', async (c, next) => {
    if (c.req.method !== 'PUT') return next()
    await actorOf(c, effects)
    return withinLimit(c, next)
  })
  app.openapi(route, (async (c: never) => appendVersion(c, effects)) as never)
}

/** Who sends a request: a program with a token of an account, or somebody with the administrator's key. */
async function actorOf(c: Context<AppEnv>, { adminToken, accounts }: Pick<Effects, 'adminToken' | 'accounts'>): Promise<Actor> {
  const given = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  if (!given || !isApiToken(given)) return actorWithKey(given, adminToken)
  const actor = await accounts.actorWithToken(given)
  if (!actor) throw new ExpectedError('not_authorised')
  return actor
}

async function appendVersion(
  c: Context<AppEnv>,
  { store, source, clock, logger, adminToken, accounts }: Effects,
): Promise<Response> {
  const edit = EditShape.parse(await readJson(c))
  const { kind, id } = c.req.param() as { kind: RecordKind; id: string }
  const version = { ...edit, kind, recordId: id } as unknown as VersionChange['version']
  const change = { type: 'versions', versions: [{ version, expectedVersion: readExpectedVersion(c) }] } as const
  const actor = await actorOf(c, { adminToken, accounts })
  const registry = registryInMemory(store, source.registry, {
    clock,
    warn: ({ en }) => logger.warn(en),
    ...logging(store.side, clock),
  })
  const [appended] = await submit(registry, change, actor)
  // What changes nothing is not appended; the version that it repeats is the answer.
  const { version: number, sequence, recordedAt } = appended ?? (await store.findNewest([{ kind, recordId: id }]))[0]!
  return c.json({ version: number, sequence, recordedAt }, 200, { etag: `"${number}"`, 'cache-control': 'no-store' })
}

async function readJson(c: Context<AppEnv>): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    throw new ExpectedError('bad_request', { detail: 'What was sent is not JSON.', cause })
  }
}

function readExpectedVersion(c: Context<AppEnv>): number {
  if (c.req.header('if-none-match')?.trim() === '*') return 0
  const match = c.req.header('if-match')?.match(/^"?(\d{1,9})"?$/)
  if (!match)
    throw new ExpectedError('bad_request', {
      detail: 'Send If-Match with the version you saw, for example If-Match: "3", or If-None-Match: * for a new record.',
    })
  return Number(match[1])
}
