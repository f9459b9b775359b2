import { expect, test } from 'vitest'
import { snapshotOf } from '../../snapshot/testing/small-registry.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { readSpan } from './span-query.ts'

const snapshot = snapshotOf([], '2024-05-01')

test.each([
  [
    { from: '2018-01-01', to: '2019-01-01' },
    { from: '2018-01-01', to: '2019-01-01' },
  ],
  [
    { from: '2018-01-01', to: '2018-01-01' },
    { from: '2018-01-01', to: '2018-01-01' },
  ],
  [{}, { from: '2018-01-31', to: '2024-05-01' }],
  [{ from: '2020-01-01' }, { from: '2020-01-01', to: '2024-05-01' }],
])('a span has both its days; left out they are the deck’s and the snapshot’s: %j', (asked, expected) => {
  expect(readSpan(snapshot, asked)).toEqual(expected)
})

test.each([
  [{ from: '2019-01-02', to: '2019-01-01' }],
  [{ from: '2024-05-02' }],
  [{ to: '2018-01-30' }],
  [{ from: 'yesterday' }],
  [{ to: '2018-13-01' }],
])('a span that ends before it begins, or has no such day, is refused: %j', (asked) => {
  expect(() => readSpan(snapshot, asked)).toThrow(ExpectedError)
})
