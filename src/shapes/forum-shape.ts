import { z } from 'zod'
import { LocalText } from '../records/shared-fields.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'

export const ConclusionShape = z.object({
  id: z.string(),
  question: z.string(),
  theme: z.object({ id: z.string(), slugEn: z.string(), label: LocalText }).nullable(),
  conclusion: LocalText,
  askedOn: z.string(),
  concludedOn: z.string(),
  version: z.number(),
})
export type ConclusionShape = z.infer<typeof ConclusionShape>

export function conclusionShape(snapshot: Snapshot, concluded: Known<'forumConclusion'>): ConclusionShape {
  const { id, question, themeId, conclusion, askedOn, meta } = concluded
  return {
    id,
    question,
    theme: themeRef(snapshot, themeId),
    conclusion,
    askedOn,
    concludedOn: meta.validFrom,
    version: meta.version,
  }
}

/** A theme by its id; null for none, and for one that the thesaurus of the day does not know. */
export function themeRef(snapshot: Snapshot, themeId: string | null): ConclusionShape['theme'] {
  const theme = themeId === null ? null : thesaurusOf(snapshot).findTheme(themeId)
  return theme && { id: theme.id, slugEn: theme.slugEn, label: theme.label }
}

/** What came of the forum's questions, the newest first. */
export const conclusionShapes = (snapshot: Snapshot): ConclusionShape[] =>
  snapshot
    .inForce('forumConclusion')
    .map((one) => conclusionShape(snapshot, one))
    .toSorted((a, b) => (a.concludedOn < b.concludedOn ? 1 : a.concludedOn > b.concludedOn ? -1 : 0))
