import type { LineageChange } from '../records/lineage-decision.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import { joinWords } from '../language/join-words.ts'
import { tokensOf } from '../language/tokens.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { derive } from '../snapshot/derive.ts'
import { findEditions } from '../snapshot/editions.ts'
import type { Edition } from '../snapshot/editions.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { pairAreas } from './pair-areas.ts'
import type { AreaPair, LabelledArea } from './pair-areas.ts'
import { reasonFor } from './similarity.ts'
import type { Language } from '../records/language.ts'

export type { LabelledArea } from './pair-areas.ts'

/** What became of one area between two successive lists, by id. */
export interface SuggestedLink {
  predecessorId: string | null
  successorId: string | null
  change: LineageChange
  reason: LocalText
}

export interface LineageLink {
  predecessor: Known<'priorityArea'> | null
  successor: Known<'priorityArea'> | null
  change: LineageChange
  basis: 'suggested' | 'confirmed'
  reason: LocalText
}

/** What happened to the areas between one edition and the next. */
export interface LineageStep {
  from: Edition
  to: Edition
  links: LineageLink[]
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
  { previousIsComplete, nextIsComplete }: { previousIsComplete: boolean; nextIsComplete: boolean },
): SuggestedLink[] {
  const placeIn = (list: readonly LabelledArea[]) => new Map(list.map((area, place) => [area, place]))
  const [before, after] = [placeIn(previous), placeIn(next)]
  const pairs = pairAreas(thesaurus, previous, next).toSorted(
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

/** The steps found so far by owner, with the editions they were found between. */
type FoundSteps = Map<string, { editions: readonly Edition[]; steps: LineageStep[] }>

/** Steps are slow to find, so they are found when an owner is first asked for and then kept by owner. */
const stepsByOwner = derive<FoundSteps>(
  'lineage',
  ['strategy', 'priorityArea', 'lineage', 'thesaurus'],
  (_snapshot, previous) => {
    if (!previous) return new Map()
    const decided = new Set(
      previous.touched('inForce', 'lineage').flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]),
    )
    const isOpen = (editions: readonly Edition[]) =>
      !editions.some(({ priorities }) => priorities.some(({ id }) => decided.has(id)))
    return new Map([...previous.value].filter(([, { editions }]) => decided.size === 0 || isOpen(editions)))
  },
)

/** The steps between an owner's editions, oldest first: suggested, and overridden by people's decisions. */
export function findLineage(snapshot: Snapshot, owner: Owner): LineageStep[] {
  const found = stepsByOwner(snapshot)
  const editions = findEditions(snapshot, owner)
  const key = ownerKey(owner)
  const known = found.get(key)
  // The list of editions is the same object for as long as nothing in it changes, so identity is enough to reuse the steps.
  if (known?.editions === editions) return known.steps
  const steps = makeSteps(snapshot, owner)
  found.set(key, { editions, steps })
  return steps
}

function makeSteps(snapshot: Snapshot, owner: Owner): LineageStep[] {
  const editions = findEditions(snapshot, owner)
  const decisions = snapshot.inForce('lineage')
  const thesaurus = thesaurusOf(snapshot)
  return editions.slice(1).map((to, index) => {
    const from = editions[index]!
    const byId = new Map([...from.priorities, ...to.priorities].map((priority) => [priority.id, priority]))
    const get = (id: string | null) => (id ? (byId.get(id) ?? null) : null)
    const links = decide(thesaurus, { from, to, all: decisions }).map(({ predecessorId, successorId, ...link }) => ({
      ...link,
      predecessor: get(predecessorId),
      successor: get(successorId),
    }))
    return { from, to, links }
  })
}

type Decided = SuggestedLink & { basis: LineageLink['basis'] }
type Ends = Pick<SuggestedLink, 'predecessorId' | 'successorId'>

