import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedCubes } from '../evidence/testing/shipped-cubes.ts'
import { openApiDocument } from './api/api-routes.ts'
import type { Identifier } from './frame/identifiers.ts'
import { pageRoutesOf } from './http/page-routes.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { siteContents } from './site-contents.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
})
afterAll(() => registry.close())

const ask = (path: string) => site.app.request(`http://localhost${path}`)

/** What is asked for in its one form, by what a part of an address identifies, and other ways to write the same. */
const written: Record<Identifier, { one: string; others: readonly string[] }> = {
  regionSlug: {
    one: 'gotland',
    others: ['9', '09', 'I', 'SE-I', 'se214', 'Gotlands län', 'Region Gotland', 'GOTLAND', 'gotlands lan'],
  },
  regionCode: { one: '09', others: ['9', 'SE-I', 'SE214', 'Gotlands län', 'region gotland', 'gotland'] },
  ownerSlug: {
    one: 'varmland',
    others: ['17', 'S', 'SE-S', 'SE311', 'Värmlands län', 'Region Värmland', 'Värmland', 'VARMLAND'],
  },
  jointAreaId: { one: 'ostra-mellansverige', others: ['Östra Mellansverige', 'ÖSTRA-MELLANSVERIGE'] },
  areaId: {
    one: 'varmland-2022-dataspel-och-spelifiering',
    others: [
      'Dataspel och spelifiering',
      'dataspel-och-spelifiering',
      'Värmland: Dataspel och spelifiering',
      'VARMLAND-2022-dataspel-och-spelifiering',
    ],
  },
  recordId: { one: '09', others: ['9', 'gotland', 'SE-I', 'Gotlands län'] },
}

interface Way {
  name: string
  takes: Identifier
  /** The address with a value in the part that identifies something. */
  of(value: string): string
}

const routes = pageRoutesOf(siteContents.pages)
const fill = (path: string, values: Record<string, string>) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? (name === 'year' ? '2028' : 'region')))

/** Every part of every page's two addresses that identifies something. */
const ways: Way[] = routes.flatMap(({ path, lang, page }) => [
  ...Object.entries(page.takes ?? {}).map(([name, takes]): Way => ({
    name: path,
    takes,
    of: (value) => fill(path, { [name]: value }),
  })),
  ...Object.values(page.query ?? {}).flatMap((field): Way[] =>
    field.takes
      ? [
          {
            name: `${path}?${field[lang]}`,
            takes: field.takes,
            of: (value) => `${path}?${new URLSearchParams({ [field[lang]]: value })}`,
          },
        ]
      : [],
  ),
])

describe('pages', () => {
  test('declare every part of their addresses that is a region, a joint area, an area or a record', () => {
    const parts = routes.flatMap(({ path, lang, page }) => [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name: path, takes: page.takes?.[name!], part: name! })),
      ...Object.values(page.query ?? {}).map((field) => ({ name: path, takes: field.takes, part: field[lang] })),
    ])
    const isMeant = ({ name, part }: (typeof parts)[number]) =>
      part === 'region' || part === 'slug' || (part === 'id' && /\/(?:prioritet|priority|historik|history)\//.test(name))
    expect(parts.filter((one) => isMeant(one) && one.takes === undefined).map(({ name }) => name)).toEqual([])
    expect(parts.filter(isMeant).length).toBeGreaterThanOrEqual(20)
  })

  test.each(ways.map((way) => [way.name, way] as const))('%s leads to the one form, whatever is written', async (_name, way) => {
    const { one, others } = written[way.takes]
    const right = way.of(one)
    expect((await ask(right)).status).toBe(200)
    for (const other of others) {
      const answer = await ask(way.of(other))
      expect([other, answer.status, answer.headers.get('location')]).toEqual([other, 308, right])
    }
  })

  test.each([
    ['/region/17?datum=2020-01-01&kant=2026-11-27', '/region/varmland?datum=2020-01-01&kant=2026-11-27'],
    ['/en/region/V%C3%A4rmland?date=2020-01-01', '/en/region/varmland?date=2020-01-01'],
    ['/jamfor?region=17&region=BD&region=varmland', '/jamfor?region=varmland&region=norrbotten&region=varmland'],
    ['/en/table?q=a+b&region=SE332&holds=all&sort=-period', '/en/table?q=a+b&region=norrbotten&holds=all&sort=-period'],
    ['/matchning?region=Norrbotten&med=ingen&tema=energi', '/matchning?region=norrbotten&med=ingen&tema=energi'],
  ])('%s keeps its language and all else that is asked', async (asked, location) => {
    const answer = await ask(asked)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, location])
  })

  test.each([
    '/region/SE11',
    '/region/2',
    '/region/ingen',
    '/prioritet/ingen',
    '/prioritet/Bes%C3%B6ksn%C3%A4ring',
    '/historik/region/99',
  ])('%s is not guessed', async (asked) => {
    expect((await ask(asked)).status).toBe(404)
  })

  test('a form’s empty field leads nowhere', async () => {
    expect((await ask('/tabell?region=&q=')).status).toBe(200)
  })
})

