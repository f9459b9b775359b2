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

test('a link to a later list than the next one passes under what is between', async () => {
  const page = await read('/region/blekinge')
  const detours = [...page.matchAll(/<path class="lineage-link[^"]*" d="([^"]*H[^"]*)"/g)].map(([, d]) => d!)
  expect(detours).toHaveLength(1)
  const below = Number(/,([\d.]+)H/.exec(detours[0]!)![1])
  const boxes = [...page.matchAll(/<rect x="326" y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(
    ([, y, height]) => Number(y) + Number(height),
  )
  expect(boxes.length).toBeGreaterThanOrEqual(3)
  expect(below).toBeGreaterThan(Math.max(...boxes))
  const height = Number(/class="lineage" viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(page)![1])
  expect(height).toBeGreaterThanOrEqual(below)
})

test('the table says who has judged a link and how surely, in both languages', async () => {
  expect(await read('/region/halland')).toContain('Bedömt av Spets redaktion, ganska säkert.')
  expect(await read('/en/region/halland')).toContain('Judged by the editors of Spets, fairly sure.')
  expect(await read('/region/blekinge')).toContain('saknas här, fortsätter senare')
})
