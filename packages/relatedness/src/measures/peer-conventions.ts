import { coOccurrence } from './co-occurrence.ts'
import { coOccurrenceRelatedness } from './co-occurrence-measures.ts'
import { checkChoice } from './declared-options.ts'
import { complexityOutlook, type ComplexityOutlook, type OutlookFormula } from './complexity-outlook.ts'
import { type EconomicComplexity, economicComplexity } from './economic-complexity.ts'
import { locationQuotient } from './location-quotient.ts'
import { proximity } from './proximity.ts'
import { reflections } from './reflections.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { correlation, meanOf, standardDeviation } from './series-statistics.ts'
import { missingPresence, type Presence, specialisation, ubiquity } from './specialisation.ts'
import { type Noted, type PairMatrix, type Series, type SparseTable, type Table, toDense } from './table.ts'

export const peerNames = ['py-ecomplexity', 'economiccomplexity', 'econgeo', 'datawheel'] as const

/**
 * The packages whose conventions can be asked for: py-ecomplexity (Growth Lab at Harvard, d22c0f7), economiccomplexity (R, 2.0),
 * EconGeo (R, 2.0) and economic-complexity by Datawheel (Python).
 */
export type PeerName = 'py-ecomplexity' | 'economiccomplexity' | 'econgeo' | 'datawheel'

/** What a peer does where peers differ. Every measure that `analyse` gives with `peer` follows this table. */
export interface PeerConventions {
  /** A missing cell: all peers read it as zero. */
  missing: 'as-zero'
  /** Whether a region or activity that sums to zero is `removed` (missing here) or `kept` with quotients of zero. */
  empty: 'removed' | 'kept'
  /** How near two activities are, and what the diagonal of that is. */
  relatedness: 'minimum' | 'probability'
  diagonal: 'own' | 'zero'
  ownDiagonal: boolean
  /** What a density is multiplied by. */
  densityUnit: 1 | 100
  /** How complexity is computed and scaled. */
  complexity: 'eci-scaled' | 'each-scaled' | 'own-sum' | 'reflections'
  /** The formula of the outlook gain; null where the peer has none and the default is computed (noted `no-peer-measure`). */
  formula: OutlookFormula | null
  /** Whether the outlook index is brought to mean 0 and deviation 1 (divisor n), or the peer has none. */
  outlookIndex: 'standardised' | 'plain' | null
}

/** The conventions of each peer, as its source has them. */
export const peerConventions: Readonly<Record<PeerName, PeerConventions>> = {
  'py-ecomplexity': {
    missing: 'as-zero',
    empty: 'removed',
    relatedness: 'minimum',
    diagonal: 'own',
    ownDiagonal: true,
    densityUnit: 1,
    complexity: 'eci-scaled',
    formula: 'truncated',
    outlookIndex: 'standardised',
  },
  economiccomplexity: {
    missing: 'as-zero',
    empty: 'removed',
    relatedness: 'minimum',
    diagonal: 'own',
    ownDiagonal: true,
    densityUnit: 1,
    complexity: 'each-scaled',
    formula: 'truncated',
    outlookIndex: 'plain',
  },
  econgeo: {
    missing: 'as-zero',
    empty: 'kept',
    relatedness: 'probability',
    diagonal: 'zero',
    ownDiagonal: false,
    densityUnit: 100,
    complexity: 'own-sum',
    formula: null,
    outlookIndex: null,
  },
  datawheel: {
    missing: 'as-zero',
    empty: 'kept',
    relatedness: 'minimum',
    diagonal: 'zero',
    ownDiagonal: false,
    densityUnit: 1,
    complexity: 'reflections',
    formula: 'datawheel',
    outlookIndex: null,
  },
}

/** Location quotients as a peer has them. */
export function quotientsAs(peer: PeerName, table: Table | SparseTable, reference?: Series): Table & Noted {
  const { missing, empty } = conventionsOf(peer)
  const quotients = locationQuotient(toDense(table), { missing, reference })
  if (empty === 'removed') return quotients
  return { ...quotients, values: quotients.values.map((value) => value || 0) }
}

