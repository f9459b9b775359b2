import { z } from '@hono/zod-openapi'
import { areasByFieldOf } from '../../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { regionEvidenceView } from '../../../shapes/region-evidence.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import { evidenceQuery, readEvidenceQuery } from '../../frame/evidence-query.ts'
import type { FigureSet } from '../../frame/figure.ts'
import { regionFigures } from './region-figures.ts'

/** A region's figures as files. */
export const evidenceFigures: FigureSet = {
  path: 'regions/{slugOrCode}',
  params: { slugOrCode: z.string().describe('For example varmland, 17, S, SE-S, SE311 or Värmlands län.') },
  takes: { slugOrCode: 'regionSlug' },
  query: evidenceQuery,
  needs: [readyEvidenceOf, areasByFieldOf],
  read: ({ snapshot }, { slugOrCode, ...asked }, lang) =>
    regionFigures(regionEvidenceView(snapshot, slugOrCode!, readEvidenceQuery(asked)), lang),
  svgFile,
  show: FigureFrame,
}
