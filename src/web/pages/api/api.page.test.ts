import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedCubes } from '../../../evidence/testing/shipped-cubes.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { exampleOf } from './api.page.tsx'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
})
afterAll(() => registry.close())

test('what lies below an example follows it, and a template is no example', () => {
  expect(exampleOf('regions/{slugOrCode}/evidence')).toBe('regions/varmland/evidence')
  expect(exampleOf('regions')).toBe('regions')
  expect(exampleOf('unheard/{id}')).toBe(null)
})

test('every link on the page about the API leads somewhere', { timeout: 60_000 }, async () => {
  const html = await (await site.app.request('http://localhost/api')).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main'))
  const links = [...new Set([...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')))]
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter((link) => /[{}]/.test(link))).toEqual([])
  const broken: string[] = []
  for (const link of links) {
    const { status } = await site.app.request(`http://localhost${link}`)
    if (status !== 200) broken.push(`${status} ${link}`)
  }
  expect(broken).toEqual([])
})
