import { z } from 'zod'
import { foldWords } from '../records/fold-words.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { PriorityShape, ThemeRef } from './shapes.ts'
import { allPriorities } from './theme-shape.ts'

/** An area that joins two or more themes in its owner's own sense, with those themes. */
export const IntersectionShape = PriorityShape.extend({
  joins: z.array(ThemeRef.pick({ id: true, slugEn: true, label: true, family: true })),
})
export type IntersectionShape = z.infer<typeof IntersectionShape>

export interface IntersectionChoice {
  /** Themes by id, English slug or name, all of which an area must join; empty: any. */
  themes: readonly string[]
  /** A region's slug or code, or a joint area's id; empty: any. */
  owner: string
  /** A programme period's id; empty: any. */
  period: string
  onlyInForce: boolean
}

const swedish = new Intl.Collator('sv')

/** The areas that join themes and fit a choice: by owner's name, then as in its lists, the newest first. */
export function intersections(snapshot: Snapshot, choice: IntersectionChoice): IntersectionShape[] {
  const thesaurus = thesaurusOf(snapshot)
  const wanted = choice.themes.filter(Boolean).map((theme) => themeIdOf(thesaurus, theme))
  const fits = ({ isInForce, owner, programmePeriodId, joinedThemeIds = [] }: PriorityShape) =>
    joinedThemeIds.length > 1 &&
    (!choice.onlyInForce || isInForce) &&
    (!choice.owner || owner.slug === choice.owner || owner.id === choice.owner) &&
    (!choice.period || programmePeriodId === choice.period) &&
    wanted.every((id) => id !== null && joinedThemeIds.includes(id))
  return allPriorities(snapshot)
    .filter(fits)
    .map((area) => ({ ...area, joins: joinedThemes(thesaurus, area) }))
    .sort(
      (a, b) =>
        swedish.compare(a.owner.name.sv, b.owner.name.sv) ||
        (a.meta.inForceFrom < b.meta.inForceFrom ? 1 : a.meta.inForceFrom > b.meta.inForceFrom ? -1 : a.order - b.order),
    )
}

/** The themes that an area joins, in the owner's order; a theme that the edition of the day lacks is left out. */
export const joinedThemes = (
  { findTheme }: Thesaurus,
  { joinedThemeIds = [] }: Pick<PriorityShape, 'joinedThemeIds'>,
): IntersectionShape['joins'] =>
  joinedThemeIds.flatMap((themeId) => {
    const theme = findTheme(themeId)
    return theme ? [{ id: theme.id, slugEn: theme.slugEn, label: theme.label, family: theme.family }] : []
  })

/** The pairs of themes that most intersections join, with how many do. */
export function joinedPairs(rows: readonly IntersectionShape[]): { themes: IntersectionShape['joins']; areaCount: number }[] {
  const pairs = new Map<string, { themes: IntersectionShape['joins']; areaCount: number }>()
  for (const { joins } of rows)
    for (const [at, one] of joins.entries())
      for (const other of joins.slice(at + 1)) {
        const themes = [one, other].toSorted((a, b) => swedish.compare(a.label.sv, b.label.sv))
        const key = themes.map(({ id }) => id).join(' ')
        pairs.set(key, { themes, areaCount: (pairs.get(key)?.areaCount ?? 0) + 1 })
      }
  return [...pairs.values()].sort(
    (a, b) => b.areaCount - a.areaCount || swedish.compare(a.themes[0]!.label.sv, b.themes[0]!.label.sv),
  )
}

function themeIdOf({ findTheme, themes }: Thesaurus, written: string): string | null {
  const name = foldWords(written)
  const labelled = themes.find(({ label }) => foldWords(label.sv) === name || foldWords(label.en) === name)
  return (findTheme(written) ?? labelled)?.id ?? null
}
