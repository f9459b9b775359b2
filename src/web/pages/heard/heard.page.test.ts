import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSite } from '../../main.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()

test('wishes come first, each with its state, and everything that was heard can be linked to', async () => {
  const html = await read('/hort')
  const { items } = JSON.parse(await read('/api/v1/statements')) as { items: { id: string; kind: string }[] }
  const wishes = items.filter(({ kind }) => kind === 'wish')
  expect(wishes.length).toBeGreaterThan(5)
  expect(html.match(/class="wish-state wish-asked"/g)).toHaveLength(wishes.length)
  const places = (kind: string) => items.filter((one) => one.kind === kind).map(({ id }) => html.indexOf(`id="${id}"`))
  const all = [...places('wish'), ...places('finding'), ...places('nextStep')]
  expect(Math.min(...all)).toBeGreaterThan(0)
  expect(Math.max(...places('wish'))).toBeLessThan(Math.min(...places('finding')))
  expect(html).toMatch(/<h1>Sju önskemål från 2018, inget svar i registret<\/h1>/)
})
