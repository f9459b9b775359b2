import { describe, expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { area, decision, jointArea, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import { areaEvidenceOf, areaEvidenceView } from './area-evidence.ts'
import { AreaEvidenceShape } from './evidence-shapes.ts'

const beside = besideWithStatistics()
const list = strategy('lista', '22')

/** What the figures say about an area with a label, in a county. */
function evidenceOf(label: string, { code = '22', further = [] as Parameters<typeof snapshotOf>[0][number][] } = {}) {
  const own = strategy('lista', code)
  const snapshot = snapshotOf(
    [region(code, 'Lanet'), own, area('a', own, { body: { displayLabel: label, verbatimLabel: label } }), ...further],
    '2026-01-01',
    { beside },
  )
  return AreaEvidenceShape.parse(areaEvidenceView(snapshot, 'a'))
}

describe('an area that occupations speak for', () => {
  test('is measured by them: count, quotient with its interval, then and now, in every county', () => {
    const { status, verdict, measure, sentence, source, parts } = evidenceOf('Sjukhus', { code: '24' })
    expect([status, verdict, parts]).toEqual(['measured', 'backed', []])
    expect(measure!.subjects.map(({ id }) => id)).toEqual(['sjukhus-och-specialistvard'])
    expect(measure!.occupations.map(({ code }) => code)).toEqual(expect.arrayContaining(['2211', '5323', '1511']))
    expect(measure!.latest!.quotient!).toBeGreaterThan(measure!.latest!.lower!)
    expect(measure!.series.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, at) => String(2014 + at)))
    expect(measure!.regions).toHaveLength(21)
    expect(measure!.regions.slice(0, 2).map(({ region: { code } }) => code)).toEqual(['25', '24'])
    expect(measure!.growth.map(({ from, to }) => `${from}–${to}`)).toEqual(['2014–2019', '2020–2022', '2023–2024'])
    expect(sentence.sv).toMatch(/^I Lanet arbetade [\d\s]+ anställda i yrken inom ”Sjukhus och specialistvård” 2024/)
    expect(sentence.sv).toContain('Källa: SCB, YREG60')
    expect(source).toMatchObject({ table: 'occupations-by-county', year: '2024', firstYear: '2014', licence: 'CC0 1.0' })
    expect(source!.breaks.map(({ from }) => from)).toEqual(['2020', '2023'])
  })

  test('is measured by what people have decided, before what its words suggest', () => {
    const confirmed = decision('a', 'concept.malmbrytning', 'confirmed')
    const { measure } = evidenceOf('Framtidens näringar', { code: '25', further: [confirmed] })
    expect(measure!.subjects).toMatchObject([{ id: 'malmbrytning', isConfirmed: true, confidence: 1 }])
    expect(measure!.latest!.quotient!).toBeCloseTo(12.460688, 5)
  })
})

describe('not measurable is an answer, with its reason, for', () => {
  test.each([
    ['Effektiva processer för innovation', 'process'],
    ['Rymdteknik', 'noOccupation'],
    ['Klimatomställning', 'challenge'],
    ['Xyzzy', 'notCoded'],
    ['Digitalisering av gruvor', 'intersection'],
  ])('«%s»: %s', (label, code) => {
    const { status, reason, measure, verdict, sentence } = evidenceOf(label)
    expect([status, reason!.code, measure, verdict]).toEqual(['notMeasurable', code, null, null])
    expect(sentence).toEqual(reason!.words)
    expect(sentence.sv).toMatch(/^Inte mätbart/)
    expect(sentence.sv).not.toContain('0')
  })

  test('an intersection, whose fields are measured one by one', () => {
    const { parts } = evidenceOf('Digitalisering av gruvor')
    expect(parts.map(({ label }) => label.sv).sort()).toEqual(['Digitalisering och it', 'Gruvdrift och malmbrytning'])
    expect(parts.every(({ latest }) => latest!.count! > 0)).toBe(true)
  })

  test('too few employees', () => {
    const { reason, parts } = evidenceOf('Vattenbruk och fiskodling', { code: '09' })
    expect(reason).toMatchObject({ code: 'tooFew', words: { sv: expect.stringContaining('färre än 20') } })
    expect(parts[0]).toMatchObject({ latest: null, first: null, series: [], verdict: null })
  })

  test('a region that the table does not have, and a Spets without tables', () => {
    expect(evidenceOf('Massa och papper', { code: '99' }).reason!.code).toBe('noData')
    const snapshot = snapshotOf([region('22', 'Lanet'), list, area('a', list, { body: { displayLabel: 'Skog' } })])
    expect(areaEvidenceView(snapshot, 'a')).toMatchObject({ reason: { code: 'noData' }, source: null })
  })

  test('an area that is not there is refused', () => {
    expect(() => areaEvidenceView(snapshotOf([region('22', 'Lanet')]), 'nothing')).toThrow()
  })
})

