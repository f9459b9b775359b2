import type { LineageChange } from '../records/lineage-decision.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { droppedReason, newReason, reasonOf } from './lineage-reasons.ts'
import { pairAreas } from './pair-areas.ts'
import type { LabelledArea } from './pair-areas.ts'

export type { LabelledArea } from './pair-areas.ts'

/** What became of one area between two successive lists, by id. */
export interface SuggestedLink {
  predecessorId: string | null
  successorId: string | null
  change: LineageChange
  reason: LocalText
}

interface ToSuggest {
  previousIsComplete: boolean
  nextIsComplete: boolean
  /** Whether two areas are known not to be linked, so that they are not paired. */
  isRejected?: (predecessorId: string, successorId: string) => boolean
}

/**
 * Suggests what became of each area of a list in the next one, with a reason. Equal labels are `unchanged`; then the
 * most similar pairs are linked one to one (`renamed`); an area clearly similar to several is `split` or `merged`; the
 * rest are `dropped` or `new`. When a list is incomplete, nothing is concluded from an area missing in it.
 */
export function suggestLineage(
  thesaurus: Thesaurus,
  previous: readonly LabelledArea[],
  next: readonly LabelledArea[],
  { previousIsComplete, nextIsComplete, isRejected }: ToSuggest,
): SuggestedLink[] {
  const placeIn = (list: readonly LabelledArea[]) => new Map(list.map((area, place) => [area, place]))
  const [before, after] = [placeIn(previous), placeIn(next)]
  const pairs = pairAreas(thesaurus, { previous, next, isRejected }).toSorted(
    (a, b) => before.get(a.predecessor)! - before.get(b.predecessor)! || after.get(a.successor)! - after.get(b.successor)!,
  )
  const linkedBefore = new Map(previous.map(({ id }) => [id, pairs.filter((pair) => pair.predecessor.id === id)]))
  const linkedAfter = new Map(next.map(({ id }) => [id, pairs.filter((pair) => pair.successor.id === id)]))
  const links = pairs.map((pair): SuggestedLink => {
    const isSplit = linkedBefore.get(pair.predecessor.id)!.length > 1
    const isMerged = linkedAfter.get(pair.successor.id)!.length > 1
    const change = isSplit ? 'split' : isMerged ? 'merged' : pair.isSame ? 'unchanged' : 'renamed'
    return { predecessorId: pair.predecessor.id, successorId: pair.successor.id, change, reason: reasonOf(thesaurus, pair) }
  })
  const gone = previous.filter(({ id }) => linkedBefore.get(id)!.length === 0)
  const come = next.filter(({ id }) => linkedAfter.get(id)!.length === 0)
  return [
    ...links,
    ...(nextIsComplete
      ? gone.map(({ id }): SuggestedLink => ({ predecessorId: id, successorId: null, change: 'dropped', reason: droppedReason }))
      : []),
    ...(previousIsComplete
      ? come.map(({ id }): SuggestedLink => ({ predecessorId: null, successorId: id, change: 'new', reason: newReason }))
      : []),
  ]
}
