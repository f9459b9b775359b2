import { checkTable } from './checked-arguments.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import type { Panel } from './records.ts'
import {
  begunActivityNote,
  begunCellsNote,
  fourParts,
  missingNotes,
  resultOf,
  type Step,
  stepOf,
  summed,
  threeParts,
} from './shift-share-parts.ts'
import type { Note, Noted, Series, SparseTable, Table } from './table.ts'

/** The parts of a change by region and activity; each is in the units of the table, and they sum to the change. */
export interface ShiftShare extends Noted {
  /** End less start. */
  change: Table
  /** Had the cell grown as all activity did: x · G. */
  national: Table
  /** What its activity grew more than all activity: x · (G_a − G). */
  industryMix: Table
  /** What the cell grew more than its activity: x · (g − G_a). */
  regionalShift: Table
  /** The same summed over activities, by region. */
  byRegion: { change: Series; national: Series; industryMix: Series; regionalShift: Series }
}

/** The same, with the regional shift split in two that sum to it. */
export interface FourPartShiftShare extends ShiftShare {
  /** The regional shift had the region the structure of all regions together: h · (g − G_a), h being its homothetic size. */
  competitive: Table
  /** What comes from being more or less specialised in the activity than that: (x − h) · (g − G_a). */
  allocation: Table
  byRegion: ShiftShare['byRegion'] & { competitive: Series; allocation: Series }
}

const shiftShareOptions = declareOptions('shiftShare', {
  /** `dunn` (default): three parts; `esteban-marquillas`: the regional shift is split in `competitive` and `allocation`. */
  model: oneOf(['dunn', 'esteban-marquillas']),
})
export interface ShiftShareOptions extends OptionsOf<typeof shiftShareOptions> {}

/**
 * Classic shift-share: the change of each cell in three parts that sum to it. x is the cell at the start, G the growth of
 * the sum of all known cells, G_a that of the activity, g that of the cell. In Esteban-Marquillas' model the third part is
 * split in two by the homothetic size h = X_r · X_a / X: the cell at the start, had all regions the same structure.
 * @param start  regions × activities, counts or money, at the start @param end  the same at the end
 * @returns tables and sums by region. A cell that is zero at the start gives its whole change to the regional shift, since
 * the other two parts are shares of nothing; so does every cell of an activity that is zero in all regions at the start
 * (noted `begun-activity`). Split further, such a change is all allocation, since a cell without a rate has no competitive
 * part (noted `begun-cells`). A cell missing at either end is NaN and left out of all sums and rates (noted
 * `missing-cells`); a region without other cells has no sums (NaN, noted `missing-region`).
 * On paper the parts sum to the change exactly. In floating point every part is rounded by itself, so their sum may miss the
 * change by a few units in the last place of the largest of them and of the cell; nothing is added to hide that.
 * @throws RangeError when the tables differ in labels
 * Source: Dunn 1960, doi:10.1111/j.1435-5597.1960.tb01705.x; Esteban-Marquillas 1972, Regional and Urban Economics 2(3),
 * 249–261.
 */
export function shiftShare(
  start: Table | SparseTable,
  end: Table | SparseTable,
  options: { model: 'esteban-marquillas' },
): FourPartShiftShare
export function shiftShare(start: Table | SparseTable, end: Table | SparseTable, options?: ShiftShareOptions): ShiftShare
export function shiftShare(start: Table | SparseTable, end: Table | SparseTable, options: ShiftShareOptions = {}): ShiftShare {
  checkTable('shiftShare', start)
  checkTable('shiftShare', end)
  const { model } = shiftShareOptions.read(options)
  const step = stepOf(start, end)
  const notes = [...missingNotes(step, 'at one end and left out of both'), ...begunNotes(step, model)]
  return { ...resultOf(step, model === 'dunn' ? threeParts(step) : fourParts(step)), notes }
}

/**
 * Dynamic shift-share: the parts of every pair of neighbouring years, summed. Growth rates and structure follow the years
 * instead of standing still at the first.
 * @param panel  two years or more @param options  as for `shiftShare`
 * @returns as `shiftShare`; the change is the last year less the first. A cell missing in any year is NaN and left out of
 * the sums by region (noted), but counts in the rates of those pairs of years that know it. What begins between two years is
 * treated as in `shiftShare`, and noted with the years. With two years it is `shiftShare`.
 * @throws RangeError when the panel has fewer than two years or not one for each table, or its tables differ in labels
 * Source: Barff & Knight 1988, Growth and Change 19(2).
 */
export function dynamicShiftShare(panel: Panel, options: { model: 'esteban-marquillas' }): FourPartShiftShare
export function dynamicShiftShare(panel: Panel, options?: ShiftShareOptions): ShiftShare
export function dynamicShiftShare({ years, tables }: Panel, options: ShiftShareOptions = {}): ShiftShare {
  const { model } = shiftShareOptions.read(options)
  if (tables.length < 2)
    throw new RangeError(`A dynamic shift-share needs two years or more; there ${tables.length === 1 ? 'is 1' : 'are none'}.`)
  if (years.length !== tables.length)
    throw new RangeError(`There are ${years.length} years for ${tables.length} tables. Give one for each.`)
  const steps = tables.slice(1).map((table, at) => stepOf(tables[at]!, table))
  const isKnown = steps[0]!.isKnown.map((_, at) => (steps.every((step) => step.isKnown[at]) ? 1 : 0))
  const whole: Step = { ...steps[0]!, after: steps.at(-1)!.after, isKnown }
  const parts = model === 'dunn' ? summed(whole, steps.map(threeParts)) : summed(whole, steps.map(fourParts))
  const begun = steps.flatMap((step, at) =>
    begunNotes(step, model).map((note) => ({ ...note, message: `${years[at]} to ${years[at + 1]}: ${note.message}` })),
  )
  return { ...resultOf(whole, parts), notes: [...missingNotes(whole, 'in some year and left out of the sums of all'), ...begun] }
}

function begunNotes(step: Step, model: NonNullable<ShiftShareOptions['model']>): Note[] {
  return model === 'dunn' ? begunActivityNote(step) : [...begunActivityNote(step), ...begunCellsNote(step)]
}
