import type { LineageChange } from './lineage-decision.ts'
import type { LocalText, Verdict } from './shared-fields.ts'

/** Who has read two lists against each other: `editor` is whoever keeps the facts that ship with Spets. */
export const lineageReviewers = ['editor'] as const

/** Two areas of an owner's lists, read against each other by a person before the facts were shipped. */
export interface ReviewedLink {
  readonly predecessorId: string
  readonly successorId: string
  /** `rejected` means that the two look alike and are not linked. */
  readonly verdict: Verdict
  /** null for what is rejected. */
  readonly change: LineageChange | null
  readonly reason: LocalText
  readonly confidence: 'high' | 'medium' | 'low'
  readonly reviewer: (typeof lineageReviewers)[number]
  /** What the reading rests on: the source of the newer area's description. */
  readonly sourceId: string
}

/** The links that were reviewed before the facts were shipped. They override suggestions, never people's decisions. */
export interface LineageReview {
  /** Made from the content; null for the shipped facts, which the program's build identifies. */
  readonly id: string | null
  readonly links: readonly ReviewedLink[]
}
