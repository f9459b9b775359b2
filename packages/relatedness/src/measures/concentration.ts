import {
  type CurvePoint,
  eachSpread,
  lorenzArea,
  lorenzPoints,
  spreadOfActivity,
  type SpreadReference,
  sumOf,
} from './activity-spread.ts'
import { accepted, declareOptions, flag, oneOf, type OptionsOf, withDefault } from './declared-options.ts'
import { isSeries } from './checked-arguments.ts'
import { shareRows, type ShareRows } from './share-rows.ts'
import type { Noted, Series, SparseTable, Table } from './table.ts'

export type { CurvePoint, SpreadReference } from './activity-spread.ts'

const herfindahlOptions = declareOptions('herfindahl', {
  /**
   * Brings the least possible, 1/n, to 0: (H − 1/n) / (1 − 1/n), n the number of activities whose cell is known in the
   * region, zeros too. Default false (EconGeo).
   */
  normalised: flag(),
})
export interface HerfindahlOptions extends OptionsOf<typeof herfindahlOptions> {}

/**
 * Herfindahl index of each region, Σ s² over its shares of activities (shares 0–1, so not the 0–10 000 of competition law).
 * @param table  regions × activities, counts or money
 * @returns by region, 1/n (even) to 1 (all in one); normalised 0 to 1. NaN for a region that sums to zero (noted
 * `empty-region`) and, normalised, for one with a single known activity (noted `too-few-activities`). Missing cells are
 * left out (noted).
 * Source: Herfindahl 1950, Concentration in the Steel Industry, Columbia University; Hirschman 1964, American Economic
 * Review 54(5), 761–762.
 */
export function herfindahl(table: Table | SparseTable, options: HerfindahlOptions = {}): Series & Noted {
  const { normalised } = herfindahlOptions.read(options)
  const rows = shareRows(table)
  const notes = [...rows.notes]
  const values = Float64Array.from(table.regions, (_, region) => {
    const known = knownPlaces(rows, region)
    const value = known.reduce((sum, at) => sum + rows.shares[at]! * rows.shares[at]!, 0)
    if (rows.regionTotals[region] === 0) return NaN
    return normalised ? Math.max(0, value - 1 / known.length) / (1 - 1 / known.length) : value
  })
  const single = table.regions.filter((_, region) => rows.regionTotals[region]! > 0 && Number.isNaN(values[region]!))
  if (single.length > 0)
    notes.push({
      code: 'too-few-activities',
      message: 'Only one activity is known in these regions, so there is no even spread to hold them against.',
      regions: single,
    })
  return { labels: table.regions, values, notes }
}

const krugmanOptions = declareOptions('krugmanIndex', {
  /** What a region is compared with: `all` regions together (default, EconGeo), or the `others` without itself (Krugman's own). */
  reference: oneOf(['all', 'others']),
})
export interface SpecialisationReference extends OptionsOf<typeof krugmanOptions> {}

/**
 * Krugman specialisation index of each region: Σ |s − s̄| over activities, s the region's shares and s̄ the reference's.
 * @param table  regions × activities, counts or money
 * @param options  the reference `all`: the sum of all regions, the region itself too (default; EconGeo's krugman_index);
 * `others`: the sum of the other regions
 * @returns by region, 0 (as the reference) to 2 (nothing in common). Where cells of the region are missing, both sides are
 * shares of the activities that are known there (noted). NaN for a region that sums to zero (noted `empty-region`), and
 * where the reference does (noted `no-reference`).
 * Source: Krugman 1991, Geography and Trade, MIT Press.
 */
export function krugmanIndex(table: Table | SparseTable, options: SpecialisationReference = {}): Series & Noted {
  const { reference } = krugmanOptions.read(options)
  return besideReference(shareRows(table), { reference, measure: (share, whole) => Math.abs(share - whole) })
}

/**
 * Coefficient of specialisation of each region: half the Krugman index, Σ |s − s̄| / 2, the share of the region's activity
 * that would have to be of another kind to match the reference.
 * @param table  regions × activities, counts or money @param options  as for `krugmanIndex`; EconGeo's spec_coeff is `all`
 * @returns by region, 0 to 1; zero, missing and empty as in `krugmanIndex`
 * Source: Hoover & Giarratani 1985, An Introduction to Regional Economics, third edition, table 9-4.
 */
export function specialisationCoefficient(table: Table | SparseTable, options: SpecialisationReference = {}): Series & Noted {
  const { labels, values, notes } = krugmanIndex(table, options)
  return { labels, values: values.map((value) => value / 2), notes }
}

