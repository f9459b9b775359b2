import { expect, test } from 'vitest'
import { isWorkingDay, workingDaysAfter } from './working-days.ts'

test.each([
  // Good Friday and Easter Monday of years with an early, a late and an ordinary Easter.
  '2008-03-21',
  '2008-03-24',
  '2038-04-23',
  '2027-03-26',
  '2027-03-29',
  // Ascension Day, Midsummer Eve, the National Day, Christmas.
  '2027-05-06',
  '2027-06-25',
  '2025-06-20',
  '2025-06-06',
  '2026-12-24',
  '2026-12-31',
  '2027-01-06',
  '2026-11-28',
  '2026-11-29',
])('%s is free', (day) => expect(isWorkingDay(day)).toBe(false))

test.each(['2026-11-27', '2027-03-25', '2027-03-30', '2027-06-24', '2026-12-23', '2027-01-05'])('%s is a working day', (day) =>
  expect(isWorkingDay(day)).toBe(true),
)

test('ten working days over a year’s end and over Easter, counted by hand', () => {
  // 18 21 22 23 | 28 29 30 | 4 5 | 7 January
  expect(workingDaysAfter('2026-12-17', 10)).toBe('2027-01-07')
  expect(workingDaysAfter('2027-03-18', 10)).toBe('2027-04-05')
  expect(workingDaysAfter('2026-11-27', 1)).toBe('2026-11-30')
})
