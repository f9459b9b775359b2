import { describe, expect, test } from 'vitest'
import { area, at, region, snapshotOf, source, strategy } from '../snapshot/testing/small-registry.ts'
import { labelsOf } from './area-labels.ts'
import { isEmptyDay } from './empty-day.ts'
import { columns, tableView } from './priority-table.ts'
import type { TableChoice } from './priority-table.ts'
import { roundedNumbers } from './rounded-numbers.ts'
import { allPriorities } from './theme-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const all = allPriorities(threeRegionsOn('2024-01-01'))
const everything: TableChoice = {
  text: '',
  region: '',
  theme: '',
  period: '',
  onlyInForce: false,
  sort: 'owner',
  isDescending: false,
}
const idsFor = (choice: Partial<TableChoice>, lang: 'sv' | 'en' = 'sv') =>
  tableView(all, { ...everything, ...choice }, lang).map(({ id }) => id)

describe('which areas the table shows', () => {
  const inForce = ['a21-energi', 'a21-skog', 'b17-energi', 'd16-vind', 'd16-skog']
  test.each<[Partial<TableChoice>, string[]]>([
    [{ onlyInForce: true }, inForce],
    [{ region: 'adal' }, ['d16-vind', 'd16-skog']],
    [{ region: '02' }, ['d16-vind', 'd16-skog']],
    [{ region: 'Ådal' }, []],
    [{ period: '2021-2027' }, ['a21-energi', 'a21-skog']],
    [{ theme: 'energi', onlyInForce: true }, ['a21-energi', 'b17-energi', 'd16-vind']],
    [{ theme: 'energy', period: '2021-2027' }, ['a21-energi']],
    [{ theme: 'livsmedel', onlyInForce: true }, ['b17-energi']],
    [{ text: 'SKOGSBRUK' }, ['d16-skog']],
    [{ text: 'skogs industri' }, ['a21-skog']],
    [{ text: 'forestry' }, ['d16-skog']],
    [{ text: 'bron en' }, ['b17-energi']],
    [{ text: 'ådal' }, ['d16-vind', 'd16-skog']],
    [{ text: 'food and farming', onlyInForce: true }, ['b17-energi']],
    [{ text: 'jordbruk', onlyInForce: true }, ['b17-energi']],
    [{ text: 'null' }, []],
  ])('%#', (choice, expected) => {
    expect(idsFor(choice)).toEqual(expected)
  })
})

describe('in which order', () => {
  const list = strategy('s1', '03', { from: '2015-01-01' })
  const late = strategy('s2', '02', { from: '2016-01-01', body: { programmePeriodId: '2021-2027' } })
  const made = snapshotOf([
    region('02', 'Ådal'),
    region('03', 'Alvik'),
    source('b-kalla'),
    source('a-kalla'),
    list,
    area('x1', list, { body: { displayLabel: 'Vindkraft', order: 10 }, source: at('b-kalla') }),
    area('x2', list, { body: { displayLabel: 'Ö-liv', order: 2 } }),
    late,
    area('y1', late, {
      body: { displayLabel: 'Forestry', language: 'en', translatedLabel: 'Bioekonomi' },
      source: at('a-kalla'),
    }),
  ])
  const orderOf = (sort: TableChoice['sort'], isDescending = false, lang: 'sv' | 'en' = 'sv') =>
    tableView(allPriorities(made), { ...everything, sort, isDescending }, lang).map(({ id }) => id)
  test.each<[TableChoice['sort'], string[], string[]]>([
    ['owner', ['x2', 'x1', 'y1'], ['y1', 'x2', 'x1']],
    ['label', ['y1', 'x1', 'x2'], ['x2', 'x1', 'y1']],
    ['period', ['x2', 'x1', 'y1'], ['y1', 'x2', 'x1']],
    ['themes', ['x2', 'x1', 'y1'], ['y1', 'x1', 'x2']],
    ['validFrom', ['x2', 'x1', 'y1'], ['y1', 'x2', 'x1']],
    ['source', ['x2', 'y1', 'x1'], ['x1', 'y1', 'x2']],
  ])('by %s, and turned round', (column, rising, falling) => {
    expect([orderOf(column), orderOf(column, true)]).toEqual([rising, falling])
  })
  test('the language asked in decides: words, names and letters', () => {
    expect([orderOf('label', false, 'sv'), orderOf('label', false, 'en')]).toEqual([
      ['y1', 'x1', 'x2'],
      ['y1', 'x2', 'x1'],
    ])
  })
  test('every column can be sorted by', () => {
    expect(columns).toEqual(['owner', 'label', 'period', 'themes', 'validFrom', 'source'])
  })
})

describe('an area’s labels', () => {
  const english = { displayLabel: 'Forestry', language: 'en', translatedLabel: 'Skogsbruk' } as const
  test('are the owner’s words, with our translation for who reads in another language', () => {
    expect(labelsOf(english, 'sv')).toEqual({ label: 'Forestry', labelLang: 'en', gloss: 'Skogsbruk' })
    expect(labelsOf(english, 'en')).toEqual({ label: 'Forestry', labelLang: undefined, gloss: null })
  })
})

test('a day is empty when no area is in force on it', () => {
  expect([isEmptyDay(threeRegionsOn('2010-01-01')), isEmptyDay(threeRegionsOn('2024-01-01'))]).toEqual([true, false])
})

test.each([
  [0.123_456, 0.123],
  [
    [0.1, 2.000_04],
    [0.1, 2],
  ],
  [
    { a: 0.999_9, b: [{ c: 1.5 }] },
    { a: 1, b: [{ c: 1.5 }] },
  ],
  [null, null],
  ['0.123456', '0.123456'],
  [true, true],
])('numbers are given to three decimals at any depth, and nothing else is touched: %j', (answer, expected) => {
  expect(roundedNumbers(answer)).toEqual(expected)
})
