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

const rowsOf = (page: string) =>
  page
    .slice(page.indexOf('class="tracks"'), page.indexOf('class="lineage-words"'))
    .split('<tr')
    .slice(2)
    .map((row) =>
      row
        .split('<td')
        .slice(1)
        .map((cell) => cell.includes('has-area')),
    )

test('what is missing in a list and taken up later has a gap in its row, with the line through it', async () => {
  const rows = rowsOf(await read('/region/blekinge'))
  const gaps = rows.filter((cells) =>
    cells.some((has, at) => !has && cells.slice(0, at).includes(true) && cells.slice(at).includes(true)),
  )
  expect(gaps).toHaveLength(1)
})

test('the heading counts what the rows show', async () => {
  const page = await read('/region/norrbotten')
  const rows = rowsOf(page)
  expect(rows.filter((cells) => cells.at(-1))).toHaveLength(7)
  expect(rows.filter((cells) => cells.at(-1) && cells.slice(0, -1).includes(true))).toHaveLength(6)
  expect(page).toContain(
    'Sex områden går tillbaka till en tidigare lista, ett är nytt, ett har inte fått någon känd fortsättning',
  )
  expect(await read('/en/region/norrbotten')).toContain(
    'Six areas go back to an earlier list, one is new, one has no known continuation',
  )
})

test('the table says who has judged a link and how surely, in both languages', async () => {
  expect(await read('/region/halland')).toContain('Bedömt av Spets redaktion, ganska säkert.')
  expect(await read('/en/region/halland')).toContain('Judged by the editors of Spets, fairly sure.')
  expect(await read('/region/blekinge')).toContain('saknas här, fortsätter senare')
})
