import { z } from '@hono/zod-openapi'
import { BridgeShape, getBridge } from '../../../shapes/bridge-shape.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** Every area with its region's verdict before a period, as data. */
export const bridgeApi: ReadRoute = {
  path: 'bridge/{year}',
  summary:
    'Every area of the lists in force, with what its region will do with it in the programme period that begins in the year',
  params: { year: z.string().max(4) },
  response: BridgeShape,
  problems: { 404: 'No programme period is known that begins in the year.' },
  read: ({ snapshot }, { year = '' }) => getBridge(snapshot, year),
}