describe('the API', () => {
  const operations = () =>
    Object.entries(openApiDocument(site.app).paths ?? {}).flatMap(([path, item]) =>
      'get' in item && item.get
        ? (item.get.parameters ?? []).map((parameter) => ({ path, parameter: parameter as { name: string; in: string } }))
        : [],
    )
  const needed: Record<string, string> = {
    '/api/v1/match/groups': 'themes=energi,livsmedel',
    '/api/v1/search': 'q=skog',
    '/api/v1/statistics/{table}': '',
  }
  /** A figure's file, and what else an address names. */
  const given: Record<string, string> = { kind: 'region', table: 'gdp-by-county', file: 'none.csv' }
  /** The address with the first figure that there is, which the refusal of another names. */
  const withFigure = async (address: string) => {
    if (!address.includes('none.csv')) return address
    const { detail } = (await (await ask(address)).json()) as { detail: string }
    return address.replace('none.csv', /[\w-]+\.csv/.exec(detail)![0])
  }
  const filled = (path: string, values: Record<string, string>) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? given[name] ?? name))

  test('reads each way to write a region wherever it takes one', async () => {
    const taking = operations().filter(({ parameter: { name } }) => name === 'slugOrCode' || name === 'region')
    expect(taking.map(({ path }) => path).length).toBeGreaterThanOrEqual(9)
    for (const { path, parameter } of taking) {
      const addressOf = (value: string) =>
        parameter.in === 'path'
          ? filled(path, { [parameter.name]: value })
          : `${filled(path, {})}?${needed[path] ?? ''}&${new URLSearchParams({ region: value })}`
      const right = await ask(await withFigure(addressOf('gotland')))
      expect([path, right.status]).toEqual([path, 200])
      const body = await right.text()
      for (const other of ['09', ...written.regionSlug.others]) {
        const answer = await ask(await withFigure(addressOf(other)))
        expect([path, other, answer.status, (await answer.text()) === body]).toEqual([path, other, 200, true])
      }
    }
  })

  test('reads each way to write an area wherever it takes one', async () => {
    const { one, others } = written.areaId
    const taking = operations().filter(({ path, parameter: { name } }) => name === 'id' && path.includes('/priorities/{id}'))
    expect(taking.length).toBeGreaterThanOrEqual(3)
    for (const { path } of taking) {
      const body = await (await ask(await withFigure(filled(path, { id: one })))).text()
      for (const other of others) {
        const answer = await ask(await withFigure(filled(path, { id: other })))
        expect([path, other, answer.status, (await answer.text()) === body]).toEqual([path, other, 200, true])
      }
    }
  })

  test('gives a record’s history by any way to write it', async () => {
    const body = await (await ask('/api/v1/records/region/17/history')).text()
    expect(await (await ask(`/api/v1/records/region/${encodeURIComponent('Värmlands län')}/history`)).text()).toBe(body)
  })
})
