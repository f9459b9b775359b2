import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evidenceCommand } from './evidence-command.ts'
import { statsCommand } from './stats-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-stats-'))
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'en' })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const run = async (...args: string[]) => {
  io.clear()
  return statsCommand.run(args, io)
}

describe('a file of statistics', () => {
  const text =
    'Region;Näringsgren SNI 2007;År;Antal anställda\n0017;B-E;2023;10\n0017;C;2023;8\n0017;Totalt;2023;30\n0000;B-E;2023;100\n0000;C;2023;..\n0000;Totalt;2023;300\nSE124;B-E;2023;7\nSE124;C;2023;3\nSE124;Totalt;2023;9\nUtlandet;B-E;2023;1\nUtlandet;C;2023;1\nUtlandet;Totalt;2023;1\n'

  test('is shown as what it was taken for, and nothing is kept', async () => {
    expect(await run('import', file('x.csv', text), '--source', 'SCB')).toBe(0)
    expect(io.out()).toMatch(/region +Region: 3 codes \(swedish-counties\).*its name says so/)
    expect(io.out()).toMatch(/activity +Näringsgren SNI 2007: 3 codes \(sni-2007\)/)
    expect(io.out()).toMatch(/«Totalt» is the sum of the others/)
    expect(io.out()).toMatch(/Left out \(no region that is known\): Utlandet/)
    expect(io.out()).toMatch(/\.\. +1 without a number: Missing, or not shown/)
    expect(io.out()).toMatch(/Nothing is kept yet/)
    await run('list')
    expect(io.out()).not.toContain('x  ')
  })

  test('is kept with --keep, once, in the codes that all sources share, and shown with its source', async () => {
    const path = file('x.csv', text)
    expect(await run('import', path, '--source', 'SCB', '--as', 'prov', '--keep')).toBe(0)
    expect(io.out()).toMatch(/Kept: prov, fetched 2026-11-27/)
    const before = readdirSync(join(folder, 'cubes')).length
    await run('import', path, '--source', 'SCB', '--as', 'prov', '--keep')
    expect(io.out()).toMatch(/It was there already/)
    expect(readdirSync(join(folder, 'cubes'))).toHaveLength(before)
    await run('show', 'prov', '--region', '17,SE', '--activity', 'C')
    expect(io.out()).toContain('17\tC\t2023\t8')
    expect(io.out()).toContain('SE\tC\t2023\t..')
    await run('list')
    expect(io.out()).toMatch(/prov .*Source: Statistics Sweden \(SCB\)/)
  })

  test('without a source is not kept', async () => {
    expect(await run('import', file('x.csv', text), '--keep')).toBe(1)
    expect(io.errors()).toMatch(/--source/)
    expect(readdirSync(join(folder, 'cubes')).filter((name) => !name.endsWith('.cube'))).toEqual([])
  })

  test('can be told what its dimensions are, and refuses one that it does not have', async () => {
    const path = file('x.csv', 'a;b;År;Antal\n17;x;2023;1\n18;y;2023;2\n')
    await run('import', path, '--region', 'a', '--activity', 'b')
    expect(io.out()).toMatch(/region +a: 2 codes .*said at the import/)
    expect(io.out()).toMatch(/activity +b: 2 codes.*said at the import/)
    expect(await run('import', path, '--region', 'zzz')).toBe(1)
    expect(io.errors()).toMatch(/no dimension «zzz»/)
  })
})

test('after a newer vintage of the main table, evidence is computed from it and the earlier one is still there', async () => {
  await evidenceCommand.run(['varmland', '--json'], io)
  const before = JSON.parse(io.out()) as { source: { vintage: string; year: string } }
  const occupations = ['2135', '6210', '8171', '2512', '5311']
  const rows = ['01', '17', '18', '20'].flatMap((region) =>
    occupations.flatMap((code, at) =>
      ['2024', '2025'].map((year) => `${region};${code};${year};${(Number(region) + 7) * (at + 3)}`),
    ),
  )
  const path = file('ny.csv', `region;yrke;år;antal\n${rows.join('\n')}\n`)
  expect(await run('import', path, '--as', 'occupations-by-county', '--keep')).toBe(0)
  expect(io.out()).toMatch(/the vintage in use has 17 codes of region that are missing here: 03, 04/)
  expect(io.out()).toMatch(/the vintage in use is split by sex; this one is not/)
  await run('list', '--json')
  const table = (
    JSON.parse(io.out()) as {
      table: string
      year: string
      title: { sv: string }
      attribution: { sv: string }
      vintages: { vintage: string }[]
    }[]
  ).find((one) => one.table === 'occupations-by-county')!
  expect(table).toMatchObject({
    year: '2025',
    title: { sv: 'Anställda efter yrke, län och kön' },
    attribution: { sv: 'Källa: SCB' },
  })
  expect(table.vintages.map(({ vintage }) => vintage)).toEqual(['2026-11-27', '2026-08-22'])
  io.clear()
  await evidenceCommand.run(['varmland', '--json'], io)
  const after = JSON.parse(io.out()) as typeof before
  expect(before.source.year).toBe('2024')
  expect(after.source).toMatchObject({ year: '2025', vintage: '2026-11-27' })
})
