import { describe, expect, test } from 'vitest'
import { area, strategy } from '../snapshot/testing/small-registry.ts'
import { ChangesShape, changesShape } from './changes-shape.ts'
import type { EditionShape } from './shapes.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const between = (from: string, to: string) => ChangesShape.parse(changesShape(threeRegionsOn('2026-01-01'), { from, to }))
const outcomes = (from: string, to: string) => between(from, to).changes.map(({ owner, outcome }) => `${owner.id} ${outcome}`)

describe('what became of each owner’s list between two days', () => {
  test.each([
    ['2013-01-01', '2014-01-01', ['03 neither', '02 neither', '01 neither', 'bron neither']],
    ['2014-01-01', '2015-06-01', ['03 begun', '02 neither', '01 begun', 'bron neither']],
    ['2016-06-01', '2017-12-31', ['03 same', '02 same', '01 same', 'bron begun']],
    ['2017-06-01', '2018-06-01', ['03 changed', '02 same', '01 ended', 'bron same']],
    ['2018-06-01', '2024-01-01', ['03 changed', '02 same', '01 neither', 'bron same']],
  ])('from %s to %s', (from, to, expected) => {
    expect(outcomes(from, to)).toEqual(expected)
  })
  test('another list with the same areas is restated, and each area unchanged', () => {
    const [first, second] = [
      strategy('s1', '02', { from: '2000-01-01', to: '2001-01-01' }),
      strategy('s2', '02', { from: '2001-01-01', to: '2002-01-01' }),
    ]
    const energy = { body: { displayLabel: 'Energi' } }
    const snapshot = threeRegionsOn('2026-01-01', first, area('e1', first, energy), second, area('e2', second, energy))
    const [, adal] = changesShape(snapshot, { from: '2000-06-01', to: '2001-06-01' }).changes
    expect(adal).toMatchObject({
      outcome: 'restated',
      links: [{ predecessorId: 'e1', successorId: 'e2', change: 'unchanged', basis: 'suggested' }],
    })
  })
  test('the lists of both days are shown, and the links between them', () => {
    const { from, to, changes } = between('2018-06-01', '2024-01-01')
    const [alvik, , osterby] = changes
    expect([from, to]).toEqual(['2018-06-01', '2024-01-01'])
    expect([alvik!.before?.strategy.id, alvik!.after?.strategy.id]).toEqual(['alvik-2015', 'alvik-2021'])
    expect(alvik!.links.map(({ predecessorId, successorId, change }) => [predecessorId, successorId, change])).toEqual([
      ['a15-energi', 'a21-energi', 'unchanged'],
      [null, 'a21-skog', 'new'],
    ])
    expect([osterby!.before, osterby!.after, osterby!.links]).toEqual([null, null, []])
  })
  test('an area that is gone from the later list was dropped only where that list is known whole', () => {
    const [first, second] = [
      strategy('s1', '02', { from: '2000-01-01', to: '2001-01-01' }),
      strategy('s2', '02', { from: '2001-01-01', to: '2002-01-01' }),
    ]
    const snapshot = threeRegionsOn('2026-01-01', first, area('e1', first, { body: { displayLabel: 'Energi' } }), second)
    const [, adal] = changesShape(snapshot, { from: '2000-06-01', to: '2001-06-01' }).changes
    expect(adal!.links.map(({ change }) => change)).toEqual(['dropped'])
  })
  test('a list that nobody has read is unread, whether it comes, goes or stays, and never repeated', () => {
    const list = (id: string, from: string, to: string, isComplete: boolean) =>
      strategy(id, '02', { from, to, body: { isComplete } })
    const [first, second, third] = [
      list('s1', '2000-01-01', '2001-01-01', true),
      list('s2', '2001-01-01', '2002-01-01', false),
      list('s3', '2002-01-01', '2003-01-01', true),
    ]
    const energy = { body: { displayLabel: 'Energi' } }
    const snapshot = threeRegionsOn('2026-01-01', first, area('e1', first, energy), second, third, area('e3', third, energy))
    const outcome = (from: string, to: string) => changesShape(snapshot, { from, to }).changes[1]!.outcome
    expect(outcome('2000-06-01', '2001-06-01')).toBe('unread')
    expect(outcome('2001-06-01', '2001-07-01')).toBe('unread')
    expect(outcome('2001-06-01', '2002-06-01')).toBe('unread')
    expect(outcome('1999-06-01', '2001-06-01')).toBe('unread')
    expect(outcome('2000-06-01', '2002-06-01')).toBe('restated')
  })
  test('a list that is the same on both days has no links', () => {
    expect(between('2016-06-01', '2017-12-31').changes.flatMap(({ links }) => links)).toEqual([])
  })
  test('a list that was edited between the days has changed, with the words of each day', () => {
    const list = strategy('s1', '02', { from: '2000-01-01' })
    const energy = { body: { displayLabel: 'Energi', verbatimLabel: 'Energi' } }
    const snapshot = threeRegionsOn(
      '2026-01-01',
      list,
      area('e1', list, energy),
      area('e1', list, { from: '2001-01-01', body: { displayLabel: 'Energi och lagring', verbatimLabel: 'Energi och lagring' } }),
      area('e2', list, { body: { displayLabel: 'Skog' } }),
      area('e3', list, { from: '2001-01-01', body: { displayLabel: 'Hav' } }),
      area('e4', list, { to: '2001-01-01', body: { displayLabel: 'Rymd' } }),
    )
    const [, adal] = changesShape(snapshot, { from: '2000-06-01', to: '2001-06-01' }).changes
    expect(adal!.outcome).toBe('changed')
    const labelIn = (edition: EditionShape | null, id: string | null) =>
      edition!.priorities.find((one) => one.id === id)?.displayLabel
    const told = adal!.links.map(({ predecessorId, successorId, change }) => [
      labelIn(adal!.before, predecessorId),
      change,
      labelIn(adal!.after, successorId),
    ])
    expect(new Set(told)).toEqual(
      new Set([
        ['Energi', 'renamed', 'Energi och lagring'],
        ['Rymd', 'dropped', undefined],
        ['Skog', 'unchanged', 'Skog'],
        [undefined, 'new', 'Hav'],
      ]),
    )
    const [, still] = changesShape(snapshot, { from: '2001-06-01', to: '2002-06-01' }).changes
    expect([still!.outcome, still!.links]).toEqual(['same', []])
  })
})
