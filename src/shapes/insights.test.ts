import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { InsightsShape } from './insight-shapes.ts'
import { insightsOf } from './insights.ts'

const insights = InsightsShape.parse(insightsOf(shippedSnapshot('2026-11-26', [], besideWithStatistics())))
const of = (code: string) => insights.regions.find(({ region }) => region.code === code)!.specialisations
const find = (code: string, occupation: string) => of(code).find((one) => one.code === occupation)!

describe('what the lists of 2018 left out', () => {
  test('is told for every region, from north to south, the largest specialisations of 2017 first', () => {
    expect(insights.regions).toHaveLength(21)
    expect(insights.regions[0]!.region.name).toBe('Norrbotten')
    for (const { specialisations } of insights.regions) {
      expect(specialisations).toHaveLength(5)
      const lowers = specialisations.map(({ lower }) => lower)
      expect(lowers).toEqual(lowers.toSorted((a, b) => b - a))
    }
  })

  test('mines in Norrbotten: joined with services then, with forests and power now, and still ten times the nation', () => {
    const miners = find('25', '8111')
    expect(miners).toMatchObject({ count: 1048, mentionedBy: [] })
    expect(miners.chosenThen.map(({ id }) => id)).toEqual(['norrbotten-2018-teknik-och-tjansteutveckling-inom-industrin'])
    expect(miners.latest!.lower!).toBeGreaterThan(9)
  })

  test('manufacturing in Jönköping, whose areas of 2018 were all processes, belongs to areas of later lists', () => {
    const assemblers = find('06', '8214')
    expect(assemblers.chosenThen).toEqual([])
    expect(assemblers.takenUp.map(({ label }) => label.sv)).toContain('Skogsnäring och träförädling')
    expect(of('06').every(({ chosenThen }) => chosenThen.length === 0)).toBe(true)
  })

  test.each([
    ['22', '8171', 'pulp in Västernorrland'],
    ['09', '6130', 'farming on Gotland'],
  ])('in %s %s was chosen already: %s', (code, occupation) => {
    expect(find(code, occupation).chosenThen).not.toEqual([])
  })

  test('what a list took up that nobody has read, or only a part of, is unknown, and counted as that', () => {
    const unread = insights.regions.filter(({ hasUnreadList }) => hasUnreadList)
    expect(unread.map(({ region }) => region.name)).toEqual(['Västerbotten', 'Västernorrland', 'Kronoberg'])
    const left = unread
      .flatMap(({ specialisations }) => specialisations)
      .filter(({ chosenThen, takenUp }) => chosenThen.length === 0 && takenUp.length === 0)
    expect(insights.totals.unknown).toBe(left.length)
    expect(left.length).toBeGreaterThan(0)
    expect(insights.sentence.sv).toContain(`För ${left.length} är det okänt, eftersom`)
    expect(insights.sentence.en).toContain(`Of ${left.length} it is unknown, since`)
  })

  test('each has the quotient of every year, and the last is that of the last year', () => {
    for (const { series, latest, quotient } of insights.regions.flatMap(({ specialisations }) => specialisations)) {
      expect(series.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, at) => String(2014 + at)))
      expect(series[3]!.quotient).toBeCloseTo(quotient, 12)
      expect(series.at(-1)!.quotient).toBeCloseTo(latest!.quotient!, 12)
    }
  })

  test('the totals are those of the regions, and the sentence says them', () => {
    const all = insights.regions.flatMap(({ specialisations }) => specialisations)
    const without = all.filter(({ chosenThen }) => chosenThen.length === 0)
    expect(insights.totals).toMatchObject({
      regions: 21,
      specialisations: 105,
      withoutArea: without.length,
      takenUp: without.filter(({ takenUp }) => takenUp.length > 0).length,
    })
    expect(insights.sentence.sv).toContain(`hade ${without.length} inget område`)
    expect(insights.sentence.sv).toContain('Källa: SCB')
  })
})

test('before any list was known nothing is said of what was chosen, and without tables nothing at all', () => {
  const bare = insightsOf(shippedSnapshot('2026-11-26'))
  expect(bare).toMatchObject({ regions: [], source: null })
})