describe('what a description mentions is a second reading', () => {
  const described = (label: string, sv: string) => {
    const own = strategy('lista', '25')
    const body = { displayLabel: label, verbatimLabel: label, description: { sv, en: 'x' } }
    return areaEvidenceView(snapshotOf([region('25', 'Lanet'), own, area('a', own, { body })], '2026-01-01', { beside }), 'a')
  }

  test('beside the codes, field by field, and it never makes the area measured', () => {
    const {
      status,
      reason,
      described: fields,
    } = described('Framtidens näringar', 'Järnmalm bryts i gruvor, och sjukhuset växer.')
    expect([status, reason!.code]).toEqual(['notMeasurable', 'notCoded'])
    expect(fields.map(({ label }) => label.sv).sort()).toEqual(['Gruvdrift och malmbrytning', 'Sjukhus och specialistvård'])
    expect(fields.every(({ latest }) => latest!.count! > 0)).toBe(true)
  })

  test('without what the codes measure already, and empty where nothing is mentioned', () => {
    expect(described('Gruvor', 'Järnmalm bryts i gruvor.').described).toEqual([])
    expect(described('Gruvor', 'Det som länet lever av.').described).toEqual([])
    expect(evidenceOf('Gruvor').described).toEqual([])
  })

  test('mines are found in Norrbotten’s basic industries, by the record, though their name does not have them', () => {
    const now = shippedSnapshot('2026-11-26', [], beside)
    const { parts } = areaEvidenceView(now, 'norrbotten-2021-naturbaserade-basnaringar')
    const mines = parts.find(({ subjects }) => subjects.some(({ id }) => id === 'gruvor-och-metall'))
    expect(mines!.latest!.lower!).toBeGreaterThan(3)
  })
})

describe('what the data have is found in the areas of the deck:', () => {
  const then = shippedSnapshot('2018-06-01', [], beside)
  const find = (regionCode: string, label: string) => {
    const found = then
      .inForce('priorityArea')
      .find(({ owner, displayLabel }) => owner.id === regionCode && displayLabel === label)!
    return areaEvidenceView(then, found.id)
  }
  test.each<[string, string, string, number]>([
    ['22', 'Skog', 'backed', 2.55],
    ['13', 'IT', 'notBacked', 0.44],
    ['09', 'Livsmedel', 'backed', 2.65],
    ['14', 'Textil', 'backed', 1.27],
    ['21', 'Bioekonomi', 'backed', 2.99],
  ])('region %s, %s: %s, %d', (code, label, verdict, quotient) => {
    const evidence = find(code, label)
    expect(evidence.verdict).toBe(verdict)
    expect(evidence.measure!.latest!.quotient!).toBeCloseTo(quotient, 2)
  })

  test('every area of every list has an answer of the shape', () => {
    for (const day of ['2018-06-01', '2026-11-26']) {
      const snapshot = shippedSnapshot(day, [], beside)
      const answers = snapshot.inForce('priorityArea').map(({ id }) => AreaEvidenceShape.parse(areaEvidenceView(snapshot, id)))
      expect(answers.filter(({ status }) => status === 'measured').length).toBeGreaterThan(answers.length / 3)
      for (const { status, reason, measure } of answers)
        expect([reason === null, measure !== null]).toEqual([status === 'measured', status === 'measured'])
    }
  })
})

