import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedCubes } from '../../../evidence/testing/shipped-cubes.ts'
import { makeSite } from '../../main.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
})
afterAll(() => registry.close())

const ask = (path: string) => site.app.request(`http://localhost${path}`)
const read = async (path: string) => (await (await ask(path)).text()).replaceAll('&amp;', '&')
const leadOf = (html: string) => html.match(/<p class="lead">(.*?)<\/p>/)![1]!

test('what regions share is told first, with the number of the themes that the table has', async () => {
  const html = await read('/jamfor?region=varmland&region=dalarna')
  const table = html.slice(html.indexOf('Teman som delas'), html.indexOf('Teman som bara en'))
  const shared = table.match(/<th scope="row">/g)!.length
  expect(shared).toBe(7)
  expect(leadOf(html)).toMatch(/^Värmland och Dalarna delar sju teman: .+, .+, .+ och fyra till\./)
  expect(leadOf(html)).toContain('Bara Dalarna har Kultur och kreativa näringar.')
})

test('a strip has both regions; nothing is said of a list that nobody has read', async () => {
  const html = await read('/jamfor?region=vasterbotten&region=norrbotten')
  expect(leadOf(html)).not.toContain('Bara Västerbotten')
  const file = await read('/api/v1/compare/figures/strips.csv?regions=varmland,dalarna')
  const [head, ...rows] = file.trim().split(/\r?\n/)
  expect(head).toBe('region,area,field,quotient_17,quotient_20')
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) expect(row).toMatch(/,\d+(\.\d+)?,\d+(\.\d+)?$/)
  const svg = await read('/api/v1/compare/figures/strips.svg?regions=varmland,dalarna')
  expect(svg.match(/class="c-lit"/g)).toHaveLength(rows.length)
})

test.each(['', 'varmland', 'varmland,dalarna,orebro,skane,halland', 'varmland,atlantis'])(
  'strips of «%s» are refused plainly',
  async (regions) => {
    const response = await ask(`/api/v1/compare/figures/strips.svg?regions=${regions}`)
    expect([400, 404]).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('problem+json')
  },
)
