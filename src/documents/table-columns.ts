import type { LocalText } from '../records/shared-fields.ts'
import type { CitationShape } from '../shapes/shapes.ts'
import type { TableColumn } from './table-files.ts'

export type Columns<Row> = readonly TableColumn<Row>[]
/** Makes one column of a table. */
export const column = <Row>(key: string, label: LocalText, value: TableColumn<Row>['value']): TableColumn<Row> => ({
  key,
  label,
  value,
})
/** Makes a heading in both languages. */
export const say = (sv: string, en: string): LocalText => ({ sv, en })

/** The columns that cite the source of a row. */
export const citationColumns = <Row>(of: (row: Row) => CitationShape | null): Columns<Row> => [
  column('source', say('Källa', 'Source'), (row) => of(row)?.source.title.sv ?? null),
  column('source_date', say('Källans datum', 'Date of source'), (row) => of(row)?.source.date ?? null),
  column('source_date_precision', say('Datumets precision', 'Precision of date'), (row) => of(row)?.source.datePrecision ?? null),
  column('source_line', say('Rad', 'Line'), (row) => of(row)?.line ?? null),
  column('source_url', say('Adress', 'Address'), (row) => of(row)?.url ?? null),
]
