import { type BitLists, sharedItems } from '../kernel/pair-matrix.ts'
import { checkPresence } from './checked-arguments.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { indexPresence } from './presence-index.ts'
import { type Presence } from './specialisation.ts'
import type { PairMatrix } from './table.ts'

/** What pairs are made of and what their diagonal is; `coOccurrence` and `proximity` take the same. */
export const pairChoices = {
  /** Whether activities are paired by the regions they share (default), or regions by the activities they share. */
  of: oneOf(['activities', 'regions']),
  /** What the diagonal is: each with itself (`own`, default), or `zero`. */
  diagonal: oneOf(['own', 'zero']),
}

const pairOptions = declareOptions('coOccurrence', pairChoices)
export interface PairOptions extends OptionsOf<typeof pairOptions> {}

/**
 * How many regions each pair of activities shares (or activities each pair of regions): C = MᵀM.
 * @param presence  regions × activities; missing cells count as not known to be shared
 * @returns pairs × pairs, whole numbers, symmetric; the diagonal is the ubiquity (diversity) unless it is asked to be zero,
 * as EconGeo's co_occurrence has it
 * Source: Hidalgo et al. 2007, doi:10.1126/science.1144581.
 */
export function coOccurrence(presence: Presence, options: PairOptions = {}): PairMatrix {
  checkPresence('coOccurrence', presence)
  const { of, diagonal } = pairOptions.read(options)
  const labels = of === 'activities' ? presence.activities : presence.regions
  const values = sharedItems(bitLists(presence, of), false)
  if (diagonal === 'zero') for (let at = 0; at < values.length; at += labels.length + 1) values[at] = 0
  return { labels, values }
}

/** The regions of each activity, or the activities of each region. */
export function bitLists(presence: Presence, of: 'activities' | 'regions'): BitLists {
  const { activityStarts, regionOf, regionStarts, activityOf, regionCount, activityCount } = indexPresence(presence)
  return of === 'activities'
    ? { starts: activityStarts, items: regionOf, length: regionCount }
    : { starts: regionStarts, items: activityOf, length: activityCount }
}
