import { describe, expect, test } from 'vitest'
import { area, at, programmePeriod, region, source, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import type { Append } from '../store/store.ts'
import { checkReferences } from './check-references.ts'
import { makeMemoryStore } from './testing/memory-store.ts'
import { appendOf, refusalOf } from './testing/small-view.ts'

/** The list is in force in 2015–2019; another is only drafted. */
const list = strategy('lista', '03', { from: '2015-01-01', to: '2020-01-01' })
const drafted = { ...strategy('utkast', '03', { from: '2015-01-01' }), state: 'draft' } as const
const base: Sketch[] = [
  region('03', 'Alvik'),
  programmePeriod('2014-2020', { from: '2010-01-01' }),
  source('plan'),
  list,
  drafted,
]
const among = (sketches: readonly Sketch[]) => makeMemoryStore(versionsOf(sketches))
const check = (appends: Append[], sketches = base) => checkReferences({ store: among(sketches) }, appends)

const stretch = (from: string, to: string | null, more: Partial<Sketch<'priorityArea'>> = {}) => ({
  ...area('omrade', list),
  from,
  to,
  ...more,
})
const elsewhere = (strategyId: string) => ({ ...area('omrade', list).body, strategyId })
const missing = elsewhere('ingen')

describe('a change is accepted', () => {
  test.each<[what: string, appends: Append[], sketches?: Sketch[]]>([
    ['when all that it names is there on all days', [appendOf(stretch('2015-01-01', '2020-01-01', { source: at('plan') }))]],
    [
      'when what it names is in the same change, before it or after it',
      [appendOf(area('a', strategy('ny', '03'))), appendOf(strategy('ny', '03')), appendOf(area('b', strategy('ny', '03')))],
    ],
    [
      'when the same change makes the list last longer',
      [appendOf({ ...list, to: '2024-01-01' }, 1), appendOf(stretch('2015-01-01', '2024-01-01'))],
    ],
    [
      'when only a part that gives way to a later version of the change is not covered',
      [appendOf(stretch('2015-01-01', null)), appendOf({ ...stretch('2019-01-01', null), state: 'withdrawn' }, 1)],
    ],
    [
      'when a draft names what is only a draft',
      [appendOf(stretch('2015-01-01', null, { state: 'draft', body: elsewhere('utkast') }))],
    ],
    ['when a proposal names what is there on other days', [appendOf(stretch('1999-01-01', null, { state: 'proposed' }))]],
    [
      'when it takes back what names something that is not there',
      [appendOf(stretch('2015-01-01', null, { state: 'withdrawn', body: missing }), 1)],
      [...base, stretch('2015-01-01', null, { body: missing })],
    ],
    [
      'when it returns a proposal that names something that is not there',
      [appendOf(stretch('2015-01-01', null, { state: 'returned', body: missing }), 1)],
      [...base, stretch('2015-01-01', null, { state: 'proposed', body: missing })],
    ],
    [
      'whatever an earlier change has named: that was checked then',
      [appendOf(stretch('2018-01-01', '2020-01-01'), 1)],
      [...base, stretch('2015-01-01', null, { body: missing })],
    ],
    ['when it is empty', []],
  ])('%s', async (_what, appends, sketches) => {
    await check(appends, sketches)
  })
})

describe('a change is refused, with the record and the field', () => {
  test.each<[what: string, appends: Append[], field: string, words: string]>([
    [
      'when a list is not there',
      [appendOf(stretch('2015-01-01', '2020-01-01', { body: missing }))],
      'strategyId',
      'no strategy “ingen” on 2015-01-01',
    ],
    [
      'when a list ends before it does',
      [appendOf(stretch('2015-01-01', '2020-01-02'))],
      'strategyId',
      'no strategy “lista” on 2020-01-01',
    ],
    [
      'when a list is only a draft',
      [appendOf(stretch('2015-01-01', null, { body: elsewhere('utkast') }))],
      'strategyId',
      'no strategy “utkast” on 2015-01-01',
    ],
    [
      'when a source is not there',
      [appendOf(stretch('2015-01-01', '2020-01-01', { source: at('rykte') }))],
      'source',
      'no source “rykte”. ',
    ],
    [
      'when a draft names what is not there at all',
      [appendOf(stretch('2015-01-01', null, { state: 'draft', body: missing }))],
      'strategyId',
      'no strategy “ingen”. ',
    ],
    [
      'when a proposal names what is not there at all',
      [appendOf(stretch('2015-01-01', null, { state: 'proposed', body: missing }))],
      'strategyId',
      'no strategy “ingen”. ',
    ],
    [
      'when the same change makes the list end earlier',
      [appendOf({ ...list, to: '2018-01-01' }, 1), appendOf(stretch('2015-01-01', '2020-01-01'))],
      'strategyId',
      'no strategy “lista” on 2018-01-01',
    ],
    [
      'when only a later version of the record names what is not there',
      [appendOf(stretch('2015-01-01', '2018-01-01')), appendOf(stretch('2018-01-01', '2020-01-01', { body: missing }), 1)],
      'strategyId',
      'no strategy “ingen” on 2018-01-01',
    ],
  ])('%s', async (_what, appends, field, words) => {
    const { code, detail, data } = await refusalOf(check(appends))
    expect([code, data['issues']]).toEqual([
      'invalid_record',
      [{ record: 'priorityArea/omrade', path: field, message: expect.stringContaining(words) }],
    ])
    expect(detail).toBe(`priorityArea/omrade, field ${field}: ${(data['issues'] as { message: string }[])[0]!.message}`)
    expect(data['words']).toEqual({
      en: detail,
      sv: expect.stringMatching(`^priorityArea/omrade, fältet ${field}: Det finns ingen post`),
    })
  })

  test('and how many more there are', async () => {
    const appends = [
      appendOf(stretch('2015-01-01', '2020-01-01', { body: missing, source: at('rykte') })),
      appendOf(area('b', strategy('borta', '03'))),
    ]
    const { detail, data } = await refusalOf(check(appends))
    expect((data['issues'] as { record: string; path: string }[]).map(({ record, path }) => `${record} ${path}`)).toEqual([
      'priorityArea/omrade strategyId',
      'priorityArea/omrade source',
      'priorityArea/b strategyId',
    ])
    expect(detail).toMatch(/\(\+ 2\)$/)
    expect((data['words'] as { sv: string }).sv).toMatch(/\(\+ 2\)$/)
  })
})

test('each record that is named is read once, and what the change creates not at all', async () => {
  const read: string[] = []
  const store = among(base)
  const findVersions: typeof store.findVersions = (kind, id) => {
    read.push(`${kind}/${id}`)
    return store.findVersions(kind, id)
  }
  await checkReferences({ store: { findVersions } }, [appendOf(area('a', list)), appendOf(area('b', list))])
  expect(read.toSorted()).toEqual(['programmePeriod/2014-2020', 'region/03', 'strategy/lista'])
})
