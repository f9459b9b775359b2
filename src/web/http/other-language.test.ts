import { expect, test } from 'vitest'
import { queryInOtherLanguage } from './other-language.ts'

test.each([
  ['q=skog&tema=mat&typ=region&region=17&s=2', 'q=skog&theme=mat&kind=region&region=17&s=2'],
  ['farg=andrat', 'colour=changed'],
  ['farg=tema&tema=mat', 'colour=theme&theme=mat'],
  ['galler=alla&sortera=-label', 'holds=all&sort=-label'],
  ['region=varmland&region=dalarna', 'region=varmland&region=dalarna'],
  ['fran=2018-01-31&till=2020-01-01', 'from=2018-01-31&to=2020-01-01'],
  ['region=varmland&visa=alla', 'region=varmland&show=all'],
  ['sparat=2', 'saved=2'],
  ['__proto__=1&utm=2', '__proto__=1&utm=2'],
])('«%s» is «%s» in English, and the other way round', (sv, en) => {
  const text = (query: Record<string, string[]>) =>
    Object.entries(query)
      .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
      .join('&')
  expect(text(queryInOtherLanguage(new URLSearchParams(sv), 'sv'))).toBe(en)
  expect(text(queryInOtherLanguage(new URLSearchParams(en), 'en'))).toBe(sv)
})

test('a word is a value of its own name alone; times are left to who makes the address', () => {
  expect(queryInOtherLanguage(new URLSearchParams('q=alla&datum=2019-01-01&known=2020-01-01'), 'sv')).toEqual({ q: ['alla'] })
})
