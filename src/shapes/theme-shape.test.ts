import { describe, expect, test } from 'vitest'
import { area, programmePeriod, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import { allPriorities, ThemeShape, themeShape, themeSummaries, ThemeSummaryShape } from './theme-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { findTheme, themes } = shippedThesaurus

const energy = (day: string) => ThemeShape.parse(themeShape(threeRegionsOn(day), findTheme('energi')!))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('a theme', () => {
  test('has its areas in force by owner’s name, and the earlier ones, newest first', () => {
    const { inForce, earlier } = energy('2024-01-01')
    expect([ids(inForce), ids(earlier)]).toEqual([['a21-energi', 'b17-energi', 'd16-vind'], ['a15-energi']])
  })
  test('earlier areas of one day come by owner and place in the list', () => {
    const [old, older] = [
      strategy('s1', '03', { to: '2020-01-01' }),
      strategy('s2', '02', { from: '2014-01-01', to: '2020-01-01' }),
    ]
    const other = strategy('s3', '02', { to: '2020-01-01' })
    const energyArea = (id: string, of: typeof old, order = 1) => area(id, of, { body: { displayLabel: 'Energi', order } })
    const made = snapshotOf([
      region('02', 'Ådal'),
      region('03', 'Alvik'),
      old,
      older,
      other,
      energyArea('a-tva', old, 2),
      energyArea('b-ett', old, 1),
      energyArea('c-forst', older),
      energyArea('d-adal', other),
    ])
    expect(ids(themeShape(made, findTheme('energi')!).earlier)[3]).toBe('c-forst')
  })
  test('in force, an owner’s areas come in the order of its list', () => {
    const list = strategy('s1', '03')
    const made = snapshotOf([
      region('03', 'Alvik'),
      list,
      area('a', list, { body: { displayLabel: 'Vindkraft', order: 2 } }),
      area('b', list, { body: { displayLabel: 'Solenergi', order: 1 } }),
    ])
    expect(ids(themeShape(made, findTheme('energi')!).inForce)).toEqual(['b', 'a'])
  })
  test('counts areas in force, and regions once; a joint area is no region', () => {
    expect(energy('2024-01-01')).toMatchObject({ priorityCount: 3, regionCount: 2 })
    expect(energy('2016-06-01')).toMatchObject({ priorityCount: 2, regionCount: 2 })
    const list = strategy('s1', '03')
    const twice = ['Vindkraft', 'Solenergi'].map((displayLabel) =>
      area(displayLabel.toLowerCase(), list, { body: { displayLabel } }),
    )
    const made = snapshotOf([region('03', 'Alvik'), list, ...twice])
    expect(themeShape(made, findTheme('energi')!)).toMatchObject({ priorityCount: 2, regionCount: 1 })
  })
  test('counts the regions that had it in each period, beside those with any list then', () => {
    expect(energy('2024-01-01').byPeriod).toEqual([
      { programmePeriodId: '2014-2020', regionCount: 2, regionsWithList: 3 },
      { programmePeriodId: '2021-2027', regionCount: 1, regionsWithList: 1 },
    ])
    expect(energy('2020-01-01').byPeriod.map(({ programmePeriodId }) => programmePeriodId)).toEqual(['2014-2020'])
  })
  test('names the themes it shares areas in force with, most shared first and else by id', () => {
    const list = strategy('s1', '03')
    const labels = ['Energi och digitalisering', 'Energi och turism', 'Energi och livsmedel', 'Livsmedel och energi', 'Turism']
    const made = snapshotOf([
      region('03', 'Alvik'),
      programmePeriod('2014-2020'),
      list,
      ...labels.map((displayLabel, index) => area(`a${index}`, list, { body: { displayLabel } })),
    ])
    expect(themeShape(made, findTheme('energi')!).together).toEqual([
      { themeId: 'livsmedel', priorityCount: 2 },
      { themeId: 'besoksnaring', priorityCount: 1 },
      { themeId: 'digitalisering', priorityCount: 1 },
    ])
  })
  test('what ended is not counted as shared', () => {
    expect(energy('2024-01-01').together).toEqual([{ themeId: 'livsmedel', priorityCount: 1 }])
  })
})

test('all themes are listed in the thesaurus’s order, also those that nobody has chosen', () => {
  const all = themeSummaries(threeRegionsOn('2024-01-01')).map((one) => ThemeSummaryShape.parse(one))
  expect(ids(all)).toEqual(ids(themes))
  const counted = all.filter(({ priorityCount }) => priorityCount > 0)
  expect(counted.map(({ id, regionCount, priorityCount }) => [id, regionCount, priorityCount])).toEqual([
    ['skog-och-bioekonomi', 2, 2],
    ['livsmedel', 0, 1],
    ['energi', 2, 3],
  ])
})

test('every area that has begun by the day is at hand, ended ones too', () => {
  expect(ids(allPriorities(threeRegionsOn('2015-01-01')))).toEqual(['a15-energi', 'a15-livsmedel', 'a15-turism', 'o14-livsmedel'])
})
