import type { LineageReview, ReviewedLink } from '../records/lineage-review.ts'
import type { LineageChange } from '../records/lineage-decision.ts'
import type { Edition } from '../snapshot/editions.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { reasonOf } from './lineage-reasons.ts'
import { pairAreas } from './pair-areas.ts'
import type { LabelledArea } from './pair-areas.ts'
import { suggestLineage } from './suggest-lineage.ts'
import type { SuggestedLink } from './suggest-lineage.ts'

/** Who says that two areas are linked: a person in the registry, a reviewer of the shipped facts, or the program. */
export const linkBases = ['suggested', 'reviewed', 'confirmed'] as const
export type LinkBasis = (typeof linkBases)[number]

/** Who reviewed a link, how sure they were, and what they read. */
export type LinkReview = Pick<ReviewedLink, 'reviewer' | 'confidence' | 'sourceId'>

export interface SettledLink extends SuggestedLink {
  basis: LinkBasis
  /** null for what is not reviewed. */
  review: LinkReview | null
}

interface Lists {
  from: Edition
  to: Edition
  /** Areas of earlier lists that no later list has continued so far. */
  waiting: readonly Known<'priorityArea'>[]
}

interface Said {
  decisions: readonly Known<'lineage'>[]
  review: LineageReview | null
}

/** An area that is missing in a list and comes back in a later one must be at least this like it. */
const comesBackAlike = 0.6

/**
 * What became of each area between two lists: as people have decided; where they have not, as the reviewed facts say; where
 * those say nothing, as suggested.
 */
export function settleLineage(thesaurus: Thesaurus, lists: Lists, { decisions, review }: Said): SettledLink[] {
  const { from, to, waiting } = lists
  const people = decisions.filter((one) => isBetween(lists, one))
  const confirmed = people.filter(({ verdict }) => verdict === 'confirmed')
  const byPeople = new Set(people.map(keyOf))
  const isClosed = ({ predecessorId, successorId }: Ends) =>
    confirmed.some((one) => predecessorId !== null && one.predecessorId === predecessorId && one.change !== 'split') ||
    confirmed.some((one) => successorId !== null && one.successorId === successorId && one.change !== 'merged')
  const told = (review?.links ?? []).filter((link) => isBetween(lists, link) && !byPeople.has(keyOf(link)))
  const reviewed = told.filter((link) => link.verdict === 'confirmed' && !isClosed(link))
  const rejected = new Set([...people, ...told].filter(({ verdict }) => verdict === 'rejected').map(keyOf))
  const isReviewed = (side: keyof Ends, id: string) => reviewed.some((link) => link[side] === id)
  const isOpenBefore = ({ id }: LabelledArea) =>
    !isClosed({ predecessorId: id, successorId: null }) && !isReviewed('predecessorId', id)
  const isOpenAfter = ({ id }: LabelledArea) =>
    !isClosed({ predecessorId: null, successorId: id }) && !isReviewed('successorId', id)
  const isRejected = (predecessorId: string, successorId: string) =>
    rejected.size > 0 && rejected.has(keyOf({ predecessorId, successorId }))
  const next = labelledAreas(to).filter(isOpenAfter)
  const suggested = suggestLineage(thesaurus, labelledAreas(from).filter(isOpenBefore), next, {
    previousIsComplete: from.strategy.isComplete,
    nextIsComplete: to.strategy.isComplete,
    isRejected,
  })
  const settled = [...confirmed.map(asConfirmed), ...reviewed.map(asReviewed)]
  const rest = suggested.filter((link) => isLeftOpen(link, { settled, byPeople }))
  const links = [...settled, ...rest.map((link) => ({ ...link, change: asOneOfMany(link, settled), ...bySuggestion }))]
  const back = pairAreas(thesaurus, { previous: waiting.filter(isOpenBefore), next, isRejected })
  return back
    .filter(({ isSame, similarity }) => isSame || similarity.score >= comesBackAlike)
    .reduce((all, pair) => withLinkBack(all, { ...pair, reason: reasonOf(thesaurus, pair) }), links)
}

