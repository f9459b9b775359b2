import { describe, expect, test } from 'vitest'
import { area, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { disagreementLine, findListLines } from './list-lines.ts'
import { viewOf } from './testing/small-view.ts'

const list = strategy('lista', '03', { from: '2015-01-01', to: '2020-01-01' })
const linesOf = (...sketches: Sketch[]) => findListLines(viewOf([region('03', 'Alvik'), ...sketches]).known)

describe('a line for each fault of the lists of a registry', () => {
  test('is missing when there is no fault', () => {
    expect(linesOf(list, area('energi', list))).toEqual([])
  })
  test('names the list or area at fault', () => {
    const [line, ...more] = linesOf(list, strategy('annan', '03', { from: '2018-01-01' }))
    expect(more).toEqual([])
    expect(line!.en).toMatch(/^strategy\/annan: On 2018-01-01 the owner’s list “lista”/)
    expect(line!.sv).toMatch(/^strategy\/annan: Den 2018-01-01 gäller redan ägarens lista ”lista”/)
  })
  test('gives the day on which areas in force and the list differ, where no rule names a fault', () => {
    expect(linesOf(list, area('energi', list, { to: null }))).toEqual([
      {
        sv: 'region:03 den 2020-01-01: gäller men finns inte i ägarens lista: energi',
        en: 'region:03 on 2020-01-01: in force but not on the owner’s list: energi',
      },
    ])
  })
  test('names all the areas of a day', () => {
    const twoLeft = linesOf(list, area('energi', list, { to: null }), area('skog', list, { to: null }))
    expect(twoLeft.map(({ en }) => en)).toEqual(['region:03 on 2020-01-01: in force but not on the owner’s list: energi, skog'])
  })
})

describe('a day on which an owner’s areas and list differ', () => {
  const line = (notOnList: string[], notInForce: string[]) =>
    disagreementLine({ day: '2020-01-01', owner: 'region:03', notOnList, notInForce })
  test.each([
    [['a'], [], 'in force but not on the owner’s list: a', 'gäller men finns inte i ägarens lista: a'],
    [[], ['a', 'b'], 'on the list but not in force: a, b', 'finns i listan men gäller inte: a, b'],
    [
      ['a', 'b'],
      ['c'],
      'in force but not on the owner’s list: a, b; on the list but not in force: c',
      'gäller men finns inte i ägarens lista: a, b; finns i listan men gäller inte: c',
    ],
  ])('with %j on no list and %j not in force is told in words', (notOnList, notInForce, en, sv) => {
    expect(line(notOnList, notInForce)).toEqual({ sv: `region:03 den 2020-01-01: ${sv}`, en: `region:03 on 2020-01-01: ${en}` })
  })
})
