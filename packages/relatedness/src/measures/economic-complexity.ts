import { checkPresence } from './checked-arguments.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { type Component, findComponents } from './bipartite-components.ts'
import { averagingEigenpairs, listMeans } from '../kernel/lanczos.ts'
import { indexPresence, lengthsOf, type PresenceIndex, transposeIndex } from './presence-index.ts'
import type { Presence } from './specialisation.ts'
import type { Note, Noted, Series } from './table.ts'
import { correlation, meanOf, standardDeviation } from './series-statistics.ts'

/** The options of `economicComplexity`, which `analyse` takes too. */
export const complexityOptions = declareOptions('economicComplexity', {
  /**
   * `py-ecomplexity` (default): both indices minus the mean of ECI, over the standard deviation of ECI (divisor n), so that
   * a region's ECI is the mean PCI of its activities. `economiccomplexity`: each index to its own mean 0 and standard
   * deviation 1 (divisor n − 1). `none`: the ECI eigenvector with length 1, PCI the mean of it over an activity's regions.
   */
  scaling: oneOf(['py-ecomplexity', 'economiccomplexity', 'none']),
})
export interface ComplexityOptions extends OptionsOf<typeof complexityOptions> {}

export interface EconomicComplexity extends Noted {
  /** Economic complexity index of regions; NaN outside the largest component. */
  eci: Series
  /** Complexity index of activities (product complexity index); NaN outside the largest component. */
  pci: Series
  /** The second largest eigenvalue (the largest is always 1), the third, and what lies between them. */
  eigenvalue: number
  nextEigenvalue: number
  gap: number
  /** Correlation (Pearson) of ECI with diversity, which decides the sign. */
  diversityCorrelation: number
  /** ‖A·v − λ·v‖ of the eigenvector before scaling. */
  residual: number
  /** The parts the network of regions and activities falls into; computed on the first. */
  components: { regions: string[]; activities: string[] }[]
}

type Labels = Pick<Presence, 'regions' | 'activities'>

/** Below this correlation with diversity the sign says little. */
const weakCorrelation = 0.2
/** Below this gap between eigenvalues the index is nearly free to turn. */
const narrowGap = 1e-3

/**
 * Economic complexity by the eigenvector: ECI is the eigenvector of M̃ = D⁻¹ M U⁻¹ Mᵀ with the second largest eigenvalue
 * (D diversity, U ubiquity), PCI that of U⁻¹ Mᵀ D⁻¹ M. ECI correlates positively with diversity and PCI follows ECI.
 * @param presence  regions × activities; missing cells count as not specialised (noted by `specialisation`)
 * @returns scaled as asked, without unit. Computed on the largest connected component; regions and activities outside it
 * and those without any specialisation are NaN (noted `outside-component`, `absent-region`, `absent-activity`). Notes also
 * say when the sign is weak (`weak-sign`), the eigenvalues are close (`narrow-gap`), or all regions are alike (`undefined-complexity`).
 * Sources: Hidalgo & Hausmann 2009, doi:10.1073/pnas.0900943106; Hausmann, Hidalgo et al. 2014, The Atlas of Economic
 * Complexity; Mealy, Farmer & Teytelboym 2019, doi:10.1126/sciadv.aau1705 (eigenvector form).
 */
export function economicComplexity(presence: Presence, options: ComplexityOptions = {}): EconomicComplexity {
  checkPresence('economicComplexity', presence)
  return complexityFromIndex(presence, indexPresence(presence), complexityOptions.read(options))
}

/** The same when the presence's lists have been made already. */
export function complexityFromIndex(
  presence: Labels,
  index: PresenceIndex,
  { scaling = 'py-ecomplexity' }: ComplexityOptions,
): EconomicComplexity {
  const components = findComponents(index)
  const notes = leftOutNotes(presence, components)
  const named = components.map((component) => ({
    regions: component.regions.map((at) => presence.regions[at]!),
    activities: component.activities.map((at) => presence.activities[at]!),
  }))
  const solved = components[0] && solveComponent(index, components[0])
  if (!solved) return { ...undefinedComplexity(presence, notes), components: named }
  const { eigenvalue, nextEigenvalue, residual } = solved
  const gap = Number.isNaN(nextEigenvalue) ? eigenvalue : eigenvalue - nextEigenvalue
  if (gap < narrowGap)
    notes.push({
      code: 'narrow-gap',
      message: `The second and third eigenvalues differ by ${gap}: the order of regions is hardly decided.`,
    })
  if (residual > 1e-9)
    notes.push({ code: 'not-converged', message: `The eigenvector is exact to ${residual} only; the eigenvalues lie too close.` })
  if (Math.abs(solved.correlation) < weakCorrelation || Number.isNaN(solved.correlation))
    notes.push({
      code: 'weak-sign',
      message: `ECI correlates with diversity by ${solved.correlation} only, so which end is high is uncertain.`,
    })
  const scaled = scale(solved, scaling)
  return {
    eci: spread(presence.regions, components[0]!.regions, scaled.eci),
    pci: spread(presence.activities, components[0]!.activities, scaled.pci),
    eigenvalue,
    nextEigenvalue,
    gap,
    diversityCorrelation: Math.abs(solved.correlation),
    residual,
    components: named,
    notes,
  }
}

interface Solved {
  /** Both signed; eci = D⁻¹ M pci. */
  eci: Float64Array
  pci: Float64Array
  eigenvalue: number
  nextEigenvalue: number
  correlation: number
  residual: number
}

