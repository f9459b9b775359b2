import { z } from 'zod'
import { PresetRow } from '../agency/preset-row.ts'
import { Contact } from '../../records/contact.ts'
import { pairChanges } from '../../records/lineage-decision.ts'
import { lineageReviewers } from '../../records/lineage-review.ts'
import { areaRoles, areaTypes } from '../../records/priority-area.ts'
import { DatePrecision, RecordId, RegionCode, WebAddress } from '../../records/shared-fields.ts'
import { Source } from '../../records/source.ts'
import { Strategy } from '../../records/strategy.ts'
import { IsoDate } from '../../records/time.ts'
import { ActivityKeyRow, StatisticsTableRow } from './statistics-rows.ts'
import { FittedWeightRow, GoalRow, KindSignRow, ObjectiveRow, ThemeCodesRow } from './code-rows.ts'
import { ConceptRow, IndustryRow, LocalityRow, MunicipalityRow, ScienceFieldRow, ThemeRow } from './thesaurus-rows.ts'

const text = z.string().min(1, 'The cell must not be empty.')
const optionalText = z.string().transform((cell) => (cell === '' ? null : cell))
const number = z.string().regex(/^[1-9]\d*$/, 'A whole number from 1 is written with digits alone.').transform(Number)
const optionalNumber = optionalText.pipe(number.nullable())
const optionalDate = optionalText.pipe(IsoDate.nullable())
const yesNo = z.enum(['true', 'false']).transform((cell) => cell === 'true')
const listOf = (separator: string, item: z.ZodString) =>
  z.string().transform((cell) => (cell === '' ? [] : cell.split(separator))).pipe(z.array(item))

const note = { note_sv: optionalText, note_en: optionalText }
const hasBothNotes = (row: { note_sv: string | null; note_en: string | null }): boolean => (row.note_sv === null) === (row.note_en === null)
const bothNotes = { path: ['note_en'], error: 'Write the note in both languages, or in neither.' }

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'A fingerprint is 64 digits 0–9, a–f, made by fingerprintOf.')

const SourceRow = z
  .object({
    id: RecordId,
    title_sv: text,
    title_en: text,
    publisher: text,
    kind: Source.shape.kind,
    date: optionalDate,
    date_precision: DatePrecision,
    url: optionalText.pipe(Source.shape.url),
    ...note,
    fingerprint: optionalText.pipe(fingerprint.nullable()),
  })
  .refine(hasBothNotes, bothNotes)
  .refine((row) => (row.date === null) === (row.date_precision === 'unknown'), {
    path: ['date_precision'],
    error: 'An empty date has the precision unknown, and a date has day, month or year.',
  })

const RegionRow = z.object({
  code: RegionCode,
  slug: RecordId,
  name: text,
  county_name: text,
  region_name: text,
  name_variants: listOf('|', text),
  nuts1: text,
  nuts2: text,
  nuts2_name: text,
  nuts3: text,
  iso_3166_2: text,
  residence_city: text,
  municipalities: number,
  population_2017: number,
  population_2021: number,
  land_area_km2: number,
  neighbours_by_land: listOf(' ', RegionCode),
  neighbours_across_lake_only: listOf(' ', RegionCode),
  valid_from: IsoDate,
  source: RecordId,
})

const JointAreaRow = z
  .object({ id: RecordId, name: text, name_en: text, members: listOf(' ', RegionCode), valid_from: IsoDate, source: RecordId, ...note })
  .refine(hasBothNotes, bothNotes)

const ProgrammePeriodRow = z.object({ id: RecordId, label: text, from: IsoDate, to: IsoDate, source: RecordId })

const StrategyRow = z
  .object({
    id: RecordId,
    owner_kind: z.enum(['region', 'jointArea']),
    owner_id: RecordId,
    programme_period: RecordId,
    edition: text,
    date_precision: DatePrecision,
    status: Strategy.shape.status,
    decided_on: optionalDate,
    complete: yesNo,
    valid_from: IsoDate,
    source: RecordId,
    note_source: optionalText.pipe(RecordId.nullable()),
    ...note,
  })
  .refine(hasBothNotes, bothNotes)

const PriorityAreaRow = z.object({
  id: RecordId,
  strategy: RecordId,
  order: number,
  verbatim_label: text,
  display_label: optionalText,
  language: z.enum(['sv', 'en']),
  translated_label: optionalText,
  source: RecordId,
  line: optionalNumber,
})

const StatementRow = z.object({
  id: RecordId,
  order: number,
  text_sv: text,
  text_en: text,
  fingerprint,
  source: RecordId,
  line: number,
  keywords: listOf('|', text),
  near_fingerprints: listOf('|', z.string().regex(/^[0-9a-f]{16}$/, 'Near fingerprints have 16 digits, made by nearFingerprintsOf.')),
})

const address = optionalText.pipe(WebAddress.nullable())

const ClusterRow = z
  .object({
    id: RecordId,
    name: text,
    region_code: RegionCode,
    programme: text,
    year: number,
    themes: listOf('|', RecordId),
    valid_from: IsoDate,
    source: RecordId,
    url: address,
    status: z.enum(['active', 'renamed', 'merged', 'unknown']),
    status_year: optionalNumber,
    became_sv: optionalText,
    became_en: optionalText,
    status_source: optionalText.pipe(RecordId.nullable()),
  })
  .refine((row) => (row.became_sv === null) === (row.became_en === null), {
    path: ['became_en'],
    error: 'Write what became of it in both languages, or in neither.',
  })
  .refine((row) => row.status === 'unknown' || row.status_source !== null, {
    path: ['status_source'],
    error: 'Name the source that says so, or write unknown.',
  })

