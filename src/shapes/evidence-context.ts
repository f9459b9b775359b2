import { cubesInUse, dimensionOf } from '../records/cube.ts'
import type { Cube, CubeHeader, CubeListing } from '../records/cube.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { isTotal, withoutOverlap } from '../evidence/classification-levels.ts'
import { mainTable } from '../evidence/main-panel.ts'
import { sliceCells } from '../evidence/cube-cells.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { EvidenceContextShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'

/**
 * The region's numbers in every other table that has it, beside the evidence: a series for each measure or activity, summed
 * over groups such as sex, with the nation's where the table has it, or else the sum of its regions.
 */
export function evidenceContext(snapshot: Snapshot, regionCode: string): EvidenceContextShape[] {
  const nuts2 = snapshot.get('region', regionCode)?.nuts2
  return tablesBeside(snapshot).flatMap(
    (listing) => seriesIn(listing).get(regionCode) ?? (nuts2 ? (seriesIn(listing).get(nuts2) ?? []) : []),
  )
}

/** The work for each of those tables, once for all regions. */
export const contextTables = (snapshot: Snapshot): (() => unknown)[] =>
  tablesBeside(snapshot).map((listing) => () => seriesIn(listing))

/** More series than a reader goes through; a larger table is read on its own page and through the API. */
const mostSeries = 100
/** What a table may cost when all regions' series are made at once. */
const mostSums = 100_000

/** The county tables that are shown beside the evidence; by their headers alone, so that no large table is opened. */
function tablesBeside(snapshot: Snapshot): CubeListing[] {
  return cubesInUse(snapshot.cubes).filter(({ header }) => {
    const [series, regions, years] = [splitOf(header), dimensionOf(header, 'region'), dimensionOf(header, 'time')].map(
      (dimension) => dimension?.codes.length ?? 1,
    ) as [number, number, number]
    const isSmall = series <= mostSeries && series * regions * years <= mostSums
    return header.table !== mainTable && header.level === 'county' && isSmall
  })
}

/** The dimension that a table has a series for each part of. */
const splitOf = (cube: CubeHeader) => dimensionOf(cube, 'measure') ?? dimensionOf(cube, 'activity')

/** The series of each region in a table. */
const seriesIn = deriveEach('series by region', (listing: CubeListing): ReadonlyMap<string, EvidenceContextShape[]> => {
  const { header } = listing
  const region = dimensionOf(header, 'region')
  const time = dimensionOf(header, 'time')
  if (!region || !time) return new Map()
  const cube = listing.read()
  const years = time.codes.toSorted()
  const source = evidenceSource(listing, years)
  const total = region.codes.find(isTotal)
  const subjects = subjectsOf(cube).map(({ slice, label }) => {
    const sumIn = (year: string, codes: readonly string[]) => sumOf(cube, { ...slice, [region.id]: codes, [time.id]: [year] })
    // The nation's numbers are the same for every region, and the most of what there is to add.
    const nation = new Map(years.map((year) => [year, known(sumIn(year, total ? [total] : region.codes))]))
    return { label, nation, sumIn }
  })
  return new Map(
    region.codes
      .filter((code) => !isTotal(code))
      .map((code) => [
        code,
        subjects.map(({ label, nation, sumIn }) => ({
          label,
          unit: label === header.title ? header.unit : dimensionOf(header, 'measure') ? label : header.unit,
          source,
          series: years.map((year) => ({ year, value: known(sumIn(year, [code])), nation: nation.get(year)! })),
        })),
      ]),
  )
})

/** What a table has series of: each of its measures and activities; groups are summed. */
function subjectsOf(cube: Cube): { slice: Record<string, readonly string[]>; label: LocalText }[] {
  const split = splitOf(cube)
  const groups = cube.dimensions.filter(({ role }) => role === 'group')
  const summed = Object.fromEntries(groups.map(({ id, classification, codes }) => [id, withoutOverlap(classification, codes)]))
  if (!split) return [{ slice: summed, label: cube.title }]
  return split.codes.map((code, at) => ({ slice: { ...summed, [split.id]: [code] }, label: split.labels[at]! }))
}

/** NaN when one of the cells is missing. */
function sumOf(cube: Cube, slice: Record<string, readonly string[]>): number {
  let sum = 0
  for (const { value } of sliceCells(cube, slice)) sum += value ?? NaN
  return sum
}
