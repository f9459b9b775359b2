import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { shippedSnapshot, shippedVersions } from '../../snapshot/testing/shipped-snapshot.ts'
import { makeTable } from '../table-files.ts'
import { everythingZip } from './everything.ts'
import { columnName, tablesToXlsx } from './xlsx-file.ts'

describe('everything in one file', () => {
  let snapshot: Snapshot
  let parts: Record<string, Uint8Array>
  beforeAll(() => {
    snapshot = shippedSnapshot('2026-11-28')
    parts = unzipSync(everythingZip(snapshot, { lang: 'sv', base: 'https://spets.example' }))
  })
  const textOf = (name: string) => strFromU8(parts[`spets-2026-11-28/${name}`]!)

  test('has a checksum that is right for every other file in it', () => {
    const sums = textOf('SHA256SUMS').trim().split('\n')
    expect(sums).toHaveLength(Object.keys(parts).length - 1)
    for (const line of sums) {
      const [sum, name] = line.split('  ') as [string, string]
      expect(createHash('sha256').update(parts[`spets-2026-11-28/${name}`]!).digest('hex')).toBe(sum)
    }
  })

  test('has the same areas in CSV and JSON, with county codes as they are', () => {
    const csv = parse(textOf('csv/priorities.csv'), { columns: true }) as Record<string, string>[]
    const json = JSON.parse(textOf('json/priorities.json')) as { id: string }[]
    expect(csv.map(({ id }) => id)).toEqual(json.map(({ id }) => id))
    expect(csv.length).toBe(snapshot.everBegun('priorityArea').length)
    expect(csv.some(({ owner_id }) => owner_id === '09')).toBe(true)
    expect(textOf('excel-csv/regions.csv')).toContain('"=""09"""')
  })

  test('has every version that the snapshot knows, and says how to cite it', () => {
    const versions = textOf('history/versions.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; recordId: string })
    expect(versions).toHaveLength(shippedVersions().length)
    expect(textOf('CITATION.cff')).toContain('date-released: 2026-11-28')
    expect(textOf('LICENSE.txt')).toContain('CC0 1.0')
  })

  test('is the same bytes for the same snapshot', () => {
    const asked = { lang: 'sv', base: 'https://spets.example' } as const
    expect(Buffer.compare(everythingZip(snapshot, asked), everythingZip(snapshot, asked))).toBe(0)
  })
})

test('texts in Excel stay texts, numbers are numbers, what is missing has no cell', () => {
  const columns = ['a', 'b', 'c'].map((key, at) => ({
    key,
    label: { sv: key, en: key },
    value: (row: (string | number | null)[]) => row[at]!,
  }))
  const parts = unzipSync(
    tablesToXlsx(
      [
        makeTable('prov', columns, [
          ['09', 1.5, null],
          ['=1+1', -2, '<&"'],
        ]),
      ],
      { lang: 'sv', day: '2026-11-28' },
    ),
  )
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain(
    '<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">09</t></is></c><c r="B2"><v>1.5</v></c></row>',
  )
  expect(sheet).toContain('<c r="A3" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
  expect(sheet).toContain('&lt;&amp;&quot;')
  expect(sheet).not.toContain('<f>')
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (at, name) => {
  expect(columnName(at)).toBe(name)
})