/**
 * Average location quotient of each region, weighted by its own shares: Σ s · (s / s̄), s̄ the shares of all regions together.
 * @param table  regions × activities, counts or money
 * @returns by region, a ratio from 1 (as the whole) up. Where cells of the region are missing, both sides are shares of the
 * activities that are known there (noted), so `locationQuotient`, which keeps all activities in the whole, averages a
 * little higher. A cell of zero adds nothing. NaN for a region that sums to zero (noted; EconGeo too gives NaN).
 * Source: Hoover & Giarratani 1985, An Introduction to Regional Economics, third edition; Boschma, Balland & Kogler 2015,
 * doi:10.1093/icc/dtu012. EconGeo's location_quotient_avg.
 */
export function averageLocationQuotient(table: Table | SparseTable): Series & Noted {
  const measure = (share: number, whole: number) => (share === 0 ? 0 : share * (share / whole))
  return besideReference(shareRows(table), { reference: 'all', measure })
}

/**
 * Hachman index of each region: one over its average location quotient.
 * @param table  regions × activities, counts or money
 * @returns by region, above 0 (unlike) to 1 (the structure of all regions together); zero, missing and empty as in
 * `averageLocationQuotient`
 * Source: Hachman, Bureau of Economic and Business Research, University of Utah. EconGeo's hachman.
 */
export function hachman(table: Table | SparseTable): Series & Noted {
  const { labels, values, notes } = averageLocationQuotient(table)
  return { labels, values: values.map((value) => 1 / value), notes }
}

const giniOptions = declareOptions('gini', {
  /** Times n / (n − 1), so that all in one region gives 1. Default false: at most (n − 1) / n (EconGeo's gini). */
  corrected: flag(),
})
export interface GiniOptions extends OptionsOf<typeof giniOptions> {}

/**
 * Gini coefficient of each activity over regions: how unevenly it is spread when every region counts the same.
 * G = Σ_i Σ_j |x_i − x_j| / (2 n Σ x).
 * @param table  regions × activities, counts or money
 * @returns by activity, 0 (the same everywhere) up; n counts the regions whose cell is known, zeros too. Ties do not matter.
 * Regions where the cell is missing are left out of that activity (noted). NaN for an activity that sums to zero (noted
 * `empty-activity`) and, corrected, for one known in a single region (noted `too-few-regions`).
 * Source: Gini 1921, doi:10.2307/2223319; corrected: Deltas 2003, doi:10.1162/rest.2003.85.1.226.
 */
export function gini(table: Table | SparseTable, options: GiniOptions = {}): Series & Noted {
  const { corrected } = giniOptions.read(options)
  const { labels, values, notes } = eachSpread(table, 'equal', (spread) => {
    const n = spread.values.length
    return corrected ? (lorenzArea(spread) * n) / (n - 1) : lorenzArea(spread)
  })
  const undefinedFor = new Set(notes.find(({ code }) => code === 'empty-activity')?.activities)
  const single = labels.filter((label, a) => Number.isNaN(values[a]!) && !undefinedFor.has(label))
  if (single.length === 0) return { labels, values, notes }
  const message = 'These activities are known in one region only, so there is no spread to correct.'
  return { labels, values, notes: [...notes, { code: 'too-few-regions', message, activities: single }] }
}

const spreadOptions = declareOptions('hooverIndex', {
  /**
   * What the activity is held against: a series by region (population, say); `regions` (default): the table's own totals by
   * region, of the cells that are known; `equal`: the same for each (what EconGeo's hoover_index does when it is given no
   * population).
   */
  reference: withDefault(
    accepted<SpreadReference>(
      'regions, equal or a series by region (see seriesFrom)',
      (value) => value === 'regions' || value === 'equal' || isSeries(value),
    ),
    'regions',
  ),
})
export interface SpreadOptions extends OptionsOf<typeof spreadOptions> {}

/**
 * Hoover index of each activity, also called coefficient of localisation: the share of it that would have to move for its
 * spread over regions to match the reference, Σ |e − a| / 2 over regions, e and a being shares of the two.
 * @param table  regions × activities, counts or money
 * @returns by activity, 0 (spread as the reference) to 1, where EconGeo gives percent with two decimals. Regions where the
 * cell or the reference is missing are left out of both sides (noted). NaN for an activity that sums to zero (noted
 * `empty-activity`) and where the reference does (noted `no-reference`).
 * @throws RangeError when the reference speaks of other regions, or is negative or infinite
 * Source: Hoover 1936, doi:10.2307/1927875.
 */
export function hooverIndex(table: Table | SparseTable, options: SpreadOptions = {}): Series & Noted {
  const { reference } = spreadOptions.read(options)
  return eachSpread(table, reference, ({ values, weights }) => {
    const [all, base] = [sumOf(values), sumOf(weights)]
    return values.reduce((sum, value, at) => sum + Math.abs(value / all - weights[at]! / base), 0) / 2
  })
}

