import { factNames } from '../../sources/facts/fact-rows.ts'
import type { Facts } from '../../sources/facts/fact-rows.ts'

type Row<Name extends keyof Facts> = Facts[Name][number]
const noNote = { note_sv: null, note_en: null }

export const sourceRow = (id: string, more: Partial<Row<'sources'>> = {}): Row<'sources'> => ({
  id,
  title_sv: `${id} sv`,
  title_en: `${id} en`,
  publisher: 'Utgivaren',
  kind: 'strategyDocument',
  date: '2018-01-31',
  date_precision: 'day',
  url: `https://example.se/${id}`,
  ...noNote,
  fingerprint: null,
  ...more,
})

export const regionRow = (code: string, more: Partial<Row<'regions'>> = {}): Row<'regions'> => ({
  code,
  slug: `region-${code}`,
  name: 'Alvik',
  county_name: 'Alviks län',
  region_name: 'Region Alvik',
  name_variants: ['Alwik'],
  nuts1: 'SE1',
  nuts2: 'SE12',
  nuts2_name: 'Östra',
  nuts3: 'SE121',
  iso_3166_2: 'SE-C',
  residence_city: 'Alviksstad',
  municipalities: 8,
  population_2017: 100,
  population_2021: 120,
  land_area_km2: 55,
  neighbours_by_land: ['04'],
  neighbours_across_lake_only: ['18'],
  valid_from: '1998-01-01',
  source: 'kartan',
  ...more,
})

export const strategyRow = (id: string, more: Partial<Row<'strategies'>> = {}): Row<'strategies'> => ({
  id,
  owner_kind: 'region',
  owner_id: '03',
  programme_period: '2014-2020',
  edition: id,
  date_precision: 'day',
  status: 'listed',
  decided_on: null,
  complete: true,
  valid_from: '2018-01-31',
  source: 'bilderna',
  note_source: null,
  ...noNote,
  ...more,
})

export const areaRow = (id: string, strategy: string, more: Partial<Row<'priorityAreas'>> = {}): Row<'priorityAreas'> => ({
  id,
  strategy,
  order: 1,
  verbatim_label: id,
  display_label: null,
  language: 'sv',
  translated_label: null,
  source: 'bilderna',
  line: null,
  ...more,
})

export const meaningRow = (area: string, more: Partial<Row<'descriptions'>> = {}): Row<'descriptions'> => ({
  priority_area: area,
  description_sv: 'Vad som menas',
  description_en: 'What is meant',
  parent: null,
  type: [],
  role: null,
  fields: [],
  sdg: [],
  source: 'bilderna',
  basis: 'strategy',
  confidence: 'high',
  ...more,
})

export const contactRow = (id: string, strategy: string, more: Partial<Row<'contacts'>> = {}): Row<'contacts'> => ({
  id,
  strategy,
  priority_area: null,
  kind: 'contact',
  role_sv: 'Utvecklingschef',
  role_en: 'Head of development',
  organisation: 'Region Alvik',
  url: null,
  source: 'bilderna',
  confidence: 'high',
  ...more,
})

export const statementRow = (id: string, more: Partial<Row<'findings'>> = {}): Row<'findings'> => ({
  id,
  order: 1,
  text_sv: 'En sak.',
  text_en: 'A thing.',
  fingerprint: 'a'.repeat(64),
  source: 'bilderna',
  line: 7,
  keywords: [],
  near_fingerprints: [],
  ...more,
})

export const clusterRow = (id: string, more: Partial<Row<'clusters'>> = {}): Row<'clusters'> => ({
  id,
  name: 'Klustret',
  region_code: '03',
  programme: 'Programmet',
  year: 2012,
  themes: [],
  valid_from: '2012-01-01',
  source: 'bilderna',
  url: null,
  status: 'unknown',
  status_year: null,
  became_sv: null,
  became_en: null,
  status_source: null,
  ...more,
})

/** Facts with these rows and no others. */
export const smallFacts = (rows: Partial<Facts>): Facts => {
  const none = Object.fromEntries(factNames.map((name) => [name, []])) as unknown as Facts
  return { ...none, ...rows }
}
