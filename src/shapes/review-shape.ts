import { z } from 'zod'
import { codingAspects } from '../records/coding-decision.ts'
import { verdicts } from '../records/shared-fields.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import type { Previous } from '../snapshot/derive.ts'
import { editionsByOwner } from '../snapshot/editions.ts'
import { sortSteps } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { codeArea, isDisputed } from '../coding/area-coding.ts'
import { findLineage } from '../likeness/lineage.ts'
import type { LineageStep } from '../likeness/lineage.ts'
import { ownerRef, themeRefsOf } from './from-snapshot.ts'
import { codeLabelOf } from './coding-shape.ts'
import { LocalTextShape, OwnerRef, PriorityShape, ThemeRef } from './shapes.ts'
import { allPriorities } from './theme-shape.ts'

const Disagreement = z.object({
  label: LocalTextShape,
  verdict: z.enum(verdicts),
  /**
   * The words that suggest a code which a person has rejected; empty when a person has added a code that no words
   * suggest.
   */
  words: z.array(z.string()),
})

/** An area in force with the number of suggestions not yet decided on. */
export const ReviewItemShape = z.object({
  priority: PriorityShape,
  /** The number of suggested themes without a decision. */
  openThemes: z.number(),
  /** Those themes, also the ones that only the description suggests. */
  waitingThemes: z.array(ThemeRef),
  /** The number of links to the previous list, suggested or reviewed, other than unchanged ones, without a decision. */
  openLinks: z.number(),
  /** Every suggested theme has a decision, and there is at least one decision. */
  isReviewed: z.boolean(),
  disagreements: z.array(Disagreement),
})
export type ReviewItemShape = z.infer<typeof ReviewItemShape>

const swedish = new Intl.Collator('sv')

/** Every area in force, by owner and place in the list, with what is left to decide. */
export const reviewItems = deriveInSteps<readonly ReviewItemShape[]>(
  'review items',
  [
    'priorityArea',
    'coding',
    'region',
    'jointArea',
    'source',
    'strategy',
    'lineage',
    'bridgeVerdict',
    'cluster',
    'thesaurus',
    'lineageReview',
  ],
  function* (snapshot, previous) {
    const openLinks = yield* openLinkSteps(snapshot)
    const areas = (yield* allPriorities.steps(snapshot)).filter(({ isInForce }) => isInForce)
    const rank = ranksOf(areas.map(({ owner }) => owner.name.sv))
    const sorted = yield* sortSteps(areas, (a, b) => rank(a.owner.name.sv) - rank(b.owner.name.sv) || a.order - b.order)
    const isKept = keptItems(previous)
    const before = new Map(previous?.value.map((item) => [item.priority.id, item]))
    const items: ReviewItemShape[] = []
    for (const priority of sorted) {
      const links = openLinks.get(priority.id) ?? 0
      const known = before.get(priority.id)
      if (!known || !isKept(known, priority)) items.push(itemOf(snapshot, priority, links))
      else items.push(known.openLinks === links && known.priority === priority ? known : { ...known, priority, openLinks: links })
      if (items.length % areasAStep === 0) yield
    }
    return items
  },
)

/** The place of each name in the Swedish order, the same for names that count as equal: comparing numbers for every two areas is much quicker. */
function ranksOf(names: readonly string[]): (name: string) => number {
  const sorted = [...new Set(names)].sort(swedish.compare)
  const ranks = new Map<string, number>()
  let rank = 0
  for (const [at, name] of sorted.entries()) {
    if (at > 0 && swedish.compare(sorted[at - 1]!, name) !== 0) rank += 1
    ranks.set(name, rank)
  }
  return (name) => ranks.get(name)!
}

/** Whether what an item tells of an area's codes is still right: they are read from the area, what it is part of, decisions and clusters. */
function keptItems(previous: Previous<unknown> | null): (item: ReviewItemShape, now: PriorityShape) => boolean {
  if (!previous || previous.changed('cluster').length > 0) return () => false
  const areas = new Set(previous.changed('priorityArea'))
  const isCodedAlike = areas.size === 0 && previous.changed('coding').length === 0
  // An area's shape is the same object for as long as neither the area nor a decision on it has changed.
  return ({ priority }, now) => isCodedAlike || (priority === now && !(now.parentId && areas.has(now.parentId)))
}

const areasAStep = 10

function itemOf(snapshot: Snapshot, priority: PriorityShape, openLinks: number): ReviewItemShape {
  const thesaurus = thesaurusOf(snapshot)
  const coding = codeArea(snapshot, snapshot.getBegun('priorityArea', priority.id)!)
  const waiting = coding.theme.filter(({ decision }) => decision === null)
  const waitingThemes = themeRefsOf(
    thesaurus,
    waiting.map(({ code, confidence, words, basis }) => ({
      themeId: code,
      confidence,
      words: [...words],
      basis,
      decision: null,
    })),
  )
  const openThemes = waitingThemes.length
  const decided = codingAspects.some((aspect) => coding[aspect].some(({ decision }) => decision !== null))
  const disagreements = codingAspects.flatMap((aspect) =>
    coding[aspect].filter(isDisputed).map(({ code, decision, words }) => ({
      label: codeLabelOf(thesaurus, aspect, code),
      verdict: decision!,
      words: [...words],
    })),
  )
  return { priority, openThemes, waitingThemes, openLinks, isReviewed: openThemes === 0 && decided, disagreements }
}

/** The ids of areas that continue others, once for each link that nobody has confirmed. */
const openSuccessorsOf = deriveEach('open links', (steps: readonly LineageStep[]): readonly string[] =>
  steps
    .flatMap(({ links }) => links)
    .flatMap(({ basis, change, predecessor, successor }) =>
      basis !== 'confirmed' && predecessor && successor && change !== 'unchanged' ? [successor.id] : [],
    ),
)

function* openLinkSteps(snapshot: Snapshot): Steps<Map<string, number>> {
  yield* editionsByOwner.steps(snapshot)
  const counts = new Map<string, number>()
  const owners = [...new Map(snapshot.inForce('priorityArea').map(({ owner }) => [`${owner.kind} ${owner.id}`, owner])).values()]
  for (const owner of owners) {
    for (const id of openSuccessorsOf(findLineage(snapshot, owner))) counts.set(id, (counts.get(id) ?? 0) + 1)
    yield
  }
  return counts
}

/** The next area that is not reviewed: the same owner's first, then the others' in order. Null when all are reviewed. */
export function nextToReview(snapshot: Snapshot, after: PriorityShape): PriorityShape | null {
  const open = reviewItems(snapshot)
    .filter(({ isReviewed, priority }) => !isReviewed && priority.id !== after.id)
    .map(({ priority }) => priority)
  return open.find(({ owner }) => owner.kind === after.owner.kind && owner.id === after.owner.id) ?? open[0] ?? null
}

/** Owners with areas in force, by name. */
export function reviewOwners(snapshot: Snapshot): OwnerRef[] {
  const owners = new Map(
    snapshot.inForce('priorityArea').map(({ owner }) => [`${owner.kind} ${owner.id}`, ownerRef(snapshot, owner)]),
  )
  return [...owners.values()].sort((a, b) => swedish.compare(a.name.sv, b.name.sv))
}
