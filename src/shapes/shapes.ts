import { z } from 'zod'
import { DatePrecision, lineageChanges } from '../records/record.ts'

/** What pages and the API show: language-neutral (both languages stand in it), references resolved, ready to print. */

export const LocalTextShape = z.object({ sv: z.string(), en: z.string() })

export const RegionRef = z.object({ code: z.string(), slug: z.string(), name: z.string() })
export type RegionRef = z.infer<typeof RegionRef>

/** Who chose: a region or a joint area. `id` is the region's code or the joint area's slug. */
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
  /** 0–1; how sure the machine is. */
  confidence: z.number(),
  /** The words in the label that caused the suggestion, as written. */
  words: z.array(z.string()),
  /** `confirmed` when a person has decided so; null while it is a suggestion. */
  decision: z.enum(['confirmed']).nullable(),
})
export type ThemeRef = z.infer<typeof ThemeRef>

export const SourceShape = z.object({
  id: z.string(),
  title: LocalTextShape,
  publisher: z.string(),
  kind: z.string(),
  date: z.string().nullable(),
  datePrecision: DatePrecision,
  url: z.string().nullable(),
  note: LocalTextShape.nullable(),
})
export type SourceShape = z.infer<typeof SourceShape>

/** A source with the place in it. */
export const CitationShape = z.object({
  source: SourceShape,
  line: z.number().nullable(),
  page: z.number().nullable(),
  url: z.string().nullable(),
})
export type CitationShape = z.infer<typeof CitationShape>

export const MetaShape = z.object({
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.number(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  changeNote: z.string(),
})
export type MetaShape = z.infer<typeof MetaShape>

export const PriorityShape = z.object({
  id: z.string(),
  owner: OwnerRef,
  programmePeriodId: z.string(),
  strategyId: z.string(),
  order: z.number(),
  verbatimLabel: z.string(),
  displayLabel: z.string(),
  language: z.enum(['sv', 'en']),
  translatedLabel: z.string().nullable(),
  isInForce: z.boolean(),
  confirmedOn: z.string().nullable(),
  confirmedByRole: z.string().nullable(),
  themes: z.array(ThemeRef),
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type PriorityShape = z.infer<typeof PriorityShape>

export const StrategyShape = z.object({
  id: z.string(),
  owner: OwnerRef,
  programmePeriodId: z.string(),
  edition: z.string(),
  datePrecision: DatePrecision,
  status: z.enum(['listed', 'adopted', 'currentPage']),
  decidedOn: z.string().nullable(),
  isComplete: z.boolean(),
  isInForce: z.boolean(),
  /** The last day a source or the owner is known to have stated this list. */
  lastStatedOn: z.string(),
  note: LocalTextShape.nullable(),
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type StrategyShape = z.infer<typeof StrategyShape>

export const EditionShape = z.object({ strategy: StrategyShape, priorities: z.array(PriorityShape) })
export type EditionShape = z.infer<typeof EditionShape>

export const LineageLinkShape = z.object({
  predecessorId: z.string().nullable(),
  successorId: z.string().nullable(),
  change: z.enum(lineageChanges),
  basis: z.enum(['suggested', 'confirmed']),
  reason: LocalTextShape,
})
export type LineageLinkShape = z.infer<typeof LineageLinkShape>

/** How one edition became the next. */
export const LineageStepShape = z.object({
  fromStrategyId: z.string(),
  toStrategyId: z.string(),
  links: z.array(LineageLinkShape),
})
export type LineageStepShape = z.infer<typeof LineageStepShape>

export const ClusterShape = z.object({
  id: z.string(),
  name: z.string(),
  region: RegionRef,
  programme: z.string(),
  year: z.number(),
  citation: CitationShape.nullable(),
})
export type ClusterShape = z.infer<typeof ClusterShape>

export const StatementShape = z.object({
  id: z.string(),
  kind: z.enum(['finding', 'wish', 'nextStep']),
  order: z.number(),
  text: LocalTextShape,
  citation: CitationShape.nullable(),
  meta: MetaShape,
})
export type StatementShape = z.infer<typeof StatementShape>

export const PeriodShape = z.object({ id: z.string(), label: z.string(), from: z.string(), to: z.string() })
export type PeriodShape = z.infer<typeof PeriodShape>

export const JointAreaShape = z.object({
  id: z.string(),
  name: LocalTextShape,
  members: z.array(RegionRef),
  note: LocalTextShape.nullable(),
})
export type JointAreaShape = z.infer<typeof JointAreaShape>

/** A region in a list or on the map. */
export const RegionSummaryShape = RegionRef.extend({
  countyName: z.string(),
  regionName: z.string(),
  current: EditionShape.nullable(),
  /** Ids of the themes of the areas in force, most frequent first. */
  themeIds: z.array(z.string()),
  jointAreas: z.array(JointAreaShape.pick({ id: true, name: true })),
})
export type RegionSummaryShape = z.infer<typeof RegionSummaryShape>

/** All of one region: then and now. */
export const RegionShape = RegionSummaryShape.extend({
  nuts1: z.string(),
  nuts2: z.string(),
  nuts2Name: z.string(),
  nuts3: z.string(),
  iso3166: z.string(),
  residenceCity: z.string(),
  municipalityCount: z.number(),
  populations: z.array(z.object({ year: z.number(), persons: z.number() })),
  landAreaKm2: z.number(),
  landNeighbours: z.array(RegionRef),
  waterNeighbours: z.array(RegionRef),
  /** Oldest first. */
  editions: z.array(EditionShape),
  lineage: z.array(LineageStepShape),
  jointEditions: z.array(z.object({ jointArea: JointAreaShape, editions: z.array(EditionShape) })),
  clusters: z.array(ClusterShape),
  sources: z.array(SourceShape),
  meta: MetaShape,
})
export type RegionShape = z.infer<typeof RegionShape>
