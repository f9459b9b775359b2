import { z } from 'zod'
import { MeasuredSubjectShape } from './evidence-inputs.ts'
import { areasKnownValues } from '../snapshot/areas-known.ts'
import { LocalTextShape, OwnerRef, RegionRef } from './shapes.ts'

/*
 * What the evidence pages, charts and the API show. Every number is as computed, not rounded; null is missing, never 0.
 * Shares are 0–1. A quotient (location quotient) is the region's share over the nation's: 1 is as in the nation.
 */

/** Where figures come from, for the line below a figure. */
export const EvidenceSourceShape = z.object({
  /** The table's name over its vintages, such as `occupations-by-county`: `/api/v1/statistics/{table}`. */
  table: z.string(),
  /** SHA-256 of the cube: names the vintage exactly. */
  cubeId: z.string(),
  title: LocalTextShape,
  counted: LocalTextShape,
  unit: LocalTextShape,
  /** "Källa: SCB". */
  attribution: LocalTextShape,
  publisher: z.string(),
  publisherTable: z.string(),
  licence: z.string(),
  /** The day the figures were fetched. */
  vintage: z.string(),
  /** The source's record in the registry; null when there is none. */
  sourceId: z.string().nullable(),
  /** The years of the figures shown: the first one and the last one. */
  firstYear: z.string(),
  year: z.string(),
  level: z.string(),
  /** From which years something else is counted: compare shares and quotients across these, not numbers. */
  breaks: z.array(z.object({ from: z.string(), note: LocalTextShape })),
  caveats: z.array(LocalTextShape),
})
export type EvidenceSourceShape = z.infer<typeof EvidenceSourceShape>

const number = z.number().nullable()

/** A region's figure for a set of occupations in one year, or that of several regions together. */
export const EvidenceFigureShape = z.object({
  year: z.string(),
  /** Employees in the set. */
  count: number,
  share: number,
  nationShare: number,
  quotient: number,
  /** The 95 % interval of the quotient; null for years between the first and the last. */
  lower: number,
  upper: number,
  /** What the count would be with the nation's share. */
  expected: number,
})
export type EvidenceFigureShape = z.infer<typeof EvidenceFigureShape>

/** Growth between two years without a break between them, with the three parts that sum to `change` (shift-share). */
export const EvidenceGrowthShape = z.object({
  from: z.string(),
  to: z.string(),
  start: number,
  end: number,
  change: number,
  national: number,
  industryMix: number,
  regionalShift: number,
  /** Shares of the start: of the set here, of the set in the nation, of all work in the nation. */
  ownGrowth: number,
  setGrowth: number,
  allGrowth: number,
})

/**
 * `backed`: the whole interval of the quotient is above 1. `asNation`: the interval has 1 in it. `notBacked`: the whole
 * interval is below 1.
 */
export const verdicts = ['backed', 'asNation', 'notBacked'] as const

/**
 * Why there is no figure. `process`, `challenge`: the area is a way of working, or a challenge to society; `intersection`: it
 * joins fields that are measured one by one in `parts`; `noOccupation`: no occupation speaks for it; `notCoded`: what it is about is not
 * known; `tooFew`: too few employees; `noData`: the table does not have the region, or none is loaded.
 */
export const notMeasurable = ['process', 'challenge', 'intersection', 'noOccupation', 'notCoded', 'tooFew', 'noData'] as const

export const EvidenceReasonShape = z.object({ code: z.enum(notMeasurable), words: LocalTextShape })
export type EvidenceReasonShape = z.infer<typeof EvidenceReasonShape>

/** A field measured by a set of occupations: the region, the nation, every other region, then and now. */
export const EvidenceMeasureShape = z.object({
  /** What is measured, such as "Skogsbruk; Sågverk och trävaror". */
  label: LocalTextShape,
  /** The themes and concepts that the occupations come from, with how sure it is that the area is about them (0–1). */
  subjects: z.array(MeasuredSubjectShape),
  /** The occupations counted (SSYK 2012), most employees in the region first. */
  occupations: z.array(
    z.object({ code: z.string(), label: LocalTextShape, count: number, nationCount: number, quotient: number }),
  ),
  /** The last year; null when the region has no data or too few employees (see `reason`). */
  latest: EvidenceFigureShape.nullable(),
  first: EvidenceFigureShape.nullable(),
  /** Every year, oldest first, for a line with the nation behind it. */
  series: z.array(EvidenceFigureShape),
  growth: z.array(EvidenceGrowthShape),
  /** How much of what is related to the set the region has, 0–1, and the mean of all regions. */
  density: z.object({ own: number, mean: number }).nullable(),
  /** Every region, from north to south: the strip of dots. */
  regions: z.array(
    z.object({
      region: RegionRef,
      count: number,
      quotient: number,
      lower: number,
      upper: number,
      firstQuotient: number,
      /** Whether the region's own current list is known. */
      areasKnown: z.enum(areasKnownValues),
      /** The areas of that list in one of the fields measured; empty where it has none, or is not known. */
      areas: z.array(z.object({ id: z.string(), label: LocalTextShape })),
    }),
  ),
  verdict: z.enum(verdicts).nullable(),
  reason: EvidenceReasonShape.nullable(),
  /** One sentence that can be quoted, with year and source. */
  sentence: LocalTextShape,
})
export type EvidenceMeasureShape = z.infer<typeof EvidenceMeasureShape>