/** Works on the smaller side, with the symmetric matrix that has the same eigenvalues, one product with M at a time. */
function solveComponent(whole: PresenceIndex, component: Component): Solved | null {
  const index = restrict(whole, component)
  const onRegions = index.regionCount <= index.activityCount
  const side = onRegions ? index : transposeIndex(index)
  const root = lengthsOf(side.regionStarts).map(Math.sqrt)
  const next = averagingEigenpairs({
    starts: side.regionStarts,
    items: side.activityOf,
    otherStarts: side.activityStarts,
    otherItems: side.regionOf,
  })
  const found = next(1e-13)
  if (!found || found.value < 1e-12) return null
  // The same eigenvalue may be repeated, which only a second search without the first vector shows.
  const following = next(1e-4)
  const near = found.vector.map((value, at) => value / root[at]!)
  const pci = onRegions ? listMeans(index.activityStarts, index.regionOf, near) : near
  const eci = listMeans(index.regionStarts, index.activityOf, pci)
  const diversityCorrelation = correlation(lengthsOf(index.regionStarts), eci)
  const sign = diversityCorrelation < 0 ? -1 : 1
  const signed = (values: Float64Array) => values.map((value) => sign * value)
  return {
    eci: signed(eci),
    pci: signed(pci),
    eigenvalue: found.value,
    nextEigenvalue: following ? following.value : NaN,
    correlation: diversityCorrelation * sign,
    residual: found.residual,
  }
}

function scale(
  { eci, pci, eigenvalue }: Solved,
  scaling: NonNullable<ComplexityOptions['scaling']>,
): { eci: Float64Array; pci: Float64Array } {
  if (scaling === 'none') {
    const length = Math.sqrt(eci.reduce((sum, value) => sum + value * value, 0))
    return { eci: eci.map((value) => value / length), pci: pci.map((value) => (value * eigenvalue) / length) }
  }
  const divisor = scaling === 'py-ecomplexity' ? 'population' : 'sample'
  const [eciMean, eciDeviation] = [meanOf(eci), standardDeviation(eci, divisor)]
  const [pciMean, pciDeviation] =
    scaling === 'py-ecomplexity' ? [eciMean, eciDeviation] : [meanOf(pci), standardDeviation(pci, divisor)]
  return { eci: eci.map((value) => (value - eciMean) / eciDeviation), pci: pci.map((value) => (value - pciMean) / pciDeviation) }
}

/** The lists of one component alone. */
function restrict(index: PresenceIndex, { regions, activities }: Component): PresenceIndex {
  if (regions.length === index.regionCount && activities.length === index.activityCount) return index
  const pick = (starts: Uint32Array, items: Uint32Array, { kept, others }: { kept: number[]; others: number[] }) => {
    const place = new Map(others.map((at, position) => [at, position]))
    const lists = kept.map((at) => [...items.subarray(starts[at]!, starts[at + 1]!)].map((item) => place.get(item)!))
    const newStarts = new Uint32Array(kept.length + 1)
    lists.forEach((list, at) => (newStarts[at + 1] = newStarts[at]! + list.length))
    return [newStarts, Uint32Array.from(lists.flat())] as const
  }
  const [regionStarts, activityOf] = pick(index.regionStarts, index.activityOf, { kept: regions, others: activities })
  const [activityStarts, regionOf] = pick(index.activityStarts, index.regionOf, { kept: activities, others: regions })
  return { regionCount: regions.length, activityCount: activities.length, regionStarts, activityOf, activityStarts, regionOf }
}

function spread(labels: readonly string[], places: readonly number[], numbers: Float64Array): Series {
  const values = new Float64Array(labels.length).fill(NaN)
  places.forEach((place, at) => (values[place] = numbers[at]!))
  return { labels, values }
}

function leftOutNotes({ regions, activities }: Labels, components: readonly Component[]): Note[] {
  const notes: Note[] = []
  const aloneRegions = labelsOfNone(regions, components, 'regions')
  const aloneActivities = labelsOfNone(activities, components, 'activities')
  if (aloneRegions.length)
    notes.push({
      code: 'absent-region',
      message: 'These regions are specialised in nothing and have no complexity.',
      regions: aloneRegions,
    })
  if (aloneActivities.length)
    notes.push({
      code: 'absent-activity',
      message: 'No region is specialised in these activities; they have no complexity.',
      activities: aloneActivities,
    })
  const outside = components.slice(1)
  if (outside.length)
    notes.push({
      code: 'outside-component',
      message: `The table falls into ${components.length} parts that share nothing. Computed on the largest; these regions and activities lie outside it.`,
      regions: outside.flatMap((component) => component.regions.map((at) => regions[at]!)),
      activities: outside.flatMap((component) => component.activities.map((at) => activities[at]!)),
    })
  return notes
}

/** The labels that are in no component. */
function labelsOfNone(labels: readonly string[], components: readonly Component[], side: keyof Component): string[] {
  if (components.length === 1 && components[0]![side].length === labels.length) return []
  const found = new Set(components.flatMap((component) => component[side]))
  return labels.filter((_, at) => !found.has(at))
}

function undefinedComplexity({ regions, activities }: Labels, notes: Note[]): Omit<EconomicComplexity, 'components'> {
  const message = 'All regions have the same specialisations, or too few differ, so no complexity is defined.'
  return {
    eci: spread(regions, [], new Float64Array()),
    pci: spread(activities, [], new Float64Array()),
    eigenvalue: NaN,
    nextEigenvalue: NaN,
    gap: NaN,
    diversityCorrelation: NaN,
    residual: NaN,
    notes: [...notes, { code: 'undefined-complexity', message }],
  }
}
