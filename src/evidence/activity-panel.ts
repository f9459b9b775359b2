import type { Table } from '../../packages/relatedness/src/relatedness.ts'
import { dimensionOf } from '../records/cube.ts'
import type { Cube, CubeListing, SeriesBreak } from '../records/cube.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { numberAt, placeOfRole, stridesOf } from './cube-cells.ts'
import { isTotal, withoutOverlap } from './classification-levels.ts'

/** A cube of regions × activities over time, as the engine reads it: one table a year. */
export interface ActivityPanel {
  readonly listing: CubeListing
  /** Oldest first. */
  readonly years: readonly string[]
  /** Without sums of regions, such as the nation. */
  readonly regionCodes: readonly string[]
  /** The narrowest that do not overlap. */
  readonly activities: readonly string[]
  readonly labels: readonly LocalText[]
  readonly breaks: readonly SeriesBreak[]
  /** Regions × activities of each year, summed over groups such as sex; NaN where a summand is missing. */
  readonly tables: readonly Table[]
}

/** The panel of a cube, kept with its listing; null when the cube has no regions, activities or time, or several measures. */
export const panelOf = deriveEach('activity panel', (listing: CubeListing): ActivityPanel | null => {
  const { header } = listing
  const [region, activity, time] = (['region', 'activity', 'time'] as const).map((role) => dimensionOf(header, role))
  if (!region || !activity || !time || dimensionOf(header, 'measure')) return null
  const cube = listing.read()
  const regionCodes = region.codes.filter((code) => !isTotal(code))
  const activities = withoutOverlap(activity.classification, activity.codes)
  const at = new Map(activity.codes.map((code, place) => [code, place]))
  const years = time.codes.toSorted()
  return {
    listing,
    years,
    regionCodes,
    activities,
    labels: activities.map((code) => activity.labels[at.get(code)!]!),
    breaks: header.breaks,
    tables: years.map((year) => yearTable(cube, { regionCodes, activities, year })),
  }
})

const cutPanels = deriveEach('panels until a year', (_panel: ActivityPanel) => new Map<string, ActivityPanel>())

/** The panel as it was with a year as its last; the same one for a year that it does not have. */
export function panelUntil(panel: ActivityPanel, year: string): ActivityPanel {
  const last = panel.years.indexOf(year)
  if (last < 0 || last === panel.years.length - 1) return panel
  const cuts = cutPanels(panel)
  const known = cuts.get(year)
  if (known) return known
  const breaks = panel.breaks.filter(({ from }) => from <= year)
  const cut = { ...panel, years: panel.years.slice(0, last + 1), tables: panel.tables.slice(0, last + 1), breaks }
  cuts.set(year, cut)
  return cut
}

interface Wanted {
  regionCodes: readonly string[]
  activities: readonly string[]
  year: string
}

function yearTable(cube: Cube, { regionCodes, activities, year }: Wanted): Table {
  const strides = stridesOf(cube)
  const roles = { region: placeOfRole(cube, 'region'), activity: placeOfRole(cube, 'activity'), time: placeOfRole(cube, 'time') }
  const offsets = (role: keyof typeof roles, codes: readonly string[]) => {
    const place = roles[role]
    return codes.map((code) => cube.dimensions[place]!.codes.indexOf(code) * strides[place]!)
  }
  const groups = groupOffsets(cube, strides)
  const start = offsets('time', [year])[0]!
  const columns = offsets('activity', activities)
  const values = new Float64Array(regionCodes.length * activities.length)
  let cell = 0
  for (const row of offsets('region', regionCodes))
    for (const column of columns) {
      let sum = 0
      for (const group of groups) sum += numberAt(cube, start + row + column + group)
      values[cell++] = sum
    }
  const unit = cube.numberKind === 'count' ? 'count' : 'money'
  return { regions: regionCodes, activities, values, unit }
}

/** The offsets of every combination of groups, sums of groups left out. */
function groupOffsets(cube: Cube, strides: readonly number[]): number[] {
  return cube.dimensions.reduce<number[]>(
    (offsets, { role, codes, classification }, place) => {
      if (role !== 'group') return offsets
      const kept = withoutOverlap(classification, codes).map((code) => codes.indexOf(code) * strides[place]!)
      return offsets.flatMap((offset) => kept.map((own) => offset + own))
    },
    [0],
  )
}
