import type { Presence } from './specialisation.ts'

/** Numbers from 0 to 1, the same for the same seed everywhere (Park & Miller 1988, doi:10.1145/63039.63042). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  const next = () => {
    state = (state * 48271) % 2_147_483_647
    return state / 2_147_483_647
  }
  for (let at = 0; at < 10; at++) next()
  return next
}

/**
 * Shuffles presences so that every region keeps its diversity and every activity its ubiquity: pairs of regions trade what only
 * one of the two has (curveball). Missing cells are read as not present, so both sums are of what is known.
 * @returns a function that gives the next random presence, as the list of activities of each region
 * Source: Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, doi:10.1038/ncomms5114.
 */
export function shuffledPresences(
  { regions, activities, values }: Presence,
  random: () => number,
): () => readonly (readonly number[])[] {
  const width = activities.length
  const lists = regions.map((_, r) => [...activities.keys()].filter((a) => values[r * width + a] === 1))
  const trades = 5 * regions.length
  return () => {
    for (let trade = 0; trade < trades && regions.length > 1; trade++) {
      const one = Math.floor(random() * regions.length)
      const other = (one + 1 + Math.floor(random() * (regions.length - 1))) % regions.length
      const inOne = new Set(lists[one])
      const inOther = new Set(lists[other])
      const shared = lists[one]!.filter((a) => inOther.has(a))
      const loose = [...lists[one]!.filter((a) => !inOther.has(a)), ...lists[other]!.filter((a) => !inOne.has(a))]
      const toOne = lists[one]!.length - shared.length
      for (let at = loose.length - 1; at > 0; at--) {
        const swap = Math.floor(random() * (at + 1))
        ;[loose[at], loose[swap]] = [loose[swap]!, loose[at]!]
      }
      lists[one] = [...shared, ...loose.slice(0, toOne)]
      lists[other] = [...shared, ...loose.slice(toOne)]
    }
    return lists
  }
}

export const corrections = ['benjamini-hochberg', 'bonferroni', 'none'] as const
/** What many tests at once do to p-values: `benjamini-hochberg` (false discovery rate), `bonferroni`, or nothing. */
export type Correction = 'benjamini-hochberg' | 'bonferroni' | 'none'

/** p-values for as many tests as there are known ones; NaN stays. Source: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x. */
export function corrected(pValues: Float64Array, correction: Correction): Float64Array {
  if (correction === 'none') return pValues
  const known = [...pValues.keys()].filter((at) => !Number.isNaN(pValues[at]!))
  const tests = known.length
  if (correction === 'bonferroni') return pValues.map((value) => Math.min(1, value * tests))
  const result = pValues.slice()
  known.sort((one, other) => pValues[other]! - pValues[one]!)
  let least = 1
  known.forEach((place, at) => {
    least = Math.min(least, (pValues[place]! * tests) / (tests - at))
    result[place] = least
  })
  return result
}
