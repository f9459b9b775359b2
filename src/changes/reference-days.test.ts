import { describe, expect, test } from 'vitest'
import { area, at, jointArea, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { firstMissingDay, missingWords, referencesOf } from './reference-days.ts'

const second = strategy('s2', '03', { from: '2020-01-01' })

describe('whether what is named is there', () => {
  const days = (...pairs: [string, string | null][]) => pairs.map(([validFrom, validTo]) => ({ validFrom, validTo }))
  test.each([
    ['anyDay', ['2015', '2016'], [], '2015'],
    ['anyDay', ['2015', '2016'], [['2020', '2021']], null],
    ['firstDay', ['2015', null], [['2015', '2016']], null],
    ['firstDay', ['2015', null], [['2016', null]], '2015'],
    ['firstDay', ['2015', null], [], '2015'],
    ['everyDay', ['2015', '2017'], [['2014', null]], null],
    ['everyDay', ['2015', '2017'], [['2015', '2017']], null],
    ['everyDay', ['2015', '2017'], [['2014', '2016']], '2016'],
    [
      'everyDay',
      ['2015', '2017'],
      [
        ['2014', '2016'],
        ['2016', '2018'],
      ],
      null,
    ],
    [
      'everyDay',
      ['2015', '2018'],
      [
        ['2014', '2016'],
        ['2017', '2018'],
      ],
      '2016',
    ],
    [
      'everyDay',
      ['2015', null],
      [
        ['2014', '2016'],
        ['2016', null],
      ],
      null,
    ],
    ['everyDay', ['2015', null], [['2014', '2016']], '2016'],
    ['everyDay', ['2015', '2017'], [['2016', null]], '2015'],
    [
      'everyDay',
      ['2015', '2017'],
      [
        ['2010', '2012'],
        ['2014', '2020'],
      ],
      null,
    ],
    ['everyDay', ['2015', '2017'], [], '2015'],
  ] as const)('%s of %j among %j: missing from %s', (on, [validFrom, validTo], there, expected) => {
    expect(firstMissingDay(on as never, { validFrom, validTo }, days(...(there as never as [string, string | null][])))).toBe(
      expected,
    )
  })
  test('a record names what is in its body, and the source it rests on', () => {
    const fields = (one: Sketch) =>
      referencesOf({ source: null, ...one } as never).map(({ field, kind, id }) => `${field} ${kind} ${id}`)
    expect(fields(area('a', second, { source: at('plan') }))).toEqual(
      expect.arrayContaining(['strategyId strategy s2', 'owner region 03', 'source source plan']),
    )
    expect(fields(area('a', second)).some((one) => one.startsWith('source'))).toBe(false)
    expect(fields(jointArea('bron', ['01', '03'])).length).toBe(2)
  })
  test('a refusal says which, on which day, and how to mend it', () => {
    expect(missingWords({ field: 'x', kind: 'strategy', id: 's9', on: 'firstDay' } as never, '2015-01-01').en).toMatch(
      /“s9” on 2015-01-01\. Correct the id/,
    )
    expect(missingWords({ field: 'x', kind: 'source', id: 's9', on: 'anyDay' } as never, '2015-01-01').en).not.toContain('2015')
    expect(missingWords({ field: 'x', kind: 'source', id: 's9', on: 'firstDay' } as never, '2015-01-01').sv).toContain(
      ' den 2015-01-01',
    )
  })
})
