import type { PriorityShape, RegionSummaryShape, ThemeRef } from '../../../shapes/shapes.ts'

/** A region's area that is most its own, by the theme that makes it so. */
export interface OwnArea {
  priority: PriorityShape
  theme: ThemeRef
  /** How many regions have that theme, this one among them. */
  regionCount: number
}

/** Surer than this, a theme tells what an area is about; weaker suggestions do not make it rare. */
const sureFrom = 0.6

/**
 * For each region the area whose rarest theme the fewest regions have, by region code. A rule, never an editor's choice: among equals
 * the one with the fewest themes, then the surest theme, then the region's own order. A region without a sure theme has none.
 */
export function mostOwnAreas(regions: readonly RegionSummaryShape[]): Map<string, OwnArea> {
  const counts = new Map<string, number>()
  for (const region of regions)
    for (const id of new Set(
      areasOf(region)
        .flatMap(sureThemes)
        .map(({ id }) => id),
    ))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  return new Map(
    regions.flatMap((region) => {
      const candidates = areasOf(region).flatMap((priority) =>
        sureThemes(priority).map((theme): OwnArea => ({ priority, theme, regionCount: counts.get(theme.id)! })),
      )
      const [first] = candidates.toSorted(
        (a, b) =>
          a.regionCount - b.regionCount ||
          a.priority.themes.length - b.priority.themes.length ||
          b.theme.confidence - a.theme.confidence ||
          a.priority.order - b.priority.order,
      )
      return first ? [[region.code, first] as const] : []
    }),
  )
}

const areasOf = ({ current }: RegionSummaryShape): readonly PriorityShape[] => current?.priorities ?? []

const sureThemes = ({ themes }: PriorityShape): ThemeRef[] =>
  themes.filter(({ confidence, decision }) => decision === 'confirmed' || confidence >= sureFrom)
