import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTable, tableToExcelCsv, tableToJson, tableToMachineCsv } from './table-files.ts'

const table = makeTable(
  'prov',
  [
    {
      key: 'label',
      label: { sv: 'Område', en: 'Area' },
      value: (row: { label: string; share: number | null; holds: boolean }) => row.label,
    },
    { key: 'share', label: { sv: 'Andel', en: 'Share' }, value: (row) => row.share },
    { key: 'holds', label: { sv: 'Gäller', en: 'In force' }, value: (row) => row.holds },
  ],
  [
    { label: 'Hälsa; vård, "omsorg"', share: 12.5, holds: true },
    { label: '=1+1', share: null, holds: false },
  ],
)

test('for programs: commas, decimal points, fixed names, cells verbatim', () => {
  expect(tableToMachineCsv(table)).toBe('label,share,holds\r\n"Hälsa; vård, ""omsorg""",12.5,true\r\n=1+1,,false\r\n')
})

test('for Excel in Swedish: byte order mark, semicolons, decimal commas, headings in words, no formulas', () => {
  expect(tableToExcelCsv(table, 'sv')).toBe('\uFEFFOmråde;Andel;Gäller\r\n"Hälsa; vård, ""omsorg""";12,5;ja\r\n\'=1+1;;nej\r\n')
})

test.each([
  ['09', '="09"'],
  ['2.11', '="2.11"'],
  ['123456789012', '="123456789012"'],
  ['17', '17'],
  ['2018-01-31', '2018-01-31'],
  ['2014-2020', '2014-2020'],
])('the code %s stays what it is in Excel', (code, cell) => {
  const one = makeTable('prov', [{ key: 'a', label: { sv: 'a', en: 'a' }, value: (row: string) => row }], [code])
  expect((parse(tableToExcelCsv(one, 'sv'), { delimiter: ';', bom: true }) as string[][])[1]).toEqual([cell])
})

test('as JSON: missing is null, never 0', () => {
  expect(JSON.parse(tableToJson(table))).toEqual([
    { label: 'Hälsa; vård, "omsorg"', share: 12.5, holds: true },
    { label: '=1+1', share: null, holds: false },
  ])
})

test('no cell can begin a formula in Excel', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'),
      fc.string({ maxLength: 20 }),
      (sign, rest) => {
        const one = makeTable('prov', [{ key: 'a', label: { sv: 'a', en: 'a' }, value: (row: string) => row }], [sign + rest])
        expect(tableToExcelCsv(one, 'sv').split('\r\n')[1]).toMatch(/^"?'/)
      },
    ),
  )
})
