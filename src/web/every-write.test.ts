import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../accounts/api-tokens.ts'
import { accountRoles } from '../records/account-roles.ts'
import { isAtLeast } from '../records/actor.ts'
import { recordKinds } from '../records/record.ts'
import type { NewVersion, RecordVersion } from '../records/record.ts'
import { actorWith, isAllowed, isOwnerless, ownerOf } from '../records/testing/role-table.ts'
import { pages } from './pages/all-pages.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { signedInAs } from './testing/signed-in.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const grantOf = (role: (typeof accountRoles)[number]) => {
  const owners = { regionalEditor: ownerOf.region, regionalConfirmer: ownerOf.region, clusterEditor: ownerOf.cluster }
  return { role, owner: role in owners ? owners[role as keyof typeof owners] : null }
}
/** Every address that takes anything but a question, straight from the router. */
const writingRoutes = () =>
  site.app.routes.filter(
    ({ method, path }) => method !== 'GET' && method !== 'ALL' && method !== 'OPTIONS' && !path.includes('*'),
  )

/** Questions that are sent in a body, and the ways in for those who have no session; nothing of the registry is written by them. */
const openToReaders = new Set([
  ...pages.filter(({ isAskedByPost }) => isAskedByPost).flatMap(({ paths }) => [paths.sv, `/en${paths.en}`]),
  '/api/v1/company-match',
  '/logga-in',
  '/logga-in/ut',
  '/logga-in/lank',
  '/en/sign-in',
  '/en/sign-in/ut',
  '/en/sign-in/link',
])

test('the router has addresses that write, and each of them turns a reader away without writing anything', async () => {
  const routes = writingRoutes()
  expect(routes.length).toBeGreaterThan(20)
  const before = await registry.store.getSequence()
  for (const { method, path } of routes) {
    if (openToReaders.has(path)) continue
    const address = path.replace(/:kind(\{[^}]*\})?/, 'priorityArea').replaceAll(/:\w+(\{[^}]*\})?/g, 'varmland')
    const body = method === 'PUT' ? '{}' : new FormData()
    if (body instanceof FormData) body.append('token', '')
    const answer = await site.app.request(`http://localhost${address}`, {
      method,
      body,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect([method, path, answer.status >= 400 && answer.status < 500]).toEqual([method, path, true])
  }
  expect(await registry.store.getSequence()).toBe(before)
})

test('the last hash of each day of the log is open, and the same until something more is done', async () => {
  await signedInAs(site, grantOf('administrator'))
  const ask = (headers = {}) => site.app.request('http://localhost/api/v1/audit-heads', { headers })
  const answer = await ask()
  const { heads } = (await answer.json()) as { heads: { day: string; sequence: number; hash: string }[] }
  expect(heads).toEqual([
    { day: '2026-11-27', sequence: expect.any(Number) as number, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ])
  const etag = answer.headers.get('etag')!
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  await signedInAs(site, grantOf('administrator'))
  expect((await ask({ 'if-none-match': etag })).status).toBe(200)
})

describe('a form takes those alone whose role is enough', () => {
  test.each(accountRoles)('%s', { timeout: 120_000 }, async (role) => {
    const cookie = await signedInAs(site, grantOf(role))
    const before = await registry.store.getSequence()
    for (const page of pages)
      for (const below of Object.keys(page.forms?.actions ?? {})) {
        const { least = 'administrator' } = page.forms!
        if (least === 'reader' || isAtLeast(actorWith(role).role, least)) continue
        if ([actorWith(role), ...(actorWith(role).also ?? [])].some((powers) => isAtLeast(powers.role, least))) continue
        const address = page.paths.sv.replaceAll(/:\w+/g, 'varmland') + below
        const headers = { 'sec-fetch-site': 'same-origin', cookie }
        const { status } = await site.app.request(`http://localhost${address}`, { method: 'POST', body: new FormData(), headers })
        expect([address, status]).toEqual([address, 403])
      }
    expect(await registry.store.getSequence()).toBe(before)
  })
})

describe('the API lets each role write what the table of roles says', () => {
  const own = '17'
  const find = async (kind: (typeof recordKinds)[number], isOwn: boolean) => {
    const versions = await registry.store.readVersions({ kind })
    return versions.find(({ body, recordId }) => {
      if (isOwnerless(kind)) return true
      if (kind === 'region') return (recordId === own) === isOwn
      const region =
        'regionCode' in body ? body.regionCode : 'owner' in body && body.owner.kind === 'region' ? body.owner.id : null
      return region !== null && region !== undefined && (region === own) === isOwn
    })
  }
  /** A cluster editor keeps the cluster that is found as the own one. */
  const grantIn = async (role: 'reader' | (typeof accountRoles)[number]) =>
    role === 'clusterEditor'
      ? ({ role, owner: { kind: 'cluster', id: (await find('cluster', true))!.recordId } } as const)
      : grantOf(role === 'reader' ? 'regionalEditor' : role)
  /** Each cell starts from a published version, since what changes nothing is not appended and not judged. */
  const publishedAgain = async ({ kind, recordId, validFrom, validTo, source, body }: RecordVersion): Promise<number> => {
    const { version, state } = (await registry.store.findVersions(kind, recordId)).at(-1)!
    if (state === 'published') return version
    const again = { kind, recordId, validFrom, validTo, source, body, state: 'published', recordedBy: 'prov', changeNote: 'Prov' }
    await registry.store.append([{ version: again as NewVersion, expectedVersion: version }])
    return version + 1
  }
  test.each(['reader', ...accountRoles] as const)('%s', { timeout: 300_000 }, async (role) => {
    const { account } = await site.effects.accounts.invite(
      {
        email: `${role.toLowerCase()}@example.se`,
        organisation: 'prov',
        lang: 'sv',
        grants: [await grantIn(role)],
      },
      'prov',
    )
    const token = await makeToken(registry.store.side, { userId: account.id, name: 'prov', scope: 'write', now: clock() })
    let tried = 0
    for (const kind of recordKinds)
      for (const isOwn of isOwnerless(kind) ? [true] : [true, false]) {
        const found = await find(kind, isOwn)
        if (!found) continue
        for (const to of ['draft', 'proposed'] as const) {
          const { recordId, validFrom, validTo, source, body } = found
          const newest = await publishedAgain(found)
          const sent = { validFrom, validTo, source, body, state: to, changeNote: `${role} ${to}` }
          const answer = await site.app.request(`http://localhost/api/v1/records/${kind}/${recordId}`, {
            method: 'PUT',
            body: JSON.stringify(sent),
            headers: {
              'content-type': 'application/json',
              'if-match': `"${newest}"`,
              ...(role === 'reader' ? {} : { authorization: `Bearer ${token}` }),
            },
          })
          const expected = isAllowed({ role, kind, to, isOwn, changed: [] })
          const isLetIn = ![401, 403].includes(answer.status)
          expect([kind, recordId, to, isLetIn, answer.status]).toEqual([kind, recordId, to, expected, answer.status])
          tried += 1
        }
      }
    expect(tried).toBeGreaterThan(20)
  })
})
