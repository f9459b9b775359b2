import {
  type DiversificationOption,
  diversificationOptions,
  economicComplexity,
  findStructuralPeers,
  locationQuotient,
  type PairMatrix,
  type Peer,
  type Presence,
  proximity,
  relatednessDensity,
  type Series,
  specialisation,
  type Table,
} from '../../packages/relatedness/src/relatedness.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { distinctiveActivities } from './distinctive-activities.ts'
import { columnsOf } from './set-and-rest.ts'
import { fewestInStrength } from './specialisations.ts'

interface Relatedness {
  presence: Presence
  /** Activities × activities, 0–1. */
  proximities: PairMatrix
  /** Regions × activities, 0–1; NaN where an activity has no neighbours. */
  density: Table
  /** Complexity of the activities. */
  complexity: Series
  /** The share of activities that are less complex, 0–1: in raw units a few activities of the capital would hide all others. */
  complexityShare: Series
  options: {
    options: readonly DiversificationOption[]
    splits: readonly { region: string; density: number; complexity: number }[]
  }
}

/**
 * What is related to what, from which activities the same regions are specialised in (quotient at least 1) in the last year.
 * Sources: Hidalgo et al. 2007, doi:10.1126/science.1144581; Balland et al. 2019, doi:10.1080/00343404.2018.1437900.
 */
const relatednessOf = deriveEach('relatedness', (panel: ActivityPanel): Relatedness => {
  const { presence, proximities, density } = presenceAndDensity(panel)
  const { pci } = economicComplexity(presence)
  const complexityShare = { labels: pci.labels, values: shareBelow(pci.values) }
  const options = diversificationOptions({ presence, density, pci: complexityShare }, { scope: 'own' })
  return { presence, proximities, density, complexity: pci, complexityShare, options }
})

/** The part of it that takes longest, kept by itself so that it can be made ready in a step of its own. */
export const presenceAndDensity = deriveEach('relatedness density', ({ tables }: ActivityPanel) => {
  const presence = specialisation(locationQuotient(tables.at(-1)!))
  const proximities = proximity(presence)
  return { presence, proximities, density: relatednessDensity(presence, { proximity: proximities }) }
})

/** For each number the share of the known ones that are smaller; NaN where it is unknown. */
function shareBelow(values: Float64Array): Float64Array {
  const sorted = [...values].filter((one) => !Number.isNaN(one)).sort((a, b) => a - b)
  return values.map((one) => (Number.isNaN(one) ? NaN : sorted.indexOf(one) / Math.max(1, sorted.length - 1)))
}

/**
 * How much of what is related to a set of activities a region has, 0–1: the mean of the activities' densities, each weighted
 * by how many work with it in all regions; and the mean of that over the regions. NaN where no activity has a density.
 */
export function densityOfSet(
  panel: ActivityPanel,
  activities: readonly string[],
  regionCode: string,
): { own: number; mean: number } {
  const { density } = relatednessOf(panel)
  const width = panel.activities.length
  const columns = columnsOf(panel.activities, activities)
  const weights = columns.map((column) => nationCount(panel, column))
  const ofRow = (row: number) => {
    let [sum, weight] = [0, 0]
    columns.forEach((column, at) => {
      const one = density.values[row * width + column]!
      if (Number.isNaN(one)) return
      sum += one * weights[at]!
      weight += weights[at]!
    })
    return sum / weight
  }
  const all = panel.regionCodes.map((_, row) => ofRow(row))
  const known = all.filter((one) => !Number.isNaN(one))
  const own = panel.regionCodes.indexOf(regionCode)
  return { own: own < 0 ? NaN : all[own]!, mean: known.reduce((sum, one) => sum + one, 0) / known.length }
}

/** How much of what is related to one activity a region has, 0–1; NaN where that is not known. */
export function densityOfActivity(
  panel: ActivityPanel,
  { regionCode, activity }: { regionCode: string; activity: string },
): number {
  const [row, column] = [panel.regionCodes.indexOf(regionCode), panel.activities.indexOf(activity)]
  return row < 0 || column < 0 ? NaN : relatednessOf(panel).density.values[row * panel.activities.length + column]!
}

/** The density above which an activity is near what a region has: the mean over what it is not specialised in. NaN for a region that is not there. */
export const nearnessLineOf = (panel: ActivityPanel, regionCode: string): number =>
  relatednessOf(panel).options.splits.find(({ region }) => region === regionCode)?.density ?? NaN