describe('an area that several counties have chosen together', () => {
  const joint = strategy('joint', 'tva', { body: { owner: { kind: 'jointArea', id: 'tva' } } })
  const evidenceOfMembers = (memberCodes: string[]) =>
    areaEvidenceView(
      snapshotOf(
        [
          ...memberCodes.map((code) => region(code, `Län ${code}`)),
          jointArea('tva', memberCodes),
          joint,
          area('j', joint, { body: { displayLabel: 'Skogsbruk' } }),
        ],
        '2026-01-01',
        { beside },
      ),
      'j',
    )

  test('is measured by their sum, against the same nation and beside every county', () => {
    const { measure, regionCodes, verdict, sentence } = evidenceOfMembers(['22', '23'])
    const ofMember = (code: string) => measure!.regions.find((one) => one.region.code === code)!
    expect(regionCodes).toEqual(['22', '23'])
    expect(measure!.latest!.count).toBe(ofMember('22').count! + ofMember('23').count!)
    expect(measure!.regions).toHaveLength(21)
    const [low, high] = [ofMember('22').quotient!, ofMember('23').quotient!].toSorted((a, b) => a - b)
    expect(measure!.latest!.quotient).toBeGreaterThan(low!)
    expect(measure!.latest!.quotient).toBeLessThan(high!)
    expect(measure!.latest!.quotient).toBeCloseTo(measure!.latest!.share! / measure!.latest!.nationShare!, 12)
    const alone = evidenceOfMembers(['22']).measure!
    expect(alone.latest!.nationShare).toBeCloseTo(measure!.latest!.nationShare!, 12)
    expect(alone.latest).toMatchObject({ count: ofMember('22').count, quotient: ofMember('22').quotient })
    expect(verdict).toBe('backed')
    expect(measure!.growth.length).toBeGreaterThan(0)
    // Nearness is of what each county has, which has no sum.
    expect(measure!.density).toBeNull()
    expect(sentence.sv).toMatch(/^I de län som ingår i /)
  })

  test('has no figure when the table lacks one of them', () => {
    expect(evidenceOfMembers(['22', '98'])).toMatchObject({ status: 'notMeasurable', reason: { code: 'noData' } })
  })
})

describe('whether other counties have it in their own lists', () => {
  const [one, other] = [strategy('one', '22'), strategy('other', '23')]
  const { measure } = areaEvidenceView(
    snapshotOf(
      [
        region('22', 'Väst'),
        region('23', 'Jämt'),
        region('24', 'Väster'),
        one,
        other,
        area('a', one, { body: { displayLabel: 'Skogsbruk' } }),
        area('b', other, { body: { displayLabel: 'Skog' } }),
        area('c', other, { body: { displayLabel: 'Besöksnäring' } }),
      ],
      '2026-01-01',
      { beside },
    ),
    'a',
  )
  const of = (code: string) => measure!.regions.find(({ region: { code: own } }) => own === code)!
  test('is told with the areas in the same field, and no others', () => {
    expect(of('23')).toMatchObject({ areasKnown: 'known', areas: [{ id: 'b' }] })
    expect(of('22').areas.map(({ id }) => id)).toEqual(['a'])
  })
  test('is unknown where no list is', () => {
    expect(of('24')).toMatchObject({ areasKnown: 'unknown', areas: [] })
  })
})

test('until an earlier year, an area is measured by the figures of that year, and today’s answer stays as it was', () => {
  const own = strategy('lista', '24')
  const snapshot = snapshotOf(
    [region('24', 'Lanet'), own, area('a', own, { body: { displayLabel: 'Sjukhus', verbatimLabel: 'Sjukhus' } })],
    '2026-01-01',
    { beside },
  )
  const found = snapshot.get('priorityArea', 'a')!
  const [now, then] = [areaEvidenceOf(snapshot, found), areaEvidenceOf(snapshot, found, '2018')]
  expect([now.measure!.series.at(-1)!.year, then.measure!.series.at(-1)!.year]).toEqual(['2024', '2018'])
  expect(areaEvidenceOf(snapshot, found)).toBe(now)
  expect(areaEvidenceOf(snapshot, found, '2018')).toBe(then)
  expect(areaEvidenceView(snapshot, 'a')).toBe(now)
})
