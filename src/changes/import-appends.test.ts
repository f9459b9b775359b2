import { describe, expect, test } from 'vitest'
import { area, strategy } from '../snapshot/testing/small-registry.ts'
import { closeOn, makeVersion, mintAreaId, recordsOf, rewrite } from './import-appends.ts'
import type { PlanContext } from './import-plan-types.ts'
import { historyOf } from './registry-view.ts'
import { written } from './testing/small-deck.ts'
import { viewOf } from './testing/small-view.ts'

const list = strategy('lista', '03', { from: '2015-01-01' })
const stretch = (from: string, to: string | null = null) => area('a', list, { from, to })
/** A record with these stretches of time, and the context to plan in. */
function recordOf(...stretches: ReturnType<typeof stretch>[]) {
  const { known, numbers } = viewOf([list, ...stretches])
  const context = { known, numbers, minted: new Set<string>(), recordedBy: 'prov' } as unknown as PlanContext
  return { context, history: historyOf(known, 'priorityArea', 'a') }
}

describe('a record that ends on 2018-01-31', () => {
  const date = '2018-01-31'
  test.each([
    ['open', [stretch('2015-01-01')], ['priorityArea a 2015-01-01 2018-01-31 1']],
    ['until later', [stretch('2015-01-01', '2020-01-01')], ['priorityArea a 2015-01-01 2018-01-31 1']],
    ['until that day', [stretch('2015-01-01', '2018-01-31')], []],
    ['until earlier', [stretch('2015-01-01', '2016-01-01')], []],
    ['in two stretches', [stretch('2015-01-01'), stretch('2017-01-01')], ['priorityArea a 2017-01-01 2018-01-31 2']],
    [
      'with a stretch from that day on',
      [stretch('2015-01-01'), stretch('2018-01-31')],
      ['priorityArea a 2015-01-01 2018-01-31 2'],
    ],
    [
      'with a gap, and again later',
      [stretch('2015-01-01', '2016-01-01'), stretch('2019-01-01')],
      ['priorityArea a 2015-01-01 2016-01-01 2'],
    ],
    ['from that day on', [stretch('2018-01-31')], ['priorityArea a 2018-01-31  withdrawn 1']],
    ['from later on', [stretch('2019-01-01', '2020-01-01')], ['priorityArea a 2019-01-01  withdrawn 1']],
  ])('was in force %s', (_when, stretches, expected) => {
    const { context, history } = recordOf(...stretches)
    expect(written(closeOn(context, history, { date, changeNote: 'Slut.' }))).toEqual(expected)
  })
})

test('a stretch with another body repeats the later ones with their own bodies and notes', () => {
  const later = area('a', list, { from: '2017-01-01', body: { order: 9 }, note: 'Flyttad' })
  const { context, history } = recordOf(stretch('2015-01-01'), later)
  const [first] = history
  const { id: _id, meta: _meta, ...body } = first!
  const appends = rewrite(context, history, { at: first!, body: { ...body, order: 4 }, changeNote: 'Rättad' })
  expect(written(appends)).toEqual(['priorityArea a 2015-01-01 2017-01-01 2', 'priorityArea a 2017-01-01  3'])
  expect(appends.map(({ version }) => [(version.body as { order: number }).order, version.changeNote])).toEqual([
    [4, 'Rättad'],
    [9, 'Flyttad'],
  ])
  expect(recordsOf(appends)).toEqual(['priorityArea/a'])
})

test('a note is at most a thousand characters', () => {
  const { context } = recordOf(stretch('2015-01-01'))
  const { kind, recordId, body } = stretch('2015-01-01')
  const version = { kind, recordId, body, validFrom: '2015-01-01', validTo: null, source: null }
  expect(makeVersion(context, { ...version, changeNote: 'x'.repeat(1001) }).changeNote).toBe('x'.repeat(1000))
})

test('the id of an area is its list and its label, at most 110 characters, and never one that is taken', () => {
  const { context } = recordOf(stretch('2015-01-01'))
  expect(mintAreaId(context, 'alvik-2018', 'Skoglig bioekonomi')).toBe('alvik-2018-skoglig-bioekonomi')
  expect(mintAreaId(context, 'alvik-2018', 'Skoglig bioekonomi!')).toBe('alvik-2018-skoglig-bioekonomi-2')
  expect(mintAreaId(context, 'x'.repeat(120), 'Energi')).toBe('x'.repeat(110))
})
