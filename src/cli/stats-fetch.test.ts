import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAgency } from '../sources/agency/testing/fake-agencies.ts'
import type { AgencyOptions, FakeAgency } from '../sources/agency/testing/fake-agencies.ts'
import { eurostat, kolada, pxWeb1, pxWeb2 } from '../sources/agency/testing/fake-statistics.ts'
import type { FakeTable } from '../sources/agency/testing/fake-statistics.ts'
import { statsCommand } from './stats-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let agencies: FakeAgency[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-fetch-'))
  agencies = []
})
afterEach(async () => {
  await Promise.all(agencies.map((one) => one.stop()))
  rmSync(folder, { recursive: true, force: true })
})

async function start(service: string, options: AgencyOptions) {
  const agency = await startAgency(options)
  agencies.push(agency)
  const base = service === 'pxweb1' ? `${agency.url}/sv/ssd` : agency.url
  const waits: number[] = []
  let time = Date.parse('2026-11-27T12:00:00.000Z')
  const io = {
    ...makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'en', SPETS_STATISTICS_SERVICES: `${service}=${base}` }),
    clock: () => new Date(time),
    // Time passes at the service too, which counts calls by a clock of its own.
    sleep: async (ms: number) => {
      waits.push(ms)
      time += ms
      await new Promise((resolve) => setTimeout(resolve, Math.min(ms, 300)))
    },
  }
  const run = async (...args: string[]) => {
    io.clear()
    return statsCommand.run(args, io)
  }
  return { agency, io, run, waits }
}

const regions = ['00', '01', '0114', '03', '17']
const occupations = ['2135', '6210', '8171']
/** A vintage of the main table: a number tells its year and vintage. */
const vintage = (years: string[], add: number): FakeTable => ({
  title: `Anställda efter yrke ${years[0]}–${years.at(-1)}`,
  variables: [
    {
      id: 'Region',
      text: 'region',
      codes: regions,
      labels: ['Riket', 'Stockholms län', 'Upplands Väsby', 'Uppsala län', 'Värmlands län'],
    },
    { id: 'Yrke2012', text: 'Yrke (SSYK 2012)', codes: occupations },
    { id: 'Kon', text: 'kön', codes: ['1', '2'], labels: ['män', 'kvinnor'], elimination: true },
    { id: 'ContentsCode', text: 'tabellinnehåll', codes: [`C${add}`], labels: ['Anställda'] },
    { id: 'Tid', text: 'år', codes: years, isTime: true },
  ],
  valueAt: (codes) =>
    codes['Region'] === '03' && codes['Yrke2012'] === '6210'
      ? '..'
      : Number(codes['Tid']) + add + regions.indexOf(codes['Region']!),
})
const occupationTables = {
  'AM/AM0208/AM0208M/YREG60': vintage(['2017', '2018'], 0),
  'AM/AM0208/AM0208M/YREG60N': vintage(['2019', '2020'], 100),
  'AM/AM0208/AM0208M/YREG60BAS': vintage(['2020', '2021'], 200),
}

