import { checkPresence, checkSeries } from './checked-arguments.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { meanOf, standardDeviation } from './series-statistics.ts'
import { shareRows } from './share-rows.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table } from './table.ts'

const subnationalOptions = declareOptions('subnationalComplexity', {
  /** Mean 0 and deviation 1 over the regions: with the divisor n − 1 (`sample`, Datawheel's), n (`population`), or not (`none`, default). */
  standardise: oneOf(['none', 'population', 'sample']),
})
export interface SubnationalOptions extends OptionsOf<typeof subnationalOptions> {}

/**
 * Complexity of regions by a complexity of activities from elsewhere (countries' trade, say): the mean over the activities
 * a region is specialised in.
 * @param pci  by activity; activities where it is missing are left out of the mean (noted)
 * @returns in PCI's unit; NaN for a region specialised in none that has one (noted). Missing cells count as not specialised.
 * @throws RangeError when the activities differ
 * Source: Hausmann, Hidalgo et al. 2014, The Atlas of Economic Complexity; Datawheel's complexity_subnational.
 */
export function subnationalComplexity(presence: Presence, pci: Series, options: SubnationalOptions = {}): Series & Noted {
  checkPresence('subnationalComplexity', presence)
  checkSeries('subnationalComplexity', pci)
  const { standardise } = subnationalOptions.read(options)
  checkSameLabels('activities of the table and of the complexity', presence.activities, pci.labels)
  return averageComplexity(presence, pci, { standardise, weightOf: (at) => (presence.values[at] === 1 ? 1 : 0) })
}

/**
 * The same weighted by how large a share of the region each activity is: Σ_a s_ra PCI_a, over the activities that have one.
 * @param table  regions × activities, counts or money; missing cells are left out
 */
export function shareWeightedComplexity(
  table: Table | SparseTable,
  pci: Series,
  options: SubnationalOptions = {},
): Series & Noted {
  checkSeries('shareWeightedComplexity', pci)
  const { standardise } = subnationalOptions.read(options)
  checkSameLabels('activities of the table and of the complexity', table.activities, pci.labels)
  const { shares } = shareRows(table)
  return averageComplexity(table, pci, { standardise, weightOf: (at) => shares[at]! || 0 })
}

interface Weighing {
  standardise: NonNullable<SubnationalOptions['standardise']>
  weightOf: (at: number) => number
}

function averageComplexity(
  { regions, activities }: { regions: readonly string[]; activities: readonly string[] },
  pci: Series,
  { standardise, weightOf }: Weighing,
): Series & Noted {
  const width = activities.length
  const raw = Float64Array.from(regions, (_, region) => {
    let [above, below] = [0, 0]
    for (let a = 0; a < width; a++) {
      const weight = weightOf(region * width + a)
      if (weight === 0 || Number.isNaN(pci.values[a]!)) continue
      above += weight * pci.values[a]!
      below += weight
    }
    return below === 0 ? NaN : above / below
  })
  const known = raw.filter((value) => !Number.isNaN(value))
  const [mean, deviation] = standardise === 'none' ? [0, 1] : [meanOf(known), standardDeviation(known, standardise)]
  return { labels: regions, values: raw.map((value) => (value - mean) / deviation), notes: notesOf(regions, raw, pci) }
}

function notesOf(labels: readonly string[], raw: Float64Array, pci: Series): Note[] {
  const activities = pci.labels.filter((_, a) => Number.isNaN(pci.values[a]!))
  const regions = labels.filter((_, r) => Number.isNaN(raw[r]!))
  const notes: Note[] = []
  if (activities.length > 0)
    notes.push({
      code: 'activity-without-complexity',
      message: 'These activities have no complexity and are left out.',
      activities,
    })
  if (regions.length > 0)
    notes.push({
      code: 'absent-region',
      message: 'These regions have no activity with a complexity, so theirs is undefined.',
      regions,
    })
  return notes
}
