import { foldWords } from '../records/fold-words.ts'
import type { DeckPriority, DeckRegion } from '../sources/deck/deck-draft.ts'

/** Whether an area of the registry has the deck's label: the same words, whatever the punctuation, and whether or not a misspelling has been mended. */
export function isSameLabel(
  { verbatimLabel, displayLabel }: { verbatimLabel: string; displayLabel: string },
  priority: DeckPriority,
): boolean {
  const asked = new Set([priority.verbatimLabel, priority.suggestedLabel ?? priority.verbatimLabel].map(foldWords))
  return [verbatimLabel, displayLabel].map(foldWords).some((label) => label !== '' && asked.has(label))
}

/** Whether a region's list in the deck names an area of the registry. */
export const isNamedIn =
  ({ priorities }: DeckRegion) =>
  (area: { verbatimLabel: string; displayLabel: string }): boolean =>
    priorities.some((priority) => isSameLabel(area, priority))
