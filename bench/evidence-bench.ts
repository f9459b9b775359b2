// What evidence costs: the longest piece of preparing it, the first rendering of each region's page, and an area's page with and without statistics.
import { shippedTables } from '../src/sources/facts/shipped-statistics.ts'
import { readyRegionEvidence } from '../src/shapes/ready-region-evidence.ts'
import { cubesInMemory } from '../src/store/cube-files.ts'
import { openTestRegistry } from '../src/web/http/testing/test-registry.ts'
import { makeSite } from '../src/web/main.ts'

const clock = () => new Date('2026-11-27T12:00:00Z')
const registry = await openTestRegistry()
const cubes = cubesInMemory(await Promise.all(shippedTables().map((table) => table.cube())))
const siteWith = (tables: typeof cubes | null) =>
  makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: tables })
const [withTables, without] = [siteWith(cubes), siteWith(null)]
type Site = typeof withTables

/** Processor time of an answer that is rendered for the occasion: the app by itself keeps none. */
async function cpuMs(site: Site, path: string): Promise<number> {
  const before = process.cpuUsage()
  const response = await site.app.request(`http://localhost${path}`)
  await response.text()
  const { user, system } = process.cpuUsage(before)
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return (user + system) / 1000
}

/** The most of this thread's processor time between two moments when others get their turn, while work is done in pieces, and all of it. */
async function longestPiece(work: Promise<unknown>): Promise<{ longestMs: number; cpuMs: number }> {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const start = spent()
  let [longestMs, last] = [0, start]
  const others = setInterval(() => {
    const now = spent()
    longestMs = Math.max(longestMs, now - last)
    last = now
  }, 0)
  await work
  clearInterval(others)
  return { longestMs, cpuMs: spent() - start }
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const words = (value: number) => `${value.toFixed(1)} ms`

for (const site of [withTables, without])
  await site.effects.source.prepare([...site.effects.contents.needs].filter((one) => one !== readyRegionEvidence))
const prepared = await longestPiece(withTables.effects.source.prepare([readyRegionEvidence]))
console.log(`Prepared in ${words(prepared.cpuMs)} of processor time; the longest piece took ${words(prepared.longestMs)}.`)

const slugs = ((await (await withTables.app.request('http://localhost/api/v1/regions')).json()) as { items: { slug: string }[] })
  .items
const first: number[] = []
for (const { slug } of slugs) first.push(await cpuMs(withTables, `/belagg/${slug}`))
const again: number[] = []
for (const { slug } of slugs) again.push(await cpuMs(withTables, `/belagg/${slug}`))
console.log(
  `A region's evidence page, first time: median ${words(middle(first))}, longest ${words(Math.max(...first))}; again ${words(middle(again))}.`,
)

type Areas = { items: { id: string }[] }
const areas = ((await (await withTables.app.request('http://localhost/api/v1/priorities')).json()) as Areas).items.slice(0, 40)
const ratios: number[] = []
for (const path of areas.map(({ id }) => `/prioritet/${id}`)) for (const site of [withTables, without]) await cpuMs(site, path)
for (let round = 0; round < 9; round++) {
  const sums = [0, 0]
  for (const { id } of areas)
    for (const [at, site] of [withTables, without].entries()) sums[at]! += await cpuMs(site, `/prioritet/${id}`)
  ratios.push(sums[0]! / sums[1]!)
}
console.log(
  `An area's page with statistics, of without: ${middle(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}).`,
)
await registry.close()