/** Specialisation as a peer has it: exactly the threshold counts with all four. */
export function presenceAs(
  peer: PeerName,
  table: Table | SparseTable,
  options: { threshold?: number; reference?: Series } = {},
): Presence & Noted {
  const quotients = quotientsAs(peer, table, options.reference)
  const presence = specialisation(quotients, { threshold: options.threshold })
  return { ...presence, notes: [...quotients.notes, ...presence.notes] }
}

/** How near activities are to each other as a peer has it by default. */
export function proximityAs(peer: PeerName, presence: Presence): PairMatrix & Noted {
  const { relatedness, diagonal } = conventionsOf(peer)
  if (relatedness === 'minimum') return proximity(presence, { diagonal })
  return coOccurrenceRelatedness(coOccurrence(presence), relatedness, { whenUndefined: 'zero' })
}

/** Relatedness density as a peer has it; EconGeo's is in percent, here without its rounding to two decimals. */
export function densityAs(peer: PeerName, presence: Presence, near: PairMatrix = proximityAs(peer, presence)): Table & Noted {
  const { ownDiagonal, densityUnit } = conventionsOf(peer)
  const density = relatednessDensity(presence, { proximity: near, ownDiagonal })
  return densityUnit === 1 ? density : { ...density, values: density.values.map((value) => densityUnit * value) }
}

/**
 * Economic complexity as a peer has it. py-ecomplexity: both indices by ECI's mean and deviation (n). economiccomplexity, method
 * `eigenvalues`: each by its own (n − 1), with the signs of its method of reflections. EconGeo's kci and tci: each eigenvector over
 * its own sum; KCI with the sign of reflections, TCI against ubiquity (Spearman); EconGeo rounds its matrix to four decimals before,
 * which moves the third figure. Datawheel: k(c,18) and k(p,19) of the method of reflections, each standardised (n − 1).
 */
export function complexityAs(peer: PeerName, presence: Presence): EconomicComplexity {
  const { complexity } = conventionsOf(peer)
  if (complexity === 'eci-scaled') return economicComplexity(presence)
  const raw = economicComplexity(presence, { scaling: complexity === 'each-scaled' ? 'economiccomplexity' : 'none' })
  const known = withoutOthers(presence, raw)
  const steps = reflections(known, { steps: 20 })
  if (complexity === 'reflections')
    return { ...raw, eci: standardised(steps.regions[18]!), pci: standardised(steps.activities[19]!) }
  if (complexity === 'each-scaled')
    return { ...raw, eci: signedBy(raw.eci, steps.regions[18]!), pci: signedBy(raw.pci, steps.activities[19]!) }
  const [kci, tci] = [overSum(raw.eci), overSum(raw.pci)]
  const undefinedSum = [kci, tci].some(({ values }) => values.every(Number.isNaN)) && !raw.eci.values.every(Number.isNaN)
  return {
    ...raw,
    notes: undefinedSum ? [...raw.notes, sumOfZero] : raw.notes,
    eci: signedBy(kci, steps.regions[20]!),
    pci: correlationOf(ranksOf(tci), ranksOf(ubiquity(known))) > 0 ? { ...tci, values: tci.values.map((value) => -value) } : tci,
  }
}

/**
 * The outlook as a peer has it. py-ecomplexity multiplies by the PCI that is not yet centred, over the deviation of ECI, and
 * standardises the index afterwards; EconGeo has no outlook and Datawheel no index, so those are as by default (noted
 * `no-peer-measure`).
 */
