import { z } from '@hono/zod-openapi'
import { recordKinds } from '../../records/record.ts'
import { clusterShape } from '../../shapes/from-snapshot.ts'
import { ClusterShape } from '../../shapes/shapes.ts'
import { diffSnapshots } from '../../snapshot/diff.ts'
import { all, listOf } from '../frame/read-parts.ts'
import type { ReadRoute } from '../frame/read-route.ts'
import { conceptRoute, oneConceptRoute } from './concept-route.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import { readSpan, spanQuery } from './span-query.ts'

const Body = z.record(z.string(), z.unknown()).nullable()
const DifferenceShape = z.object({
  kind: z.string(),
  recordId: z.string(),
  outcome: z.enum(['begun', 'ended', 'changed']),
  fields: z.array(z.string()),
  before: Body,
  after: Body,
})

const SnapshotShape = z.object({
  id: z.string(),
  validAt: z.string(),
  knownAt: z.string().nullable().describe('When the newest of what it holds was recorded; null when it holds nothing.'),
  counts: z.record(z.string(), z.number()),
})

/** What can be read that no page shows as a whole; pages declare their own data. */
export const readRoutes: readonly ReadRoute[] = [
  {
    path: 'differences',
    summary: 'Every record that began, ended or changed between two days, with the fields that differ',
    query: spanQuery,
    response: listOf(DifferenceShape),
    read: ({ snapshot }, { from, to }) => {
      const span = readSpan(snapshot, { from, to })
      return all(diffSnapshots(snapshot.at(span.from), snapshot.at(span.to)))
    },
  },
  {
    path: 'clusters',
    summary: 'Clusters',
    response: listOf(ClusterShape),
    read: ({ snapshot }) => all(snapshot.inForce('cluster').map((cluster) => clusterShape(snapshot, cluster))),
  },
  {
    path: 'snapshot',
    summary: 'Which snapshot answers, and how much it holds',
    response: SnapshotShape,
    read: ({ snapshot }) => ({
      id: snapshot.id,
      validAt: snapshot.validAt,
      knownAt: snapshot.newestRecordedAt,
      counts: Object.fromEntries(recordKinds.map((kind) => [kind, snapshot.inForce(kind).length])),
    }),
  },
  conceptRoute,
  oneConceptRoute,
  ...statisticsRoutes,
]
