import { kernel } from '../kernel/kernel.ts'
import { checkPresence } from './checked-arguments.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
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
  const { bits, words } = packRows(presence, of)
  const values = kernel().coOccurrence(bits, labels.length, words)
  if (diagonal === 'zero') for (let at = 0; at < values.length; at += labels.length + 1) values[at] = 0
  return { labels, values }
}

/**
 * C_ij / max(k_i, k_j) for every pair, 1 on the diagonal; NaN between two that are in nothing, and 0 between one that is
 * and one that is not.
 */
export function sharedOfLarger(presence: Presence, of: 'activities' | 'regions'): Float64Array {
  const { bits, words } = packRows(presence, of)
  return kernel().nearness(bits, presence[of].length, words)
}

/** One row of bits for each label, in words of 32, padded to whole blocks of 128. */
function packRows({ regions, activities, values }: Presence, of: 'activities' | 'regions'): { bits: Uint32Array; words: number } {
  const [rows, length] = of === 'activities' ? [activities.length, regions.length] : [regions.length, activities.length]
  const [rowStep, columnStep] = of === 'activities' ? [1, activities.length] : [activities.length, 1]
  const words = Math.ceil(length / 128) * 4
  const bits = new Uint32Array(rows * words)
  for (let column = 0; column < length; column++) {
    const [word, bit] = [column >>> 5, 1 << (column & 31)]
    for (let row = 0; row < rows; row++) if (values[row * rowStep + column * columnStep] === 1) bits[row * words + word]! |= bit
  }
  return { bits, words }
}