/**
 * Hoover Gini of each activity: twice the area between the diagonal and the curve of its cumulative shares over the
 * reference's, regions ordered by the ratio of the two. With `equal` it is `gini`.
 * @param table  regions × activities, counts or money @param options  as for `hooverIndex`
 * @returns by activity, 0 (spread as the reference) towards 1; EconGeo's hoover_gini, which rounds to three decimals. Regions
 * whose ratios are equal may stand in any order. A region with nothing of either adds nothing; one with nothing of the
 * reference comes last. Missing, empty and errors as in `hooverIndex`.
 * Source: Hoover 1936, doi:10.2307/1927875.
 */
export function hooverGini(table: Table | SparseTable, options: SpreadOptions = {}): Series & Noted {
  const { reference } = spreadOptions.read(options)
  return eachSpread(table, reference, lorenzArea)
}

const locationalGiniOptions = declareOptions('locationalGini', {
  /**
   * `half` (default, Krugman and EconGeo's locational_gini): the area itself, 0 towards 0.5; `full`: twice that, 0 towards 1,
   * which is `hooverGini` against the regions' totals.
   */
  scale: oneOf(['half', 'full']),
})
export interface LocationalGiniOptions extends OptionsOf<typeof locationalGiniOptions> {}

/**
 * Locational Gini of each activity: the area between the diagonal and the curve of its cumulative shares over those of all
 * activity, regions ordered by the ratio of the two.
 * @param table  regions × activities, counts or money
 * @returns by activity; ties, zero, missing and empty as in `hooverGini`
 * Source: Krugman 1991, Geography and Trade, MIT Press, chapter 2, page 56.
 */
export function locationalGini(table: Table | SparseTable, options: LocationalGiniOptions = {}): Series & Noted {
  const { scale } = locationalGiniOptions.read(options)
  const { labels, values, notes } = hooverGini(table)
  return { labels, values: scale === 'half' ? values.map((value) => value / 2) : values, notes }
}

export interface HooverCurve extends Noted {
  /** From (0, 0) to (1, 1), regions in ascending order of activity over reference. */
  points: readonly CurvePoint[]
}

/**
 * The curve behind the Hoover Gini of one activity: cumulative shares of the reference (x) and of the activity (y), regions
 * in ascending order of the ratio of the two, ties in the order they stand. With `equal` it is the Lorenz curve, with
 * `regions` the curve of the locational Gini.
 * @param table  regions × activities, counts or money @param options  as for `hooverIndex`
 * @returns one point more than regions that are known, the first (0, 0) with no region. Regions where the cell or the
 * reference is missing are left out (noted). `y` is NaN after the first when the activity sums to zero (noted
 * `empty-activity`), and `x` when the reference does (noted `no-reference`).
 * @throws RangeError when the table has no such activity, and as in `hooverIndex`
 * Source: Hoover 1936, doi:10.2307/1927875. EconGeo's hoover_curve, lorenz_curve and locational_gini_curve.
 */
export function hooverCurve(table: Table | SparseTable, activity: string, options: SpreadOptions = {}): HooverCurve {
  const { reference } = spreadOptions.read(options)
  const { notes, ...spread } = spreadOfActivity(table, activity, reference)
  return { points: lorenzPoints(spread), notes }
}

/** Sums a measure of a region's share and the reference's over the activities known in the region. */
function besideReference(
  rows: ShareRows,
  { reference, measure }: { reference: 'all' | 'others'; measure: (share: number, whole: number) => number },
): Series & Noted {
  const { table, shares, regionTotals } = rows
  const width = table.activities.length
  const sums = new Float64Array(width)
  table.values.forEach((value, at) => (sums[at % width]! += value || 0))
  const unmatched: string[] = []
  const values = Float64Array.from(table.regions, (label, region) => {
    if (regionTotals[region] === 0) return NaN
    const known = knownPlaces(rows, region)
    const beside = known.map((at) =>
      reference === 'all' ? sums[at % width]! : Math.max(0, sums[at % width]! - table.values[at]!),
    )
    const whole = beside.reduce((sum, value) => sum + value, 0)
    if (whole > 0) return known.reduce((sum, at, place) => sum + measure(shares[at]!, beside[place]! / whole), 0)
    unmatched.push(label)
    return NaN
  })
  const notes = [...rows.notes]
  if (unmatched.length > 0)
    notes.push({
      code: 'no-reference',
      message: 'No other region has anything of what these regions have figures for, so there is nothing to compare them with.',
      regions: unmatched,
    })
  return { labels: table.regions, values, notes }
}

/** The places in the table of a region's cells that are known. */
function knownPlaces({ table: { activities, values } }: ShareRows, region: number): number[] {
  const row = region * activities.length
  return Array.from(activities.keys(), (a) => row + a).filter((at) => !Number.isNaN(values[at]!))
}
