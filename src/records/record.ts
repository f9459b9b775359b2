import { z } from 'zod'
import { IsoDate, IsoInstant } from './time.ts'

/** A short text in both languages of Spets. */
export const LocalText = z.object({ sv: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })
export type LocalText = z.infer<typeof LocalText>

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug has small letters a–z, digits and single hyphens.')
  .max(120)
export const RecordId = slug
export const RegionCode = z.string().regex(/^\d{2}$/, 'A region code is two digits, for example 17.')
export type RegionCode = z.infer<typeof RegionCode>

/** Who chose a strategy: one region (its code) or several together (the joint area's id). */
export const Owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('region'), id: RegionCode }),
  z.object({ kind: z.literal('jointArea'), id: slug }),
])
export type Owner = z.infer<typeof Owner>

/** How much of a date is known; the rest of it is only there for sorting. */
export const DatePrecision = z.enum(['day', 'month', 'year', 'unknown'])
export type DatePrecision = z.infer<typeof DatePrecision>

/** One of the 21 regions. The record's id is `code`. */
export const Region = z.object({
  code: RegionCode,
  slug,
  name: z.string().min(1).max(80),
  countyName: z.string().min(1).max(80),
  regionName: z.string().min(1).max(80),
  /** Other ways to write it that people and documents use, in any language. */
  nameVariants: z.array(z.string().min(1).max(80)),
  nuts1: z.string(),
  nuts2: z.string(),
  nuts2Name: z.string(),
  nuts3: z.string(),
  iso3166: z.string(),
  residenceCity: z.string(),
  municipalityCount: z.number().int().positive(),
  populations: z.array(z.object({ year: z.number().int(), persons: z.number().int().positive() })),
  landAreaKm2: z.number().positive(),
  landNeighbours: z.array(RegionCode),
  waterNeighbours: z.array(RegionCode),
})
export type Region = z.infer<typeof Region>

/** Several regions that have chosen areas together. */
export const JointArea = z.object({
  slug,
  name: z.string().min(1).max(80),
  nameEn: z.string().min(1).max(80),
  memberCodes: z.array(RegionCode).min(2),
  note: LocalText.nullable(),
})
export type JointArea = z.infer<typeof JointArea>

/** An EU programme period, half-open `[from, to)`. The record's id is like `2014-2020`. */
export const ProgrammePeriod = z.object({ label: z.string().min(1).max(40), from: IsoDate, to: IsoDate })
export type ProgrammePeriod = z.infer<typeof ProgrammePeriod>

/** A document or page that statements rest on. */
export const Source = z.object({
  title: LocalText,
  publisher: z.string().min(1).max(200),
  kind: z.enum(['deck', 'webPage', 'strategyDocument', 'newsItem', 'dataset']),
  date: IsoDate.nullable(),
  datePrecision: DatePrecision,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  note: LocalText.nullable(),
})
export type Source = z.infer<typeof Source>

/** One edition of what a region (or joint area) has chosen: a dated list of priority areas. */
export const Strategy = z.object({
  owner: Owner,
  programmePeriodId: slug,
  /** Names the edition among the owner's: its date as far as known, e.g. `2018-01-31` or `2020`. */
  edition: z.string().min(1).max(40),
  datePrecision: DatePrecision,
  status: z.enum(['listed', 'adopted', 'currentPage']),
  decidedOn: IsoDate.nullable(),
  /** False when the source shows only part of the list: what is absent is then unknown, not dropped. */
  isComplete: z.boolean(),
  note: LocalText.nullable(),
})
export type Strategy = z.infer<typeof Strategy>

/** A field that an owner has chosen to build on, as stated in one edition of its strategy. */
export const PriorityArea = z.object({
  owner: Owner,
  strategyId: slug,
  programmePeriodId: slug,
  /** Place in the list, from 1. */
  order: z.number().int().positive(),
  /** The source's own spelling, never mended. */
  verbatimLabel: z.string().min(1).max(300),
  /** What is shown: the verbatim label, or its corrected form. */
  displayLabel: z.string().min(1).max(300),
  language: z.enum(['sv', 'en']),
  /** Our translation into the other language, for readers; not the owner's words. */
  translatedLabel: z.string().min(1).max(300).nullable(),
  description: LocalText.nullable(),
  confirmedOn: IsoDate.nullable(),
  /** The role, never the name, of who confirmed. */
  confirmedByRole: z.string().min(1).max(120).nullable(),
})
export type PriorityArea = z.infer<typeof PriorityArea>

