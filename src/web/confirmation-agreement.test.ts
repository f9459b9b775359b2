import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import type { Confirmation } from '../changes/confirm-list.ts'
import { registryInMemory } from '../changes/registry.ts'
import { submit } from '../changes/submit.ts'
import { findEditions } from '../snapshot/editions.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { readAddresses } from './http/testing/served-addresses.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

/** Today, another day of the list in force, and one of the list before it. */
const days = ['2026-11-27', '2024-03-01', '2019-03-01']
const confirmedOn = '2026-11-05'
const role = 'regionstyrelse'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let addresses: string[]
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken: null })
  const areas = [
    '/region/varmland',
    '/region/varmland/bekrafta',
    '/jamfor?region=varmland&region=dalarna',
    '/tabell?region=varmland',
  ]
  const more = ['/prioritet/varmland-2022-skoglig-bioekonomi', '/api/v1/priorities/varmland-2022-skoglig-bioekonomi', ...areas]
  addresses = [...new Set([...(await readAddresses(site)), ...more])].filter((path) => !path.startsWith('/assets/'))
})
afterAll(() => registry.close())

const confirm = (change: Pick<Confirmation, 'regionCode' | 'confirmedByRole'>) =>
  submit(
    registryInMemory(registry.store, site.effects.source.registry, { clock }),
    { type: 'confirmation', confirmedOn, changeNote: 'Prov', ...change },
    commandLineActor('prov'),
  )

const snapshotOn = async (day: string): Promise<Snapshot> =>
  snapshotAt(buildKnownRegistry(await registry.store.readVersions(), '9999-12-31T23:59:59.999Z'), day, getShippedBeside())

/** `area`: day and role of its confirmation, as an answer shows it, or the day on which a list was last stated. */
type Shown = [id: string, what: string]

function shownIn(body: string, type: string): Shown[] {
  if (type.includes('json')) return shownInJson(JSON.parse(body) as unknown)
  if (!type.includes('csv')) return []
  const [header = [], ...rows] = parse(body) as string[][]
  const [id, on, by] = ['id', 'confirmed_on', 'confirmed_by_role'].map((name) => header.indexOf(name))
  return on === -1 ? [] : rows.map((row) => [row[id!]!, `${row[on!] || null} ${row[by!] || null}`])
}

function shownInJson(value: unknown): Shown[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(shownInJson)
  const { id, lastStatedOn, ...fields } = value as Record<string, unknown>
  const [on, by] = [fields['confirmedOn'] ?? fields['confirmed_on'], fields['confirmedByRole'] ?? fields['confirmed_by_role']]
  if (typeof id !== 'string') return inner
  if (lastStatedOn !== undefined) return [[id, `stated ${String(lastStatedOn)}`], ...inner]
  return 'confirmedOn' in fields || 'confirmed_on' in fields
    ? [[id, `${String(on ?? null)} ${String(by ?? null)}`], ...inner]
    : inner
}

/** What every answer should show of an area or a list, by the registry itself. */
async function truthOn(day: string): Promise<Map<string, string>> {
  const snapshot = await snapshotOn(day)
  const truth = new Map(
    snapshot.everBegun('priorityArea').map((area) => [area.id, `${area.confirmedOn} ${area.confirmedByRole}`]),
  )
  for (const kind of ['region', 'jointArea'] as const)
    for (const { id } of snapshot.everBegun(kind))
      for (const { strategy, priorities } of findEditions(snapshot, { kind, id })) {
        const stated = [strategy.meta.inForceFrom, ...priorities.flatMap((area) => area.confirmedOn ?? [])].toSorted().at(-1)
        truth.set(strategy.id, `stated ${stated}`)
      }
  return truth
}

interface Look {
  /** Addresses of data that show a confirmation of any area. */
  data: string[]
  /** Pages that name the day of the confirmation, and those that say that Värmland's list in force is not confirmed. */
  confirmed: string[]
  unconfirmed: string[]
}

/** Reads every address as of a day; what data show must be what the registry has. */
async function lookOn(day: string): Promise<Look> {
  const truth = await truthOn(day)
  const look: Look = { data: [], confirmed: [], unconfirmed: [] }
  for (const address of addresses) {
    const url = new URL(address, 'http://localhost')
    url.searchParams.set(/^\/(en|api)\b/.test(url.pathname) ? 'date' : 'datum', day)
    const response = await site.app.request(url.href)
    const body = await response.text()
    if (response.status !== 200) continue
    const type = response.headers.get('content-type') ?? ''
    const isHistory = /^\/(api\/v1\/records|historik|en\/history)\//.test(url.pathname)
    const shown = isHistory ? [] : shownIn(body, type)
    for (const [id, what] of shown) if (truth.has(id)) expect([address, day, id, what]).toEqual([address, day, id, truth.get(id)])
    if (shown.length > 0) look.data.push(url.pathname)
    if (!type.includes('html') || !/Värmland/.test(body)) continue
    const text = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    if (text.includes(`${confirmedOn} `) || text.includes(`${confirmedOn},`)) look.confirmed.push(url.pathname)
    if (/(Inte bekräftad av regionen|Not confirmed by the region)/.test(text)) look.unconfirmed.push(url.pathname)
  }
  return look
}

const own = (paths: readonly string[]) => [...new Set(paths)].filter((path) => /varmland/.test(path)).toSorted()
const pagesOfToday = [
  '/embed/en/region/varmland',
  '/embed/region/varmland',
  '/en/region/varmland',
  '/en/region/varmland/confirm',
  '/prioritet/varmland-2022-skoglig-bioekonomi',
  '/region/varmland',
  '/region/varmland/bekrafta',
]

test('every page, address of the API and table agrees on a confirmation, before, after, and when it is taken back, on every day', async () => {
  const before = await Promise.all(days.map(lookOn))
  expect(before[0]!.data).toEqual(
    expect.arrayContaining([
      '/api/v1/regions',
      '/api/v1/regions/varmland',
      '/api/v1/tables/priorities.csv',
      '/api/v1/tables/priorities.json',
    ]),
  )
  expect(before.map(({ confirmed }) => own(confirmed))).toEqual([[], [], []])

  await confirm({ regionCode: '17', confirmedByRole: role })
  const after = await Promise.all(days.map(lookOn))
  expect(after.map(({ data }) => data)).toEqual(before.map(({ data }) => data))
  expect(own(after[0]!.confirmed)).toEqual(pagesOfToday)
  // On a day before it was made there is none; the page for confirming lists all that have been made.
  for (const at of [1, 2]) expect(own(after[at]!.confirmed)).toEqual(['/en/region/varmland/confirm', '/region/varmland/bekrafta'])
  const nowConfirmed = ['/en/region/varmland', '/region/varmland']
  expect(own(before[0]!.unconfirmed)).toEqual(expect.arrayContaining(nowConfirmed))
  expect(own(after[0]!.unconfirmed).filter((path) => nowConfirmed.includes(path))).toEqual([])
  for (const at of [1, 2]) expect(after[at]!.unconfirmed).toEqual(before[at]!.unconfirmed)

  await confirm({ regionCode: '17', confirmedByRole: null })
  expect(await Promise.all(days.map(lookOn))).toEqual(before)
}, 240_000)
