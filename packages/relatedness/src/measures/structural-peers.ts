import { checkTable } from './checked-arguments.ts'
import { checkChoice, declareOptions, oneOf, type OptionsOf, wholeNumber } from './declared-options.ts'
import { nearestName } from './nearest-name.ts'
import { locationQuotient } from './location-quotient.ts'
import { correlation } from './series-statistics.ts'
import { shareRows } from './share-rows.ts'
import { type Noted, type PairMatrix, type SparseTable, type Table, toDense } from './table.ts'
import { portableLog2 } from './portable-functions.ts'

/** How far apart two regions' shares p and q of activities are. */
export type StructuralDistance =
  /** Σ |p − q|, 0–2 (Krugman). */
  | 'manhattan'
  /** √Σ (p − q)², 0–√2. */
  | 'euclidean'
  /** 1 − Σ pq / √(Σp² Σq²), 0–1. */
  | 'cosine'
  /** √(1 − Σ √(pq)), 0–1. */
  | 'hellinger'
  /** Jensen–Shannon divergence in bits, 0–1. */
  | 'jensen-shannon-divergence'
  /** Its square root, which is a distance, 0–1. */
  | 'jensen-shannon'

/**
 * Distances between the structures of all pairs of regions.
 * @param table  regions × activities, counts or money; a cell missing in either region is left out for the pair, whose
 * shares are then of what both know (noted)
 * @returns regions × regions, symmetric, zero on the diagonal; NaN for a region that sums to zero (noted)
 * Sources: Krugman 1991; Lin 1991, doi:10.1109/18.61115; Endres & Schindelin 2003, doi:10.1109/TIT.2003.813506.
 */
export function structuralDistances(
  table: Table | SparseTable,
  distance: StructuralDistance = 'jensen-shannon',
): PairMatrix & Noted {
  checkChoice('structuralDistances: the distance', distance, distanceNames)
  const { table: dense, notes } = shareRows(table)
  const values = pairwise(dense, (one, other) => measures[distance](...commonShares(one, other)))
  return { labels: dense.regions, values, notes }
}

/**
 * Similarity of the structures of all pairs of regions: `overlap` Σ min(p, q), 0–1 (Finger & Kreinin 1979,
 * Economic Journal 89(356)); `log-quotients` the correlation of ln(LQ + 0.1) over activities, −1 to 1 (Bahar, Hausmann & Hidalgo
 * 2014, doi:10.1016/j.jinteco.2013.11.001; Datawheel's similarity).
 * @returns regions × regions, symmetric; NaN where undefined (a region that sums to zero, or whose quotients do not vary)
 */
export function structuralSimilarity(
  table: Table | SparseTable,
  kind: 'overlap' | 'log-quotients' = 'overlap',
): PairMatrix & Noted {
  checkChoice('structuralSimilarity: the kind', kind, ['overlap', 'log-quotients'])
  checkTable('structuralSimilarity', table)
  const dense = toDense(table)
  if (kind === 'overlap') {
    const values = pairwise(dense, (one, other) => {
      const [p, q] = commonShares(one, other)
      return p.length === 0 ? NaN : p.reduce((sum, share, a) => sum + Math.min(share, q[a]!), 0)
    })
    return { labels: dense.regions, values, notes: shareRows(dense).notes }
  }
  const quotients = locationQuotient(dense)
  const logs = { ...quotients, values: quotients.values.map((value) => Math.log(value + 0.1)) }
  const values = pairwise(logs, (one, other) => {
    const known = [...one.keys()].filter((a) => !Number.isNaN(one[a]!) && !Number.isNaN(other[a]!))
    return correlation(
      Float64Array.from(known, (a) => one[a]!),
      Float64Array.from(known, (a) => other[a]!),
    )
  })
  return { labels: dense.regions, values, notes: quotients.notes }
}

/** A region like another, and what makes them so. */
export interface Peer {
  region: string
  distance: number
  /** Activities both have much more of than the whole, by the smaller of the two shares less the whole's: largest first. */
  alike: { activity: string; share: number; peerShare: number; wholeShare: number }[]
  /** Activities in which they differ most; `difference` is the region's share less the peer's. */
  apart: { activity: string; share: number; peerShare: number; difference: number }[]
}

const distanceNames = ['jensen-shannon', 'jensen-shannon-divergence', 'manhattan', 'euclidean', 'cosine', 'hellinger'] as const

const peerOptions = declareOptions('findStructuralPeers', {
  /** How far apart two structures are; default Jensen–Shannon. */
  distance: oneOf(distanceNames),
  /** How many peers; default 5. */
  limit: wholeNumber(5),
  /** How many activities to name for each; default 5. */
  named: wholeNumber(5),
})
export interface StructuralPeerOptions extends OptionsOf<typeof peerOptions> {}

