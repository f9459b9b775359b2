import type { LineageChange, LocalText } from '../domain/record.ts'

/** What lineage looks at in a priority area. */
export interface ComparedArea {
  id: string
  displayLabel: string
  verbatimLabel: string
  translatedLabel: string | null
}

export interface ComparedLink {
  predecessorId: string | null
  successorId: string | null
  change: LineageChange
  reason: LocalText
}

export interface Completeness {
  previousIsComplete: boolean
  nextIsComplete: boolean
}

/** How one list became the next. */
export function compareLists(previous: readonly ComparedArea[], next: readonly ComparedArea[], { nextIsComplete }: Completeness): ComparedLink[] {
  const left = new Set(previous)
  const links = next.map((area): ComparedLink => {
    const same = [...left].find((other) => foldLabel(other.displayLabel) === foldLabel(area.displayLabel))
    if (!same) return { predecessorId: null, successorId: area.id, change: 'new', reason: { sv: 'Inget liknande i den förra listan.', en: 'Nothing alike in the previous list.' } }
    left.delete(same)
    return { predecessorId: same.id, successorId: area.id, change: 'unchanged', reason: { sv: 'Samma ord.', en: 'The same words.' } }
  })
  const dropped = nextIsComplete ? [...left] : []
  return [...links, ...dropped.map(({ id }): ComparedLink => ({ predecessorId: id, successorId: null, change: 'dropped', reason: { sv: 'Inget liknande i den nya listan.', en: 'Nothing alike in the new list.' } }))]
}

/** A label's words alone: small letters, signs and spacing made even. */
export const foldLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
