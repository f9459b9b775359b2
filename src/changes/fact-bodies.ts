import type { BodyOf } from '../records/record.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import type { Facts, PriorityAreaRow, StatementRow, StrategyRow } from '../sources/facts/fact-rows.ts'

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

export const bodyOfPriorityArea = (row: PriorityAreaRow, strategy: StrategyRow): BodyOf<'priorityArea'> => ({
  owner: ownerOf(strategy),
  strategyId: row.strategy,
  programmePeriodId: strategy.programme_period,
  order: row.order,
  verbatimLabel: row.verbatim_label,
  displayLabel: row.display_label ?? row.verbatim_label,
  language: row.language,
  translatedLabel: row.translated_label,
  description: null,
  confirmedOn: null,
  confirmedByRole: null,
})

export const bodyOfStatement = (row: StatementRow): BodyOf<'finding'> => ({
  order: row.order,
  text: { sv: row.text_sv, en: row.text_en },
  fingerprint: row.fingerprint,
})

export const bodyOfCluster = (row: RowOf<'clusters'>): BodyOf<'cluster'> => ({
  name: row.name,
  regionCode: row.region_code,
  programme: row.programme,
  year: row.year,
  ...(row.themes.length > 0 ? { themeIds: row.themes } : {}),
})

export const ownerOf = (row: StrategyRow): Owner => ({ kind: row.owner_kind, id: row.owner_id })

const noteOf = ({ note_sv, note_en }: { note_sv: string | null; note_en: string | null }): LocalText | null =>
  note_sv === null || note_en === null ? null : { sv: note_sv, en: note_en }
