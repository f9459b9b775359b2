import { analyse, type AnalysisOptions } from './analysis.ts'
import type { Panel } from './records.ts'
import { missingPresence } from './specialisation.ts'
import type { Note, Noted } from './table.ts'

/** One cell of one year, with every measure of it, its region and its activity; NaN is missing. */
export interface PanelRow {
  year: string
  region: string
  activity: string
  value: number
  quotient: number
  /** 1, 0 or missing. */
  presence: number
  density: number
  gain: number
  diversity: number
  eci: number
  outlook: number
  ubiquity: number
  pci: number
}

/**
 * All years and all measures in one long table, column by column: what py-ecomplexity's `ecomplexity` gives. Each column has as
 * many places as there are years × regions × activities, in that order; columns of numbers are typed arrays, which Arrow takes as
 * they are.
 */
export interface PanelAnalysis extends Noted {
  readonly rowCount: number
  readonly columns: {
    readonly [Name in keyof PanelRow]: PanelRow[Name] extends string ? readonly string[] : Float64Array
  }
}

/**
 * Every step of `analyse` for every year of a panel, as one long table.
 * @param panel  tables of the same regions and activities, from `panelFromRecords`
 * @param options  as for `analyse`, `peer` among them; the same for all years
 * @returns rows also for cells that are missing; notes begin with their year
 * @throws RangeError as `analyse`, with the year
 */
export function analysePanel({ years, tables }: Panel, options: AnalysisOptions = {}): PanelAnalysis {
  if (years.length !== tables.length)
    throw new RangeError(`There are ${years.length} years for ${tables.length} tables. Give one for each.`)
  const rowCount = tables.reduce((sum, { values }) => sum + values.length, 0)
  const numbers = () => new Float64Array(rowCount)
  const columns = {
    year: [] as string[],
    region: [] as string[],
    activity: [] as string[],
    value: numbers(),
    quotient: numbers(),
    presence: numbers(),
    density: numbers(),
    gain: numbers(),
    diversity: numbers(),
    eci: numbers(),
    outlook: numbers(),
    ubiquity: numbers(),
    pci: numbers(),
  }
  const notes: Note[] = []
  let at = 0
  tables.forEach((table, place) => {
    const year = years[place]!
    const {
      quotients,
      presence,
      density,
      diversity,
      ubiquity,
      complexity,
      outlook,
      notes: own,
    } = ofYear(year, () => analyse(table, options))
    notes.push(...own.map((note) => ({ ...note, message: `${year}: ${note.message}` })))
    columns.value.set(table.values, at)
    columns.quotient.set(quotients.values, at)
    columns.density.set(density.values, at)
    columns.gain.set(outlook.gain.values, at)
    for (let r = 0; r < table.regions.length; r++)
      for (let a = 0; a < table.activities.length; a++, at++) {
        columns.year.push(year)
        columns.region.push(table.regions[r]!)
        columns.activity.push(table.activities[a]!)
        const held = presence.values[r * table.activities.length + a]!
        columns.presence[at] = held === missingPresence ? NaN : held
        columns.diversity[at] = diversity.values[r]!
        columns.eci[at] = complexity.eci.values[r]!
        columns.outlook[at] = outlook.index.values[r]!
        columns.ubiquity[at] = ubiquity.values[a]!
        columns.pci[at] = complexity.pci.values[a]!
      }
  })
  return { rowCount, columns, notes }
}

/** The rows of a panel's analysis one by one, for those who want objects. */
export function* panelRows({ rowCount, columns }: PanelAnalysis): Generator<PanelRow> {
  const names = Object.keys(columns) as (keyof PanelRow)[]
  for (let at = 0; at < rowCount; at++)
    yield Object.fromEntries(names.map((name) => [name, columns[name][at]!])) as unknown as PanelRow
}

function ofYear<Result>(year: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError && year !== '') throw new RangeError(`${year}: ${error.message}`, { cause: error })
    throw error
  }
}
