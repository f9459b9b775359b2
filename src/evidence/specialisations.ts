import { locationQuotient, quotientInterval } from '../../packages/relatedness/src/relatedness.ts'
import type { QuotientInterval, Table } from '../../packages/relatedness/src/relatedness.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'

/** One activity in one region: how many, and how specialised the region is in it, at the end and at the start. */
export interface Specialisation {
  activity: string
  count: number
  quotient: number
  lower: number
  upper: number
  /** The quotient and the count of the first year; NaN where missing. */
  firstQuotient: number
  firstCount: number
}

/** Fewer than this many employees are not called a strength, however few there are elsewhere. */
export const fewestInStrength = 60

/** The quotients of every region and activity in a year, with their intervals; kept with the year's table. */
const intervalsOf = deriveEach('quotient intervals', (table: Table): QuotientInterval => quotientInterval(table))
const quotientsOf = deriveEach('quotients', (table: Table): Table => locationQuotient(table))

/**
 * Every activity of a region that has a quotient in a year, in the panel's order; empty for a region that is not in it.
 * @param year  the last one unless given
 */
export function specialisationsOf(panel: ActivityPanel, regionCode: string, year = panel.years.at(-1)!): Specialisation[] {
  const row = panel.regionCodes.indexOf(regionCode)
  const table = panel.tables[panel.years.indexOf(year)]
  if (row < 0 || !table) return []
  const { quotient, lower, upper } = intervalsOf(table)
  const firstTable = panel.tables[0]!
  const first = quotientsOf(firstTable)
  const width = panel.activities.length
  return panel.activities.flatMap((activity, column) => {
    const at = row * width + column
    if (Number.isNaN(quotient.values[at]!)) return []
    return [
      {
        activity,
        count: table.values[at]!,
        quotient: quotient.values[at]!,
        lower: lower.values[at]!,
        upper: upper.values[at]!,
        firstQuotient: first.values[at]!,
        firstCount: firstTable.values[at]!,
      },
    ]
  })
}

/**
 * What counts as specialised. `interval`: the lower end of the 95 % interval is above the threshold, so that it is beyond
 * doubt; `quotient`: the quotient itself is.
 */
export interface StrengthRule {
  threshold: number
  basis: 'interval' | 'quotient'
}

/** Beyond doubt above the nation's share. */
export const usualRule: StrengthRule = { threshold: 1, basis: 'interval' }

/** Whether a quotient counts as specialised. */
export const isAbove = (
  { quotient, lower }: { quotient: number | null; lower: number | null },
  { threshold, basis }: StrengthRule,
): boolean => (basis === 'interval' ? lower : quotient)! > threshold

/**
 * The activities that a region is specialised in, and that have enough employees. Those whose lower end is highest first, so that few
 * employees weigh less.
 */
export const strengthsOf = (
  panel: ActivityPanel,
  regionCode: string,
  { year, rule = usualRule }: { year?: string; rule?: StrengthRule } = {},
): Specialisation[] =>
  specialisationsOf(panel, regionCode, year)
    .filter((one) => isAbove(one, rule) && one.count >= fewestInStrength)
    .sort((a, b) => b.lower - a.lower || (a.activity < b.activity ? -1 : 1))

/**
 * The year that alone makes more than half of the change from the first known year to the last; null where no year does. Work seldom moves so
 * fast: a jump is often a changed coding of occupations.
 */
export function jumpYearOf(series: readonly { year: string; quotient: number }[]): string | null {
  const known = series.filter(({ quotient }) => !Number.isNaN(quotient))
  if (known.length < 3) return null
  const change = known.at(-1)!.quotient - known[0]!.quotient
  const jump = known.find(({ quotient }, at) => at > 0 && (quotient - known[at - 1]!.quotient) / change > 0.5)
  return jump?.year ?? null
}

/** The quotient of an activity in a region, year by year; NaN where it is missing. */
export function quotientSeries(
  panel: ActivityPanel,
  { regionCode, activity }: { regionCode: string; activity: string },
): { year: string; quotient: number }[] {
  const at = panel.regionCodes.indexOf(regionCode) * panel.activities.length + panel.activities.indexOf(activity)
  return panel.years.map((year, place) => ({ year, quotient: quotientsOf(panel.tables[place]!).values[at] ?? NaN }))
}
