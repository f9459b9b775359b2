import { expect, test } from 'vitest'
import { readTableChoice } from './table.view.ts'

const read = (query: string, lang: 'sv' | 'en' = 'sv') => readTableChoice(new URLSearchParams(query), lang)

test('without a query the table has what is in force, by owner', () => {
  expect(read('')).toEqual({
    text: '',
    region: '',
    theme: '',
    period: '',
    onlyInForce: true,
    sort: 'owner',
    isDescending: false,
  })
})

test('each choice is read by its name in the language', () => {
  const expected = {
    text: 'vind',
    region: 'varmland',
    theme: 'energi',
    period: '2014-2020',
    onlyInForce: false,
    sort: 'label',
    isDescending: true,
  }
  expect(read('q=+vind+&region=varmland&tema=energi&period=2014-2020&galler=alla&sortera=-label')).toEqual(expected)
  expect(read('q=vind&region=varmland&theme=energi&period=2014-2020&holds=all&sort=-label', 'en')).toEqual(expected)
})

test.each([
  ['sortera=nonsens', 'owner', false],
  ['sortera=-nonsens', 'owner', true],
  ['sortera=validFrom', 'validFrom', false],
  ['sortera=valid-From', 'owner', false],
])('%s sorts by %s', (query, sort, isDescending) => {
  expect(read(query)).toMatchObject({ sort, isDescending })
})

test('only the word for all shows what is no longer in force', () => {
  expect([read('galler=all').onlyInForce, read('holds=alla', 'en').onlyInForce, read('galler=').onlyInForce]).toEqual([
    true,
    true,
    true,
  ])
})

test('what is too long is cut to 200 characters', () => {
  expect(read(`q=${'x'.repeat(201)}`).text).toHaveLength(200)
})
