import { z } from '@hono/zod-openapi'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { findAreaPartners } from '../matching/area-partners.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { activityComplementReason } from './complement-words.ts'
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
        complements: z
          .array(
            z.object({
              code: z.string(),
              label: LocalTextShape,
              year: z.string(),
              quotient: z.number(),
              lower: z.number(),
              count: z.number(),
              otherQuotient: z.number().describe('Of this area’s own region, below 1.'),
              otherDensity: z.number().describe('How much of what is related to it the own region has, 0–1.'),
              reason: LocalTextShape,
            }),
          )
          .describe(
            'By figures: occupations of the shared field that the other region is beyond doubt strong in and the own region lacks, near what it has.',
          ),
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
  const panel = mainPanelOf(snapshot)
  const labelOf = (code: string) => panel!.labels[panel!.activities.indexOf(code)]!
  const partners = findAreaPartners(snapshot, area).map(
    ({ area: other, score, reason, brings, complements, clusters, testBeds }) => {
      const { strategyId } = other
      const own = contactsOf(snapshot, { strategyId, priorityAreaId: other.id })
      return {
        region: regionRef(snapshot, other.owner.id),
        area: priorityShape(snapshot, other),
        score,
        reason,
        brings: brings.map((conceptId) => ({ id: conceptId, label: findConcept(conceptId)!.label })),
        complements: complements.map(({ activity, ...figures }) => {
          const label = labelOf(activity)
          const names = { from: regionRef(snapshot, other.owner.id).name, to: regionRef(snapshot, area.owner.id).name }
          return { code: activity, label, ...figures, reason: activityComplementReason(label, { activity, ...figures }, names) }
        }),
        clusters: clusters.map((cluster) => clusterShape(snapshot, cluster)),
        testBeds: testBeds.map((one) => priorityShape(snapshot, one)),
        contacts: own.length > 0 ? own : contactsOf(snapshot, { strategyId, priorityAreaId: null }),
      }
    },
  )
  return { area: priorityShape(snapshot, area), partners }
}
