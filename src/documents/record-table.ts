import { fieldsOf } from '../records/fields.ts'
import type { Field } from '../records/fields.ts'
import { kindOf } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import { citationShape } from '../shapes/from-snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { citationColumns, column, say } from './table-columns.ts'
import { makeTable } from './table-files.ts'
import type { Cell, Table, TableColumn } from './table-files.ts'

type Row = Known<RecordKind>

/** A table of every record of a kind that has begun: a column for each field, then the days it is in force and its source. */
export function recordTable(snapshot: Snapshot, kind: RecordKind): Table {
  const columns: TableColumn<Row>[] = [
    column('id', say('Id', 'Id'), (row) => row.id),
    ...fieldsOf(kindOf(kind)).map(fieldColumn),
    column('valid_from', say('Gäller från', 'Holds from'), (row) => row.meta.inForceFrom),
    column('valid_to', say('Gäller till', 'Holds until'), (row) => row.meta.inForceTo),
    column('in_force', say('Gäller', 'In force'), (row) => snapshot.get(kind, row.id) !== null),
    ...citationColumns<Row>((row) => citationShape(snapshot, row.meta.source)),
  ]
  return makeTable<Row>(tableName(kind), columns, snapshot.everBegun(kind))
}

/** The name of a kind's table: `priorityArea` becomes `records-priority-area`. */
export const tableName = (kind: RecordKind): string =>
  `records-${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const fieldColumn = ({ path, label }: Field): TableColumn<Row> =>
  column(keyOf(path), label, (row) => cellOf(valueAt(row, path.split('.'))))

/** The column key of a field's path: `owner.id` becomes `owner_id`, `programmePeriodId` becomes `programme_period_id`. */
const keyOf = (path: string): string =>
  path.replaceAll('.', '_').replaceAll(/[A-Z0-9]+/g, (letters) => `_${letters.toLowerCase()}`)

const valueAt = (value: unknown, [name, ...rest]: readonly string[]): unknown =>
  name === undefined ? value : valueAt((value as Record<string, unknown> | null | undefined)?.[name], rest)

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(' | ')
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell)
}
