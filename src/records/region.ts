import { z } from 'zod'
import { administratorsWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, RegionCode } from './shared-fields.ts'

const name = z.string().min(1).max(80)

/** A region as defined by its country's statistical office. The record's id is `code`. */
export const Region = z.object({
  code: labelled(RegionCode, 'Länskod', 'County code'),
  slug: labelled(RecordId, 'Namn i adressen', 'Name in the address'),
  name: labelled(name, 'Namn', 'Name'),
  countyName: labelled(name, 'Län', 'County'),
  regionName: labelled(name, 'Regional organisation', 'Regional authority'),
  /** Other spellings of the name that people and documents use, in any language. */
  nameVariants: labelled(z.array(name), 'Andra sätt att skriva namnet', 'Other ways to write the name'),
  nuts1: labelled(z.string(), 'NUTS 1', 'NUTS 1'),
  nuts2: labelled(z.string(), 'NUTS 2', 'NUTS 2'),
  nuts2Name: labelled(z.string(), 'Namn på NUTS 2', 'Name of NUTS 2'),
  nuts3: labelled(z.string(), 'NUTS 3', 'NUTS 3'),
  iso3166: labelled(z.string(), 'ISO 3166-2', 'ISO 3166-2'),
  residenceCity: labelled(z.string(), 'Residensstad', 'Seat'),
  municipalityCount: labelled(z.number().int().positive(), 'Antal kommuner', 'Number of municipalities'),
  populations: labelled(
    z.array(z.object({ year: z.number().int(), persons: z.number().int().positive() })),
    'Folkmängd',
    'Population',
  ),
  landAreaKm2: labelled(z.number().positive(), 'Landareal, km²', 'Land area, km²'),
  landNeighbours: labelled(z.array(RegionCode), 'Grannar över land', 'Neighbours by land'),
  waterNeighbours: labelled(z.array(RegionCode), 'Grannar över vatten', 'Neighbours across water'),
})
export type Region = z.infer<typeof Region>

export const region = defineKind({
  name: 'region',
  label: { one: { sv: 'region', en: 'region' }, many: { sv: 'regioner', en: 'regions' } },
  schema: Region,
  id: RegionCode,
  factColumns: {
    iso3166: 'iso_3166_2',
    municipalityCount: 'municipalities',
    landNeighbours: 'neighbours_by_land',
    waterNeighbours: 'neighbours_across_lake_only',
  },
  since: '0.1.0',
  owner: ({ code }) => ({ kind: 'region', id: code }),
  references: ({ landNeighbours, waterNeighbours }) => [
    ...landNeighbours.map((id) => ({ field: 'landNeighbours', kind: 'region', id, on: 'anyDay' as const })),
    ...waterNeighbours.map((id) => ({ field: 'waterNeighbours', kind: 'region', id, on: 'anyDay' as const })),
  ],
  title: ({ name: own }) => ({ sv: own, en: own }),
  search: {
    among: 'inForce',
    texts: ({ countyName, regionName, residenceCity, nuts3, nuts2, nuts2Name, iso3166, code, nameVariants }) => ({
      titleEn: null,
      texts: [countyName, regionName, residenceCity, nuts3, nuts2, nuts2Name, iso3166, code, ...nameVariants],
    }),
  },
  page: ({ slug }) => ({ page: 'region', params: { slug } }),
  may: administratorsWrite,
})
