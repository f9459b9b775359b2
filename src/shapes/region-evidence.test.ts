import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { RegionEvidenceShape } from './evidence-shapes.ts'
import { regionEvidenceView } from './region-evidence.ts'

const beside = besideWithStatistics()
const then = shippedSnapshot('2018-06-01', [], beside)
const evidence = (code: string, snapshot = then) => RegionEvidenceShape.parse(regionEvidenceView(snapshot, code))

describe('strengths', () => {
  test.each([
    ['06', '8214', 'Jönköping’s assemblers of wood products, whose areas of 2018 were all processes'],
    ['06', '7223', 'Jönköping’s machine setters'],
  ])('in %s nobody chose %s: %s', (code, occupation) => {
    expect(evidence(code).notChosen.map((one) => one.code)).toContain(occupation)
  })

  test.each([
    ['2018-06-01', 'norrbotten-2018-teknik-och-tjansteutveckling-inom-industrin'],
    ['2026-11-26', 'norrbotten-2021-naturbaserade-basnaringar'],
  ])('mines and ore in Norrbotten belong on %s to an area that only its description shows', (date, areaId) => {
    const { notChosen, mentioned } = evidence('25', shippedSnapshot(date, [], beside))
    for (const code of ['8111', '8112']) {
      expect(mentioned.find((one) => one.code === code)!.mentionedByIds).toContain(areaId)
      expect(notChosen.map((one) => one.code)).not.toContain(code)
    }
  })

  test('each is in one group only: of an area by its name, by another reading, or of no area', () => {
    const snapshot = shippedSnapshot('2026-11-26', [], beside)
    for (const { code } of snapshot.inForce('region')) {
      const { chosen, mentioned, notChosen } = evidence(code, snapshot)
      const codes = [...chosen, ...mentioned, ...notChosen].map((one) => one.code)
      expect(new Set(codes).size, code).toBe(codes.length)
      for (const { areaIds } of [...mentioned, ...notChosen]) expect(areaIds).toEqual([])
      for (const { jointAreaIds, mentionedByIds } of mentioned)
        expect(jointAreaIds.length + mentionedByIds.length).toBeGreaterThan(0)
      for (const { jointAreaIds, mentionedByIds } of notChosen) expect([...jointAreaIds, ...mentionedByIds]).toEqual([])
    }
  })

  test.each([
    ['22', '8172', 'paper in Västernorrland, by the area forest'],
    ['14', '8159', 'the textile industry in Västra Götaland'],
    ['09', '6130', 'mixed farming on Gotland'],
  ])('in %s %s is chosen: %s', (code, occupation) => {
    const found = evidence(code).chosen.find((one) => one.code === occupation)!
    expect(found.lower).toBeGreaterThan(1)
    expect(found.areaIds).not.toEqual([])
  })

  test('Stockholm’s developers are a strength of 1.74, as in an independent computation', () => {
    const { chosen, notChosen } = evidence('01')
    expect([...chosen, ...notChosen].find(({ code }) => code === '2512')!.quotient).toBeCloseTo(1.738846, 6)
  })

  test('are those whose interval is above 1 and that have 60 employees or more, the surest first', () => {
    const { chosen, notChosen, limits } = evidence('23')
    expect([...chosen, ...notChosen].every(({ lower, count }) => lower > 1 && count >= limits.fewestInStrength)).toBe(true)
    expect(notChosen.map(({ lower }) => lower)).toEqual(notChosen.map(({ lower }) => lower).toSorted((a, b) => b - a))
  })
})

test('areas without clear backing are told: Halland’s IT', () => {
  const { withoutBacking, areas } = evidence('13')
  const it = areas.find(({ label }) => label.sv === 'IT')!
  expect(withoutBacking).toContain(it.priorityId)
  expect(it.measure!.latest!.upper).toBeLessThan(1)
})

describe('possible next steps', () => {
  test('are occupations that the region is not specialised in, related ones first, without what is everywhere', () => {
    const { steps, splits } = evidence('17').nextSteps!
    const related = steps.map(({ density }) => density >= splits.density)
    expect(related.indexOf(false) === -1 || !related.slice(related.indexOf(false)).includes(true)).toBe(true)
    expect(steps.some(({ code }) => code === '5223' || code.startsWith('1'))).toBe(false)
    expect(steps.every(({ nationCount }) => nationCount >= 500)).toBe(true)
  })
})

test('every region has 20 others by how alike they are, nearest first, and figures beside', () => {
  for (const { code } of then.inForce('region')) {
    const { peers, context, hasData, sentence } = evidence(code)
    expect([hasData, peers.length]).toEqual([true, 20])
    expect(peers.map(({ distance }) => distance)).toEqual(peers.map(({ distance }) => distance).toSorted((a, b) => a - b))
    expect(new Set(context.map(({ source }) => source.table)).size).toBe(5)
    expect(sentence.sv).toContain('Källa: SCB')
  }
})

test('context keeps missing as missing: Gotland’s research of 2017', () => {
  const research = evidence('09').context.find(({ source }) => source.table === 'enterprise-research-by-county')!
  expect(research.series.find(({ year }) => year === '2017')).toEqual({ year: '2017', value: null, nation: 110_933 })
})

test('without tables a region has no evidence, and says so', () => {
  const bare = shippedSnapshot('2018-06-01')
  expect(evidence('22', bare)).toMatchObject({ hasData: false, notChosen: [], nextSteps: null, source: null })
})

test.each([{ year: '1900' }, { threshold: 7 }])('%j is refused in both languages with what there is', (asked) => {
  const words = { sv: expect.stringMatching(/År att välja: 2014.*Gränser: 1; 1,25;/), en: expect.stringMatching(/Years: 2014/) }
  expect(() => regionEvidenceView(then, '22', asked)).toThrow(expect.objectContaining({ data: { words } }))
})

test('an unknown region is refused', () => {
  expect(() => regionEvidenceView(then, 'atlantis')).toThrow()
})
