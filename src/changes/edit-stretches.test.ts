import { describe, expect, test } from 'vitest'
import type { BodyOf } from '../records/record.ts'
import { area, at, region, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { confirmPriorities } from './confirm-list.ts'
import { editRecord, outdatedVersion, parseRecordKind } from './edit-record.ts'
import { refusal, viewOf } from './testing/small-view.ts'

const signed = { recordedBy: 'Prov', changeNote: 'Varför' }
const first = strategy('s1', '03', { to: '2020-01-01' })
const second = strategy('s2', '03', { from: '2020-01-01' })

describe('an edit', () => {
  const stretched: Sketch[] = [
    area('a', first, { from: '2015-01-01', to: null, body: { order: 1 }, recorded: '2015-01-01', source: at('plan') }),
    area('a', first, { from: '2017-01-01', to: '2018-01-01', body: { order: 2 }, recorded: '2017-01-01' }),
    area('a', first, { from: '2019-01-01', to: '2020-01-01', body: { order: 3 }, recorded: '2019-01-01' }),
  ]
  const edit = (validFrom: string | null, changes: Record<string, unknown> = { displayLabel: 'Ny' }, sketches = stretched) =>
    editRecord(versionsOf(sketches), {
      kind: 'priorityArea',
      recordId: 'a',
      changes,
      validFrom,
      expectedVersion: sketches.length,
      ...signed,
    })
  const spans = (validFrom: string | null) =>
    edit(validFrom).map(({ version, expectedVersion }) => [
      version.validFrom,
      version.validTo,
      (version.body as BodyOf<'priorityArea'>).order,
      expectedVersion,
    ])
  test.each<[string | null, unknown[]]>([
    [null, [['2019-01-01', '2020-01-01', 3, 3]]],
    [
      '2016-01-01',
      [
        ['2016-01-01', '2017-01-01', 1, 3],
        ['2017-01-01', '2018-01-01', 2, 4],
        ['2019-01-01', '2020-01-01', 3, 5],
      ],
    ],
    [
      '2017-01-01',
      [
        ['2017-01-01', '2018-01-01', 2, 3],
        ['2019-01-01', '2020-01-01', 3, 4],
      ],
    ],
    ['2019-06-01', [['2019-06-01', '2020-01-01', 3, 3]]],
  ])('from %s writes that stretch and repeats those after it', (day, expected) => {
    expect(spans(day)).toEqual(expected)
  })
  test.each([
    ['before it begins', '2014-01-01'],
    ['between two of its stretches', '2018-01-01'],
    ['after it has ended', '2020-01-01'],
  ])('from a day %s is refused with the days to choose among', (_, day) => {
    expect(refusal(() => edit(day))).toMatchObject({
      code: 'invalid_record',
      detail: `priorityArea a is not in force on ${day}. Choose a day on which it is (2015-01-01 – 2017-01-01, 2017-01-01 – 2018-01-01, 2019-01-01 – 2020-01-01; the last day is not counted), or leave the day out to change it for as long as its latest time has lasted.`,
    })
  })
  test('is signed and published, and keeps the source', () => {
    expect(edit('2016-01-01')[0]!.version).toMatchObject({
      ...signed,
      state: 'published',
      source: { sourceId: 'plan' },
      body: { displayLabel: 'Ny' },
    })
  })
  test('without a day is for as long as the fields have been as they are, whatever else has changed meanwhile', () => {
    const confirmed: Sketch[] = [
      area('a', first, { from: '2015-01-01', to: null, body: { displayLabel: 'Gammal', order: 2 } }),
      area('a', first, { from: '2016-01-01', to: null, body: { displayLabel: 'Skog', order: 2 } }),
      area('a', first, { from: '2018-01-01', to: '2020-01-01', body: { displayLabel: 'Skog', order: 1 } }),
    ]
    const of = (changes: Record<string, unknown>) => edit(null, changes, confirmed).map(({ version }) => version.validFrom)
    expect(of({ displayLabel: 'Skogen' })).toEqual(['2016-01-01', '2018-01-01'])
    expect(of({ order: 3 })).toEqual(['2018-01-01'])
    expect(of({ displayLabel: 'Skogen', order: 3 })).toEqual(['2018-01-01'])
    expect(of({ translatedLabel: 'Wood' })).toEqual(['2015-01-01', '2016-01-01', '2018-01-01'])
  })
  test('to the same words, mended, as they have been all along, keeps what was confirmed', () => {
    const label = 'Skoglig bioekonomi'
    const body = { verbatimLabel: label, confirmedOn: '2017-05-01', confirmedByRole: 'regionstyrelse' }
    const mended = (verbatimLabel: string) =>
      (edit(null, { verbatimLabel }, [area('a', first, { from: '2015-01-01', body })])[0]!.version.body as BodyOf<'priorityArea'>)
        .confirmedOn
    expect(['Skoglig Bioekonomi.', 'Skoglig bioekonomin', 'Skog och bioekonomi'].map(mended)).toEqual([
      '2017-05-01',
      '2017-05-01',
      null,
    ])
  })
  test('to other words of the region’s own leaves them unconfirmed, whatever the day they are said to begin', () => {
    const confirmed = [
      area('a', first, { from: '2015-01-01', body: { confirmedOn: '2017-05-01', confirmedByRole: 'regionstyrelse' } }),
    ]
    const after = (validFrom: string | null, changes: Record<string, unknown>) => {
      const { confirmedOn, confirmedByRole } = edit(validFrom, changes, confirmed)[0]!.version.body as BodyOf<'priorityArea'>
      return [confirmedOn, confirmedByRole]
    }
    const kept = ['2017-05-01', 'regionstyrelse']
    expect(after('2018-01-01', { verbatimLabel: 'Annat' })).toEqual([null, null])
    expect(after('2017-05-01', { verbatimLabel: 'Annat' })).toEqual([null, null])
    expect(after(null, { verbatimLabel: 'Annat' })).toEqual([null, null])
    expect(after('2018-01-01', { displayLabel: 'Rättat', translatedLabel: 'Corrected' })).toEqual(kept)
    expect(after('2018-01-01', { verbatimLabel: 'Annat', confirmedOn: '2018-02-01' })[0]).toBe('2018-02-01')
  })
  test('of a record that was withdrawn begins it again', () => {
    const gone = [...stretched.slice(0, 1), area('a', first, { from: '2015-01-01', state: 'withdrawn' })]
    expect(edit(null, {}, gone).map(({ version }) => [version.validFrom, version.validTo])).toEqual([['2015-01-01', null]])
    expect(edit('2018-01-01', {}, gone)[0]!.version.validFrom).toBe('2018-01-01')
  })
  test('may change a part of a field, and fill one that is empty', () => {
    const body = (changes: Record<string, unknown>) => edit(null, changes)[0]!.version.body
    expect(body({ 'description.sv': 'Om', 'description.en': 'About' })).toMatchObject({ description: { sv: 'Om', en: 'About' } })
    expect(body({ 'owner.id': '05' })).toMatchObject({ owner: { kind: 'region', id: '05' } })
  })
  test('of what is not there, by an old number, or to what may not be, is refused in words', () => {
    expect(refusal(() => edit(null, {}, []))).toMatchObject({
      code: 'not_found',
      detail: 'priorityArea a',
      data: { kind: 'priorityArea', recordId: 'a' },
    })
    const old = { kind: 'priorityArea', recordId: 'a', changes: {}, validFrom: null, expectedVersion: 2, ...signed } as const
    expect(refusal(() => editRecord(versionsOf(stretched), old)).code).toBe('version_outdated')
    expect(refusal(() => edit(null, { finns: 1 }))).toMatchObject({ code: 'invalid_record', data: { field: 'finns' } })
    expect(refusal(() => edit(null, { finns: 1 })).detail).toContain('no field “finns”. It has: owner, strategyId')
    expect(refusal(() => edit(null, { __proto__x: 1 })).code).toBe('invalid_record')
    expect(refusal(() => edit(null, JSON.parse('{"__proto__": 1}') as Record<string, unknown>)).code).toBe('invalid_record')
    const wrong = refusal(() => edit(null, { order: 0, displayLabel: '' }))
    expect(wrong.code).toBe('invalid_record')
    expect(wrong.detail).toMatch(/^(order|displayLabel): .* (order|displayLabel): /)
    expect(wrong.data['changes']).toEqual({ order: 0, displayLabel: '' })
  })
  test('by an old number says what the record is now, and who made it so', () => {
    const [version] = versionsOf(stretched)
    expect(outdatedVersion(version!, 7)).toMatchObject({
      code: 'version_outdated',
      detail: 'priorityArea a is now version 1, not 7. Last changed 2015-01-01 by prov: Infört',
      data: { kind: 'priorityArea', recordId: 'a', expectedVersion: 7, currentVersion: 1 },
    })
  })
  test('of a kind as people write it', () => {
    expect([parseRecordKind('priorityarea'), parseRecordKind('REGION')]).toEqual(['priorityArea', 'region'])
    expect(refusal(() => parseRecordKind('saga'))).toMatchObject({
      code: 'bad_request',
      detail: expect.stringMatching(/“saga”.*region, /),
    })
  })
})

describe('a confirmation', () => {
  const list: Sketch[] = [
    region('03', 'Alvik'),
    second,
    area('b', second, { body: { order: 2 }, source: at('plan') }),
    area('a', second),
    area('a', second, { from: '2023-01-01', body: { order: 5 }, note: 'Flyttad' }),
    area('slut', second, { to: '2021-01-01', body: { order: 3 } }),
  ]
  const confirm = (confirmedOn: string) =>
    confirmPriorities(viewOf(list), { regionCode: '03', confirmedOn, confirmedByRole: 'Chef', ...signed })
  test('is written from its day on, and what comes after is said again as it was', () => {
    const written = confirm('2022-05-05').map(({ version, expectedVersion }) => {
      const { confirmedOn, confirmedByRole, order } = version.body as BodyOf<'priorityArea'>
      return [
        version.recordId,
        version.validFrom,
        version.validTo,
        confirmedOn,
        confirmedByRole,
        order,
        version.changeNote,
        expectedVersion,
      ]
    })
    expect(written).toEqual([
      ['a', '2022-05-05', '2023-01-01', '2022-05-05', 'Chef', 1, 'Varför', 2],
      ['a', '2023-01-01', null, null, null, 5, 'Flyttad', 3],
      ['b', '2022-05-05', null, '2022-05-05', 'Chef', 2, 'Varför', 1],
    ])
    expect(confirm('2022-05-05').every(({ version }) => version.state === 'published' && version.recordedBy === 'Prov')).toBe(
      true,
    )
  })
  test('is refused where no list was in force', () => {
    expect(refusal(() => confirm('2019-12-31'))).toMatchObject({
      code: 'not_found',
      detail: 'No list was in force on 2019-12-31. Choose a day on which the region had a list.',
      data: { regionCode: '03' },
    })
  })
})
