import { foldWords } from '../records/fold-words.ts'
import type { Edition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'

/**
 * What a region said before a programme period of the areas of its list, as decisions on lineage between that list and the first of
 * the period: an area whose successor is on the new list, by name, becomes it, and one that was closed has none. A decision that
 * people have made on the area itself goes before.
 */
export function bridgeDecisions(
  snapshot: Snapshot,
  { from, to }: Pick<Lists, 'from' | 'to'>,
  decided: readonly Known<'lineage'>[],
): Known<'lineage'>[] {
  const period = to.strategy.programmePeriodId
  if (from.strategy.programmePeriodId === period) return []
  const own = new Set(from.priorities.map(({ id }) => id))
  const verdicts = snapshot
    .inForce('bridgeVerdict')
    .filter(
      ({ priorityAreaId, programmePeriodId }) =>
        programmePeriodId === period &&
        own.has(priorityAreaId) &&
        !decided.some(({ predecessorId }) => predecessorId === priorityAreaId),
    )
  return verdicts.flatMap((verdict) => decisionOf(verdict, { from, to }))
}

interface Lists {
  from: Edition
  to: Edition
}

function decisionOf(verdict: Known<'bridgeVerdict'>, { from, to }: Lists): Known<'lineage'>[] {
  const { id, priorityAreaId: predecessorId, programmePeriodId, successor, meta } = verdict
  const changeNote = `regionens besked inför ${programmePeriodId.replace('-', '–')}, ${meta.validFrom}.`
  const decision = { id, predecessorId, verdict: 'confirmed', meta: { ...meta, changeNote } } as const
  if (successor === null) return [{ ...decision, successorId: null, change: 'dropped' }]
  const wanted = foldWords(successor)
  const found = to.priorities.find(({ displayLabel, verbatimLabel }) =>
    [displayLabel, verbatimLabel].some((label) => foldWords(label) === wanted),
  )
  // A successor that is not on the list is left to what the program suggests: plans change, and then the words differ.
  if (!found) return []
  const before = from.priorities.find((area) => area.id === predecessorId)!
  const change = foldWords(before.displayLabel) === foldWords(found.displayLabel) ? 'unchanged' : 'renamed'
  return [{ ...decision, successorId: found.id, change }]
}
