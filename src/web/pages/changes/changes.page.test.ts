import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite } from '../../main.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import type { ChangesShape } from '../../../shapes/changes-shape.ts'
import { countAreas, countOwner } from './changes.view.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string) => (await (await site.app.request(`http://localhost${path}`)).text()).replaceAll('&amp;', '&')
const changesOf = async () => (JSON.parse(await read('/api/v1/changes')) as ChangesShape).changes

describe('what changed', () => {
  test('is told first, for all regions, in one sentence that the rows behind it bear out', async () => {
    const html = await read('/andrat')
    const counts = countAreas(await changesOf())
    expect(counts.regions).toBe(21)
    expect(html).toContain(`${counts.kept} områden är kvar, ${counts.added} är nya och ${counts.gone} saknar tydlig fortsättning`)
    expect(html.indexOf('id="lists"')).toBeLessThan(html.indexOf('class="changed-list"'))
  })

  test('counts an area once, whatever it was split into or merged from', async () => {
    const changes = await changesOf()
    const of = (slug: string) => changes.find(({ owner }) => owner.slug === slug)!
    // Grön kemi was split in two, and three areas were merged into Hållbar industri.
    expect(countOwner(of('vastra-gotaland'))).toEqual({ kept: 4, added: 1, gone: 1 })
    expect(countOwner(of('varmland'))).toEqual({ kept: 5, added: 2, gone: 0 })
    expect(countOwner(of('vasterbotten'))).toEqual({ kept: 0, added: 0, gone: 0 })
  })

  test('is folded region by region, and every list is in the file behind the picture', async () => {
    const html = await read('/andrat')
    expect(html).not.toMatch(/<details class="changed-list" open/)
    const csv = (await read('/api/v1/changes/figures/lists.csv')).trim().split(/\r?\n/)
    expect(csv).toContain('Värmland,varmland-2022,2022-03-08,5,2,0')
    // What a list that nobody has read contains is missing, not zero.
    expect(csv).toContain('Västerbotten,vasterbotten-2022,2022-05-25,,,')
    const svg = await read('/api/v1/changes/figures/lists.svg?from=2020-01-01')
    expect(svg).toContain('2020-01-01 till 2026-11-27')
  })

  test('between days in the wrong order is refused by the field, without a picture', async () => {
    const html = await read('/andrat?fran=2022-01-01&till=2020-01-01')
    expect(html).toContain('Den första dagen måste vara före den andra.')
    expect(html).not.toContain('id="lists"')
  })
})
