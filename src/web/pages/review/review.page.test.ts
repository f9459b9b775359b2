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

test('as many themes are shown as are said to wait', async () => {
  const html = await (await site.app.request('http://localhost/granska')).text()
  const items = html.split('class="review-item"').slice(1)
  expect(items.length).toBeGreaterThan(50)
  for (const item of items) {
    const told = Number(/(\d+) tema(?:n)? att avgöra/.exec(item)?.[1] ?? 0)
    const until = item.indexOf('</section>') < 0 ? item : item.slice(0, item.indexOf('</section>'))
    expect(until.match(/class="chip /g)?.length ?? 0, until.slice(0, 200)).toBe(told)
  }
})