export function outlookAs(
  peer: PeerName,
  parts: { presence: Presence; complexity: EconomicComplexity; near: PairMatrix; density: Table },
): ComplexityOutlook {
  const { presence, complexity, near } = parts
  const { formula, ownDiagonal, outlookIndex, densityUnit } = conventionsOf(peer)
  const pci = outlookIndex === 'standardised' ? notCentred(presence) : complexity.pci
  const density =
    densityUnit === 1 ? parts.density : { ...parts.density, values: parts.density.values.map((value) => value / densityUnit) }
  const outlook = complexityOutlook(presence, pci, { formula: formula ?? 'atlas', ownDiagonal, proximity: near, density })
  const missing = [...(formula === null ? ['gain'] : []), ...(outlookIndex === null ? ['index'] : [])]
  const message = `${peer} has no outlook ${missing.join(' and no ')}; computed as by default.`
  return {
    ...outlook,
    index: outlookIndex === 'standardised' ? standardised(outlook.index, 'population') : outlook.index,
    notes: missing.length === 0 ? outlook.notes : [...outlook.notes, { code: 'no-peer-measure', message }],
  }
}

/** @throws RangeError when there is no such peer */
function conventionsOf(peer: PeerName): PeerConventions {
  checkChoice('The peer', peer, peerNames)
  return peerConventions[peer]
}

/** PCI over the deviation of ECI, before ECI's mean is taken from it. Unscaled, PCI is the eigenvalue times what ECI is the mean of. */
function notCentred(presence: Presence): Series {
  const { eci, pci, eigenvalue } = economicComplexity(presence, { scaling: 'none' })
  const deviation = eigenvalue * standardDeviation(knownOf(eci), 'population')
  return { labels: pci.labels, values: pci.values.map((value) => value / deviation) }
}

/** The presence with missing in place of what the complexity leaves out, so that no mean counts it. */
function withoutOthers(presence: Presence, { eci, pci }: EconomicComplexity): Presence {
  const width = presence.activities.length
  const values = presence.values.map((value, at) =>
    Number.isNaN(eci.values[Math.floor(at / width)]!) || Number.isNaN(pci.values[at % width]!) ? missingPresence : value,
  )
  return { regions: presence.regions, activities: presence.activities, values }
}

function knownOf({ values }: Series): Float64Array {
  return values.filter((value) => !Number.isNaN(value))
}

function standardised(series: Series, divisor: 'sample' | 'population' = 'sample'): Series {
  const known = knownOf(series)
  const [mean, deviation] = [meanOf(known), standardDeviation(known, divisor)]
  return { labels: series.labels, values: series.values.map((value) => (value - mean) / deviation) }
}

const sumOfZero = {
  code: 'undefined-scale',
  message: 'EconGeo divides complexity by its own sum, which is zero here but for rounding, so it has no value.',
}

/** NaN throughout where the sum is zero but for rounding, as it is of regions that are equally diverse. */
function overSum(series: Series): Series {
  const known = knownOf(series)
  const all = known.reduce((total, value) => total + value, 0)
  const size = known.reduce((total, value) => total + Math.abs(value), 0)
  const sum = Math.abs(all) > 1e-10 * size ? all : NaN
  return { labels: series.labels, values: series.values.map((value) => value / sum) }
}

/** The series, turned round when it does not go with another where both are known. */
function signedBy(series: Series, other: Series): Series {
  return correlationOf(series, other) < 0 ? { labels: series.labels, values: series.values.map((value) => -value) } : series
}

function correlationOf(one: Series, other: Series): number {
  const places = [...one.values.keys()].filter((at) => !Number.isNaN(one.values[at]!) && !Number.isNaN(other.values[at]!))
  return correlation(
    Float64Array.from(places, (at) => one.values[at]!),
    Float64Array.from(places, (at) => other.values[at]!),
  )
}

/** Ranks from 1, ties their mean; NaN stays. */
function ranksOf({ labels, values }: Series): Series {
  const ranks = values.map((value) => {
    if (Number.isNaN(value)) return NaN
    let [below, same] = [0, 0]
    for (const other of values) {
      if (other < value) below++
      else if (other === value) same++
    }
    return below + (same + 1) / 2
  })
  return { labels, values: ranks }
}
