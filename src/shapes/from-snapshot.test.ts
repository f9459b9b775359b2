import { describe, expect, test } from 'vitest'
import { area, at, decision, region, snapshotOf, statement, strategy } from '../snapshot/testing/small-registry.ts'
import {
  citationShape,
  clusterShape,
  editionShape,
  findRegion,
  findRegions,
  jointAreaShape,
  ownerRef,
  periodShape,
  priorityShape,
  regionCodesOf,
  regionRef,
  regionRefs,
  statementShape,
  themeRefs,
} from './from-snapshot.ts'
import {
  CitationShape,
  ClusterShape,
  EditionShape,
  JointAreaShape,
  PeriodShape,
  PriorityShape,
  StatementShape,
} from './shapes.ts'
import { findEditions } from '../snapshot/editions.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const snapshot = threeRegionsOn('2024-01-01')
const alvik = { kind: 'region', id: '03' } as const
const priority = (id: string) => priorityShape(snapshot, snapshot.getBegun('priorityArea', id)!)

describe('regions', () => {
  test('come in Swedish alphabetical order, å before ö after z', () => {
    const more = threeRegionsOn('2024-01-01', region('04', 'Zed'))
    expect(findRegions(more).map(({ name }) => name)).toEqual(['Alvik', 'Zed', 'Ådal', 'Österby'])
  })
  test.each([
    ['osterby', '01'],
    ['01', '01'],
    ['SE001', '01'],
    ['Österby', '01'],
    ['Nowhere', undefined],
    ['', undefined],
  ])('are found by any code or name: «%s»', (asked, code) => {
    expect(findRegion(snapshot, asked)?.code).toBe(code)
  })
  test('that are unknown are null, not undefined', () => {
    expect(findRegion(snapshot, 'nowhere')).toBe(null)
  })
  test('are named by what was last known of them, and by their code when nothing is', () => {
    const gone = snapshotOf([region('09', 'Förr', { to: '2000-01-01' })])
    expect(regionRef(gone, '09')).toEqual({ code: '09', slug: 'förr', name: 'Förr' })
    expect(regionRef(gone, '77')).toEqual({ code: '77', slug: '77', name: '77' })
  })
  test('are listed by name', () => {
    expect(regionRefs(snapshot, ['01', '02', '03']).map(({ code }) => code)).toEqual(['03', '02', '01'])
  })
})

describe('owners', () => {
  test.each([
    [alvik, { kind: 'region', id: '03', slug: 'alvik', name: { sv: 'Alvik', en: 'Alvik' } }],
    [
      { kind: 'jointArea', id: 'bron' },
      { kind: 'jointArea', id: 'bron', slug: 'bron', name: { sv: 'bron sv', en: 'bron en' } },
    ],
    [
      { kind: 'jointArea', id: 'okand' },
      { kind: 'jointArea', id: 'okand', slug: 'okand', name: { sv: 'okand', en: 'okand' } },
    ],
  ] as const)('%#', (owner, expected) => {
    expect(ownerRef(snapshot, owner)).toEqual(expected)
  })
  test('are one region, or the members of a joint area; an unknown joint area has none', () => {
    const codes = (kind: 'region' | 'jointArea', id: string) => regionCodesOf(snapshot, { kind, id })
    expect([codes('region', '03'), codes('jointArea', 'bron'), codes('jointArea', 'okand')]).toEqual([['03'], ['01', '03'], []])
  })
})

describe('a citation', () => {
  test('gives the address of the place, or else of the source', () => {
    const urls = [at('blad'), at('blad', { url: 'https://example.se/rad' })].map((ref) => citationShape(snapshot, ref)!.url)
    expect(urls).toEqual(['https://example.se/blad', 'https://example.se/rad'])
  })
  test('is null without a place, and for a source that is not known', () => {
    expect([citationShape(snapshot, null), citationShape(snapshot, at('okand'))]).toEqual([null, null])
  })
  test('has the source, line and page', () => {
    const cited = citationShape(snapshot, at('plan-2021', { line: 2, page: 3 }))
    expect(CitationShape.parse(cited)).toEqual({
      source: {
        id: 'plan-2021',
        title: { sv: 'plan-2021 sv', en: 'plan-2021 en' },
        publisher: 'Utgivaren',
        kind: 'strategyDocument',
        date: '2021-02-01',
        datePrecision: 'day',
        url: null,
        note: { sv: 'Anm', en: 'Remark' },
      },
      line: 2,
      page: 3,
      url: null,
    })
  })
})

describe('themes', () => {
  test('are those of the words, surest first, with the words and no decision', () => {
    expect(themeRefs(snapshot, 'b17-energi').map(({ id, words, decision: made }) => [id, words, made])).toEqual([
      ['energi', ['Energi'], null],
      ['livsmedel', ['livsmedel'], null],
    ])
  })
  test('follow what people have decided', () => {
    const decided = threeRegionsOn(
      '2024-01-01',
      decision('b17-energi', 'theme.energi', 'rejected'),
      decision('b17-energi', 'theme.besoksnaring', 'confirmed'),
    )
    expect(themeRefs(decided, 'b17-energi')).toEqual([
      {
        id: 'besoksnaring',
        slugEn: 'tourism',
        label: { sv: 'Besöksnäring och upplevelser', en: 'Tourism and experiences' },
        family: 'place',
        confidence: 1,
        words: [],
        basis: 'label',
        decision: 'confirmed',
      },
      expect.objectContaining({ id: 'livsmedel', decision: null }),
    ])
  })
  test('of an area that is not known are none', () => {
    expect(themeRefs(snapshot, 'okand')).toEqual([])
  })
})

