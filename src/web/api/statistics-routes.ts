import { z } from '@hono/zod-openapi'
import { areasByFieldOf } from '../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../evidence/ready-evidence.ts'
import { mainTable } from '../../evidence/main-panel.ts'
import { findCube } from '../../records/cube.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { EvidenceInputsShape } from '../../shapes/evidence-inputs.ts'
import { evidenceInputsOf } from '../../shapes/evidence-inputs-view.ts'
import { findRegion } from '../../shapes/from-snapshot.ts'
import { AreaEvidenceShape, RegionEvidenceShape } from '../../shapes/evidence-shapes.ts'
import { areaEvidenceView } from '../../shapes/area-evidence.ts'
import { regionEvidenceView } from '../../shapes/region-evidence.ts'
import { StatisticsSliceShape, statisticsSlice, StatisticsTableShape, statisticsView } from '../../shapes/statistics-shape.ts'
import { evidenceQuery, readEvidenceQuery } from '../frame/evidence-query.ts'
import { all, listOf } from '../frame/read-parts.ts'
import type { ReadRoute } from '../frame/read-route.ts'

const codes = (description: string) =>
  z.string().max(4000).optional().describe(`${description}; codes with a comma between, all when left out.`)
const split = (written: string | undefined) => (written ? written.split(',').map((code) => code.trim()) : undefined)

/** Evidence on areas and regions, and the tables that it rests on. */
export const statisticsRoutes: readonly ReadRoute[] = [
  {
    path: 'priorities/{id}/evidence',
    summary:
      'What the statistics say about a priority area: its occupations, their quotient with its interval, then and now, and every region',
    params: { id: z.string() },
    takes: { id: 'areaId' },
    response: AreaEvidenceShape,
    problems: { 404: 'There is no such area.' },
    needs: [readyEvidenceOf, areasByFieldOf],
    read: ({ snapshot }, { id }) => areaEvidenceView(snapshot, id!),
  },
  {
    path: 'regions/{slugOrCode}/evidence',
    summary: 'What the statistics say about a region: its areas, strengths that nobody chose, possible next steps, regions alike',
    params: { slugOrCode: z.string().describe('For example varmland, 17, S, SE-S, SE311 or Värmlands län.') },
    takes: { slugOrCode: 'regionSlug' },
    query: evidenceQuery,
    response: RegionEvidenceShape,
    problems: { 400: 'There is no such year or threshold.', 404: 'There is no such region.' },
    needs: [readyEvidenceOf, areasByFieldOf],
    read: ({ snapshot }, { slugOrCode, ...asked }) => regionEvidenceView(snapshot, slugOrCode!, readEvidenceQuery(asked)),
  },
  {
    path: 'regions/{slugOrCode}/evidence/inputs',
    summary: 'What a region’s evidence is computed from: the occupations that speak for its areas, and the table of statistics',
    params: { slugOrCode: z.string().describe('For example varmland, 17, S, SE-S, SE311 or Värmlands län.') },
    takes: { slugOrCode: 'regionSlug' },
    response: z.object({
      cubeId: z
        .string()
        .nullable()
        .describe('The table, whose bytes are at statistics/cubes/{cubeId}.cube; null when none is loaded.'),
      inputs: EvidenceInputsShape,
    }),
    problems: { 404: 'There is no such region.' },
    needs: [areasByFieldOf],
    read: ({ snapshot }, { slugOrCode }) => {
      const region = findRegion(snapshot, slugOrCode!)
      if (!region) throw new ExpectedError('region_not_found', { data: { asked: slugOrCode! } })
      const listing = findCube(snapshot.cubes, mainTable)
      return { cubeId: listing?.id ?? null, inputs: evidenceInputsOf(snapshot, region.code) }
    },
  },
  {
    path: 'statistics',
    summary: 'The tables of statistics that are loaded, with licence, years and caveats',
    response: listOf(StatisticsTableShape),
    read: ({ snapshot }) => all(statisticsView(snapshot)),
  },
  {
    path: 'statistics/{table}',
    summary: 'A part of a table of statistics as JSON-stat 2.0',
    params: { table: z.string().describe('For example occupations-by-county.') },
    query: {
      region: codes('Regions'),
      activity: codes('Activities, such as occupations'),
      time: codes('Years'),
      measure: codes('Measures'),
      group: codes('Groups, such as sexes'),
      language: z.enum(['sv', 'en']).optional().describe('Language of labels; sv when left out.'),
    },
    response: StatisticsSliceShape,
    problems: { 400: 'A code is not in the table, or too many cells are asked for.', 404: 'The table is not loaded.' },
    read: ({ snapshot }, { table, region, activity, time, measure, group, language }) =>
      statisticsSlice(snapshot, {
        table: table!,
        lang: language === 'en' ? 'en' : 'sv',
        asked: Object.fromEntries(
          Object.entries({ region, activity, time, measure, group }).flatMap(([role, written]) => {
            const asked = split(written)
            return asked ? [[role, asked]] : []
          }),
        ),
      }),
  },
]
