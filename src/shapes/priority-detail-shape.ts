import { z } from 'zod'
import { ExpectedError } from '../records/expected-error.ts'
import { findEditions } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { codeArea, rejectedThemes } from '../coding/area-coding.ts'
import { findLineage } from '../likeness/lineage.ts'
import { findSimilarPriorities } from '../likeness/area-likeness.ts'
import { CodingShape, codingShape } from './coding-shape.ts'
import { contactsOf, priorityShape, sourceShape, strategyShape, themeRefsOf } from './from-snapshot.ts'
import { IntersectionShape, joinedThemes } from './intersection-shape.ts'
import { lineageLinkShape } from './lineage-shape.ts'
import { ContactShape, LineageLinkShape, LocalTextShape, PriorityShape, SourceShape, StrategyShape, ThemeRef } from './shapes.ts'

const Relative = z.object({ link: LineageLinkShape, priority: PriorityShape.nullable() })

/** One priority area with its list, its predecessors and successors, and similar areas elsewhere. */
export const PriorityDetailShape = PriorityShape.extend({
  strategy: StrategyShape.nullable(),
  siblings: z.array(PriorityShape),
  /** The themes that it joins, in its owner's own sense; empty where it is no intersection. */
  joins: IntersectionShape.shape.joins,
  /** The area that it is part of, and the areas that are part of it. */
  whole: PriorityShape.nullable(),
  parts: z.array(PriorityShape),
  /** What the description rests on. */
  descriptionSource: SourceShape.nullable(),
  contacts: z.array(ContactShape),
  predecessors: z.array(Relative),
  successors: z.array(Relative),
  /** Themes that the words suggest and a person has rejected. */
  rejectedThemes: z.array(ThemeRef),
  /** What it is about as a whole, its description and its record read too, in codes to compute on. */
  coding: CodingShape,
  similar: z.array(z.object({ priority: PriorityShape, score: z.number(), reason: LocalTextShape })),
})
export type PriorityDetailShape = z.infer<typeof PriorityDetailShape>

/** @throws ExpectedError `priority_not_found` */
export function priorityView(snapshot: Snapshot, id: string): PriorityDetailShape {
  const priority = snapshot.getBegun('priorityArea', id)
  if (!priority) throw new ExpectedError('priority_not_found', { data: { asked: id } })
  const edition = findEditions(snapshot, priority.owner).find(({ strategy }) => strategy.id === priority.strategyId) ?? null
  const links = findLineage(snapshot, priority.owner).flatMap((step) => step.links)
  const relative = (link: (typeof links)[number], other: typeof link.predecessor) => ({
    link: lineageLinkShape(link),
    priority: other && priorityShape(snapshot, other),
  })
  const whole = priority.parentId ? snapshot.getBegun('priorityArea', priority.parentId) : null
  const basis = priority.descriptionBasis ? snapshot.getBegun('source', priority.descriptionBasis.sourceId) : null
  return {
    ...priorityShape(snapshot, priority),
    strategy: edition && strategyShape(snapshot, edition),
    whole: whole && priorityShape(snapshot, whole),
    parts: (edition?.parts ?? []).filter(({ parentId }) => parentId === id).map((part) => priorityShape(snapshot, part)),
    descriptionSource: basis && sourceShape(basis),
    contacts: contactsOf(snapshot, { strategyId: priority.strategyId, priorityAreaId: id }),
    joins: joinedThemes(thesaurusOf(snapshot), priority),
    siblings: (edition?.priorities ?? []).filter((other) => other.id !== id).map((other) => priorityShape(snapshot, other)),
    predecessors: links.filter((link) => link.successor?.id === id).map((link) => relative(link, link.predecessor)),
    successors: links.filter((link) => link.predecessor?.id === id).map((link) => relative(link, link.successor)),
    rejectedThemes: themeRefsOf(
      thesaurusOf(snapshot),
      rejectedThemes(snapshot, priority).map((one) => ({ ...one, decision: null })),
    ),
    coding: codingShape(thesaurusOf(snapshot), codeArea(snapshot, priority)),
    similar: findSimilarPriorities(snapshot, id, 6).map(({ priority: other, score, reason }) => ({
      priority: priorityShape(snapshot, other),
      score,
      reason,
    })),
  }
}
