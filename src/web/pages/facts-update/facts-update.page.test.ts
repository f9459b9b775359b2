import { fileURLToPath } from 'node:url'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArchiveFile } from '../../../store/archive-file.ts'
import { openSqliteStore } from '../../../store/sqlite-store.ts'
import type { Store } from '../../../store/store.ts'
import { getShippedFacts } from '../../../sources/facts/shipped-facts.ts'
import { makeSite } from '../../main.ts'
import { openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'

const oldRegistry = fileURLToPath(new URL('../../../../fixtures/registries/before-descriptions.ndjson.gz', import.meta.url))
const adminToken = 'a-key-that-is-long-enough-for-tests'
const clock = () => new Date('2026-11-27T10:00:00Z')

let folder: string
let fresh: TestRegistry
let store: Store
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-facts-page-'))
  fresh = await openTestRegistry()
  store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock })
  await store.load(await readArchiveFile(oldRegistry))
  site = makeSite({ store, clientFolder: fresh.clientFolder, clock, adminToken })
})
afterAll(async () => {
  await fresh.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

const htmlOf = async (path: string, on = site) => (await on.app.request(`http://localhost${path}`)).text()
const send = (fields: [string, string][], to = '') => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return site.app.request(`http://localhost/granska/uppgifter${to}`, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const seenOn = (html: string): string => /name="seen" value="([0-9a-f]+)"/.exec(html)![1]!

test('a registry that was filled before is told of what is new, and can take in a part of it', async () => {
  expect(await htmlOf('/granska')).toContain('De uppgifter som följer med Spets är nyare')
  expect(await htmlOf('/en/review')).toContain('href="/en/review/facts"')
  const html = await htmlOf('/granska/uppgifter')
  expect(html).toContain('value="facts:region:03"')
  expect(html).toContain('Det som någon har skrivit behålls')
  const seen = seenOn(html)
  const refused = await send([
    ['token', adminToken],
    ['seen', 'other'],
    ['item[]', 'facts:region:03'],
  ])
  expect(refused.status).toBe(409)
  expect(await store.findVersions('strategy', 'uppsala-2022')).toEqual([])
  const wrongKey = await send([
    ['token', 'wrong'],
    ['seen', seen],
    ['item[]', 'facts:region:03'],
  ])
  expect(wrongKey.status).toBe(401)
  const taken = await send([
    ['token', adminToken],
    ['seen', seen],
    ['item[]', 'facts:region:03'],
  ])
  expect([taken.status, await taken.text()]).toEqual([200, expect.stringContaining('1 del är införd')])
  const [version] = await store.findVersions('strategy', 'uppsala-2022')
  expect(version).toMatchObject({ recordedBy: 'spets-facts, administrator', validFrom: '2022-03-01' })
  expect(await htmlOf('/granska/uppgifter')).not.toContain('value="facts:region:03"')
  expect(await htmlOf('/region/uppsala')).toContain('Innovativa material')
})

test('a part is declined for good, is seen with who and why, and is proposed again', async () => {
  const html = await htmlOf('/granska/uppgifter')
  const item = /value="(facts:region:[0-9]+)"/.exec(html)![1]!
  const declined = await send(
    [
      ['token', adminToken],
      ['seen', seenOn(html)],
      ['note', 'Vi vet bättre.'],
      ['item[]', item],
    ],
    '/decline',
  )
  expect([declined.status, await declined.text()]).toEqual([200, expect.stringMatching(/\d+ uppgift(er)? är avböjd/)])
  const after = await htmlOf('/granska/uppgifter')
  expect(after).not.toContain(`value="${item}"`)
  expect(after).toMatch(/avböjt 2026-11-27 av administrator: Vi vet bättre\./)
  expect(await htmlOf('/en/review/facts')).toMatch(/declined 2026-11-27 by administrator: Vi vet bättre\./)
  const decision = /name="id\[\]" value="(declined-[0-9a-f]+)"/.exec(after)![1]!
  expect(await htmlOf(`/historik/declinedFact/${decision}`)).toContain('Vi vet bättre.')
  expect(
    (
      await send(
        [
          ['token', 'wrong'],
          ['id[]', decision],
        ],
        '/reopen',
      )
    ).status,
  ).toBe(401)
  const reopened = await send(
    [
      ['token', adminToken],
      ['id[]', decision],
    ],
    '/reopen',
  )
  expect([reopened.status, await reopened.text()]).toEqual([200, expect.stringContaining('1 uppgift föreslås igen.')])
  expect(await htmlOf('/granska/uppgifter')).toContain(`value="${item}"`)
})

test('the English page has English names', async () => {
  const [sv, en] = [await htmlOf('/granska/uppgifter'), await htmlOf('/en/review/facts')]
  const source = getShippedFacts().sources.find(
    ({ title_sv, title_en }) => title_sv !== title_en && sv.includes(escaped(title_sv)),
  )!
  expect(en).toContain(escaped(source.title_en))
  expect(en).not.toContain(escaped(source.title_sv))
  const finding = getShippedFacts().findings[0]!
  expect([
    sv.includes(escaped(finding.text_sv)),
    en.includes(escaped(finding.text_en)),
    en.includes(escaped(finding.text_sv)),
  ]).toEqual([true, true, false])
})

test('a registry that began with these facts has no note, and a page that says so', async () => {
  const other = makeSite({ store: fresh.store, clientFolder: fresh.clientFolder, clock })
  expect(await htmlOf('/granska', other)).not.toContain('är nyare')
  expect(await htmlOf('/granska/uppgifter', other)).toContain('Registret har redan det som följer med Spets.')
})
