import { describe, expect, test } from 'vitest'
import {
  bodyOfCluster,
  bodyOfContact,
  bodyOfJointArea,
  bodyOfPriorityArea,
  bodyOfRegion,
  bodyOfSource,
  bodyOfStatement,
  bodyOfStrategy,
} from './fact-bodies.ts'
import {
  areaRow,
  clusterRow,
  contactRow,
  meaningRow,
  regionRow,
  sourceRow,
  statementRow,
  strategyRow,
} from './testing/small-facts.ts'

const both = { note_sv: 'Obs', note_en: 'Note' }

test('a region has its names, codes, people in two years, and neighbours', () => {
  expect(bodyOfRegion(regionRow('03'))).toEqual({
    code: '03',
    slug: 'region-03',
    name: 'Alvik',
    countyName: 'Alviks län',
    regionName: 'Region Alvik',
    nameVariants: ['Alwik'],
    nuts1: 'SE1',
    nuts2: 'SE12',
    nuts2Name: 'Östra',
    nuts3: 'SE121',
    iso3166: 'SE-C',
    residenceCity: 'Alviksstad',
    municipalityCount: 8,
    populations: [
      { year: 2017, persons: 100 },
      { year: 2021, persons: 120 },
    ],
    landAreaKm2: 55,
    landNeighbours: ['04'],
    waterNeighbours: ['18'],
  })
})

test('a joint area has its id as slug', () => {
  const row = {
    id: 'norr',
    name: 'Norr',
    name_en: 'North',
    members: ['24', '25'],
    valid_from: '2010-01-01',
    source: 's',
    ...both,
  }
  expect(bodyOfJointArea(row)).toEqual({
    slug: 'norr',
    name: 'Norr',
    nameEn: 'North',
    memberCodes: ['24', '25'],
    note: { sv: 'Obs', en: 'Note' },
  })
})

test('a source has its title in both languages', () => {
  expect(bodyOfSource(sourceRow('plan'))).toEqual({
    title: { sv: 'plan sv', en: 'plan en' },
    publisher: 'Utgivaren',
    kind: 'strategyDocument',
    date: '2018-01-31',
    datePrecision: 'day',
    url: 'https://example.se/plan',
    note: null,
  })
})

test.each([
  [both, { sv: 'Obs', en: 'Note' }],
  [{ note_sv: null, note_en: null }, null],
  [{ note_sv: 'Obs', note_en: null }, null],
  [{ note_sv: null, note_en: 'Note' }, null],
])('a note is there in both languages or not at all: %j', (row, note) => {
  expect(bodyOfStrategy(strategyRow('s', row)).note).toEqual(note)
})

test('a strategy has its owner, period and edition', () => {
  expect(bodyOfStrategy(strategyRow('alvik-2018', { owner_kind: 'jointArea', owner_id: 'norr', complete: false }))).toEqual({
    owner: { kind: 'jointArea', id: 'norr' },
    programmePeriodId: '2014-2020',
    edition: 'alvik-2018',
    datePrecision: 'day',
    status: 'listed',
    decidedOn: null,
    isComplete: false,
    note: null,
  })
})

describe('a priority area', () => {
  const strategy = strategyRow('alvik-2018')
  const bodyOf = (area: Parameters<typeof areaRow>[2], meaning: Parameters<typeof meaningRow>[1] | null = null) =>
    bodyOfPriorityArea(areaRow('a', 'alvik-2018', area), { strategy, meaning: meaning && meaningRow('a', meaning) })
  test('has the owner and period of its strategy, and nobody has confirmed it', () => {
    expect(bodyOf({ verbatim_label: 'Energi', translated_label: 'Energy' })).toEqual({
      owner: { kind: 'region', id: '03' },
      strategyId: 'alvik-2018',
      programmePeriodId: '2014-2020',
      order: 1,
      verbatimLabel: 'Energi',
      displayLabel: 'Energi',
      language: 'sv',
      translatedLabel: 'Energy',
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
    })
  })
  test('shows the corrected label beside the verbatim one', () => {
    expect(bodyOf({ verbatim_label: 'Enrgi', display_label: 'Energi' })).toMatchObject({
      verbatimLabel: 'Enrgi',
      displayLabel: 'Energi',
    })
  })
  test('has the description, its basis and source', () => {
    const { description, descriptionBasis, ...rest } = bodyOf({}, {})
    expect([description, descriptionBasis]).toEqual([
      { sv: 'Vad som menas', en: 'What is meant' },
      { read: 'strategy', confidence: 'high', sourceId: 'bilderna' },
    ])
    expect(Object.keys(rest)).not.toEqual(expect.arrayContaining(['types']))
    for (const name of ['types', 'role', 'parentId', 'joinedThemeIds', 'sdgGoals']) expect(rest).not.toHaveProperty(name)
  })
  test.each([
    [{ type: ['sector'] }, { types: ['sector'] }],
    [{ role: 'development' }, { role: 'development' }],
    [{ parent: 'b' }, { parentId: 'b' }],
    [{ fields: ['energi', 'skog'] }, { joinedThemeIds: ['energi', 'skog'] }],
    [{ sdg: [7, 13] }, { sdgGoals: [7, 13] }],
  ] as const)('has %j of its description', (meaning, expected) => {
    expect(bodyOf({}, meaning as never)).toMatchObject(expected)
  })
  test('of a single field does not join several', () => {
    expect(bodyOf({}, { fields: ['energi'] })).not.toHaveProperty('joinedThemeIds')
  })
})

test('a statement has its words in both languages, and its keywords if there are any', () => {
  const body = { order: 1, text: { sv: 'En sak.', en: 'A thing.' }, fingerprint: 'a'.repeat(64) }
  expect(bodyOfStatement(statementRow('f'))).toEqual(body)
  expect(bodyOfStatement(statementRow('f', { keywords: ['sak'] }))).toEqual({ ...body, keywords: ['sak'] })
})

test('a cluster has what is known of it today', () => {
  const body = { name: 'Klustret', regionCode: '03', programme: 'Programmet', year: 2012 }
  const unknown = { state: 'unknown', year: null, became: null, sourceId: null }
  expect(bodyOfCluster(clusterRow('k'))).toEqual({ ...body, status: unknown })
  const renamed = { status: 'renamed', status_year: 2020, became_sv: 'Nytt', became_en: 'New', status_source: 'sidan' } as const
  expect(bodyOfCluster(clusterRow('k', { themes: ['energi'], url: 'https://example.se', ...renamed }))).toEqual({
    ...body,
    themeIds: ['energi'],
    url: 'https://example.se',
    status: { state: 'renamed', year: 2020, became: { sv: 'Nytt', en: 'New' }, sourceId: 'sidan' },
  })
})

test('a contact is a role at an organisation', () => {
  expect(bodyOfContact(contactRow('k', 'alvik-2018', { priority_area: 'a', url: 'https://example.se' }))).toEqual({
    strategyId: 'alvik-2018',
    priorityAreaId: 'a',
    use: 'contact',
    role: { sv: 'Utvecklingschef', en: 'Head of development' },
    organisation: 'Region Alvik',
    url: 'https://example.se',
  })
})
