import type { LocalText } from '../records/shared-fields.ts'

/** The place of an area in the list before and in the list after. */
export interface Places {
  before: number
  after: number
}

/** The fewest areas whose moving explains the new order: those outside the longest run that keeps its order. */
export function findReordered<T>(areas: readonly T[], placesOf: (area: T) => Places): T[] {
  const inNewOrder = areas.toSorted((a, b) => placesOf(a).after - placesOf(b).after)
  const places = inNewOrder.map((area) => placesOf(area).before)
  const kept = new Set(longestIncreasing(places))
  return inNewOrder.filter((_, index) => !kept.has(index))
}

/** Indexes of a longest strictly increasing run of numbers, the first found among equals. */
function longestIncreasing(numbers: readonly number[]): number[] {
  let best: number[] = []
  const endingAt: number[][] = []
  for (const [index, number] of numbers.entries()) {
    let longest: number[] = []
    for (const [before, run] of endingAt.entries()) if (numbers[before]! < number && run.length > longest.length) longest = run
    endingAt.push([...longest, index])
    if (longest.length + 1 > best.length) best = endingAt.at(-1)!
  }
  return best
}

/** Which place becomes which. */
export const placeReason = ({ before, after }: Places): LocalText => ({
  sv: `Plats ${before} blir ${after}.`,
  en: `Place ${before} becomes ${after}.`,
})
