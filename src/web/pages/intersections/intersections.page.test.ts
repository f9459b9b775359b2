import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()

describe('the page of intersections', () => {
  test('lists areas with the themes that they join, in both languages', async () => {
    const sv = await read('/skarningar')
    expect(sv).toContain('Food tech')
    expect(sv).toContain('href="/tema/digitalisering"')
    const en = await read('/en/intersections')
    expect(en).toContain('href="/en/theme/digitalisation"')
    expect(en).toContain('Joins the themes')
  })
  test('filters by two themes and leads to the same selection as files', async () => {
    const page = await read('/skarningar?tema=livsmedel&tema=digitalisering')
    expect(page).toContain('Food tech')
    expect(page).not.toContain('Bioinnovation')
    const csv = /href="([^"]*tables\/intersections\.csv[^"]*variant=machine[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
    const lines = (await read(csv)).trim().split(/\r?\n/)
    expect(lines[0]).toContain('joined_themes')
    expect(lines.slice(1).every((line) => line.includes('digitalisering'))).toBe(true)
    expect(page).toContain(`<strong>${lines.length - 1} av `)
  })
  test('leads from a pair of themes to its areas', async () => {
    const page = await read('/skarningar?region=kalmar')
    const href = /href="(\/skarningar\?[^"]*tema=[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
    expect(href).toContain('region=kalmar')
    expect(await read(href)).toContain('Bioinnovation')
  })
  test('says so when nothing fits', async () => {
    expect(await read('/skarningar?tema=rymd-och-flyg&tema=livsmedel')).toContain('Ingen skärning stämmer')
  })
})

test('an area’s page names the themes that it joins', async () => {
  const page = await read('/prioritet/halland-2022-food-tech')
  expect(page).toContain('href="/skarningar"')
  expect(await read('/prioritet/halland-2018-it')).not.toContain('href="/skarningar"')
})

test('the API and the table of areas carry what is joined', async () => {
  const answer = JSON.parse(await read('/api/v1/intersections?themes=Livsmedel+och+jordbruk,digitalisation&region=N')) as {
    items: { id: string }[]
  }
  expect(answer.items.map(({ id }) => id)).toEqual(['halland-2022-food-tech'])
  expect(await read('/api/v1/tables/priorities.csv?region=halland')).toContain('livsmedel digitalisering')
})
