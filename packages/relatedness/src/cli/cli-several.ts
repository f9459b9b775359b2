import type { Note } from '../measures/table.ts'
import { type Cell, isGrid, jsonText, longRows, type MeasureOutput, type RowsOutput } from './cli-output.ts'

/** What one measure gave. */
export interface NamedOutput {
  measure: string
  output: MeasureOutput
}

/**
 * Several measures as one long table: the measure in front, then every column that any of them has. A cell that a measure has
 * no such column for is empty.
 */
export function severalRows(outputs: readonly NamedOutput[], notes: readonly Note[]): RowsOutput {
  const columnsOf = ({ output }: NamedOutput) => (isGrid(output) ? [...output.names, 'value'] : [...output.columns])
  const all = [...new Set(outputs.flatMap(columnsOf))]
  const labels = ['region', 'other_region', 'activity', 'other_activity'].filter((name) => all.includes(name))
  const columns = [...labels, ...all.filter((name) => !labels.includes(name))]
  function* rows(): Generator<readonly Cell[]> {
    for (const one of outputs) {
      const own = columnsOf(one)
      const places = columns.map((name) => own.indexOf(name))
      const lines = longRows(one.output)
      lines.next()
      for (const cells of lines) yield [one.measure, ...places.map((place) => (place < 0 ? null : cells[place]!))]
    }
  }
  return { columns: ['measure', ...columns], rows: rows(), notes }
}

/** Several measures as one JSON text, each with its records and notes; notes of the file and the call last. */
export function* severalJson(
  outputs: readonly NamedOutput[],
  about: Readonly<Record<string, string>>,
  notes: readonly Note[],
): Generator<string> {
  const opening = JSON.stringify(about).slice(0, -1)
  yield `${opening}${opening === '{' ? '' : ','}"measures":[\n`
  for (const [at, { measure, output }] of outputs.entries()) {
    if (at > 0) yield ','
    yield* jsonText(output, { measure })
  }
  yield `],"notes":${JSON.stringify(notes)}}\n`
}
