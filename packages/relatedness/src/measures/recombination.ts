import { coOccurrence } from './co-occurrence.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { eachPresent, type Presence, ubiquity } from './specialisation.ts'
import type { Note, Noted, Series } from './table.ts'

/**
 * Ease of recombination of each activity (technology class): with how many others it is found together at least once, over how
 * often it is found.
 * @param presence  documents or regions × classes; missing cells count as not known
 * @returns by class, zero or more; NaN for a class that is nowhere (noted `absent-activity`). EconGeo's ease_recombination, which
 * has classes in rows and rounds to five decimals.
 * Source: Fleming & Sorenson 2001, doi:10.1016/S0048-7333(00)00135-9.
 */
export function easeOfRecombination(presence: Presence): Series & Noted {
  const { labels, values: together } = coOccurrence(presence, { diagonal: 'zero' })
  const found = ubiquity(presence).values
  const values = Float64Array.from(labels, (_, a) => {
    const row = together.subarray(a * labels.length, (a + 1) * labels.length)
    return row.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) / found[a]!
  })
  const absent = labels.filter((_, a) => found[a] === 0)
  const message = 'These classes are found nowhere, so how easily they combine is undefined.'
  return { labels, values, notes: absent.length > 0 ? [{ code: 'absent-activity', message, activities: absent }] : [] }
}

const modularOptions = declareOptions('modularComplexity', {
  /** What a document becomes whose classes never combine: missing (default), or zero as EconGeo has it. */
  whenUndefined: oneOf(['missing', 'zero']),
})
export interface ModularOptions extends OptionsOf<typeof modularOptions> {}

export interface ModularComplexity extends Noted {
  /** By document (region): how many classes it has, over the sum of their ease. */
  byRegion: Series
  /** By class: the mean over the documents that have it. EconGeo's modular_complexity_avg, which rounds to two decimals. */
  byActivity: Series
}

/**
 * Modular complexity: the harder the classes of a document (or a region) are to combine, the more complex it is,
 * n_d / Σ_{a in d} ease_a.
 * @param presence  documents or regions × classes
 * @returns zero or more; NaN for a document without classes or whose classes never combine (noted `undefined-complexity`), which
 * means leave out. EconGeo's modular_complexity. Source: as `easeOfRecombination`.
 */
export function modularComplexity(presence: Presence, options: ModularOptions = {}): ModularComplexity {
  const { whenUndefined } = modularOptions.read(options)
  const { values: ease } = easeOfRecombination(presence)
  const counts = new Float64Array(presence.regions.length)
  const sums = new Float64Array(presence.regions.length)
  eachPresent(presence, (region, activity) => {
    counts[region]!++
    sums[region]! += ease[activity]!
  })
  const byRegion = counts.map((count, r) => (sums[r]! > 0 ? count / sums[r]! : count > 0 && whenUndefined === 'zero' ? 0 : NaN))
  const [totals, documents] = [new Float64Array(presence.activities.length), new Float64Array(presence.activities.length)]
  eachPresent(presence, (region, activity) => {
    if (Number.isNaN(byRegion[region]!)) return
    totals[activity]! += byRegion[region]!
    documents[activity]!++
  })
  const undefinedOnes = presence.regions.filter((_, r) => !(sums[r]! > 0))
  const message = 'These have no classes, or none that combine, so their modular complexity is undefined.'
  const notes: Note[] = undefinedOnes.length > 0 ? [{ code: 'undefined-complexity', message, regions: undefinedOnes }] : []
  return {
    byRegion: { labels: presence.regions, values: byRegion },
    byActivity: { labels: presence.activities, values: totals.map((total, a) => total / documents[a]!) },
    notes,
  }
}
