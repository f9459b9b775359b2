import { unreadable } from '../cubes/file-table.ts'
import type { FileBytes } from '../cubes/file-bytes.ts'
import type { FileDimension, FileTable } from '../cubes/file-table.ts'
import { delimitedGrid } from '../tables/delimited-grid.ts'
import type { GridRows } from '../tables/grid-rows.ts'
import { readWithLayout } from '../tables/read-grid.ts'

/** Whether a first line is the head of SDMX-CSV 1.0 (`DATAFLOW,…`) or 2.0 (`STRUCTURE,STRUCTURE_ID,…`). */
export const isSdmxCsv = (firstLine: string): boolean =>
  /^"?(?:DATAFLOW|STRUCTURE)"?(?:\[.\])?[,;\t].*OBS_VALUE/i.test(firstLine.replace(/^\ufeff/, ''))

const structural = /^(?:DATAFLOW|STRUCTURE(?:_ID|_NAME)?|ACTION|LAST UPDATE)(?:\[.\])?$/i
const flags: ReadonlySet<string> = new Set(['OBS_FLAG', 'OBS_STATUS'])

/** A table in SDMX-CSV 1.0 or 2.0. Columns before the value are dimensions, those after it attributes. @throws ExpectedError in plain words */
export function readSdmxCsv(file: FileBytes): FileTable {
  const grid = delimitedGrid(file)
  const rows = grid.rows()
  rows.next()
  const heads = Array.from({ length: rows.count }, (_, at) => rows.text(at))
  const ids = heads.map((head) => head.split(':')[0]!.trim())
  const valueAt = ids.findIndex((id) => id.toUpperCase() === 'OBS_VALUE')
  if (valueAt < 0) throw unreadable('Kolumnen OBS_VALUE saknas.', 'The column OBS_VALUE is missing.')
  const keys = ids.flatMap((id, at) => (at < valueAt && !structural.test(id) ? [{ at, id, labelsAt: null }] : []))
  if (keys.length === 0) throw unreadable('Före OBS_VALUE finns inga dimensioner.', 'There are no dimensions before OBS_VALUE.')
  const flagAt = ids.findIndex((id) => flags.has(id.toUpperCase()))
  const actionAt = ids.findIndex((id) => id.toUpperCase() === 'ACTION')
  const table = readWithLayout(
    grid,
    {
      rowsBefore: 1,
      title: null,
      keys,
      heads: [],
      values: [{ at: valueAt, codes: [], flagAt: flagAt < 0 ? null : flagAt }],
      style: { decimal: '.', thousands: '' },
      notices: [],
      ...(actionAt < 0 ? {} : { isLeftOut: (row: GridRows) => row.text(actionAt) === 'D' }),
    },
    'sdmx-csv',
  )
  const isLabelled = heads.some((head) => head.includes(':'))
  const first = grid.rows()
  first.next()
  const flow = first.next()
    ? first.text(
        Math.max(
          0,
          ids.findIndex((id) => /^(?:DATAFLOW|STRUCTURE_ID)/i.test(id)),
        ),
      )
    : ''
  return {
    ...table,
    publisherTable: flowId(flow),
    dimensions: table.dimensions.map((one, at) => withRole(isLabelled ? unlabelled(one, heads[keys[at]!.at]!) : one)),
  }
}

const withRole = (one: FileDimension): FileDimension => (/^TIME(?:_PERIOD)?$/i.test(one.id) ? { ...one, role: 'time' } : one)

/** `ESTAT:NAMA_10R_3EMPERS(1.0)` is the table NAMA_10R_3EMPERS. */
const flowId = (flow: string): string | null => /^(?:[^:]*:)?([^:()]+)/.exec(flow)?.[1]?.trim() ?? null

/** Cells of the form `SE110: Stockholms län`. */
function unlabelled(one: FileDimension, head: string): FileDimension {
  const parts = one.codes.map((code) => /^([^:]*):\s*(.*)$/s.exec(code))
  return {
    ...one,
    label: head.split(':').slice(1).join(':').trim() || one.label,
    codes: one.codes.map((code, at) => parts[at]?.[1]?.trim() || code),
    labels: one.codes.map((code, at) => parts[at]?.[2] || code),
  }
}
