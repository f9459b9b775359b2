import type { Owner } from '../records/shared-fields.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { droppedReason, newReason } from './lineage-reasons.ts'
import { findLineage } from './lineage.ts'
import type { LineageLink, LineageStep } from './lineage.ts'
import { linkBases } from './settle-lineage.ts'

interface ListIds {
  fromStrategyId: string
  toStrategyId: string
}

/**
 * What became of each area of one list in a later one, followed through the lists in between, so that it says the same as
 * the steps do. Null where the lists are not two of the owner's, the older first.
 */
export function lineageBetween(
  snapshot: Snapshot,
  owner: Owner,
  { fromStrategyId, toStrategyId }: ListIds,
): LineageLink[] | null {
  const all = findLineage(snapshot, owner)
  const first = all.findIndex(({ from }) => from.strategy.id === fromStrategyId)
  const last = all.findIndex(({ to }) => to.strategy.id === toStrategyId)
  if (first < 0 || last < first) return null
  const steps = all.slice(first, last + 1)
  const { from } = steps[0]!
  const { to } = steps.at(-1)!
  const trails = from.priorities.flatMap(({ id }) => trailsFrom(id, steps))
  const links = trails.filter(({ successor }) => successor !== null)
  const gone = trails.filter(({ successor }) => successor === null && to.strategy.isComplete)
  const come = to.priorities.filter(({ id }) => from.strategy.isComplete && !links.some(({ successor }) => successor?.id === id))
  return [
    ...links.map((link) => withChange(link, links)),
    ...gone,
    ...come.map(
      (successor): LineageLink =>
        steps.at(-1)!.links.find((link) => link.change === 'new' && link.successor === successor) ?? {
          predecessor: null,
          successor,
          change: 'new',
          basis: 'suggested',
          reason: newReason,
          review: null,
          continuesIn: null,
        },
    ),
  ]
}

/** Each way from an area to the last list; one without successor where there is none. */
function trailsFrom(id: string, steps: readonly LineageStep[]): LineageLink[] {
  let reached: LineageLink[][] = [[]]
  for (const { links } of steps)
    reached = reached.flatMap((trail) => {
      const at = endOf(trail) ?? id
      const next = links.filter(({ predecessor }) => predecessor?.id === at)
      const onward = next.filter(({ successor }) => successor !== null)
      // An area that this list lacks may be taken up again by a later one.
      if (onward.length === 0) return [[...trail, ...next]]
      return onward.map((link) => [...trail.filter(({ successor }) => successor !== null), link])
    })
  const last = steps.at(-1)!.to
  const whole = reached.filter((trail) => last.priorities.some((area) => area.id === endOf(trail)))
  if (whole.length > 0) return surestByEnd(whole.map(joined))
  const predecessor = steps[0]!.from.priorities.find((area) => area.id === id)!
  const ended = reached.flat().find(({ successor }) => successor === null)
  const { basis, reason, review } = ended ?? { basis: 'suggested' as const, reason: droppedReason, review: null }
  return [{ predecessor, successor: null, change: 'dropped', basis, reason, review, continuesIn: null }]
}

/** Several ways to one area are one link, told by the surest of them. */
function surestByEnd(links: readonly LineageLink[]): LineageLink[] {
  const sureness = ({ basis }: LineageLink) => linkBases.indexOf(basis)
  return [...Map.groupBy(links, ({ successor }) => successor).values()].map((ways) =>
    ways.reduce((best, way) => (sureness(way) > sureness(best) ? way : best)),
  )
}

const endOf = (trail: readonly LineageLink[]): string | undefined =>
  trail.findLast(({ successor }) => successor !== null)?.successor?.id

/** Several links after each other as one, as sure as the least sure of those that changed something: equal words need no judge. */
function joined(trail: readonly LineageLink[]): LineageLink {
  const changed = trail.filter(({ change }) => change !== 'unchanged')
  const telling = changed.length > 0 ? changed : trail.slice(-1)
  const basis = linkBases[Math.min(...telling.map((link) => linkBases.indexOf(link.basis)))]!
  const inWords = (lang: 'sv' | 'en') => telling.map(({ reason }) => reason[lang]).join(' ')
  return {
    predecessor: trail[0]!.predecessor,
    successor: trail.at(-1)!.successor,
    change: changed.length > 0 ? 'renamed' : 'unchanged',
    basis,
    reason: { sv: inWords('sv'), en: inWords('en') },
    review: basis === 'reviewed' ? leastSureReview(telling) : null,
    continuesIn: null,
  }
}

/** The review by which a trail that rests on several is the least sure. */
function leastSureReview(links: readonly LineageLink[]): LineageLink['review'] {
  const order = ['low', 'medium', 'high']
  const reviews = links.flatMap(({ review }) => review ?? [])
  return reviews.toSorted((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence))[0] ?? null
}

function withChange(link: LineageLink, all: readonly LineageLink[]): LineageLink {
  const { predecessor, successor } = link
  if (all.filter((other) => other.predecessor === predecessor).length > 1) return { ...link, change: 'split' }
  if (all.filter((other) => other.successor === successor).length > 1) return { ...link, change: 'merged' }
  return { ...link, change: predecessor!.displayLabel === successor!.displayLabel ? 'unchanged' : link.change }
}
