import { expect, test } from 'vitest'
import { withDashes } from './year-span.ts'

test.each([
  ['S3-piloten 2018-2021', 'S3-piloten 2018–2021'],
  ['2018-01-31', '2018-01-31'],
  ['08-2018-2021-1', '08-2018-2021-1'],
  ['2014-2020 och 2021-2027', '2014–2020 och 2021–2027'],
])('%s is written %s', (text, written) => {
  expect(withDashes(text)).toBe(written)
})