describe('an area', () => {
  test('is shown with all that is known of it', () => {
    const shown = priority('a21-energi')
    expect(PriorityShape.parse(shown)).toEqual(shown)
    expect(shown).toEqual({
      id: 'a21-energi',
      owner: ownerRef(snapshot, alvik),
      programmePeriodId: '2021-2027',
      strategyId: 'alvik-2021',
      order: 1,
      verbatimLabel: 'Energi',
      displayLabel: 'Energi',
      language: 'sv',
      translatedLabel: null,
      isInForce: true,
      description: null,
      confirmedOn: '2022-05-01',
      confirmedByRole: 'Strateg',
      themes: [expect.objectContaining({ id: 'energi', confidence: 0.8 })],
      citation: citationShape(snapshot, at('blad', { line: 7 })),
      meta: {
        validFrom: '2021-01-01',
        validTo: null,
        inForceFrom: '2021-01-01',
        inForceTo: null,
        version: 1,
        recordedAt: '2021-01-01T12:00:00.000Z',
        recordedBy: 'prov',
        changeNote: 'Infört',
      },
    })
  })
  test('is in force until the day its validity ends', () => {
    const on = (day: string) => priorityShape(threeRegionsOn(day), threeRegionsOn(day).getBegun('priorityArea', 'a15-energi')!)
    expect([on('2020-12-31').isInForce, on('2021-01-01').isInForce]).toEqual([true, false])
  })
})

describe('an edition', () => {
  test('was last stated on its first day, or when one of its areas was last confirmed', () => {
    const list = strategy('lista', '03', { from: '2015-01-01' })
    const confirmed = (id: string, confirmedOn: string | null) => area(id, list, { body: { confirmedOn } })
    const stated = (...days: (string | null)[]) => {
      const made = snapshotOf([list, ...days.map((day, index) => confirmed(`a${index}`, day))])
      return editionShape(made, findEditions(made, alvik)[0]!).strategy.lastStatedOn
    }
    expect([stated(null), stated('2018-05-01', null, '2017-01-01'), stated('2014-01-01')]).toEqual([
      '2015-01-01',
      '2018-05-01',
      '2015-01-01',
    ])
  })
  test('has its own words and whether it is in force', () => {
    const [first, second] = findEditions(snapshot, alvik).map((edition) => EditionShape.parse(editionShape(snapshot, edition)))
    expect([first!.strategy.isInForce, second!.strategy.isInForce]).toEqual([false, true])
    expect(first!.strategy).toMatchObject({ status: 'adopted', decidedOn: '2014-12-01', isComplete: true, edition: '2015-01-01' })
    expect(second!.strategy).toMatchObject({ programmePeriodId: '2021-2027', isComplete: false, note: { sv: 'Not', en: 'Note' } })
    expect(first!.strategy.citation).toMatchObject({ source: { id: 'plan-2015' }, page: 4 })
  })
})

test('a cluster names its region and source', () => {
  const shown = clusterShape(snapshot, snapshot.get('cluster', 'kluster-a')!)
  expect(ClusterShape.parse(shown)).toMatchObject({
    id: 'kluster-a',
    name: 'kluster-a',
    programme: 'Programmet',
    year: 2012,
    region: { code: '03', slug: 'alvik', name: 'Alvik' },
    citation: { source: { id: 'plan-2015' }, page: 9 },
  })
})

test('a statement is of the kind it was recorded as', () => {
  const heard = snapshotOf(
    (['finding', 'wish', 'nextStep'] as const).map((kind, index) => statement(kind, `s${index}`, index + 1)),
  )
  const shown = (['finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
    heard.inForce(kind).map((one) => StatementShape.parse(statementShape(heard, one))),
  )
  expect(shown.map(({ id, kind, order, text }) => [id, kind, order, text.en])).toEqual([
    ['s0', 'finding', 1, 's0 en'],
    ['s1', 'wish', 2, 's1 en'],
    ['s2', 'nextStep', 3, 's2 en'],
  ])
})

test('a period and a joint area are shown whole', () => {
  expect(PeriodShape.parse(periodShape(snapshot.get('programmePeriod', '2014-2020')!))).toEqual({
    id: '2014-2020',
    label: 'Perioden 2014-2020',
    from: '2014-01-01',
    to: '2021-01-01',
  })
  expect(JointAreaShape.parse(jointAreaShape(snapshot, snapshot.get('jointArea', 'bron')!))).toEqual({
    id: 'bron',
    name: { sv: 'bron sv', en: 'bron en' },
    members: [
      { code: '03', slug: 'alvik', name: 'Alvik' },
      { code: '01', slug: 'osterby', name: 'Österby' },
    ],
    note: null,
  })
})