const roles = { '': null, strength: 'strength', development: 'development', 'cross-cutting': 'crossCutting' } as const
const DescriptionRow = z.object({
  priority_area: RecordId,
  description_sv: text,
  description_en: text,
  parent: optionalText.pipe(RecordId.nullable()),
  type: z.string().transform((cell) => cell.split('|').filter(Boolean)).pipe(z.array(z.enum(areaTypes))),
  role: z.enum(['', 'strength', 'development', 'cross-cutting']).transform((cell): (typeof areaRoles)[number] | null => roles[cell]),
  fields: listOf('|', RecordId),
  sdg: z.string().transform((cell) => cell.split('|').filter(Boolean).map(Number)).pipe(z.array(z.number().int().min(1).max(17))),
  source: RecordId,
  basis: z.enum(['strategy', 'page', 'label']),
  confidence: z.enum(['high', 'medium', 'low']),
})

const ContactRow = z.object({
  id: RecordId,
  strategy: RecordId,
  priority_area: optionalText.pipe(RecordId.nullable()),
  kind: Contact.shape.use,
  role_sv: text,
  role_en: text,
  organisation: text,
  url: address,
  source: RecordId,
  confidence: z.enum(['high', 'medium', 'low']),
})

/** What both files of reviewed lineage say of two areas of one owner, after what is claimed. */
const review = {
  reason_sv: text,
  reason_en: text,
  confidence: z.enum(['high', 'medium', 'low']),
  source: RecordId,
  reviewer: z.enum(lineageReviewers),
}
const pair = { older_area: RecordId, newer_area: RecordId }
const LineageProposalRow = z.object({ ...pair, change: z.enum(pairChanges), ...review })
const LineageNotRow = z.object({ ...pair, ...review })

/** The shipped files and the schema of their rows; a row's keys are the file's columns, in their order. */
export const factFiles = {
  sources: { file: 'sources.tsv', row: SourceRow, key: 'id' },
  regions: { file: 'regions.tsv', row: RegionRow, key: 'code' },
  jointAreas: { file: 'joint-areas.tsv', row: JointAreaRow, key: 'id' },
  programmePeriods: { file: 'programme-periods.tsv', row: ProgrammePeriodRow, key: 'id' },
  strategies: { file: 'strategies.tsv', row: StrategyRow, key: 'id' },
  priorityAreas: { file: 'priority-areas.tsv', row: PriorityAreaRow, key: 'id' },
  findings: { file: 'findings.tsv', row: StatementRow, key: 'id' },
  wishes: { file: 'wishes.tsv', row: StatementRow, key: 'id' },
  nextSteps: { file: 'next-steps.tsv', row: StatementRow, key: 'id' },
  clusters: { file: 'clusters.tsv', row: ClusterRow, key: 'id' },
  descriptions: { file: 'area-descriptions.tsv', row: DescriptionRow, key: 'priority_area' },
  contacts: { file: 'contacts.tsv', row: ContactRow, key: 'id' },
  lineageProposals: { file: 'lineage-proposals.tsv', row: LineageProposalRow, key: 'older_area' },
  lineageNot: { file: 'lineage-not.tsv', row: LineageNotRow, key: 'older_area' },
  themes: { file: 'themes.tsv', row: ThemeRow, key: 'id' },
  concepts: { file: 'concepts/', row: ConceptRow, key: 'id' },
  industries: { file: 'sni-2007.tsv', row: IndustryRow, key: 'code' },
  scienceFields: { file: 'ford-2015.tsv', row: ScienceFieldRow, key: 'code' },
  themeCodes: { file: 'theme-codes.tsv', row: ThemeCodesRow, key: 'theme' },
  kindSigns: { file: 'kind-signs.tsv', row: KindSignRow, key: 'id' },
  objectives: { file: 'policy-objectives.tsv', row: ObjectiveRow, key: 'code' },
  goals: { file: 'agenda-2030.tsv', row: GoalRow, key: 'code' },
  weights: { file: 'fitted-weights.tsv', row: FittedWeightRow, key: 'id' },
  municipalities: { file: 'municipalities.tsv', row: MunicipalityRow, key: 'code' },
  localities: { file: 'localities.tsv', row: LocalityRow, key: 'name' },
  statisticsTables: { file: 'statistics/tables.tsv', row: StatisticsTableRow, key: 'id' },
  statisticsPresets: { file: 'statistics/presets.tsv', row: PresetRow, key: 'id' },
  activityKeys: { file: 'statistics/activity-keys.tsv', row: ActivityKeyRow, key: 'subject' },
} as const

export type FactName = keyof typeof factFiles
export const factNames = Object.keys(factFiles) as FactName[]

/** All shipped facts, in the order of the files. */
export type Facts = { [Name in FactName]: z.infer<(typeof factFiles)[Name]['row']>[] }
export type StrategyRow = Facts['strategies'][number]
export type PriorityAreaRow = Facts['priorityAreas'][number]
export type StatementRow = Facts['findings'][number]
export type DescriptionRow = Facts['descriptions'][number]