/** The areas of a list, each with what its parts say of it, for comparison with another list. */
export const labelledAreas = ({ priorities, parts }: Edition): LabelledArea[] =>
  priorities.map((area) => {
    const own = parts.filter(({ parentId }) => parentId === area.id)
    return {
      ...area,
      partsText: own.map(({ displayLabel, description }) => `${displayLabel}. ${description?.sv ?? ''}`).join(' '),
    }
  })

const bySuggestion = { basis: 'suggested', review: null } as const

type Ends = Pick<SuggestedLink, 'predecessorId' | 'successorId'>
const keyOf = ({ predecessorId, successorId }: Ends) => `${predecessorId} ${successorId}`

/** Whether a decision is about these two lists, or about an area that an earlier list had and this one takes up again. */
function isBetween({ from, to, waiting }: Lists, { predecessorId, successorId }: Ends): boolean {
  const isIn = (areas: readonly { id: string }[], id: string) => areas.some((area) => area.id === id)
  if (successorId !== null && !isIn(to.priorities, successorId)) return false
  if (predecessorId === null) return successorId !== null
  return isIn(from.priorities, predecessorId) || (successorId !== null && isIn(waiting, predecessorId))
}

const asConfirmed = ({ predecessorId, successorId, change, meta }: Known<'lineage'>): SettledLink => ({
  predecessorId,
  successorId,
  change,
  basis: 'confirmed',
  review: null,
  reason: { sv: `Bekräftat: ${meta.changeNote}`, en: `Confirmed: ${meta.changeNote}` },
})

const asReviewed = ({ predecessorId, successorId, change, reason, ...link }: ReviewedLink): SettledLink => ({
  predecessorId,
  successorId,
  change: change ?? 'renamed',
  basis: 'reviewed',
  review: { reviewer: link.reviewer, confidence: link.confidence, sourceId: link.sourceId },
  reason,
})

interface Settled {
  settled: readonly SettledLink[]
  byPeople: ReadonlySet<string>
}

/** Whether a suggestion still says something beside what is settled: an area that is linked is neither dropped nor new. */
function isLeftOpen(link: SuggestedLink, { settled, byPeople }: Settled): boolean {
  if (byPeople.has(keyOf(link))) return false
  if (link.successorId === null) return !settled.some(({ predecessorId }) => predecessorId === link.predecessorId)
  return link.predecessorId !== null || !settled.some(({ successorId }) => successorId === link.successorId)
}

/** A suggestion that involves an area which is linked as split or merged already is a further part of it. */
function asOneOfMany(link: SuggestedLink, settled: readonly SettledLink[]): LineageChange {
  if (link.predecessorId === null || link.successorId === null) return link.change
  if (settled.some(({ predecessorId }) => predecessorId === link.predecessorId)) return 'split'
  return settled.some(({ successorId }) => successorId === link.successorId) ? 'merged' : link.change
}

interface Back {
  predecessor: LabelledArea
  successor: LabelledArea
  isSame: boolean
  reason: SuggestedLink['reason']
}

/** Adds an area that comes back: its successor is no longer new, and is merged where another area became it too. */
function withLinkBack(links: readonly SettledLink[], { predecessor, successor, isSame, reason }: Back): SettledLink[] {
  const others = links.filter((link) => link.successorId === successor.id && link.predecessorId !== null)
  if (others.some(({ change }) => change === 'unchanged')) return [...links]
  const change = others.length > 0 ? 'merged' : isSame ? 'unchanged' : 'renamed'
  const kept = links.filter((link) => link.predecessorId !== null || link.successorId !== successor.id)
  return [
    ...kept.map((link) =>
      others.includes(link) && link.basis === 'suggested' && link.change === 'renamed'
        ? { ...link, change: 'merged' as const }
        : link,
    ),
    { predecessorId: predecessor.id, successorId: successor.id, change, reason, ...bySuggestion },
  ]
}
