import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyCommand } from '../../../cli/history-command.ts'
import { makeTestIo } from '../../../cli/testing/test-io.ts'
import { openSqliteStore } from '../../../store/sqlite-store.ts'
import type { NewVersion } from '../../../records/record.ts'
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

/** The words of a page, without its markup. */
async function wordsOf(path: string): Promise<string> {
  const html = await (await site.app.request(`http://localhost${path}`)).text()
  return html
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('what a page says of a list', () => {
  test('in its period: it is in force; whose list it is, and that the region has not confirmed it', async () => {
    const words = await wordsOf('/region/varmland?datum=2018-06-01')
    expect(words).toContain('i den lista som gäller')
    expect(words).toContain('Listad i ”Smart specialisering i 21 regioner”, inte av regionen själv')
    expect(words).toContain('Inte bekräftad av regionen; uppgiften är från 2018-01-31')
    expect(await wordsOf('/en/region/varmland?date=2018-06-01')).toContain(
      'Listed in “Smart specialisation in 21 regions”, not by the region itself Not confirmed by the region; as stated 2018-01-31',
    )
  })
  test('when the period is over and no newer list is known: it is the latest known', async () => {
    const later = await wordsOf('/region/varmland?datum=2030-01-01')
    expect(later).toContain('i den senast kända listan, från programperioden 2021–2027 som är slut')
    expect(later).not.toContain('som gäller')
    const area = await wordsOf('/prioritet/varmland-2018-skoglig-bioekonomi?datum=2018-06-01')
    expect(area).not.toContain('senast kända')
    const { current } = (await (await site.app.request('http://localhost/api/v1/regions/varmland?date=2030-01-01')).json()) as {
      current: { priorities: { id: string }[] }
    }
    expect(await wordsOf(`/prioritet/${current.priorities[0]!.id}?datum=2030-01-01`)).toContain('I den senast kända listan')
  })
  test('a list of a period that is over is the latest known on the period’s page too, and another page never says more', async () => {
    expect(await wordsOf('/period/2021-2027?datum=2026-06-01')).toMatch(/områden · gäller/)
    const later = await wordsOf('/period/2021-2027?datum=2030-01-01')
    expect(later).toMatch(/områden · den senast kända listan/)
    expect(later).not.toMatch(/· gäller/)
    expect(await wordsOf('/en/period/2021-2027?date=2030-01-01')).toMatch(/areas · the latest known list/)
  })
  test('a deck that repeats a list is no confirmation by the region', async () => {
    const id = 'varmland-2022-skoglig-bioekonomi'
    const newest = (await registry.store.findVersions('priorityArea', id)).at(-1)!
    const { version: expectedVersion, sequence: _s, contentHash: _c, recordedAt: _r, ...version } = newest
    const body = { ...newest.body, confirmedOn: '2026-05-01', confirmedByRole: null }
    await registry.store.append([{ version: { ...version, body } as NewVersion, expectedVersion }])
    site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
    expect(await wordsOf(`/prioritet/${id}`)).toContain('Inte bekräftat av regionen; upprepat i ett bildspel 2026-05-01')
    expect(await wordsOf('/region/varmland')).toContain('Inte bekräftad av regionen')
  })
  test('“borttaget” only where the region has said so', async () => {
    const words = await wordsOf('/andrat?fran=2018-01-31&till=2026-11-23')
    expect(words).toContain('ingen tydlig fortsättning')
    expect(words).not.toMatch(/borttaget(?! av)/i)
  })
  test('a label whose spelling was mended is read in both forms', async () => {
    const words = await wordsOf('/region/vasterbotten?datum=2018-06-01')
    expect(words).toMatch(/Upplevelsenäringar \(i källan: ”Upplevelsenärings”\)/)
    expect(await wordsOf('/en/region/norrbotten?date=2018-06-01')).toMatch(/\(in the source: “Digitala tjänstenärings”\)/)
  })
  test('shipped facts could be known from a day, and were loaded with the registry', async () => {
    const words = await wordsOf('/historik/strategy/varmland-2018')
    expect(words).toContain('kunde vara känd från 2018-01-31')
    expect(words).toContain('lästes in när registret skapades (vilken dag är inte antecknat).')
    expect(await wordsOf('/prioritet/varmland-2018-skoglig-bioekonomi?kant=2019-01-01')).toContain(
      'Kunde vara känd från 2018-01-31',
    )
  })
  test('the day on which shipped facts were loaded is told beside it, where it was recorded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spets-loaded-'))
    const env = { SPETS_DATA: folder, SPETS_LANG: 'sv' }
    const io = { ...makeTestIo(env), clock: () => new Date('2027-03-05T23:30:00.000Z') }
    expect(await historyCommand.run(['strategy', 'varmland-2018'], io)).toBe(0)
    expect(io.out()).toContain('kunde vara känd från 2018-01-31, inläst 2027-03-06, spets-facts: ')
    const store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock })
    site = makeSite({ store, clientFolder: registry.clientFolder, clock: io.clock })
    const words = await wordsOf('/historik/strategy/varmland-2018')
    expect(words).toContain('lästes in när registret skapades, 2027-03-06.')
    expect(words).toContain('kunde vara känd från 2018-01-31, inläst 2027-03-06')
    expect(await wordsOf('/en/history/strategy/varmland-2018')).toContain('could be known from 2018-01-31, loaded 2027-03-06')
    const area = await wordsOf('/prioritet/varmland-2018-skoglig-bioekonomi')
    expect(area).toContain('Kunde vara känd från 2022-03-08 Inläst i registret 2027-03-06')
    expect(await wordsOf('/prioritet/varmland-2018-skoglig-bioekonomi?kant=2027-03-04')).not.toContain('Inläst')
    site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
    await store.close()
    rmSync(folder, { recursive: true })
  })
  test('the start page counts regions, their own areas and shared ones, each by its name', async () => {
    const words = await wordsOf('/?datum=2018-06-01')
    expect(words).toMatch(/21 regioner, \d+ områden i deras egna listor/)
    expect(await wordsOf('/')).toMatch(/områden i deras egna listor \d+ områden till har flera regioner valt tillsammans\./)
  })
})