describe('PxWebApi v1', () => {
  test('a preset’s vintages are fetched in parts that are not too large, joined with the newest winning, and kept with their breaks', async () => {
    const { agency, run, io } = await start('pxweb1', pxWeb1(occupationTables, { maxCells: 10, maxCalls: 1000, timeWindow: 1 }))
    expect(await run('fetch', 'anstallda-yrke')).toBe(0)
    expect(io.out()).toMatch(/Kept: occupations-by-county/)
    const posts = agency.calls.filter(({ method }) => method === 'POST')
    // Four regions × three occupations × two years are 24 cells, and 10 are given at once.
    expect(posts.length).toBeGreaterThan(6)
    expect(posts.every(({ body }) => body.includes('json-stat2') && !body.includes('0114'))).toBe(true)
    await run('show', 'occupations-by-county', '--activity', '2135,6210', '--region', '17,03', '--json')
    const shown = JSON.parse(io.out()) as {
      dimension: Record<string, { category: { index: string[] } }>
      value: (number | null)[]
      status: Record<string, string>
      extension: { breaks: { from: string }[] }
    }
    expect(shown.dimension['year']!.category.index).toEqual(['2017', '2018', '2019', '2020', '2021'])
    // Men and women are summed by the service; 2020 is in two tables, and the newer has 200 more for each of the two sexes.
    expect(shown.value.slice(0, 5)).toEqual([2017, 2018, 2119, 2220, 2221].map((number) => 2 * (number + 4)))
    expect(Object.values(shown.status)).toEqual(['..', '..', '..', '..', '..'])
    expect(shown.extension.breaks.map(({ from }) => from)).toEqual(expect.arrayContaining(['2019', '2020']))
    expect(readdirSync(join(folder, 'cubes', 'answers')).some((name) => name.endsWith('.answer'))).toBe(true)
    // The same again changes nothing.
    await run('fetch', 'anstallda-yrke')
    expect(io.out()).toMatch(/No change/)
  })

  test('a service that gives fewer cells than it says is asked for halves', async () => {
    const { run, agency } = await start(
      'pxweb1',
      pxWeb1(occupationTables, { maxCells: 7, saidCells: 10_000, maxCalls: 1000, timeWindow: 1 }),
    )
    expect(await run('fetch', 'anstallda-yrke', '--preview')).toBe(0)
    expect(agency.calls.filter(({ method }) => method === 'POST').length).toBeGreaterThan(9)
  })

  test('no call is refused for coming too soon, since the limits are read first', async () => {
    const { run, agency, waits } = await start(
      'pxweb1',
      pxWeb1(occupationTables, { maxCells: 1000, maxCalls: 4, timeWindow: 0.25 }),
    )
    expect(await run('fetch', 'anstallda-yrke', '--preview')).toBe(0)
    expect(waits.length).toBeGreaterThan(0)
    // Three configs, three descriptions, three tables: had one been refused there would be a tenth.
    expect(agency.calls).toHaveLength(9)
  })

  test('a fetch that breaks off keeps nothing of the table, and goes on where it was', async () => {
    const { run, io, agency } = await start('pxweb1', pxWeb1(occupationTables, { maxCells: 1000, maxCalls: 1000, timeWindow: 1 }))
    agency.faults.push(
      ...Array.from({ length: 4 }, () => 'gzip' as const),
      ...Array.from({ length: 5 }, () => 'unavailable' as const),
    )
    expect(await run('fetch', 'anstallda-yrke')).toBe(1)
    expect(io.errors()).toMatch(/gave no answer that can be used .*run the command again/)
    await run('list', '--json')
    expect(io.out()).not.toContain('2026-11-27')
    const before = agency.calls.length
    expect(await run('fetch', 'anstallda-yrke')).toBe(0)
    expect(io.errors()).toMatch(/Going on with a fetch/)
    expect(agency.calls.length - before).toBe(4)
  })

  test('a variable whose values are too many to list is asked for by code, and before that the way is told', async () => {
    const unlisted = vintage(['2020', '2021'], 0)
    unlisted.variables[1] = { ...unlisted.variables[1]!, isUnlisted: true }
    const tables = Object.fromEntries(Object.keys(occupationTables).map((path) => [path, unlisted]))
    const { run, io } = await start('pxweb1', pxWeb1(tables, { maxCells: 1000, maxCalls: 1000, timeWindow: 1 }))
    expect(await run('fetch', 'anstallda-yrke', '--preview')).toBe(1)
    expect(io.errors()).toMatch(/--select Yrke2012=CODES/)
    expect(await run('fetch', 'anstallda-yrke', '--preview', '--select', 'Yrke2012=2135 8171')).toBe(0)
    expect(io.out()).toMatch(/activity +Yrke \(SSYK 2012\).*2 codes|activity .*: 2 codes/)
  })

  test('a table that is not there is told with what the service said', async () => {
    const { run, io } = await start('pxweb1', pxWeb1({}, { maxCells: 10, maxCalls: 1000, timeWindow: 1 }))
    expect(await run('fetch', 'anstallda-yrke')).toBe(1)
    expect(io.errors()).toMatch(/YREG60: 404/)
  })
})