/** What the figures say about one priority area. */
export const AreaEvidenceShape = z.object({
  priorityId: z.string(),
  /** The owner's own words, and our translation of them. */
  label: LocalTextShape,
  owner: OwnerRef,
  /** The region that has chosen it, or those that have chosen it together and are measured as their sum. */
  regionCodes: z.array(z.string()),
  status: z.enum(['measured', 'notMeasurable']),
  /** `whole`: it has a figure of its own; `byField`: its fields have, each in `parts`; null when nothing of it is measured. */
  measuredAs: z.enum(['whole', 'byField']).nullable(),
  /** Null when measured. */
  reason: EvidenceReasonShape.nullable(),
  /** Null when not measurable. */
  verdict: z.enum(verdicts).nullable(),
  /** One sentence that can be quoted; of an area that cannot be measured, why. */
  sentence: LocalTextShape,
  /** The area measured as one; null when it is not measurable. */
  measure: EvidenceMeasureShape.nullable(),
  /** The fields of an intersection, each by itself; of an area that is too small, its field; otherwise empty. */
  parts: z.array(EvidenceMeasureShape),
  /** What our description of the area mentions beside that, each field by itself: a second reading, not the owner's words. */
  described: z.array(EvidenceMeasureShape),
  /** How the figures are made, in plain words. */
  method: LocalTextShape,
  source: EvidenceSourceShape.nullable(),
})
export type AreaEvidenceShape = z.infer<typeof AreaEvidenceShape>

/** An occupation that a region is specialised in. */
export const EvidenceStrengthShape = z.object({
  code: z.string(),
  label: LocalTextShape,
  count: z.number(),
  quotient: z.number(),
  lower: z.number(),
  upper: z.number(),
  firstQuotient: number,
  /** The year that alone makes more than half of the change since the first one, which may be a changed coding; null where none does. */
  jumpYear: z.string().nullable(),
  /** Whether it tells regions apart: not spread as all work is, and not managers. */
  isDistinctive: z.boolean(),
  /** The areas in the region's current list, parts too, that it speaks for. */
  areaIds: z.array(z.string()),
  /** Areas that the region has chosen together with others and that it speaks for. */
  jointAreaIds: z.array(z.string()),
  /** Areas in the current list whose names do not show it, while our descriptions of them mention what it speaks for. */
  mentionedByIds: z.array(z.string()),
})
export type EvidenceStrengthShape = z.infer<typeof EvidenceStrengthShape>

/** An occupation that a region is not specialised in, as a possible next step. */
export const EvidenceStepShape = z.object({
  code: z.string(),
  label: LocalTextShape,
  /** Relatedness density, 0–1: how much of what is related to it the region has. */
  density: z.number(),
  /** The share of occupations that are less complex, 0–1 (by the economic complexity of the occupation). */
  complexity: z.number(),
  /** 1 for the most complex of `ranked`. */
  complexityRank: z.number(),
  quadrant: z.enum(['low-risk-high-benefit', 'high-risk-high-benefit', 'low-risk-low-benefit', 'high-risk-low-benefit']),
  /** The mean of the two, each as deviations from the mean of the region’s own options. */
  score: z.number(),
  count: number,
  nationCount: z.number(),
  /** The themes and concepts that it speaks for. */
  subjects: z.array(LocalTextShape),
  /** What the region is specialised in that is most related to it (0–1): why it is near. */
  relatedTo: z.array(z.object({ code: z.string(), label: LocalTextShape, proximity: z.number() })),
})
export type EvidenceStepShape = z.infer<typeof EvidenceStepShape>

/**
 * How an occupation is marked in a region's map. `chosen`: a strength that an area is about, by its name or our description; `open`: a strength
 * that none is about, or of which that is not known; `step`: a possible next step near what the region has; `other`: none of these.
 */
export const spaceMarks = ['chosen', 'open', 'step', 'other'] as const

