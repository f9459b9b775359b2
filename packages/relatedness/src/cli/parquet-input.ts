import type { CsvRow } from '../csv/csv-rows.ts'
import { CallError } from './cli-input.ts'

/** What is used of the package hyparquet, which is not one of ours: it is loaded only for files of its kind. */
interface Hyparquet {
  parquetReadObjects: (options: { file: ArrayBuffer }) => Promise<Record<string, unknown>[]>
}

/** The header and rows of a Parquet file, as those of a CSV file. @throws CallError when hyparquet is not installed */
export async function* parquetRows(name: string, bytes: Uint8Array): AsyncGenerator<CsvRow> {
  const { parquetReadObjects } = await loadHyparquet(name)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  let rows: Record<string, unknown>[]
  try {
    rows = await parquetReadObjects({ file })
  } catch (error) {
    throw new CallError(`«${name}» cannot be read as Parquet: ${(error as Error).message}`, { cause: error })
  }
  const header = Object.keys(rows[0] ?? {})
  yield { line: 1, cells: header }
  for (const [at, row] of rows.entries()) yield { line: at + 2, cells: header.map((column) => textOf(row[column])) }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

async function loadHyparquet(name: string): Promise<Hyparquet> {
  const library = 'hyparquet'
  try {
    return (await import(library)) as Hyparquet
  } catch (error) {
    throw new CallError(
      `«${name}» is Parquet, which the package hyparquet reads. Install it beside this one: npm install hyparquet.`,
      {
        cause: error,
      },
    )
  }
}
