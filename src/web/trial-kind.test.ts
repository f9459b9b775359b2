import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Change } from '../changes/change.ts'
import { registryOver } from '../changes/registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { submit } from '../changes/submit.ts'
import { commandLineActor } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import { readForm } from '../records/read-form.ts'
import { kindOf } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import { openApiDocument } from './api/api-routes.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

// The two lists that a new kind touches; all else about it is in its own file and its page's folder.
vi.mock('../records/kinds.ts', async (original) => {
  const { testBed } = await import('./testing/test-bed/test-bed.ts')
  return { kinds: { ...(await original<{ kinds: object }>()).kinds, testBed } }
})
vi.mock('./pages/all-pages.ts', async (original) => {
  const { testBedPage } = await import('./testing/test-bed/test-bed.page.tsx')
  return { pages: [...(await original<{ pages: readonly object[] }>()).pages, testBedPage] }
})

const kind = 'testBed' as RecordKind
const administrator = commandLineActor('test')
const editorOf = (id: string): Actor => ({
  kind: 'account',
  role: 'editor',
  name: `editor ${id}`,
  owners: [{ kind: 'region', id }],
})
const adminToken = 'a-key-that-is-long-enough-for-tests'

const bed = (recordId: string, body: object, { state = 'published', expectedVersion = 0 } = {}): Change => ({
  type: 'versions',
  versions: [
    {
      version: { kind, recordId, validFrom: '2020-01-01', validTo: null, changeNote: 'Ny.', state, source: null, body } as never,
      expectedVersion,
    },
  ],
})
const body = { name: 'Gruvan', regionCode: '25', purpose: { sv: 'Fjärrstyrda borriggar', en: 'Remote drilling rigs' } }

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  await submit(registryOver(registry.store, getShippedBeside()), bed('gruvan', body), administrator)
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken })
})
afterAll(() => registry.close())
const ask = (path: string) => site.app.request(`http://localhost${path}`)
const htmlOf = async (path: string) => (await ask(path)).text()
const jsonOf = async (path: string) => (await ask(path)).json() as Promise<never>

describe('a kind is one file: the trial kind', () => {
  test('is stored, and checked by its own schema', async () => {
    expect(await registry.store.findVersions(kind, 'gruvan')).toMatchObject([{ body }])
    const refused = submit(
      registryOver(registry.store, getShippedBeside()),
      bed('fel', { ...body, regionCode: 'sjutton' }),
      administrator,
    )
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_record',
      detail: expect.stringContaining('testBed/fel, field body.regionCode') as string,
    })
  })

  test('has its references checked', async () => {
    const refused = submit(
      registryOver(registry.store, getShippedBeside()),
      bed('fel', { ...body, regionCode: '99' }),
      administrator,
    )
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_record',
      detail: expect.stringContaining('no region “99”') as string,
    })
  })

  test('is written by those whom its file names', async () => {
    const { store } = registry
    await expect(submit(registryOver(store, getShippedBeside()), bed('annan', body), editorOf('17'))).rejects.toMatchObject({
      code: 'not_allowed',
    })
    expect(
      await submit(registryOver(store, getShippedBeside()), bed('egen', { ...body, name: 'Egen' }), editorOf('25')),
    ).toMatchObject([{ recordedBy: 'editor 25' }])
    const withdrawn = bed('egen', { ...body, name: 'Egen' }, { state: 'withdrawn', expectedVersion: 1 })
    await expect(submit(registryOver(store, getShippedBeside()), withdrawn, editorOf('25'))).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await submit(registryOver(store, getShippedBeside()), withdrawn, administrator)
  })

  test('is found by its words and by its owner’s names, and leads to its page', async () => {
    const { hits } = (await jsonOf('/api/v1/search?q=borriggar')) as { hits: object[] }
    expect(hits.slice(0, 1)).toMatchObject([{ kind: 'testBed', title: 'Gruvan', regionCodes: ['25'], href: '/testbadd/gruvan' }])
    expect(await htmlOf('/sok?q=borriggar')).toMatch(/testbädd/)
    const { documents, kindNames } = (await jsonOf('/api/v1/search-documents')) as {
      documents: { kind: string; text: string }[]
      kindNames: object
    }
    expect(documents.find((document) => document.kind === 'testBed')!.text).toBe(
      'Norrbotten, Övre Norrland ; Fjärrstyrda borriggar ; Remote drilling rigs',
    )
    expect(kindNames).toMatchObject({ testBed: { sv: 'testbädd', en: 'test bed' } })
  })

  test('has its page in both languages, and in the sitemap', async () => {
    expect(await htmlOf('/testbadd/gruvan')).toContain('<p>Fjärrstyrda borriggar</p>')
    expect(await htmlOf('/en/test-bed/gruvan')).toContain('<p>Remote drilling rigs</p>')
    expect(await htmlOf('/sitemap.xml')).toContain('<loc>/testbadd/gruvan</loc>')
    expect((await ask('/testbadd/ingen')).status).toBe(404)
  })

  test('has its history under its title, with its fields’ names', async () => {
    const renamed = { ...body, name: 'Gruvan i Kiruna' }
    const put = await site.app.request('http://localhost/api/v1/records/testBed/gruvan', {
      method: 'PUT',
      headers: { authorization: `Bearer ${adminToken}`, 'if-match': '"1"', 'content-type': 'application/json' },
      body: JSON.stringify({
        validFrom: '2020-01-01',
        validTo: null,
        changeNote: 'Namnet.',
        state: 'published',
        source: null,
        body: renamed,
      }),
    })
    expect([put.status, await put.text()]).toEqual([200, expect.stringContaining('"version":2') as string])
    const html = await htmlOf('/historik/testBed/gruvan')
    expect(html).toContain('Versioner: Gruvan i Kiruna')
    expect(html).toContain('Historik · testbädd')
    expect(html).toMatch(/Namn: <del>Gruvan<\/del> → <ins>Gruvan i Kiruna<\/ins>/)
    expect(await jsonOf('/api/v1/records/testBed/gruvan/history')).toMatchObject({ total: 2 })
  })

  test('is in the API by its own schema, and in its description', async () => {
    expect(await jsonOf('/api/v1/test-beds/gruvan')).toMatchObject({
      id: 'gruvan',
      regionCode: '25',
      meta: { validFrom: '2020-01-01' },
    })
    const { paths } = openApiDocument(site.app)
    const schema = JSON.stringify(paths?.['/api/v1/test-beds/{id}']?.get?.responses?.['200'])
    expect(schema).toContain('"purpose"')
    expect(schema).toContain('"maxLength":80')
    expect(JSON.stringify(paths?.['/api/v1/records/{kind}/{id}']?.put?.parameters)).toContain('"testBed"')
  })

  test('is a table with a column for each field', async () => {
    const [header, row] = (await htmlOf('/api/v1/tables/records-test-bed.csv')).split('\r\n')
    expect(header).toMatch(/^id,name,region_code,purpose_sv,purpose_en,valid_from,valid_to,in_force,/)
    expect(row).toMatch(/^gruvan,Gruvan i Kiruna,25,Fjärrstyrda borriggar,Remote drilling rigs,2020-01-01,,true,/)
  })

  test('is read from a form', () => {
    const form = new FormData()
    for (const [name, value] of [
      ['name', 'Gruvan'],
      ['regionCode', '25'],
      ['purpose.sv', ''],
      ['purpose.en', ''],
    ])
      form.append(name!, value!)
    expect(readForm(kindOf(kind), form).body).toEqual({ name: 'Gruvan', regionCode: '25', purpose: null })
  })
})