/** The map of occupations that tell regions apart, with a region's own marked. The same places for every region and year. */
export const EvidenceSpaceShape = z.object({
  nodes: z.array(
    z.object({
      code: z.string(),
      label: LocalTextShape,
      /** Places from 0 to 1, the longer side of the map filling the range. */
      x: z.number(),
      y: z.number(),
      mark: z.enum(spaceMarks),
      count: number,
      quotient: number,
    }),
  ),
  /** Ties between occupations that the same regions tend to be specialised in (proximity 0–1), the nearest first. */
  edges: z.array(z.object({ source: z.string(), target: z.string(), proximity: z.number() })),
})
export type EvidenceSpaceShape = z.infer<typeof EvidenceSpaceShape>

/** By which rule strengths and backing are told, and what else can be asked for. */
export const EvidenceChoiceShape = z.object({
  /** The last year of the figures. */
  year: z.string(),
  threshold: z.number(),
  /** Whether the lower end of the interval must be above the threshold, or the quotient itself. */
  basis: z.enum(['interval', 'quotient']),
  years: z.array(z.string()),
  thresholds: z.array(z.number()),
})
export type EvidenceChoiceShape = z.infer<typeof EvidenceChoiceShape>

/** One number of the region beside the evidence, such as gross regional product. */
export const EvidenceContextShape = z.object({
  label: LocalTextShape,
  unit: LocalTextShape,
  /** Year by year; null where missing. */
  series: z.array(z.object({ year: z.string(), value: number, nation: number })),
  source: EvidenceSourceShape,
})
export type EvidenceContextShape = z.infer<typeof EvidenceContextShape>

/** What the figures say about a region and its choices. */
export const RegionEvidenceShape = z.object({
  region: RegionRef,
  /** False when the table does not have the region, or none is loaded; all else is then empty. */
  hasData: z.boolean(),
  /** All employees of the region in the last year; null where it is missing. */
  employees: number,
  /** Null when there are no figures. */
  choice: EvidenceChoiceShape.nullable(),
  /** The areas of its current list, in their order. */
  areas: z.array(AreaEvidenceShape),
  /** `unknown`: no list is known, or nobody has read its areas; nothing is then said of what was chosen or left out. */
  /** As of a list; `partly` where areas are known and the source shows only part of the list. */
  areasKnown: z.enum([...areasKnownValues, 'partly']),
  /** Strengths of which it is not known whether an area is about them, because `areasKnown` is `unknown` or `partly`; otherwise empty. */
  unsettled: z.array(EvidenceStrengthShape),
  /** Strengths that no area is about: none of its current list or shared with others, nor by our descriptions; the surest first. */
  notChosen: z.array(EvidenceStrengthShape),
  /** Strengths that an area speaks for by its name: one of its current list, a part of one, or one shared with others. */
  chosen: z.array(EvidenceStrengthShape),
  /** Strengths that only our description of an area mentions. */
  mentioned: z.array(EvidenceStrengthShape),
  /** The names of every area that a strength belongs to, parts and those shared with others too. */
  areaNames: z.array(z.object({ id: z.string(), label: LocalTextShape })),
  /** Areas that are measured and not above the threshold by the rule of `choice`, by id. */
  withoutBacking: z.array(z.string()),
  /** Strengths now that were below 1 in the first year, and the other way round: who grew into what. */
  grewInto: z.array(EvidenceStrengthShape),
  grewOutOf: z.array(EvidenceStrengthShape),
  nextSteps: z
    .object({
      steps: z.array(EvidenceStepShape),
      /** The lines between the quadrants: the means over the region's own options. */
      splits: z.object({ density: z.number(), complexity: z.number() }),
      ranked: z.number(),
    })
    .nullable(),
  /** Null when there are no figures. */
  space: EvidenceSpaceShape.nullable(),
  /** Every other region by how alike its structure of occupations is, nearest first (Jensen–Shannon distance, 0–1). */
  peers: z.array(
    z.object({
      region: RegionRef,
      distance: z.number(),
      /** What both have more of than the nation, and where they differ most: shares 0–1. */
      alike: z.array(z.object({ code: z.string(), label: LocalTextShape, share: z.number(), peerShare: z.number() })),
      apart: z.array(z.object({ code: z.string(), label: LocalTextShape, share: z.number(), peerShare: z.number() })),
    }),
  ),
  /** Gross regional product, education, research and broad branches. */
  context: z.array(EvidenceContextShape),
  /** The limits used: fewest employees in a strength, and in a next step in the nation. */
  limits: z.object({
    fewestInStrength: z.number(),
    fewestInNation: z.number(),
    fewestInArea: z.number(),
    fewestInStep: z.number(),
  }),
  /** The finding in a sentence or two. */
  sentence: LocalTextShape,
  method: LocalTextShape,
  source: EvidenceSourceShape.nullable(),
})
export type RegionEvidenceShape = z.infer<typeof RegionEvidenceShape>
