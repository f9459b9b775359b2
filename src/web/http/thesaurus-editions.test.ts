import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastDayOfFirst, secondEditionDay, twoEditions } from '../../thesaurus/testing/second-edition.ts'
import { makeSite } from '../main.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, thesaurus: twoEditions() })
})
afterAll(() => registry.close())

const ask = async (path: string) => site.app.request(`http://localhost${path}`)
const json = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T

describe('a page shows the themes of its day', () => {
  test.each<{ path: string; onlyBefore?: string; onlyAfter?: string }>([
    { path: '/tema/energi', onlyBefore: 'Energi</h1>', onlyAfter: 'Energi och effekt</h1>' },
    { path: '/tema', onlyBefore: '/tema/test-och-demonstration', onlyAfter: '/tema/kvantteknik' },
    { path: '/prioritet/norrbotten-2021-arktiska-testbaddar', onlyBefore: '/tema/test-och-demonstration' },
    { path: '/sok?q=kvantteknik', onlyAfter: '/tema/kvantteknik' },
    { path: '/sok?q=testverksamhet', onlyBefore: 'Genom temat Test och demonstration' },
    { path: '/tabell', onlyBefore: 'Test och demonstration', onlyAfter: 'Kvantteknik' },
  ])('$path', async ({ path, onlyBefore, onlyAfter }) => {
    const pageOn = async (day: string) => (await ask(`${path}${path.includes('?') ? '&' : '?'}datum=${day}`)).text()
    const [before, after] = [await pageOn(lastDayOfFirst), await pageOn(secondEditionDay)]
    if (onlyBefore) expect([before.includes(onlyBefore), after.includes(onlyBefore)]).toEqual([true, false])
    if (onlyAfter) expect([before.includes(onlyAfter), after.includes(onlyAfter)]).toEqual([false, true])
  })

  test.each([
    ['/tema/kvantteknik', 404, 200],
    ['/en/theme/quantum-technology', 404, 200],
    ['/tema/test-och-demonstration', 200, 404],
    ['/api/v1/themes/kvantteknik', 404, 200],
  ])('%s is there only on the days it is in force', async (path, before, after) => {
    const statusOn = async (day: string) => (await ask(`${path}?date=${day}`)).status
    expect([await statusOn(lastDayOfFirst), await statusOn(secondEditionDay)]).toEqual([before, after])
  })

  test('data and linked data too', async () => {
    const turtleOn = async (day: string) => (await ask(`/api/v1/thesaurus.ttl?date=${day}`)).text()
    expect(await turtleOn(secondEditionDay)).toContain('tema:kvantteknik')
    expect(await turtleOn(lastDayOfFirst)).not.toContain('tema:kvantteknik')
    const conceptsOn = async (day: string) =>
      (await json<{ items: { id: string }[] }>(`/api/v1/concepts?date=${day}`)).items.map(({ id }) => id)
    expect(await conceptsOn(lastDayOfFirst)).toContain('teknisk-provning')
    expect(await conceptsOn(secondEditionDay)).not.toContain('teknisk-provning')
  })
})