/** What was heard in dialogues, asked of the national level, or announced as a next step. */
export const Statement = z.object({
  order: z.number().int().positive(),
  text: LocalText,
  /** SHA-256 (hex) of the source's own sentence, folded by `fingerprintOf`: it is recognised without being copied. */
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Statement = z.infer<typeof Statement>

export const Cluster = z.object({
  name: z.string().min(1).max(120),
  regionCode: RegionCode,
  programme: z.string().min(1).max(120),
  year: z.number().int(),
  /** The themes it works with; absent where all that is known is its name. */
  themeIds: z.array(slug).min(1).optional(),
})
export type Cluster = z.infer<typeof Cluster>

export const lineageChanges = ['unchanged', 'renamed', 'split', 'merged', 'dropped', 'new'] as const
export type LineageChange = (typeof lineageChanges)[number]
/** Those that tell of two areas; `dropped` and `new` tell of one. */
export const pairChanges = ['unchanged', 'renamed', 'split', 'merged'] as const satisfies readonly LineageChange[]

export const verdicts = ['confirmed', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

/** A person's decision on how two priority areas of successive lists hang together. It overrides the suggestion for that pair. */
export const LineageDecision = z.object({
  predecessorId: slug.nullable(),
  successorId: slug.nullable(),
  change: z.enum(lineageChanges),
  /** `rejected` says that the two do not hang together. */
  verdict: z.enum(verdicts),
})
export type LineageDecision = z.infer<typeof LineageDecision>

/** The sides from which a priority area is coded: its themes and narrower concepts, what kind of choice it is, SNI 2007, FORD. */
export const codingAspects = ['theme', 'concept', 'kind', 'industry', 'scienceField'] as const
export type CodingAspect = (typeof codingAspects)[number]

/** A person's decision on one code of a priority area. It overrides the suggestion for that code. */
export const CodingDecision = z.union([
  z.object({
    priorityAreaId: slug,
    aspect: z.enum(codingAspects),
    /** The theme's or concept's id, the kind's name, an SNI code without dots, or a FORD code such as 2.11. */
    code: z
      .string()
      .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'A code has small letters a–z, digits, single hyphens and dots.')
      .max(120),
    /** `rejected` says that the area is not about it, whatever its words look like. */
    verdict: z.enum(verdicts),
  }),
  /** The first form, when only themes could be decided on. Still read; no longer written. */
  z.object({ priorityAreaId: slug, themeId: slug, verdict: z.enum(verdicts) }),
])
export type CodingDecision = z.infer<typeof CodingDecision>

/** Every kind of record, with the schema of its body. */
export const bodySchemas = {
  region: Region,
  jointArea: JointArea,
  programmePeriod: ProgrammePeriod,
  source: Source,
  strategy: Strategy,
  priorityArea: PriorityArea,
  finding: Statement,
  wish: Statement,
  nextStep: Statement,
  cluster: Cluster,
  lineage: LineageDecision,
  coding: CodingDecision,
} as const

export type RecordKind = keyof typeof bodySchemas
export const recordKinds = Object.keys(bodySchemas) as RecordKind[]
export type BodyOf<K extends RecordKind> = z.infer<(typeof bodySchemas)[K]>

export const versionStates = ['draft', 'proposed', 'published', 'returned', 'rejected', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

/** Where in which source a statement stands. */
export const SourceRef = z.object({
  sourceId: slug,
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
})
export type SourceRef = z.infer<typeof SourceRef>

/** What a writer says of one version; the store adds its number, its place in the sequence and (unless loading) the time. */
export type NewVersion<K extends RecordKind = RecordKind> = {
  [Kind in K]: {
    kind: Kind
    recordId: string
    /** First day it holds. */
    validFrom: IsoDate
    /** First day it no longer holds; null = open. */
    validTo: IsoDate | null
    recordedBy: string
    changeNote: string
    state: VersionState
    source: SourceRef | null
    body: BodyOf<Kind>
  }
}[K]

/** One appended, never overwritten version of a record. */
export type RecordVersion<K extends RecordKind = RecordKind> = NewVersion<K> & {
  /** 1, 2, 3 … within the record. */
  version: number
  /** Place in the order of all writes to this registry, from 1. */
  sequence: number
  recordedAt: IsoInstant
  /** `contentHashOf` everything but the sequence: guards against damage, and makes up the snapshot's id. */
  contentHash: string
}
