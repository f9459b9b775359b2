import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDay, startOfDay, swedishDay } from './time.ts'

describe('the day in Sweden', () => {
  test.each([
    ['a winter evening', '2026-11-26T22:59:59.999Z', '2026-11-26'],
    ['midnight in winter', '2026-11-26T23:00:00.000Z', '2026-11-27'],
    ['a summer evening', '2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['midnight in summer', '2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['the last midnight of winter time', '2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['the evening after the clocks went forward', '2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['midnight after the clocks went forward', '2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['the last midnight of summer time', '2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['the evening after the clocks went back', '2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['midnight after the clocks went back', '2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['New Year', '2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('at %s', (_, moment, day) => {
    expect([swedishDay(moment), swedishDay(new Date(moment))]).toEqual([day, day])
  })
})

describe('the end of a day in Sweden', () => {
  test.each([
    ['2026-11-26', '2026-11-26T22:59:59.999Z'],
    ['2026-06-30', '2026-06-30T21:59:59.999Z'],
    ['2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-24', '2026-10-24T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['2024-02-29', '2024-02-29T22:59:59.999Z'],
    ['2026-12-31', '2026-12-31T22:59:59.999Z'],
  ])('%s is %s', (day, moment) => {
    expect(endOfDay(day)).toBe(moment)
  })
  test('is the last moment of that day, whatever the day', () => {
    const days = fc.date({ min: new Date('1990-01-02'), max: new Date('2049-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = swedishDay(date)
        const end = Date.parse(endOfDay(day))
        expect(swedishDay(new Date(end))).toBe(day)
        expect(swedishDay(new Date(end + 1)) > day).toBe(true)
        expect(swedishDay(startOfDay(day))).toBe(day)
      }),
    )
  })
})
