import type { BodyOf } from '../records/record.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import type { DescriptionRow, Facts, PriorityAreaRow, StatementRow, StrategyRow } from '../sources/facts/fact-rows.ts'

type RowOf<Name extends keyof Facts> = Facts[Name][number]

/** Shipped rows to the bodies of records: the same facts under the domain's names. */
export const bodyOfRegion = (row: RowOf<'regions'>): BodyOf<'region'> => ({
  code: row.code,
  slug: row.slug,
  name: row.name,
  countyName: row.county_name,
  regionName: row.region_name,
  nameVariants: row.name_variants,
  nuts1: row.nuts1,
  nuts2: row.nuts2,
  nuts2Name: row.nuts2_name,
  nuts3: row.nuts3,
  iso3166: row.iso_3166_2,
  residenceCity: row.residence_city,
  municipalityCount: row.municipalities,
  populations: [
    { year: 2017, persons: row.population_2017 },
    { year: 2021, persons: row.population_2021 },
  ],
  landAreaKm2: row.land_area_km2,
  landNeighbours: row.neighbours_by_land,
  waterNeighbours: row.neighbours_across_lake_only,
})

export const bodyOfJointArea = (row: RowOf<'jointAreas'>): BodyOf<'jointArea'> => ({
  slug: row.id,
  name: row.name,
  nameEn: row.name_en,
  memberCodes: row.members,
  note: noteOf(row),
})

export const bodyOfSource = (row: RowOf<'sources'>): BodyOf<'source'> => ({
  title: { sv: row.title_sv, en: row.title_en },
  publisher: row.publisher,
  kind: row.kind,
  date: row.date,
  datePrecision: row.date_precision,
  url: row.url,
  note: noteOf(row),
  ...(row.fingerprint ? { fingerprint: row.fingerprint } : {}),
})

export const bodyOfStrategy = (row: StrategyRow): BodyOf<'strategy'> => ({
  owner: ownerOf(row),
  programmePeriodId: row.programme_period,
  edition: row.edition,
  datePrecision: row.date_precision,
  status: row.status,
  decidedOn: row.decided_on,
  isComplete: row.complete,
  note: noteOf(row),
})

export const bodyOfPriorityArea = (
  row: PriorityAreaRow,
  { strategy, meaning }: { strategy: StrategyRow; meaning: DescriptionRow | null },
): BodyOf<'priorityArea'> => ({
  owner: ownerOf(strategy),
  strategyId: row.strategy,
  programmePeriodId: strategy.programme_period,
  order: row.order,
  verbatimLabel: row.verbatim_label,
  displayLabel: row.display_label ?? row.verbatim_label,
  language: row.language,
  translatedLabel: row.translated_label,
  description: meaning && { sv: meaning.description_sv, en: meaning.description_en },
  ...(meaning ? meaningOf(meaning) : {}),
  confirmedOn: null,
  confirmedByRole: null,
})

const meaningOf = ({ basis, confidence, source, type, role, parent, fields, sdg }: DescriptionRow) => ({
  descriptionBasis: { read: basis, confidence, sourceId: source },
  ...(type.length > 0 ? { types: type } : {}),
  ...(role ? { role } : {}),
  ...(parent ? { parentId: parent } : {}),
  ...(fields.length > 1 ? { joinedThemeIds: fields } : {}),
  ...(sdg.length > 0 ? { sdgGoals: sdg } : {}),
})

export const bodyOfStatement = (row: StatementRow): BodyOf<'finding'> => ({
  order: row.order,
  text: { sv: row.text_sv, en: row.text_en },
  fingerprint: row.fingerprint,
  ...(row.keywords.length > 0 ? { keywords: row.keywords } : {}),
  ...(row.near_fingerprints.length > 0 ? { nearFingerprints: row.near_fingerprints } : {}),
})

export const bodyOfWish = (row: RowOf<'wishes'>): BodyOf<'wish'> => ({
  ...bodyOfStatement(row),
  heading: { sv: row.heading_sv, en: row.heading_en },
})

export const bodyOfCluster = (row: RowOf<'clusters'>): BodyOf<'cluster'> => ({
  name: row.name,
  regionCode: row.region_code,
  programme: row.programme,
  year: row.year,
  ...(row.themes.length > 0 ? { themeIds: row.themes } : {}),
  ...(row.url ? { url: row.url } : {}),
  status: {
    state: row.status,
    year: row.status_year,
    became: row.became_sv && row.became_en ? { sv: row.became_sv, en: row.became_en } : null,
    sourceId: row.status_source,
  },
})

export const ownerOf = (row: StrategyRow): Owner => ({ kind: row.owner_kind, id: row.owner_id })

const noteOf = ({ note_sv, note_en }: { note_sv: string | null; note_en: string | null }): LocalText | null =>
  note_sv === null || note_en === null ? null : { sv: note_sv, en: note_en }

export const bodyOfContact = (row: RowOf<'contacts'>): BodyOf<'contact'> => ({
  strategyId: row.strategy,
  priorityAreaId: row.priority_area,
  use: row.kind,
  role: { sv: row.role_sv, en: row.role_en },
  organisation: row.organisation,
  url: row.url,
})
