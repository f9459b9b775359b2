import type { LineageLink, LineageStep } from '../likeness/lineage.ts'
import { linkStanding } from './link-standing.ts'
import type { LineageLinkShape, LineageStepShape } from './shapes.ts'

/** What became of the areas between two lists. */
export const lineageStepShape = ({ from, to, links }: LineageStep): LineageStepShape => ({
  fromStrategyId: from.strategy.id,
  toStrategyId: to.strategy.id,
  links: links.map(lineageLinkShape),
})

/** One link, with the ids of the areas instead of the areas. */
export const lineageLinkShape = ({ predecessor, successor, continuesIn, ...link }: LineageLink): LineageLinkShape => ({
  predecessorId: predecessor?.id ?? null,
  successorId: successor?.id ?? null,
  change: link.change,
  basis: link.basis,
  reason: link.reason,
  review: link.review,
  standing: linkStanding(link),
  continuesInStrategyId: continuesIn?.id ?? null,
})
