import type { DeckPriority } from '../sources/deck/deck-draft.ts'

/** Whether an area of the registry has the deck's label: the same words, whatever their signs, and whether or not a misspelling has been mended. */
export function isSameLabel(
  { verbatimLabel, displayLabel }: { verbatimLabel: string; displayLabel: string },
  priority: DeckPriority,
): boolean {
  const asked = new Set([priority.verbatimLabel, priority.suggestedLabel ?? priority.verbatimLabel].map(foldLabel))
  return [verbatimLabel, displayLabel].map(foldLabel).some((label) => label !== '' && asked.has(label))
}

/** A label's words alone: small letters, signs and spacing made even. */
export const foldLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
