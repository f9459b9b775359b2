import type { MemoryViews, Primitives } from './primitives.ts'

type Quotients = Pick<Primitives, 'addRow' | 'quotientRow' | 'presenceRow'>
type Lists = Pick<Primitives, 'listRow' | 'turnLists' | 'shareRow' | 'outlookRow'>

/** What passes over the cells of a table of numbers, in TypeScript; see `Primitives`. */
export function quotientPrimitives(memory: MemoryViews): Quotients {
  return {
    addRow(values, width, byActivity, missing) {
      const { numbers, words } = memory
      const [row, totals] = [values >>> 3, byActivity >>> 3]
      let sum = 0
      for (let column = 0; column < width; column++) {
        const value = numbers[row + column]!
        if (value !== value) {
          words[missing >>> 2]!++
          continue
        }
        if (!(value >= 0 && value < Infinity)) words[(missing >>> 2) + 1]!++
        sum += value
        numbers[totals + column]! += value
      }
      return sum
    },
    quotientRow(values, width, byActivity, regionTotal, total, asZero, quotients) {
      const { numbers } = memory
      const [row, totals, target] = [values >>> 3, byActivity >>> 3, quotients >>> 3]
      let close = 0
      for (let column = 0; column < width; column++) {
        const cell = numbers[row + column]!
        const value = asZero && cell !== cell ? 0 : cell
        const below = regionTotal * numbers[totals + column]!
        const quotient = below === 0 ? NaN : (value * total) / below
        numbers[target + column] = quotient
        if (quotient !== 1 && quotient > 1 - 1e-15 && quotient < 1 + 1e-15) close = 1
      }
      return close
    },
    presenceRow(quotients, width, threshold, presence) {
      const { numbers, bytes } = memory
      const row = quotients >>> 3
      let missing = 0
      for (let column = 0; column < width; column++) {
        const quotient = numbers[row + column]!
        const unknown = quotient !== quotient
        if (unknown) missing++
        bytes[presence + column] = unknown ? 255 : quotient >= threshold ? 1 : 0
      }
      return missing
    },
  }
}

/** What passes over the cells of a presence, in TypeScript; see `Primitives`. */
export function presencePrimitives(memory: MemoryViews): Lists {
  return {
    listRow(presence, width, counts, items) {
      const { bytes, words } = memory
      let at = items >>> 2
      for (let column = 0; column < width; column++)
        if (bytes[presence + column] === 1) {
          words[at++] = column
          words[(counts >>> 2) + column]!++
        }
      return at - (items >>> 2)
    },
    turnLists(starts, items, lists, next, turned) {
      const { words } = memory
      for (let list = 0, at = words[starts >>> 2]!; list < lists; list++)
        for (const to = words[(starts >>> 2) + list + 1]!; at < to; at++)
          words[(turned >>> 2) + words[(next >>> 2) + words[(items >>> 2) + at]!]!++] = list
    },
    shareRow(sums, totals, width) {
      const { numbers } = memory
      for (let column = 0; column < width; column++) {
        const total = numbers[(totals >>> 3) + column]!
        numbers[(sums >>> 3) + column] = total > 0 ? numbers[(sums >>> 3) + column]! / total : NaN
      }
    },
    outlookRow(presence, density, pci, width, truncated, gain) {
      const { bytes, numbers } = memory
      const [densityAt, pciAt, gainAt] = [density >>> 3, pci >>> 3, gain >>> 3]
      let [evens, odds] = [0, 0]
      for (let column = 0; column < width; column++) {
        const state = bytes[presence + column]!
        const worth = numbers[densityAt + column]! * numbers[pciAt + column]!
        if (state === 0 && worth === worth) {
          if (column & 1) odds += worth
          else evens += worth
        }
        const first = numbers[gainAt + column]!
        numbers[gainAt + column] = state === 255 ? NaN : truncated ? (state ? 0 : first) : first - worth
      }
      return evens + odds
    },
  }
}
