import { z } from 'zod'
import { EvidenceSourceShape } from './evidence-shapes.ts'
import { LocalTextShape, RegionRef } from './shapes.ts'

const number = z.number().nullable()
const AreaRef = z.object({ id: z.string(), label: LocalTextShape, from: z.string() })

/** One of a region's largest specialisations before the deck: what became of it in the lists, and how it stands now. */
export const SpecialisationInsightShape = z.object({
  code: z.string(),
  label: LocalTextShape,
  /** In the year before the deck. */
  count: z.number(),
  quotient: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Areas of the list of the deck's day that it speaks for, those chosen with others counted; empty when nobody chose it. */
  chosenThen: z.array(AreaRef),
  /** Areas of later lists that it speaks for. */
  takenUp: z.array(AreaRef),
  /** Areas of later lists that do not name it, while our descriptions of them mention it. */
  mentionedBy: z.array(AreaRef),
  /** The last year; null where it is missing. */
  latest: z.object({ count: number, quotient: number, lower: number, upper: number }).nullable(),
  /** Year by year; null where missing. */
  series: z.array(z.object({ year: z.string(), quotient: number })),
})
export type SpecialisationInsightShape = z.infer<typeof SpecialisationInsightShape>

export const RegionInsightShape = z.object({
  region: RegionRef,
  /** False where no list is known for the day of the deck: nothing can then be said of what was chosen. */
  hasDeckList: z.boolean(),
  /** True where a later list is known to exist that nobody has read, or only a part of: what it took up is then not all known. */
  hasUnreadList: z.boolean(),
  /** The largest first: those whose interval is highest. */
  specialisations: z.array(SpecialisationInsightShape),
})
export type RegionInsightShape = z.infer<typeof RegionInsightShape>

/** What the lists of the deck left out, for every region from north to south. */
export const InsightsShape = z.object({
  deckDay: z.string(),
  /** The year of figures before the deck. */
  year: z.string(),
  /** How many of each region's specialisations are looked at. */
  largest: z.number(),
  regions: z.array(RegionInsightShape),
  totals: z.object({
    /** Regions with a list on the deck's day. */
    regions: z.number(),
    specialisations: z.number(),
    withoutArea: z.number(),
    /** Of those without an area: measured in an area of a later list, beyond doubt above the nation's share now, larger quotient now. */
    takenUp: z.number(),
    /** Of those without an area: not known whether a later list took them up, because it has not been read. */
    unknown: z.number(),
    stillStrong: z.number(),
    grown: z.number(),
  }),
  sentence: LocalTextShape,
  source: EvidenceSourceShape.nullable(),
})
export type InsightsShape = z.infer<typeof InsightsShape>