test('PxWebApi v2 gives the same, with its licence, source and notes', async () => {
  const { fetchPxWeb2 } = await import('../sources/pxweb/fetch-pxweb2.ts')
  const { makePoliteClient } = await import('../sources/agency/polite-client.ts')
  const { makeRegionReader } = await import('../sources/cubes/region-codes.ts')
  const { agency } = await start(
    'pxweb2',
    pxWeb2({ TAB1: vintage(['2020', '2021'], 200) }, { maxCells: 10, maxCalls: 1000, timeWindow: 1 }),
  )
  const client = makePoliteClient({
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    sleep: () => Promise.resolve(),
    random: () => 0,
    raw: { find: () => null, keep: () => undefined },
    hosts: new Set([new URL(agency.url).host]),
    resumeFrom: null,
  })
  const table = await fetchPxWeb2(client, {
    base: agency.url,
    table: 'TAB1',
    selection: [{ name: 'Tid', values: 'top(1)' }],
    level: 'county',
    readRegion: makeRegionReader([]),
    onProgress: () => undefined,
  })
  expect(table).toMatchObject({ licence: 'CC0 1.0', publisherTable: 'TAB1', notes: ['Uppgifterna är provisoriska.'] })
  expect(table.dimensions.map(({ codes }) => codes)).toEqual([['00', '01', '03', '17'], occupations, ['C200'], ['2021']])
  expect([...table.values].slice(0, 3)).toEqual([2 * 2221, 2 * 2221, 2 * 2221])
  await expect(
    fetchPxWeb2(client, {
      base: agency.url,
      table: 'TAB1',
      selection: [{ name: 'Tid', values: '1999' }],
      level: 'county',
      readRegion: makeRegionReader([]),
      onProgress: () => undefined,
    }),
  ).rejects.toThrow('does not have «1999»')
})

test('Eurostat: what is too large is split by region, flags are kept, and NUTS 3 are counties', async () => {
  const geo = ['SE', 'SE110', 'SE121', 'SE311']
  const table: FakeTable = {
    title: 'GDP',
    variables: [
      { id: 'freq', text: 'freq', codes: ['A'] },
      { id: 'unit', text: 'unit', codes: ['MIO_NAC', 'EUR_HAB'] },
      { id: 'geo', text: 'geo', codes: geo },
      { id: 'time', text: 'time', codes: ['2021', '2022'], isTime: true },
    ],
    valueAt: (codes) => (codes['geo'] === 'SE121' && codes['time'] === '2022' ? 'c' : geo.indexOf(codes['geo']!) + 10),
  }
  const { run, io, agency } = await start('eurostat', eurostat({ nama_10r_3gdp: table }, { maxCells: 8 }))
  agency.faults.push('busy')
  expect(await run('fetch', 'eurostat-brp', '--preview', '--json'), io.errors()).toBe(0)
  const preview = JSON.parse(io.out()) as {
    dimensions: { role: string; first: string[]; size: number }[]
    symbols: { symbol: string; cells: number; isMissing: boolean }[]
    attribution: { sv: string }
  }
  expect(preview.attribution.sv).toBe('Källa: Eurostat')
  expect(preview.dimensions.find(({ role }) => role === 'region')).toMatchObject({ size: 4 })
  expect(preview.symbols).toEqual([expect.objectContaining({ symbol: 'c', cells: 2, isMissing: true })])
})

describe('Kolada', () => {
  const values = ['0000', '0001', '0017'].flatMap((municipality) =>
    [2023, 2024].map((period) => ({
      kpi: 'N45702',
      municipality,
      period,
      gender: 'T',
      value: municipality === '0017' && period === 2024 ? null : period + Number(municipality),
      status: municipality === '0017' && period === 2024 ? 'Missing' : '',
    })),
  )

  test('is read page after page, with its codes of regions as counties', async () => {
    const { run, io, agency } = await start('kolada', kolada(values, 4))
    expect(await run('fetch', 'naringslivets-bredd')).toBe(0)
    expect(agency.calls.filter(({ path }) => path.includes('/data/'))).toHaveLength(2)
    await run('show', 'breadth-of-industry', '--json')
    expect(
      (JSON.parse(io.out()) as { dimension: { region: { category: { label: object } } } }).dimension.region.category.label,
    ).toEqual({ SE: 'Sweden', '01': 'Stockholm county', 17: 'Värmland county' })
    await run('show', 'breadth-of-industry')
    expect(io.out().split('\n')).toEqual(
      expect.arrayContaining(['SE\t2023\t2023', '01\t2024\t2025', '17\t2023\t2040', '17\t2024\tMissing']),
    )
  })

  test('is not followed to another host', async () => {
    const { run, io } = await start('kolada', kolada(values, 4, 'http://example.invalid'))
    expect(await run('fetch', 'naringslivets-bredd')).toBe(1)
    expect(io.errors()).toMatch(/another host/)
  })
})

test('presets are listed with their service, and an unknown one is told what there are', async () => {
  const { run, io } = await start('kolada', kolada([], 4))
  expect(await run('presets')).toBe(0)
  expect(io.out()).toMatch(/anstallda-yrke {2}Employees by occupation .*api\.scb\.se/)
  expect(await run('fetch', 'nothing')).toBe(1)
  expect(io.errors()).toMatch(/They are: anstallda-yrke/)
  expect(await run('fetch')).toBe(2)
})
