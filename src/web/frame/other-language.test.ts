import { expect, test } from 'vitest'
import { changesAddress } from '../pages/changes/changes.address.ts'
import { codingAddress } from '../pages/coding/coding.address.ts'
import { compareAddress } from '../pages/compare/compare.address.ts'
import { matchAddress } from '../pages/match/match.address.ts'
import { reviewAddress } from '../pages/review/review.address.ts'
import { searchAddress } from '../pages/search/search.address.ts'
import { startAddress } from '../pages/start/start.address.ts'
import { tableAddress } from '../pages/table/table.address.ts'
import { queryInOtherLanguage } from './other-language.ts'
import type { PageAddress } from './page-address.ts'

test.each<[PageAddress, string, string]>([
  [searchAddress, 'q=skog&tema=mat&typ=region&region=17&s=2', 'q=skog&theme=mat&kind=region&region=17&s=2'],
  [startAddress, 'farg=andrat', 'colour=changed'],
  [startAddress, 'farg=tema&tema=mat', 'colour=theme&theme=mat'],
  [tableAddress, 'galler=alla&sortera=-label', 'holds=all&sort=-label'],
  [compareAddress, 'region=varmland&region=dalarna', 'region=varmland&region=dalarna'],
  [changesAddress, 'fran=2018-01-31&till=2020-01-01', 'from=2018-01-31&to=2020-01-01'],
  [reviewAddress, 'region=varmland&visa=alla', 'region=varmland&show=all'],
  [codingAddress, 'sparat=2', 'saved=2'],
  [matchAddress, 'antal=3&med=', 'size=3&with='],
  [startAddress, '__proto__=1&utm=2', '__proto__=1&utm=2'],
  [compareAddress, 'visa=alla', 'visa=alla'],
])('%# $1 is $2 in English, and the other way round', (address, sv, en) => {
  const text = (query: Record<string, string[]>) =>
    Object.entries(query)
      .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
      .join('&')
  expect(text(queryInOtherLanguage(address, { query: new URLSearchParams(sv), from: 'sv' }))).toBe(en)
  expect(text(queryInOtherLanguage(address, { query: new URLSearchParams(en), from: 'en' }))).toBe(sv)
})

test('a word is a value of its own name alone; times are left to who makes the address', () => {
  const query = new URLSearchParams('q=alla&datum=2019-01-01&known=2020-01-01')
  expect(queryInOtherLanguage(tableAddress, { query, from: 'sv' })).toEqual({ q: ['alla'] })
})
