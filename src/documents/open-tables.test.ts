import { expect, test } from 'vitest'
import { priorityShape } from '../shapes/from-snapshot.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { prioritiesTable } from './open-tables.ts'
import { tableToJson } from './table-files.ts'

const snapshot = shippedSnapshot('2026-11-27')

test('areas have their codes in the table, the main one first, and none where nothing can be counted', () => {
  const areas = ['jonkoping-2021-besoksnaring', 'jonkoping-2021-tjanstedesign'].map((id) =>
    snapshot.getBegun('priorityArea', id)!,
  )
  const rows = JSON.parse(
    tableToJson(
      prioritiesTable(
        snapshot,
        areas.map((area) => priorityShape(snapshot, area)),
      ),
    ),
  ) as Record<string, string>[]
  expect(rows[0]).toMatchObject({ kinds: 'sector', ford: '5.2 5.7', sdg: '8', eu_objectives: '4 4.6' })
  expect(rows[0]!['sni_2007']!.split(' ').toSorted()).toEqual(['55', '56', '79', '93'])
  expect(rows[1]).toMatchObject({ kinds: 'process', sni_2007: '' })
})
