import { afterAll, beforeAll, expect, test } from 'vitest'
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

test.each(['/region/varmland', '/region/skane', '/en/region/dalarna'])('%s tells each fact once', async (path) => {
  const html = await read(path)
  const names = [...html.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test.each(['/region/varmland', '/en/region/varmland'])('%s writes spans of years with a dash', async (path) => {
  const shown = (await read(path)).replaceAll(/<[^>]*>/g, ' ')
  expect(shown).toMatch(/\d{4}–\d{4}/)
  expect(shown).not.toMatch(/(?<![\d-])\d{4}-\d{4}(?![\d-])/)
})