/**
 * The regions whose structure is nearest to one region's, nearest first (ties in the table's order).
 * @throws RangeError when the region is not in the table or sums to zero
 */
export function findStructuralPeers(table: Table | SparseTable, region: string, options: StructuralPeerOptions = {}): Peer[] {
  const { distance, limit, named } = peerOptions.read(options)
  const rows = shareRows(table)
  const { regions, activities } = rows.table
  const own = regions.indexOf(region)
  if (own < 0) {
    const near = nearestName(region, regions)
    throw new RangeError(`There is no region «${region}» in the table.${near ? ` Did you mean «${near}»?` : ''}`)
  }
  if (rows.regionTotals[own] === 0) throw new RangeError(`Region «${region}» sums to zero, so it has no structure to compare.`)
  const far = (r: number) =>
    measures[distance](...commonShares(rowOf(rows.table, Math.min(own, r)), rowOf(rows.table, Math.max(own, r))))
  const share = (r: number, a: number) => rows.shares[r * activities.length + a]! || 0
  return regions
    .map((label, r) => ({ label, r, distance: r === own ? NaN : far(r) }))
    .filter((other) => !Number.isNaN(other.distance))
    .sort((one, other) => one.distance - other.distance || one.r - other.r)
    .slice(0, limit)
    .map(({ label, r, distance: between }) => {
      const cells = activities.map((activity, a) => ({
        activity,
        share: share(own, a),
        peerShare: share(r, a),
        wholeShare: rows.wholeShares[a]!,
      }))
      const common = (cell: (typeof cells)[number]) => Math.min(cell.share, cell.peerShare) - cell.wholeShare
      const alike = cells
        .filter((cell) => common(cell) > 0)
        .sort((one, other) => common(other) - common(one))
        .slice(0, named)
      const apart = cells
        .map(({ activity, share, peerShare }) => ({ activity, share, peerShare, difference: share - peerShare }))
        .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
        .slice(0, named)
      return { region: label, distance: between, alike, apart }
    })
}

type Measure = (p: Float64Array, q: Float64Array) => number

const measures: Record<StructuralDistance, Measure> = {
  manhattan: (p, q) => sumOver(p, q, (one, other) => Math.abs(one - other)),
  euclidean: (p, q) => Math.sqrt(sumOver(p, q, (one, other) => (one - other) ** 2)),
  cosine: (p, q) =>
    Math.max(
      0,
      1 -
        sumOver(p, q, (one, other) => one * other) /
          Math.sqrt(sumOver(p, p, (one) => one * one) * sumOver(q, q, (one) => one * one)),
    ),
  hellinger: (p, q) => Math.sqrt(sumOver(p, q, (one, other) => (Math.sqrt(one) - Math.sqrt(other)) ** 2) / 2),
  'jensen-shannon-divergence': jensenShannon,
  'jensen-shannon': (p, q) => Math.sqrt(jensenShannon(p, q)),
}

function jensenShannon(p: Float64Array, q: Float64Array): number {
  const part = (one: number, other: number) => (one === 0 ? 0 : one * portableLog2((2 * one) / (one + other)))
  return Math.max(0, sumOver(p, q, (one, other) => part(one, other) + part(other, one)) / 2)
}

function sumOver(p: Float64Array, q: Float64Array, term: (one: number, other: number) => number): number {
  if (p.length === 0) return NaN
  let sum = 0
  for (let a = 0; a < p.length; a++) sum += term(p[a]!, q[a]!)
  return sum
}

/** Shares of two rows over the cells that both know; empty when either sums to zero there. */
function commonShares(one: Float64Array, other: Float64Array): [Float64Array, Float64Array] {
  const known: number[] = []
  let [left, right] = [0, 0]
  for (let a = 0; a < one.length; a++) {
    if (Number.isNaN(one[a]!) || Number.isNaN(other[a]!)) continue
    known.push(a)
    left += one[a]!
    right += other[a]!
  }
  if (left === 0 || right === 0) return [new Float64Array(), new Float64Array()]
  return [Float64Array.from(known, (a) => one[a]! / left), Float64Array.from(known, (a) => other[a]! / right)]
}

const rowOf = ({ activities, values }: Table, r: number): Float64Array =>
  values.subarray(r * activities.length, (r + 1) * activities.length)

function pairwise(table: Table, measure: Measure): Float64Array {
  const size = table.regions.length
  const result = new Float64Array(size * size)
  for (let r = 0; r < size; r++)
    for (let s = r; s < size; s++) result[r * size + s] = result[s * size + r] = measure(rowOf(table, r), rowOf(table, s))
  return result
}
