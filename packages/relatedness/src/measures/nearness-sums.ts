import type { KnownPresence } from '../kernel/density-and-gain.ts'
import { orderByUbiquity, totalsBySweep } from '../kernel/nearness-by-sweep.ts'
import { indexPresence, type PresenceIndex } from './presence-index.ts'
import { missingPresence, type Presence } from './specialisation.ts'

/** A presence made ready for sums of minimum proximity φ_ij = C_ij / max(k_i, k_j) over the OTHER activities i ≠ j. */
export interface Nearness {
  index: PresenceIndex
  known: KnownPresence
  /** For each activity j: Σ_i φ_ij; what no region has adds nothing. */
  all: Float64Array
}

/** Lists, order and totals of a presence. */
export function nearnessOf(presence: Presence): Nearness {
  const index = indexPresence(presence)
  const order = orderByUbiquity(index)
  const someMissing = presence.values.includes(missingPresence)
  const unknown = someMissing ? listsOf(presence, (value) => value === missingPresence) : null
  const heldOrUnknown = someMissing ? listsOf(presence, (value) => value !== 0) : null
  return {
    index,
    known: { values: presence.values, lists: index, order, unknown, heldOrUnknown },
    all: totalsBySweep(index, order),
  }
}

function listsOf(presence: Presence, isListed: (value: number) => boolean): { starts: Uint32Array; items: Uint32Array } {
  const values = presence.values.map((value) => (isListed(value) ? 1 : 0))
  const { regionStarts, activityOf } = indexPresence({ ...presence, values })
  return { starts: regionStarts, items: activityOf }
}
