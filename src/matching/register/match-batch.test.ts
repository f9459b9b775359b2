import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf } from './match-batch.ts'

test('a cell is written as a published writer writes it, formulas made harmless', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'å', ' ', ',', '"', '\n', ';', '=', '+', '-', '@', '\t', '＝'),
    maxLength: 8,
  })
  fc.assert(
    fc.property(text, (value) => {
      expect(`${cellOf(value)},x\n`).toBe(stringify([[value, 'x']], { escape_formulas: true }))
    }),
  )
})
