import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { lowerFirst } from '../language/lower-first.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { areaEvidenceView } from './area-evidence.ts'
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
  ])('mines and ore in Norrbotten belong on %s to an area whose record joins them, though not its name', (date, areaId) => {
    const { notChosen, chosen } = evidence('25', shippedSnapshot(date, [], beside))
    for (const code of ['8111', '8112']) {
      expect(chosen.find((one) => one.code === code)!.areaIds).toContain(areaId)
      expect(notChosen.map((one) => one.code)).not.toContain(code)
    }
  })

  test('of a list that the source shows only a part of, the rest may be about what no known area is about', () => {
    const snapshot = shippedSnapshot('2026-11-26', [], beside)
    for (const code of ['07', '22']) {
      const { areasKnown, areas, notChosen, unsettled, sentence } = evidence(code, snapshot)
      expect([areasKnown, notChosen]).toEqual(['partly', []])
      expect(areas.length).toBeGreaterThan(0)
      expect(unsettled.length).toBeGreaterThan(0)
      expect(sentence.sv).toContain('bara en del av regionens lista')
      expect(sentence.en).toContain('only part of the region’s list')
    }
  })

  test('each is in one group only: of an area by its name, by another reading, or of no area', () => {
    const snapshot = shippedSnapshot('2026-11-26', [], beside)
    for (const { code } of snapshot.inForce('region')) {
      const { chosen, mentioned, notChosen, unsettled } = evidence(code, snapshot)
      const codes = [...chosen, ...mentioned, ...notChosen, ...unsettled].map((one) => one.code)
      expect(new Set(codes).size, code).toBe(codes.length)
      for (const { areaIds, jointAreaIds } of chosen) expect([...areaIds, ...jointAreaIds]).not.toEqual([])
      for (const { areaIds, jointAreaIds } of [...mentioned, ...notChosen]) expect([...areaIds, ...jointAreaIds]).toEqual([])
      for (const { mentionedByIds } of mentioned) expect(mentionedByIds).not.toEqual([])
      for (const { mentionedByIds } of notChosen) expect(mentionedByIds).toEqual([])
    }
  })

  test.each(['2018-06-01', '2026-11-26'])(
    'on %s none is called nobody’s that a chosen area, a part or a shared one counts',
    (date) => {
      const snapshot = shippedSnapshot(date, [], beside)
      for (const { code } of snapshot.inForce('region')) {
        const { notChosen, areas } = evidence(code, snapshot)
        const listed = snapshot
          .inForce('priorityArea')
          .filter(({ owner }) =>
            owner.kind === 'region'
              ? owner.id === code
              : owner.kind === 'jointArea' && snapshot.get('jointArea', owner.id)!.memberCodes.includes(code),
          )
        expect(listed.length, code).toBeGreaterThanOrEqual(areas.length)
        const counted = new Set(
          listed.flatMap((one) => {
            const { measure, parts } = areaEvidenceView(snapshot, one.id)
            return [...(measure ? [measure] : []), ...parts].flatMap(({ occupations }) => occupations.map((each) => each.code))
          }),
        )
        expect(notChosen.map((one) => one.code).filter((one) => counted.has(one))).toEqual([])
      }
    },
  )

  test('what a part of an area is about is the region’s own choice: food in Kalmar, a part of bioinnovation', () => {
    const { chosen, areaNames } = evidence('08', shippedSnapshot('2026-11-26', [], beside))
    const { measure } = areaEvidenceView(shippedSnapshot('2026-11-26', [], beside), 'kalmar-2021-food-system')
    for (const code of ['8161', '7611']) {
      expect(measure!.occupations.map((one) => one.code)).toContain(code)
      expect(chosen.find((one) => one.code === code)!.areaIds).toContain('kalmar-2021-food-system')
    }
    expect(areaNames.map(({ id }) => id)).toContain('kalmar-2021-food-system')
  })

  test('what an area shared with others is about is the region’s choice, and it is named with those who share it', () => {
    const { chosen, areaNames } = evidence('08', shippedSnapshot('2026-11-26', [], beside))
    const tools = chosen.find((one) => one.code === '7222')!
    expect([tools.areaIds, tools.jointAreaIds]).toEqual([[], ['smaland-och-oarna-2024-industriell-utveckling']])
    expect(areaNames.find(({ id }) => id === tools.jointAreaIds[0])!.label.sv).toMatch(/^\S.* \(Småland .*\)$/)
  })

  test('of a region whose list nobody has read are neither chosen nor left out, and the sentence claims neither', () => {
    const { areasKnown, notChosen, chosen, unsettled, sentence } = evidence(
      'vasterbotten',
      shippedSnapshot('2026-11-26', [], beside),
    )
    expect([areasKnown, notChosen, chosen]).toEqual(['unknown', [], []])
    expect(unsettled.length).toBeGreaterThan(3)
    expect(sentence.sv).toContain(lowerFirst(unsettled[0]!.label.sv))
    expect(sentence.sv).toContain('Regionens områden är inte kända här')
    expect(sentence.en).toContain('The region’s areas are not known here')
    expect(`${sentence.sv} ${sentence.en}`).not.toMatch(/inget|none|no chosen/i)
    const before = evidence('vasterbotten')
    expect([before.areasKnown, before.unsettled]).toEqual(['known', []])
    expect(before.notChosen.length).toBeGreaterThan(0)
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

test('an occupation speaks only for areas that are told to be measured, as a whole or field by field', () => {
  const snapshot = shippedSnapshot('2026-11-26', [], beside)
  for (const { code } of snapshot.inForce('region')) {
    const { chosen, areas, sentence } = evidence(code, snapshot)
    const spokenFor = new Set(chosen.flatMap(({ areaIds }) => areaIds))
    for (const { priorityId, measuredAs } of areas) if (spokenFor.has(priorityId)) expect(measuredAs, priorityId).not.toBeNull()
    if (areas.some(({ measuredAs }) => measuredAs !== null)) expect(sentence.sv).not.toContain('går att mäta i yrken.')
  }
  expect(evidence('18', snapshot).sentence.sv).toContain(
    'Det enda mätbara området har tydligt stöd i yrkena. Ett område till mäts fält för fält.',
  )
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