/** How many work with an activity in all regions in the last year; missing cells left out. */
function nationCount({ tables, regionCodes, activities }: ActivityPanel, column: number): number {
  const { values } = tables.at(-1)!
  return regionCodes.reduce((sum, _, row) => sum + (values[row * activities.length + column]! || 0), 0)
}

/**
 * An activity that a region is not specialised in, by how related it is to what the region has and how complex it is.
 * `complexity` is the share of activities that are less complex, 0–1.
 */
export interface NextStep extends DiversificationOption {
  /** The place among all activities, 1 for the most complex. */
  complexityRank: number
  /** How many work with it in the region, and in all regions. */
  count: number
  nationCount: number
  /** What the region is specialised in that is most related to it, with how related (0–1). */
  relatedTo: { activity: string; proximity: number }[]
}

export interface NextSteps {
  /** Those related to what the region has (above its own mean) first, then by score. */
  steps: readonly NextStep[]
  /** Where the lines between the quadrants are. */
  splits: { density: number; complexity: number }
  /** How many activities have a complexity. */
  ranked: number
}

/** Activities with fewer employees than this in all regions are left out of the possible next steps. */
export const fewestInNation = 500
/** With fewer than this in the region there is too little to build on yet; as many as a strength needs. */
export const fewestInStep = fewestInStrength
const reasonsNamed = 3

/**
 * The possible next steps of a region, related or not; null for a region that is not in the panel. Left out are activities
 * that are spread as all work is, managers, those with few employees here or in all regions, and those that `isAField` refuses.
 */
export function nextStepsOf(
  panel: ActivityPanel,
  regionCode: string,
  isAField: (activity: string) => boolean = () => true,
): NextSteps | null {
  const row = panel.regionCodes.indexOf(regionCode)
  if (row < 0) return null
  const { options, complexity } = relatednessOf(panel)
  const distinctive = distinctiveActivities(panel)
  const split = options.splits.find(({ region }) => region === regionCode)!
  const sorted = [...complexity.values].filter((one) => !Number.isNaN(one)).sort((a, b) => b - a)
  const { values } = panel.tables.at(-1)!
  const isWanted = (activity: string) => distinctive.has(activity) && isAField(activity)
  const steps = options.options
    .filter(({ region }) => region === regionCode)
    .map((option) => {
      const column = panel.activities.indexOf(option.activity)
      return {
        ...option,
        complexityRank: sorted.indexOf(complexity.values[column]!) + 1,
        count: values[row * panel.activities.length + column]!,
        nationCount: nationCount(panel, column),
      }
    })
    .filter(
      ({ activity, nationCount: inNation, count }) => inNation >= fewestInNation && count >= fewestInStep && isWanted(activity),
    )
    .map((step) => ({ ...step, relatedTo: relatedTo(panel, { row, activity: step.activity, isWanted }) }))
    .sort((a, b) => Number(isRelated(b)) - Number(isRelated(a)) || b.score - a.score)
  return { steps, splits: { density: split.density, complexity: split.complexity }, ranked: sorted.length }
}

/** The activities that a region is specialised in, with as many employees as a strength needs, that are most related to another. */
function relatedTo(
  panel: ActivityPanel,
  { row, activity, isWanted }: { row: number; activity: string; isWanted: (activity: string) => boolean },
): NextStep['relatedTo'] {
  const { presence, proximities } = relatednessOf(panel)
  const { values } = panel.tables.at(-1)!
  const width = panel.activities.length
  const column = panel.activities.indexOf(activity)
  return panel.activities
    .flatMap((other, at) => {
      const near = proximities.values[column * width + at]!
      const isStrong = presence.values[row * width + at] === 1 && values[row * width + at]! >= fewestInStrength
      return at !== column && isStrong && near > 0 && isWanted(other) ? [{ activity: other, proximity: near }] : []
    })
    .sort((a, b) => b.proximity - a.proximity || (a.activity < b.activity ? -1 : 1))
    .slice(0, reasonsNamed)
}

const isRelated = ({ quadrant }: NextStep): boolean => quadrant.startsWith('low-risk')

/** Every other region by how alike its structure is, nearest first; empty for a region without data. */
export function peersOf(panel: ActivityPanel, regionCode: string, named: number): Peer[] {
  const table = panel.tables.at(-1)!
  const row = panel.regionCodes.indexOf(regionCode)
  const width = panel.activities.length
  const hasAny = row >= 0 && table.values.subarray(row * width, (row + 1) * width).some((value) => value > 0)
  return hasAny ? findStructuralPeers(table, regionCode, { limit: panel.regionCodes.length, named }) : []
}
