import { z } from 'zod'
import { Cluster } from '../records/cluster.ts'
import { Contact } from '../records/contact.ts'
import { JointArea } from '../records/joint-area.ts'
import { linkBases } from '../likeness/settle-lineage.ts'
import { lineageChanges } from '../records/lineage-decision.ts'
import { lineageReviewers } from '../records/lineage-review.ts'
import { PriorityArea } from '../records/priority-area.ts'
import { ProgrammePeriod } from '../records/programme-period.ts'
import { Region } from '../records/region.ts'
import { LocalText, SourceRef } from '../records/shared-fields.ts'
import { Source } from '../records/source.ts'
import { Statement } from '../records/statement.ts'
import { Strategy } from '../records/strategy.ts'
import { VersionEnvelope } from '../records/version.ts'
import { areasKnownValues } from '../snapshot/areas-known.ts'

/** The shapes that pages and the API show: texts in both languages, references resolved, ready to print. */

export const LocalTextShape = LocalText

export const RegionRef = Region.pick({ code: true, slug: true, name: true })
export type RegionRef = z.infer<typeof RegionRef>

/** The owner of a list: a region or a joint area. `id` is the region's code or the joint area's slug. */
export const OwnerRef = z.object({
  kind: z.enum(['region', 'jointArea']),
  id: z.string(),
  slug: z.string(),
  name: LocalTextShape,
})
export type OwnerRef = z.infer<typeof OwnerRef>

export const ThemeRef = z.object({
  id: z.string(),
  slugEn: z.string(),
  label: LocalTextShape,
  family: z.string(),
  /** How sure the suggestion is, 0–1. */
  confidence: z.number(),
  /** The words that suggest the theme, as written. */
  words: z.array(z.string()),
  /** Where the theme comes from: the words of the label, only those of the description, or what the record itself says. */
  basis: z.enum(['label', 'description', 'record']),
  /** `confirmed` when a person has decided so; null while it is a suggestion. */
  decision: z.enum(['confirmed']).nullable(),
})
export type ThemeRef = z.infer<typeof ThemeRef>

export const SourceShape = z.object({ id: z.string(), ...Source.shape })
export type SourceShape = z.infer<typeof SourceShape>

/** A source with the page or place in it. */
export const CitationShape = SourceRef.omit({ sourceId: true }).extend({ source: SourceShape })
export type CitationShape = z.infer<typeof CitationShape>

export const MetaShape = VersionEnvelope.pick({
  validFrom: true,
  validTo: true,
  version: true,
  recordedAt: true,
  recordedBy: true,
  changeNote: true,
}).extend({
  /** The first day of the unbroken time in force; `validFrom` is the first day of these words. */
  inForceFrom: VersionEnvelope.shape.validFrom,
  /** The first day after that time; null when it is open. */
  inForceTo: VersionEnvelope.shape.validTo,
})
export type MetaShape = z.infer<typeof MetaShape>

export const PriorityShape = PriorityArea.extend({
  id: z.string(),
  owner: OwnerRef,
  isInForce: z.boolean(),
  themes: z.array(ThemeRef),
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type PriorityShape = z.infer<typeof PriorityShape>

export const StrategyShape = Strategy.extend({
  id: z.string(),
  owner: OwnerRef,
  isInForce: z.boolean(),
  /** Whether its programme period has ended: it is then the last list known, if no newer one is. */
  isPeriodOver: z.boolean(),
  /** The last day on which a source or the owner is known to have stated this list. */
  lastStatedOn: z.string(),
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type StrategyShape = z.infer<typeof StrategyShape>

export const EditionShape = z.object({
  strategy: StrategyShape,
  /** `unknown`: the list is known to exist, but nobody has read its areas; then empty `priorities` do not mean that it has none. */
  areasKnown: z.enum(areasKnownValues),
  priorities: z.array(PriorityShape),
  /** Areas that are part of one of these, by their `parentId`. */
  parts: z.array(PriorityShape),
})
export type EditionShape = z.infer<typeof EditionShape>

export const LineageLinkShape = z.object({
  predecessorId: z.string().nullable(),
  successorId: z.string().nullable(),
  change: z.enum(lineageChanges),
  /** `reviewed`: read and judged by whoever keeps the facts that ship; `confirmed`: decided by a person in the registry. */
  basis: z.enum(linkBases),
  reason: LocalTextShape,
  /** Who reviewed it, how sure they were, and the source that was read; null for what is not reviewed. */
  review: z
    .object({ reviewer: z.enum(lineageReviewers), confidence: z.enum(['high', 'medium', 'low']), sourceId: z.string() })
    .nullable(),
  /** Who says so and how surely, in words. */
  standing: LocalTextShape,
  /** The later list that takes up again an area that is missing in this one. */
  continuesInStrategyId: z.string().nullable(),
})
export type LineageLinkShape = z.infer<typeof LineageLinkShape>

/** What happened to the areas between one edition and the next. */
export const LineageStepShape = z.object({
  fromStrategyId: z.string(),
  toStrategyId: z.string(),
  links: z.array(LineageLinkShape),
})
export type LineageStepShape = z.infer<typeof LineageStepShape>

export const ContactShape = Contact.pick({ use: true, role: true, organisation: true, url: true, priorityAreaId: true }).extend({
  id: z.string(),
  citation: CitationShape.nullable(),
})
export type ContactShape = z.infer<typeof ContactShape>

export const ClusterShape = Cluster.pick({ name: true, programme: true, year: true, url: true, status: true }).extend({
  id: z.string(),
  region: RegionRef,
  citation: CitationShape.nullable(),
})
export type ClusterShape = z.infer<typeof ClusterShape>

export const StatementShape = Statement.pick({ order: true, text: true }).extend({
  id: z.string(),
  kind: z.enum(['finding', 'wish', 'nextStep']),
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type StatementShape = z.infer<typeof StatementShape>

export const PeriodShape = z.object({ id: z.string(), ...ProgrammePeriod.shape })
export type PeriodShape = z.infer<typeof PeriodShape>

export const JointAreaShape = JointArea.pick({ note: true }).extend({
  id: z.string(),
  name: LocalTextShape,
  members: z.array(RegionRef),
})
export type JointAreaShape = z.infer<typeof JointAreaShape>

/** A region in a list or on the map. */
export const RegionSummaryShape = RegionRef.extend({
  ...Region.pick({ countyName: true, regionName: true }).shape,
  current: EditionShape.nullable(),
  /** Ids of the themes of the areas in force, most frequent first. */
  themeIds: z.array(z.string()),
  jointAreas: z.array(JointAreaShape.pick({ id: true, name: true })),
})
export type RegionSummaryShape = z.infer<typeof RegionSummaryShape>

/** One region with its history. */
export const RegionShape = RegionSummaryShape.extend({
  ...Region.omit({ nameVariants: true }).shape,
  landNeighbours: z.array(RegionRef),
  waterNeighbours: z.array(RegionRef),
  /** Oldest first. */
  editions: z.array(EditionShape),
  lineage: z.array(LineageStepShape),
  jointEditions: z.array(z.object({ jointArea: JointAreaShape, editions: z.array(EditionShape) })),
  clusters: z.array(ClusterShape),
  /** Whom to ask about the strategy in force. */
  contacts: z.array(ContactShape),
  sources: z.array(SourceShape),
  meta: MetaShape,
})
export type RegionShape = z.infer<typeof RegionShape>
