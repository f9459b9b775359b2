import { describe, expect, test } from 'vitest'
import { area, jointArea, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { historiesAfter } from './histories.ts'
import { findListFaults } from './list-rules.ts'
import { viewOf } from './testing/small-view.ts'

const base: Sketch[] = [region('03', 'Alvik'), region('04', 'Byn'), jointArea('norr', ['03', '04'])]
const listOf = (id: string, from: string, to: string | null = null, owner = '03') => strategy(id, owner, { from, to })
const faultsOf = (sketches: Sketch[], asked?: string[]) =>
  findListFaults(historiesAfter(viewOf([...base, ...sketches]).known), asked && new Set(asked))
const shortly = (sketches: Sketch[], asked?: string[]) =>
  faultsOf(sketches, asked).map(({ kind, recordId, field }) => `${kind} ${recordId} ${field}`)

describe('two lists of one owner in force at once', () => {
  test.each<[what: string, lists: Sketch[], faults: string[]]>([
    ['one after the other', [listOf('a', '2015-01-01', '2018-01-01'), listOf('b', '2018-01-01')], []],
    ['a day at once', [listOf('a', '2015-01-01', '2018-01-02'), listOf('b', '2018-01-01')], ['strategy b validFrom']],
    ['an open one before', [listOf('a', '2015-01-01'), listOf('b', '2018-01-01')], ['strategy b validFrom']],
    ['the newer entered first', [listOf('b', '2018-01-01'), listOf('a', '2015-01-01')], ['strategy b validFrom']],
    ['of two regions', [listOf('a', '2015-01-01'), listOf('b', '2018-01-01', null, '04')], []],
    ['of a region and a joint area', [listOf('a', '2015-01-01'), listOf('b', '2018-01-01', null, 'norr')], []],
    [
      'the first of three still open',
      [listOf('a', '2015-01-01'), listOf('b', '2018-01-01', '2019-01-01'), listOf('c', '2020-01-01')],
      ['strategy b validFrom', 'strategy c validFrom'],
    ],
    ['a stretch of the same list after another', [listOf('a', '2015-01-01'), listOf('a', '2017-01-01')], []],
  ])('%s', (_what, lists, faults) => {
    expect(shortly(lists)).toEqual(faults)
  })

  test('is reported with both lists, the day, and how to mend it', () => {
    const [fault] = faultsOf([listOf('a', '2015-01-01'), listOf('b', '2018-01-01')])
    expect(fault!.words.en).toBe(
      'On 2018-01-01 the owner’s list “a” (edition 2015-01-01) is in force already, so “b” (edition 2018-01-01) cannot be in force too. End the older list and its areas on that day (validTo), or choose other days.',
    )
    expect(fault!.words.sv).toContain('Den 2018-01-01 gäller redan ägarens lista ”a”')
  })

  test('is asked about for some lists: it is reported when either of the two is among them', () => {
    const lists = [listOf('a', '2015-01-01'), listOf('b', '2018-01-01')]
    expect([shortly(lists, ['a']), shortly(lists, ['b']), shortly(lists, ['c'])].map(({ length }) => length)).toEqual([1, 1, 0])
  })
})

describe('an area that differs from its list', () => {
  const list = listOf('lista', '2015-01-01', '2020-01-01')
  const other = { kind: 'region', id: '04' } as const
  test.each<[what: string, sketches: Sketch[], faults: string[]]>([
    ['in nothing', [list, area('x', list)], []],
    ['in its owner', [list, area('x', list, { body: { owner: other } })], ['priorityArea x owner']],
    [
      'in its period',
      [list, area('x', list, { body: { programmePeriodId: '2021-2027' } })],
      ['priorityArea x programmePeriodId'],
    ],
    [
      'in both: the owner is reported',
      [list, area('x', list, { body: { owner: other, programmePeriodId: '2021-2027' } })],
      ['priorityArea x owner'],
    ],
    [
      'only from a day on',
      [list, area('x', list), area('x', list, { from: '2018-01-01', body: { owner: other } })],
      ['priorityArea x owner'],
    ],
    ['on days without the list', [list, area('x', list, { from: '2020-01-01', to: null, body: { owner: other } })], []],
    ['before the list begins', [list, area('x', list, { from: '2014-01-01', to: '2015-01-01', body: { owner: other } })], []],
    ['of a list that is not there', [area('x', list, { body: { owner: other } })], []],
  ])('%s', (_what, sketches, faults) => {
    expect(shortly(sketches)).toEqual(faults)
  })

  test('is reported with the words of the field, in both languages', () => {
    const [fault] = faultsOf([list, area('x', list, { body: { owner: other } })])
    expect(fault!.words).toEqual({
      sv: '”x” har en annan ägare än listan ”lista” som det hör till. Ge området listans ägare, eller ange en annan lista.',
      en: '“x” has another owner than the list “lista” that it belongs to. Give the area the list’s owner, or name another list.',
    })
    const [period] = faultsOf([list, area('x', list, { body: { programmePeriodId: '2021-2027' } })])
    expect([period!.words.sv, period!.words.en]).toEqual([
      expect.stringContaining('en annan programperiod än'),
      expect.stringContaining('another programme period than'),
    ])
  })

  test('is asked about for some lists alone', () => {
    const sketches = [list, area('x', list, { body: { owner: other } })]
    expect([shortly(sketches, ['lista']), shortly(sketches, ['annan'])].map(({ length }) => length)).toEqual([1, 0])
  })
})
