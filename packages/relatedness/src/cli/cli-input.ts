import type { Companion } from '../csv/companion-file.ts'
import type { PeerName } from '../measures/peer-conventions.ts'
import type { QuotientIntervalOptions } from '../measures/quotient-uncertainty.ts'
import type { CsvRecords } from '../csv/read-csv.ts'
import { type Panel, panelFromRecords, type RecordOptions, tableFromRecords, type TableRecord } from '../measures/records.ts'
import type { ComplexityOutlook } from '../measures/complexity-outlook.ts'
import type { Noted, Table, Unit } from '../measures/table.ts'
import type { MissingPolicy } from '../measures/totals.ts'

/** A mistake in how the command was called; its message is for the caller. */
export class CallError extends Error {}

/** What the options choose for measures, by the names that measures know them by. */
export interface Choices {
  threshold: number
  missing: MissingPolicy
  peer: PeerName | undefined
  unit: Unit
  level: number
  smallest: number
  countsPerUnit: number
  roundedTo: number | undefined
  interval: QuotientIntervalOptions['kind'] | undefined
  /** How many worker threads; undefined leaves it to the size of the table. */
  workers: number | undefined
}

/** What a measure may use. Each is made when a measure first asks for it, so a measure that needs one year makes one table. */
export interface MeasureInput extends Choices {
  /** The year asked for, or the last. */
  table: Table
  /** The years asked for, or the first and the last; both tables have the same labels. */
  period: { start: Table; end: Table }
  /** All years. */
  panel: Panel
  /** Totals by activity to compare with, when they were given. */
  reference: Companion | undefined
  /** Density and outlook of `table`, where worker threads have made them. */
  nearness: { density: Table & Noted; outlook?: ComplexityOutlook } | undefined
  /** The second file. Asking for it when there is none is a mistake of the call. */
  companion: Companion
}

/** The files and options that the inputs of a measure are made of. */
export interface InputSources {
  csv: CsvRecords
  records: RecordOptions
  years: { year: string | undefined; from: string | undefined; to: string | undefined }
  choices: Choices
  reference: Companion | undefined
  companion: Companion | undefined
}

/** The inputs of a measure, and the names of those it has asked for. */
export function measureInput(sources: InputSources): { input: MeasureInput; used: ReadonlySet<string> } {
  const { csv, years, choices, reference, companion } = sources
  const panel = once(() => panelFromRecords(csv.records, sources.records))
  const table = once(() => tableOfYear(sources, years.year ?? lastYear(csv.years)))
  const makers: { [Name in keyof MeasureInput]: () => MeasureInput[Name] } = {
    ...(Object.fromEntries(Object.entries(choices).map(([name, value]) => [name, () => value])) as {
      [Name in keyof Choices]: () => Choices[Name]
    }),
    table,
    period: once(() => periodOf(panel(), years)),
    panel,
    reference: () => reference,
    nearness: () => undefined,
    companion: () => {
      if (!companion) throw new CallError('This measure needs a second file; name it with --with. See relatedness --help.')
      return companion
    },
  }
  const used = new Set<string>()
  const input = new Proxy({} as MeasureInput, {
    get: (put, name: keyof MeasureInput) => {
      used.add(name)
      return Object.hasOwn(put, name) ? put[name] : makers[name]()
    },
  })
  return { input, used }
}

function tableOfYear({ csv, records }: InputSources, year: string | undefined): Table {
  if (csv.years.length === 0) {
    if (year !== undefined)
      throw new CallError(
        `The file has no column of years, so there is no ${year} to choose. Name the column with --year-column.`,
      )
    return tableFromRecords(csv.records, records)
  }
  checkYear(year!, csv.years)
  return tableFromRecords(csv.records.filter((record) => record.year === year).map(withoutYear), records)
}

function withoutYear({ region, activity, value }: TableRecord): TableRecord {
  return { region, activity, value }
}

function periodOf(
  { years, tables }: Panel,
  { from = years[0]!, to = years.at(-1)! }: InputSources['years'],
): { start: Table; end: Table } {
  if (years.length < 2)
    throw new RangeError(
      `This measure needs two years or more; the file has ${years[0] ? `only ${years[0]}` : 'no column of years'}.`,
    )
  checkYear(from, years)
  checkYear(to, years)
  if (years.indexOf(from) >= years.indexOf(to))
    throw new CallError(`--from is ${from} and --to ${to}; the first must be before the second.`)
  return { start: tables[years.indexOf(from)]!, end: tables[years.indexOf(to)]! }
}

function checkYear(year: string, years: readonly string[]): void {
  if (!years.includes(year))
    throw new CallError(`There is no year ${year} in the file; it has ${[...years].sort(byYear).join(', ')}.`)
}

/** The last of some years; undefined when there are none. */
export function lastYear(years: readonly string[]): string | undefined {
  return [...years].sort(byYear).at(-1)
}

function byYear(one: string, other: string): number {
  return Number(one) - Number(other) || (one < other ? -1 : 1)
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
