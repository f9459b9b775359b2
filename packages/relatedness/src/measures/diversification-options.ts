import { checkPresence, checkSeries, checkTable } from './checked-arguments.ts'
import { accepted, declareOptions, oneOf, type OptionsOf, withDefault } from './declared-options.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Series, type Table } from './table.ts'

/** The four corners of the framework: how related an activity is to what a region has, and how complex it is. */
export type Quadrant = 'low-risk-high-benefit' | 'high-risk-high-benefit' | 'low-risk-low-benefit' | 'high-risk-low-benefit'

export interface DiversificationOption {
  region: string
  activity: string
  /** Relatedness density, share 0–1: the higher, the less the risk. */
  density: number
  /** Complexity, in PCI's unit: the higher, the more the benefit. */
  complexity: number
  quadrant: Quadrant
  /** Weighted sum of the two, each standardised over the options in scope (deviation with divisor n). */
  score: number
}

/** Where the lines between the quadrants go. */
export type Split = 'mean' | 'median' | { density: number; complexity: number }

const isPairOfNumbers = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'complexity,density' &&
  Object.values(value).every((one) => typeof one === 'number' && !Number.isNaN(one))

const optionsChoice = declareOptions('diversificationOptions', {
  /** Where the lines go: the mean of the options in scope (default), their median, or given numbers. */
  split: withDefault(
    accepted<Split>(
      'mean, median or { density, complexity } with two numbers',
      (value) => value === 'mean' || value === 'median' || isPairOfNumbers(value),
    ),
    'mean',
  ),
  /** Whose options the lines and the standardising are taken over: `all` regions' (default) or each region's `own`. */
  scope: oneOf(['all', 'own']),
  /** How much each counts in the score. Default 0.5 and 0.5. */
  weights: withDefault(
    accepted<{ density: number; complexity: number }>('{ density, complexity } with two numbers', isPairOfNumbers),
    {
      density: 0.5,
      complexity: 0.5,
    },
  ),
})
export interface OptionsChoice extends OptionsOf<typeof optionsChoice> {}

export interface DiversificationOptions extends Noted {
  /** By region in the table's order, then the highest score first; ties in the activities' order. */
  options: DiversificationOption[]
  /** The lines used, one for each region (the same for all unless the scope is `own`). */
  splits: { region: string; density: number; complexity: number }[]
}

/**
 * Diversification options: the activities each region is not specialised in, by relatedness density and complexity.
 * @param parts  presence, density (regions × activities) and PCI. A cell on a line belongs to the upper side.
 * @returns only cells known to be not specialised. Cells that are missing, or whose density or complexity is undefined, are
 * left out (noted `undefined-options`).
 * @throws RangeError when the labels differ or a weight is negative
 * Source: Balland, Boschma, Crespo & Rigby 2019, doi:10.1080/00343404.2018.1437900.
 */
export function diversificationOptions(
  parts: { presence: Presence; density: Table; pci: Series },
  choice: OptionsChoice = {},
): DiversificationOptions {
  const { presence, density, pci } = parts
  const { split, scope, weights } = optionsChoice.read(choice)
  checkPresence('diversificationOptions', presence)
  checkTable('diversificationOptions', density)
  checkSeries('diversificationOptions', pci)
  checkSameLabels('regions of the presence and of the density', presence.regions, density.regions)
  checkSameLabels('activities of the presence and of the density', presence.activities, density.activities)
  checkSameLabels('activities of the presence and of the complexity', presence.activities, pci.labels)
  if (!(weights.density >= 0 && weights.complexity >= 0)) throw new RangeError('The weights must be zero or more.')
  const { candidates, notes } = findCandidates(parts)
  const groups = scope === 'own' ? candidates : candidates.map(() => candidates.flat())
  const lines = groups.map((group) => ({
    density: lineOf(group, 'density', split),
    complexity: lineOf(group, 'complexity', split),
  }))
  const options = candidates.flatMap((own, r) => {
    const standard = { density: standardiser(groups[r]!, 'density'), complexity: standardiser(groups[r]!, 'complexity') }
    const line = lines[r]!
    return own
      .map((one) => ({
        ...one,
        quadrant: quadrantOf(one.density >= line.density, one.complexity >= line.complexity),
        score: weights.density * standard.density(one.density) + weights.complexity * standard.complexity(one.complexity),
      }))
      .sort((one, other) => other.score - one.score)
  })
  return { options, splits: presence.regions.map((region, r) => ({ region, ...lines[r]! })), notes }
}

type Candidate = Pick<DiversificationOption, 'region' | 'activity' | 'density' | 'complexity'>

function findCandidates({ presence, density, pci }: { presence: Presence; density: Table; pci: Series }): {
  candidates: Candidate[][]
  notes: Note[]
} {
  const width = presence.activities.length
  let leftOut = 0
  const candidates = presence.regions.map((region, r) =>
    presence.activities.flatMap((activity, a) => {
      const at = r * width + a
      if (presence.values[at] === 1) return []
      const option = { region, activity, density: density.values[at]!, complexity: pci.values[a]! }
      const isKnown = presence.values[at] === 0 && !Number.isNaN(option.density) && !Number.isNaN(option.complexity)
      if (!isKnown) leftOut++
      return isKnown ? [option] : []
    }),
  )
  const message = `${leftOut} cells are missing, or their density or complexity is undefined; they are no options.`
  return { candidates, notes: leftOut > 0 ? [{ code: 'undefined-options', message, cells: leftOut }] : [] }
}

function lineOf(group: readonly Candidate[], of: 'density' | 'complexity', split: Split): number {
  if (typeof split === 'object') return split[of]
  const values = group.map((one) => one[of]).sort((one, other) => one - other)
  if (split === 'mean') return values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = values.length / 2
  return Number.isInteger(middle) ? (values[middle - 1]! + values[middle]!) / 2 : values[Math.floor(middle)]!
}

/** Brings a number to deviations from the group's mean; 0 where the group does not vary. */
function standardiser(group: readonly Candidate[], of: 'density' | 'complexity'): (value: number) => number {
  const mean = group.reduce((sum, one) => sum + one[of], 0) / group.length
  const deviation = Math.sqrt(group.reduce((sum, one) => sum + (one[of] - mean) ** 2, 0) / group.length)
  return (value) => (deviation === 0 ? 0 : (value - mean) / deviation)
}

function quadrantOf(isRelated: boolean, isComplex: boolean): Quadrant {
  return `${isRelated ? 'low' : 'high'}-risk-${isComplex ? 'high' : 'low'}-benefit`
}
