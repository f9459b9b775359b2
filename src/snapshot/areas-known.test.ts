import { expect, test } from 'vitest'
import { areaCountOf, areasKnownIn, isUnread } from './areas-known.ts'

const list = (isComplete: boolean, areas: number) => ({ strategy: { isComplete }, priorities: Array.from({ length: areas }) })

test.each([
  ['no list', null, 'unknown', null, false],
  ['a list whose areas nobody has read', list(false, 0), 'unknown', null, true],
  ['a list that is known to be empty', list(true, 0), 'none', 0, false],
  ['a whole list', list(true, 3), 'known', 3, false],
  ['a part of a list', list(false, 2), 'known', 2, false],
] as const)('%s', (_, read, areasKnown, count, unread) => {
  expect([areasKnownIn(read), areaCountOf(read), isUnread(read)]).toEqual([areasKnown, count, unread])
})
