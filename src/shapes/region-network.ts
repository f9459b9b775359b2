import { z } from '@hono/zod-openapi'
import { areasOf, similarChoices, themesChosen } from '../matching/region-match.ts'
import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { findRegions, regionRef } from './from-snapshot.ts'
import { likenessOrder } from './likeness-order.ts'
import { findUnreadRegions } from './unread-regions.ts'

const NetworkRegion = z.object({
  code: z.string(),
  slug: z.string(),
  name: z.string(),
  areasKnown: z.enum(['known', 'unknown']).describe('`unknown`: there is a list, but nobody has read its areas.'),
  themes: z
    .array(z.object({ themeId: z.string(), areaId: z.string() }))
    .describe('Its themes, each with the area that shows it best.'),
})
export type NetworkRegion = z.infer<typeof NetworkRegion>

export const RegionNetwork = z.object({
  regions: z.array(NetworkRegion).describe('By likeness: those that have most themes in common are beside each other.'),
  ties: z
    .array(z.object({ regionCodes: z.array(z.string()).length(2), alike: z.number().int().positive() }))
    .describe('Pairs of regions with areas alike, and how many such pairs of areas.'),
})
export type RegionNetwork = z.infer<typeof RegionNetwork>

/** Which regions have chosen what, and how many areas any two of them have alike. */
export const regionNetworkOf = derive(
  'network of regions',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus'],
  (snapshot): RegionNetwork => {
    const unread = new Set(findUnreadRegions(snapshot).map(({ code }) => code))
    const regions = findRegions(snapshot).map(({ code }) => ({ code, areas: unread.has(code) ? [] : areasOf(snapshot, code) }))
    const chosen = regions.map(({ code, areas }): NetworkRegion => ({
      ...regionRef(snapshot, code),
      areasKnown: unread.has(code) ? 'unknown' : 'known',
      // All of them, as on the themes' pages: partners are sought only by those that are sure enough.
      themes: [...themesChosen(snapshot, areas, 0)].map(([themeId, { area }]) => ({ themeId, areaId: area.id })),
    }))
    const themesOf = new Map(chosen.map(({ code, themes }) => [code, new Set(themes.map(({ themeId }) => themeId))]))
    const order = likenessOrder(chosen, ({ code }) => themesOf.get(code)!)
    return { regions: order, ties: tiesBetween(snapshot, regions) }
  },
)

function tiesBetween(
  snapshot: Snapshot,
  regions: readonly { code: string; areas: readonly Known<'priorityArea'>[] }[],
): RegionNetwork['ties'] {
  return regions.flatMap((one, at) =>
    regions.slice(at + 1).flatMap((other) => {
      const alike = similarChoices(snapshot, one.areas, other.areas).length
      return alike > 0 ? [{ regionCodes: [one.code, other.code], alike }] : []
    }),
  )
}