/** People's decisions on two editions, and suggestions for the areas that they have not settled. */
function decide(
  thesaurus: Thesaurus,
  { from, to, all }: { from: Edition; to: Edition; all: readonly Known<'lineage'>[] },
): Decided[] {
  const isIn = (edition: Edition, id: string | null) => id === null || edition.priorities.some((priority) => priority.id === id)
  const decisions = all.filter(
    (one) => isIn(from, one.predecessorId) && isIn(to, one.successorId) && (one.predecessorId ?? one.successorId),
  )
  const confirmed = decisions.filter(({ verdict }) => verdict === 'confirmed')
  // An area that a person has linked gets no further suggestions, unless it was split (or merged) and may have more parts.
  const isOpen = (side: keyof Ends, manyParts: LineageChange) => (area: { id: string }) =>
    !confirmed.some((one) => one[side] === area.id && one.change !== manyParts)
  const suggested = suggestLineage(
    thesaurus,
    from.priorities.filter(isOpen('predecessorId', 'split')),
    to.priorities.filter(isOpen('successorId', 'merged')),
    { previousIsComplete: from.strategy.isComplete, nextIsComplete: to.strategy.isComplete },
  )
  const key = ({ predecessorId, successorId }: Ends) => `${predecessorId} ${successorId}`
  const decided = new Set(decisions.map(key))
  const isLinked = (side: keyof Ends, id: string | null) => confirmed.some((one) => one[side] === id)
  /** A suggestion that involves an area which a person has linked as split or merged is a further part of it. */
  const asOneOfMany = (link: SuggestedLink): LineageChange => {
    if (link.predecessorId === null || link.successorId === null) return link.change
    if (isLinked('predecessorId', link.predecessorId)) return 'split'
    return isLinked('successorId', link.successorId) ? 'merged' : link.change
  }
  const rest = suggested.filter((link) => {
    if (decided.has(key(link))) return false
    if (link.successorId === null) return !isLinked('predecessorId', link.predecessorId)
    return link.predecessorId !== null || !isLinked('successorId', link.successorId)
  })
  return [
    ...confirmed.map(({ predecessorId, successorId, change, meta }): Decided => ({
      predecessorId,
      successorId,
      change,
      basis: 'confirmed',
      reason: { sv: `Bekräftat: ${meta.changeNote}`, en: `Confirmed: ${meta.changeNote}` },
    })),
    ...rest.map((link): Decided => ({ ...link, change: asOneOfMany(link), basis: 'suggested' })),
  ]
}

function reasonOf(thesaurus: Thesaurus, { predecessor, successor, similarity, isSame }: AreaPair): LocalText {
  if (!isSame) return reasonFor(thesaurus, similarity)
  const [before, after] = [predecessor.displayLabel, successor.displayLabel]
  if (before === after) return { sv: 'Samma namn i båda listorna.', en: 'The same name in both lists.' }
  const differences = differencesBetween(before, after)
  const list = (lang: Language) =>
    joinWords(
      differences.map((one) => one[lang]),
      lang,
    )
  return { sv: `Samma ord; bara ${list('sv')} skiljer.`, en: `The same words; only ${list('en')} differ.` }
}

/** Describes how two spellings of the same label differ. */
function differencesBetween(before: string, after: string): LocalText[] {
  const words = (text: string, keepSmall: boolean) =>
    tokensOf(text)
      .filter(({ word }) => keepSmall || !isSubjectless(word))
      .map(({ written }) => written)
      .join(' ')
  const lower = (text: string) => text.toLowerCase()
  const punctuation = (text: string) => [...text.matchAll(/[^\p{L}\p{N}\s]/gu)].map(([character]) => character).join('')
  const differences: LocalText[] = []
  if (words(before, false) !== words(after, false)) differences.push({ sv: 'stora och små bokstäver', en: 'capital letters' })
  if (lower(words(before, true)) !== lower(words(after, true))) differences.push({ sv: 'småord', en: 'small words' })
  if (punctuation(before) !== punctuation(after)) differences.push({ sv: 'skiljetecken', en: 'punctuation' })
  return differences.length > 0 ? differences : [{ sv: 'mellanrum', en: 'spaces' }]
}

const droppedReason: LocalText = { sv: 'Inget område i den nya listan liknar det.', en: 'No area of the new list is like it.' }
const newReason: LocalText = { sv: 'Inget område i den förra listan liknar det.', en: 'No area of the previous list is like it.' }
