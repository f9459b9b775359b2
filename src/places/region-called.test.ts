import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { readPlace } from './places.ts'
import { findRegionCalled, makeRegionFinder } from './region-called.ts'

const day = '2026-11-27'
const called = (asked: string) => findRegionCalled(shippedSnapshot(day), asked)?.code ?? null

/** Every region by each of the ways in which public bodies identify it, as they are written and as people write them. */
describe('every region is known by each of its identifiers', () => {
  const regions = shippedSnapshot(day).inForce('region')
  test.each(regions.map((region) => [region.name, region] as const))('%s', (_name, region) => {
    const letters = region.iso3166.slice(3)
    const codes = [region.code, String(Number(region.code)), letters, region.iso3166, region.nuts3, region.slug]
    const names = [
      region.name,
      region.countyName,
      region.regionName,
      `${region.name} County`,
      `${region.code} ${region.countyName}`,
    ]
    const written = [...codes, ...names, ...region.nameVariants]
    const plain = written.map((one) => one.replaceAll(/[åä]/gi, 'a').replaceAll(/ö/gi, 'o'))
    const asked = [...written, ...plain].flatMap((one) => [one, one.toLowerCase(), one.toUpperCase(), ` ${one} `])
    expect(asked.filter((one) => called(one) !== region.code)).toEqual([])
    expect(asked.filter((one) => one.trim() && readPlace(shippedSnapshot(day), one).outcome !== 'known')).toEqual([])
  })
})

test.each([
  '',
  ' ',
  '-',
  '2',
  '11',
  '26',
  '99',
  'SE',
  'SE1',
  'SE11',
  'SE-',
  'SE-ZZ',
  'Q',
  'län',
  'region',
  'Norrland',
  'x'.repeat(500),
  `Värmland${' '.repeat(100)}x`,
  '17 Skåne län',
  '12 Stockholm',
])('«%s» is no region', (asked) => {
  expect(called(asked)).toBe(null)
})

describe('a region that has had another name', () => {
  const region = shippedSnapshot(day).get('region', '17')!
  const { id: _id, meta: _meta, ...body } = region
  const renamed = (sequence: number, change: object) =>
    ({
      kind: 'region',
      recordId: '17',
      version: 2,
      validFrom: '2026-01-01',
      validTo: null,
      recordedAt: '2026-01-01T00:00:00.000Z',
      recordedBy: 'a',
      changeNote: 'x',
      state: 'published',
      source: null,
      contentHash: 'x',
      sequence,
      body: { ...body, ...change },
    }) as unknown as RecordVersion
  const snapshot = shippedSnapshot(day, [renamed(9000, { slug: 'vermland', name: 'Vermland' })])
  test('is known by both', () => {
    expect(['vermland', 'varmland', 'Värmland'].map((asked) => findRegionCalled(snapshot, asked)?.slug)).toEqual(
      Array.from({ length: 3 }, () => 'vermland'),
    )
  })
  test('gives way to the region that has the name now', () => {
    const swapped = shippedSnapshot(day, [renamed(9000, { slug: 'gotland-2' })])
    expect(findRegionCalled(swapped, 'gotland')?.code).toBe('09')
  })
})

test('a name that two regions have is nobody’s', () => {
  const [one, other] = shippedSnapshot(day).inForce('region')
  const find = makeRegionFinder([[{ ...one!, nameVariants: ['Mitt'] }], [{ ...other!, nameVariants: ['Mitt'] }]])
  expect([find('Mitt'), find(one!.name), find(other!.name)]).toEqual([null, one!.code, other!.code])
})
