import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutualLinkage, relatedActivities, structuralPeers } from './region-structure.ts'
import { sampleRows, statisticsOf } from './testing/sample-statistics.ts'

const statistics = statisticsOf(sampleRows)

test('the region of the most alike structure comes first, with what both have more of than all together', () => {
  const [first] = structuralPeers(statistics, '17')
  expect(first).toMatchObject({ regionCode: '20', alike: expect.arrayContaining(['17', '02']) })
  expect(structuralPeers(statistics, '01')[0]!.regionCode).toBe('12')
})

test('a region brings what it is strong in, the other is not, and is related to what the other has', () => {
  const [brought, ...more] = relatedActivities(statistics, { from: '18', to: '17' })
  expect(brought).toMatchObject({ activity: '24' })
  expect(['02', '16']).toContain(brought!.besideActivity)
  expect(brought!.quotient).toBeGreaterThan(1)
  expect(more).toEqual([])
  // An activity related to nothing that the region has is no complement.
  expect(relatedActivities(statistics, { from: '01', to: '20' })).toEqual([])
})

test('a region that is not in the table, or only with zeros, has no peers and brings nothing', () => {
  expect(structuralPeers(statistics, '25')).toEqual([])
  expect(relatedActivities(statistics, { from: '25', to: '17' })).toEqual([])
  expect(mutualLinkage(statistics, '25', '17')).toBe(0)
  const empty = statisticsOf({ ...sampleRows, '25': [0, 0, 0, 0, 0, 0] })
  expect(structuralPeers(empty, '25')).toEqual([])
  expect(relatedActivities(empty, { from: '25', to: '17' })).toEqual([])
})

test('whatever the table: nobody brings what the other is strong in already, and linkages go both ways alike', () => {
  const cells = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(fc.tuple(cells, cells, cells, cells), ([a, b, c, d]) => {
      const made = statisticsOf({ '01': a, '12': b, '17': c, '18': d })
      for (const from of made.regionCodes)
        for (const to of made.regionCodes) {
          if (from === to) continue
          const brought = relatedActivities(made, { from, to }).map(({ activity }) => activity)
          const back = new Set(relatedActivities(made, { from: to, to: from }).map(({ activity }) => activity))
          expect(brought.filter((activity) => back.has(activity))).toEqual([])
          expect(mutualLinkage(made, from, to)).toBeCloseTo(mutualLinkage(made, to, from))
        }
    }),
    { numRuns: 60 },
  )
})

test('where the table says what tells regions apart, nothing else is brought, or named as alike', () => {
  const distinctive = { ...statistics, distinctive: new Set(['16', '62']) }
  const named = structuralPeers(distinctive, '17').flatMap(({ alike }) => alike)
  expect(new Set(named)).toEqual(new Set(['16']))
  expect(relatedActivities(distinctive, { from: '18', to: '17' })).toEqual([])
  expect(structuralPeers(distinctive, '17').map(({ distance }) => distance)).toEqual(
    structuralPeers(statistics, '17').map(({ distance }) => distance),
  )
})

test('an occupation is brought only where it speaks for a subject, and where both regions clearly have more than the nation', () => {
  const sample = statisticsOf(sampleRows)
  const table = (scale: number) => ({ ...sample, values: sample.values.map((count) => count * scale) })
  const brought = (scale: number, isMeasured: ((activity: string) => boolean) | null) => {
    const counted = table(scale)
    return sample.regionCodes.flatMap((from) =>
      sample.regionCodes.flatMap((to) => relatedActivities(counted, { from, to, isMeasured }).map(({ activity }) => activity)),
    )
  }
  const all = brought(100, null)
  expect(all.length).toBeGreaterThan(0)
  expect(brought(100, () => false)).toEqual([])
  expect(brought(1000, () => true).length).toBeGreaterThan(0)
  expect(brought(0.001, () => true)).toEqual([])
})
