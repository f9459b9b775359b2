import { expect, test } from 'vitest'
import { jumpYearOf } from './specialisations.ts'

const series = (...quotients: number[]) => quotients.map((quotient, at) => ({ year: String(2014 + at), quotient }))

test.each([
  ['a jump up', series(0.2, 6.8, 7, 7.2), '2015'],
  ['a jump down', series(3, 2.9, 1, 0.9), '2016'],
  ['steady growth', series(1, 2, 3, 4), null],
  ['half is not more than half', series(1, 3, 4, 5), null],
  ['missing years are passed over', series(0.5, NaN, 3, 3.1), '2016'],
  ['two known years cannot tell', series(0.5, NaN, NaN, 3), null],
])('%s', (_, quotients, year) => {
  expect(jumpYearOf(quotients)).toBe(year)
})
