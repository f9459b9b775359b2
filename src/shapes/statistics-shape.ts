import { z } from 'zod'
import { sliceCells, sliceSize } from '../evidence/cube-cells.ts'
import type { Slice } from '../evidence/cube-cells.ts'
import { cellCount, cubesInUse, dimensionOf, findCube } from '../records/cube.ts'
import type { CubeDimension, CubeListing, DimensionRole } from '../records/cube.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { Language } from '../records/language.ts'
import { findRegionCalled } from '../places/region-called.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { EvidenceSourceShape } from './evidence-shapes.ts'
import { evidenceSource } from './evidence-source.ts'
import { LocalTextShape } from './shapes.ts'

const roles = ['region', 'activity', 'time', 'measure', 'group'] as const

/** A table of statistics, without its cells. */
export const StatisticsTableShape = EvidenceSourceShape.extend({
  dimensions: z.array(
    z.object({
      id: z.string(),
      role: z.enum(roles),
      label: LocalTextShape,
      classification: z.string().nullable(),
      /** How many codes it has. */
      size: z.number(),
    }),
  ),
  cells: z.number(),
  /** Every vintage that is loaded, the one in use first. */
  vintages: z.array(z.object({ cubeId: z.string(), vintage: z.string(), origin: z.string() })),
})
export type StatisticsTableShape = z.infer<typeof StatisticsTableShape>

/** The tables that are loaded, each with the vintage in use. */
export const statisticsView = (snapshot: Snapshot): StatisticsTableShape[] =>
  cubesInUse(snapshot.cubes).map((listing) => tableShape(snapshot, listing))

function tableShape(snapshot: Snapshot, listing: CubeListing): StatisticsTableShape {
  const { header } = listing
  return {
    ...evidenceSource(listing, dimensionOf(header, 'time')?.codes.toSorted() ?? [header.vintage.slice(0, 4)]),
    dimensions: header.dimensions.map(({ id, role, label, classification, codes }) => ({
      id,
      role,
      label,
      classification,
      size: codes.length,
    })),
    cells: cellCount(header),
    vintages: (snapshot.cubes?.listings ?? [])
      .filter((one) => one.header.table === header.table)
      .map((one) => ({ cubeId: one.id, vintage: one.header.vintage, origin: one.header.origin })),
  }
}

/** A part of a table as JSON-stat 2.0 (https://json-stat.org/full/), with the licence and caveats beside. */
export const StatisticsSliceShape = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.string(),
  id: z.array(z.string()),
  size: z.array(z.number()),
  role: z.object({ time: z.array(z.string()), geo: z.array(z.string()), metric: z.array(z.string()) }),
  dimension: z.record(
    z.string(),
    z.object({
      label: z.string(),
      category: z.object({ index: z.array(z.string()), label: z.record(z.string(), z.string()) }),
    }),
  ),
  /** Null where the publisher shows no number. */
  value: z.array(z.number().nullable()),
  /** The publisher's symbol, by the cell's place. */
  status: z.record(z.string(), z.string()),
  note: z.array(z.string()),
  extension: z.object({
    table: z.string(),
    cubeId: z.string(),
    licence: z.string(),
    unit: z.string(),
    publisherTable: z.string(),
    breaks: z.array(z.object({ from: z.string(), note: z.string() })),
  }),
})
export type StatisticsSliceShape = z.infer<typeof StatisticsSliceShape>

/** More cells than this are not sent in one answer. */
export const mostCells = 50_000

/** Which codes are asked for, by the dimension's role; all where a role is left out. */
export type AskedCodes = Partial<Record<DimensionRole, readonly string[]>>

/** A code as the table has it: a region may be written with any of its codes and names. */
function codeIn({ role, codes }: { role: DimensionRole; codes: readonly string[] }, asked: string, snapshot: Snapshot): string {
  if (role !== 'region' || codes.includes(asked)) return asked
  return findRegionCalled(snapshot, asked)?.code ?? asked
}

/**
 * A part of a table's vintage in use.
 * @throws ExpectedError `not_found` for a table that is not loaded; `bad_request` for a code that it does not have, or too many cells
 */
export function statisticsSlice(
  snapshot: Snapshot,
  { table, asked, lang }: { table: string; asked: AskedCodes; lang: Language },
): StatisticsSliceShape {
  const listing = findCube(snapshot.cubes, table)
  if (!listing) {
    const known = cubesInUse(snapshot.cubes).map(({ header }) => header.table)
    throw new ExpectedError('not_found', {
      detail: `«${table.slice(0, 60)}» is not loaded. ${known.length > 0 ? `These are: ${known.join(', ')}.` : 'No tables are.'}`,
    })
  }
  const { header } = listing
  const slice: Slice = Object.fromEntries(
    header.dimensions.flatMap(({ id, role, codes }) =>
      asked[role] ? [[id, [...new Set(asked[role].map((code) => codeIn({ role, codes }, code, snapshot)))]]] : [],
    ),
  )
  const cells = refusing(() => sliceSize(header, slice))
  if (cells > mostCells)
    throw new ExpectedError('bad_request', {
      detail: `That is ${cells} cells; at most ${mostCells} are sent. Ask for fewer with region, activity, time, measure or group, or take the whole table.`,
    })
  const found = [...sliceCells(listing.read(), slice)]
  const dimensions = header.dimensions.map((one) => ({ ...one, wanted: slice[one.id] ?? one.codes }))
  const withRole = (role: DimensionRole) => dimensions.filter((one) => one.role === role).map(({ id }) => id)
  return {
    version: '2.0',
    class: 'dataset',
    label: header.title[lang],
    source: `${header.attribution[lang]}, ${header.publisherTable}`,
    updated: header.vintage,
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ wanted }) => wanted.length),
    role: { time: withRole('time'), geo: withRole('region'), metric: withRole('measure') },
    dimension: Object.fromEntries(dimensions.map((one) => [one.id, categoryOf(one, one.wanted, lang)])),
    value: found.map(({ value }) => value),
    status: Object.fromEntries(found.flatMap(({ symbol }, at) => (symbol ? [[String(at), symbol]] : []))),
    note: header.caveats.map((caveat) => caveat[lang]),
    extension: {
      table: header.table,
      cubeId: listing.id,
      licence: header.licence,
      unit: header.unit[lang],
      publisherTable: header.publisherTable,
      breaks: header.breaks.map(({ from, note }) => ({ from, note: note[lang] })),
    },
  }
}

function categoryOf({ label, codes, labels }: CubeDimension, wanted: readonly string[], lang: Language) {
  const named = new Map(codes.map((code, at) => [code, labels[at]![lang]]))
  return {
    label: label[lang],
    category: { index: [...wanted], label: Object.fromEntries(wanted.map((code) => [code, named.get(code)!])) },
  }
}

/** What a slice cannot be asked for is the asker's to mend. */
function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw new ExpectedError('bad_request', { detail: error.message })
    throw error
  }
}
