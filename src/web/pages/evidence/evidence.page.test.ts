import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCube } from '../../../records/cube.ts'
import { mainTable } from '../../../evidence/main-panel.ts'
import { shippedCubes } from '../../../evidence/testing/shipped-cubes.ts'
import { cubesInMemory } from '../../../store/cube-files.ts'
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

describe('a measure that there is none of is refused in the words of the page, not counted as usual', () => {
  test.each([
    ['/belagg/varmland?matt=kvot', 200, ''],
    ['/belagg/varmland?matt=', 200, ''],
    ['/belagg/varmland?matt=quotient', 400, 'matt: intervall, kvot.'],
    ['/en/evidence/varmland?basis=kvot', 400, 'basis: interval, quotient.'],
    ['/belagg/varmland?ar=%07', 400, 'Det som skickades har tecken som inte går att visa.'],
    ['/en/evidence/varmland?year=%07', 400, 'What was sent has characters that cannot be shown.'],
  ])('%s', async (path, status, words) => {
    const response = await site.app.request(`http://localhost${path}`)
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)])
  })
})

describe('on an earlier day', () => {
  const first = findCube(shippedCubes.shelf(), mainTable)!.read()
  const second = { ...first, vintage: '2026-11-01', values: first.values.map((count) => 2 * count) }
  const askedOn = async (query: string) => {
    const cubes = cubesInMemory([first, second])
    const { app } = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes })
    const [evidence, inputs] = await Promise.all(
      ['evidence', 'evidence/inputs'].map(async (path) => {
        const response = await app.request(`http://localhost/api/v1/regions/varmland/${path}${query}`)
        return (await response.json()) as { employees: number; source: { vintage: string; cubeId: string }; cubeId: string }
      }),
    )
    expect(inputs!.cubeId).toBe(evidence!.source.cubeId)
    return evidence!
  }

  test.each([
    ['', '2026-11-01'],
    ['?date=2026-11-01', '2026-11-01'],
    ['?known=2026-11-01', '2026-11-01'],
    ['?date=2026-10-31', first.vintage],
    ['?known=2026-10-31', first.vintage],
    ['?date=2019-01-01', first.vintage],
  ])('evidence is from the vintage known then: %s', async (query, vintage) => {
    const { employees, source } = await askedOn(query)
    const { employees: now } = await askedOn('')
    expect(source.vintage).toBe(vintage)
    expect(now / employees).toBe(vintage === first.vintage ? 2 : 1)
  })
})

test.each([
  [null, 'Spets, /belagg/varmland#'],
  ['https://spets.example/', 'Spets, https://spets.example/belagg/varmland#'],
])('a figure is cited with the configured address, and never one from the request: %s', async (baseUrl, words) => {
  const { app } = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes, baseUrl })
  const page = await (await app.request('http://other.example/belagg/varmland', { headers: { host: 'other.example' } })).text()
  expect(page).toContain(words)
  expect(page).not.toContain('other.example')
})
