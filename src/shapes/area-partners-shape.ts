import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../records/expected-error.ts'
import { findAreaPartners } from '../matching/area-partners.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { clusterShape, contactsOf, priorityShape, regionRef } from './from-snapshot.ts'
import { ClusterShape, ContactShape, LocalTextShape, PriorityShape } from './shapes.ts'

export const AreaPartnersShape = z.object({
  area: PriorityShape,
  partners: z
    .array(
      z.object({
        region: z.object({ code: z.string(), slug: z.string(), name: z.string() }),
        area: PriorityShape,
        score: z.number().describe('Likeness of the two areas, 0–1.'),
        reason: LocalTextShape,
        brings: z
          .array(z.object({ id: z.string(), label: LocalTextShape }))
          .describe('Concepts within a theme of both that the other area has and this one lacks.'),
        clusters: z.array(ClusterShape).describe('The other region’s clusters that work with a theme of both.'),
        testBeds: z.array(PriorityShape).describe('The other region’s areas about testing.'),
        contacts: z.array(ContactShape).describe('Roles to turn to: of the area, or else of the whole strategy.'),
      }),
    )
    .describe('At most three, one a region; none where no other area is alike enough.'),
})
export type AreaPartnersShape = z.infer<typeof AreaPartnersShape>

/** Whom an area could work with. @throws ExpectedError when there is no such area in force */
export function areaPartnersView(snapshot: Snapshot, id: string): AreaPartnersShape {
  const area = snapshot.get('priorityArea', id)
  if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id.slice(0, 100) } })
  const { findConcept } = thesaurusOf(snapshot)
  const partners = findAreaPartners(snapshot, area).map(({ area: other, score, reason, brings, clusters, testBeds }) => {
    const { strategyId } = other
    const own = contactsOf(snapshot, { strategyId, priorityAreaId: other.id })
    return {
      region: regionRef(snapshot, other.owner.id),
      area: priorityShape(snapshot, other),
      score,
      reason,
      brings: brings.map((conceptId) => ({ id: conceptId, label: findConcept(conceptId)!.label })),
      clusters: clusters.map((cluster) => clusterShape(snapshot, cluster)),
      testBeds: testBeds.map((one) => priorityShape(snapshot, one)),
      contacts: own.length > 0 ? own : contactsOf(snapshot, { strategyId, priorityAreaId: null }),
    }
  })
  return { area: priorityShape(snapshot, area), partners }
}
