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
