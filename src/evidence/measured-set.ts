import { locationQuotient, quotientInterval } from '../../packages/relatedness/src/relatedness.ts'
import type { Table } from '../../packages/relatedness/src/relatedness.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { columnsOf, setAndRest } from './set-and-rest.ts'

/** How much of a set of activities a region has in one year. Every field is NaN where the region has no data. */
export interface SetFigure {
  /** In the cube's unit, such as persons. */
  count: number
  /** Of all that the region has, 0–1. */
  share: number
  /** The same for all regions together. */
  nationShare: number
  /** The region's share over the nation's. */
  quotient: number
  /** The ends of the 95 % interval of the quotient; NaN where it is not computed (see `measuredSet`). */
  lower: number
  upper: number
  /** What the count would be with the nation's share. */
  expected: number
}

/** A set of activities measured in every region and year. */
export interface MeasuredSet {
  readonly activities: readonly string[]
  readonly years: readonly string[]
  readonly regionCodes: readonly string[]
  /** By year, then by region, in their orders. */
  readonly figures: readonly (readonly SetFigure[])[]
}

const setsOf = deriveEach('measured sets', (_panel: ActivityPanel) => new Map<string, MeasuredSet>())
/** There are as many sets as there are ways in which areas are coded; this many fit in a few megabytes. */
const mostSets = 600

/**
 * A set of activities as if it were one activity, in every region and year. The nation is the sum of the panel's regions.
 * Intervals are computed for the first and the last year: the exact Poisson interval of the count over its expectation
 * (Garwood 1936; `quotientInterval` of the engine, kind `counting`).
 * @param activities  codes that the panel has; each counts once
 */
export function measuredSet(panel: ActivityPanel, activities: readonly string[]): MeasuredSet {
  const own = [...new Set(activities)].sort()
  const key = own.join(' ')
  const sets = setsOf(panel)
  const known = sets.get(key)
  if (known) return known
  if (sets.size >= mostSets) sets.clear()
  const made = measure(panel, own)
  sets.set(key, made)
  return made
}

function measure(panel: ActivityPanel, activities: readonly string[]): MeasuredSet {
  const columns = columnsOf(panel.activities, activities)
  const last = panel.years.length - 1
  return {
    activities,
    years: panel.years,
    regionCodes: panel.regionCodes,
    figures: panel.tables.map((table, year) =>
      figuresOf(setAndRest(table, columns), { hasInterval: year === 0 || year === last }),
    ),
  }
}

function figuresOf(split: Table, { hasInterval }: { hasInterval: boolean }): SetFigure[] {
  const isCounted = hasInterval && split.unit === 'count'
  const interval = isCounted ? quotientInterval(split) : null
  const quotients = interval?.quotient ?? locationQuotient(split)
  const rows = split.regions.map((_, row) => ({
    own: split.values[row * 2]!,
    all: split.values[row * 2]! + split.values[row * 2 + 1]!,
  }))
  const known = rows.filter(({ own, all }) => !Number.isNaN(own) && all > 0)
  const nationShare = sum(known.map(({ own }) => own)) / sum(known.map(({ all }) => all))
  return rows.map(({ own, all }, row) => ({
    count: own,
    share: own / all,
    nationShare: Number.isNaN(own) ? NaN : nationShare,
    quotient: quotients.values[row * 2]!,
    lower: interval?.lower.values[row * 2] ?? NaN,
    upper: interval?.upper.values[row * 2] ?? NaN,
    expected: all * nationShare,
  }))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
