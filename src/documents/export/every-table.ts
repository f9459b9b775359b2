import { recordKinds } from '../../records/record.ts'
import { intersections } from '../../shapes/intersection-shape.ts'
import { allPriorities } from '../../shapes/theme-shape.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import {
  clustersTable,
  intersectionsTable,
  lineageTable,
  prioritiesTable,
  regionsTable,
  sourcesTable,
  statementsTable,
} from '../open-tables.ts'
import { recordTable } from '../record-table.ts'
import type { Table } from '../table-files.ts'

/** Every table that is open, as of the snapshot's day: what the pages show, then every kind of record field by field. */
export function everyTable(snapshot: Snapshot): Table[] {
  return [
    regionsTable(snapshot),
    prioritiesTable(snapshot, allPriorities(snapshot)),
    intersectionsTable(intersections(snapshot, { themes: [], owner: '', period: '', onlyInForce: false })),
    lineageTable(snapshot),
    statementsTable(snapshot),
    clustersTable(snapshot),
    sourcesTable(snapshot),
    ...recordKinds.map((kind) => recordTable(snapshot, kind)),
  ]
}
