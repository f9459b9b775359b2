import { expect, test } from 'vitest'
import { numberVersions } from './append-rules.ts'

const written = (recordedAt: string, now: string) =>
  numberVersions([], { head: { sequence: 1, recordedAt }, current: new Map(), now: new Date(now) })

test('a clock a day behind the newest version writes; one further behind is refused with both times', () => {
  expect(() => written('2026-11-27T12:00:00.000Z', '2026-11-26T12:00:00.000Z')).not.toThrow()
  expect(() => written('2026-11-27T12:00:00.001Z', '2026-11-26T12:00:00.000Z')).toThrow(
    'The newest version was recorded 2026-11-27T12:00:00.001Z, but the clock here is 2026-11-26T12:00:00.000Z.',
  )
})

test('an empty registry, and one that has not been written for years, take any clock', () => {
  expect(() => written('', '2026-11-26T12:00:00.000Z')).not.toThrow()
  expect(() => written('1990-01-01T00:00:00.000Z', '2026-11-26T12:00:00.000Z')).not.toThrow()
})
