import { z } from 'zod'
import { PresetRow } from '../agency/preset-row.ts'
import { Cluster, ClusterStatus } from '../../records/cluster.ts'
import { Contact } from '../../records/contact.ts'
import { JointArea } from '../../records/joint-area.ts'
import { pairChanges } from '../../records/lineage-decision.ts'
import { lineageReviewers } from '../../records/lineage-review.ts'
import { areaRoles, areaTypes, DescriptionBasis, PriorityArea } from '../../records/priority-area.ts'
import { ProgrammePeriod } from '../../records/programme-period.ts'
import { Region } from '../../records/region.ts'
import { LocalText, RecordId, RegionCode } from '../../records/shared-fields.ts'
import { Source } from '../../records/source.ts'
import { Statement } from '../../records/statement.ts'
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
/** A cell that becomes a field of a record is checked by the field's own schema, so that a fault is told with its line and column. */
const cell = <Field extends z.ZodType<unknown, string>>(field: Field) => text.pipe(field)
const optionalCell = <Field extends z.ZodType<unknown, string | null>>(field: Field) => optionalText.pipe(field)
const numberCell = <Field extends z.ZodType<unknown, number>>(field: Field) => number.pipe(field)
/** A text in one language of a field in both. */
const [sv, en] = [cell(LocalText.shape.sv), cell(LocalText.shape.en)]
const [optionalSv, optionalEn] = [optionalCell(LocalText.shape.sv.nullable()), optionalCell(LocalText.shape.en.nullable())]
const yesNo = z.enum(['true', 'false']).transform((cell) => cell === 'true')
const listOf = (separator: string, item: z.ZodString) =>
  z.string().transform((cell) => (cell === '' ? [] : cell.split(separator))).pipe(z.array(item))

const note = { note_sv: optionalSv, note_en: optionalEn }
const hasBothNotes = (row: { note_sv: string | null; note_en: string | null }): boolean => (row.note_sv === null) === (row.note_en === null)
const bothNotes = { path: ['note_en'], error: 'Write the note in both languages, or in neither.' }

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'A fingerprint is 64 digits 0–9, a–f, made by fingerprintOf.')

const SourceRow = z
  .object({
    id: RecordId,
    title_sv: sv,
    title_en: en,
    publisher: cell(Source.shape.publisher),
    kind: Source.shape.kind,
    date: optionalDate,
    date_precision: Source.shape.datePrecision,
    url: optionalCell(Source.shape.url),
    ...note,
    fingerprint: optionalText.pipe(fingerprint.nullable()),
  })
  .refine(hasBothNotes, bothNotes)
  .refine((row) => (row.date === null) === (row.date_precision === 'unknown'), {
    path: ['date_precision'],
    error: 'An empty date has the precision unknown, and a date has day, month or year.',
  })

const RegionRow = z.object({
  code: Region.shape.code,
  slug: Region.shape.slug,
  name: cell(Region.shape.name),
  county_name: cell(Region.shape.countyName),
  region_name: cell(Region.shape.regionName),
  name_variants: listOf('|', Region.shape.nameVariants.element),
  nuts1: cell(Region.shape.nuts1),
  nuts2: cell(Region.shape.nuts2),
  nuts2_name: cell(Region.shape.nuts2Name),
  nuts3: cell(Region.shape.nuts3),
  iso_3166_2: cell(Region.shape.iso3166),
  residence_city: cell(Region.shape.residenceCity),
  municipalities: numberCell(Region.shape.municipalityCount),
  population_2017: number,
  population_2021: number,
  land_area_km2: numberCell(Region.shape.landAreaKm2),
  neighbours_by_land: listOf(' ', RegionCode),
  neighbours_across_lake_only: listOf(' ', RegionCode),
  valid_from: IsoDate,
  source: RecordId,
})

const JointAreaRow = z
  .object({ id: RecordId, name: cell(JointArea.shape.name), name_en: cell(JointArea.shape.nameEn), members: listOf(' ', RegionCode), valid_from: IsoDate, source: RecordId, ...note })
  .refine(hasBothNotes, bothNotes)

const ProgrammePeriodRow = z.object({ id: RecordId, label: cell(ProgrammePeriod.shape.label), from: IsoDate, to: IsoDate, source: RecordId, known_from: optionalDate })

const StrategyRow = z
  .object({
    id: RecordId,
    owner_kind: z.enum(['region', 'jointArea']),
    owner_id: RecordId,
    programme_period: RecordId,
    edition: cell(Strategy.shape.edition),
    date_precision: Strategy.shape.datePrecision,
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
  order: numberCell(PriorityArea.shape.order),
  verbatim_label: cell(PriorityArea.shape.verbatimLabel),
  display_label: optionalCell(PriorityArea.shape.displayLabel.nullable()),
  language: PriorityArea.shape.language,
  translated_label: optionalCell(PriorityArea.shape.translatedLabel),
  source: RecordId,
  line: optionalNumber,
})

const StatementRow = z.object({
  id: RecordId,
  order: numberCell(Statement.shape.order),
  text_sv: sv,
  text_en: en,
  fingerprint,
  source: RecordId,
  line: number,
  keywords: listOf('|', Statement.shape.keywords.unwrap().element),
  near_fingerprints: listOf('|', z.string().regex(/^[0-9a-f]{16}$/, 'Near fingerprints have 16 digits, made by nearFingerprintsOf.')),
})

const WishRow = StatementRow.extend({ heading_sv: sv, heading_en: en })

const ClusterRow = z
  .object({
    id: RecordId,
    name: cell(Cluster.shape.name),
    region_code: Cluster.shape.regionCode,
    programme: cell(Cluster.shape.programme),
    year: numberCell(Cluster.shape.year),
    themes: listOf('|', RecordId),
    valid_from: IsoDate,
    source: RecordId,
    url: optionalCell(Cluster.shape.url.unwrap().nullable()),
    status: ClusterStatus.shape.state,
    status_year: optionalNumber.pipe(ClusterStatus.shape.year),
    became_sv: optionalSv,
    became_en: optionalEn,
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
  description_sv: sv,
  description_en: en,
  parent: optionalText.pipe(RecordId.nullable()),
  type: z.string().transform((cell) => cell.split('|').filter(Boolean)).pipe(z.array(z.enum(areaTypes))),
  role: z.enum(['', 'strength', 'development', 'cross-cutting']).transform((cell): (typeof areaRoles)[number] | null => roles[cell]),
  fields: listOf('|', RecordId),
  sdg: z.string().transform((cell) => cell.split('|').filter(Boolean).map(Number)).pipe(PriorityArea.shape.sdgGoals.unwrap()),
  source: RecordId,
  basis: DescriptionBasis.shape.read,
  confidence: DescriptionBasis.shape.confidence,
})

const ContactRow = z.object({
  id: RecordId,
  strategy: RecordId,
  priority_area: optionalText.pipe(RecordId.nullable()),
  kind: Contact.shape.use,
  role_sv: sv,
  role_en: en,
  organisation: cell(Contact.shape.organisation),
  url: optionalCell(Contact.shape.url),
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
  wishes: { file: 'wishes.tsv', row: WishRow, key: 'id' },
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
