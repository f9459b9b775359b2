import type { LineageChange } from '../records/lineage-decision.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import { derive } from '../snapshot/derive.ts'
import { findEditions } from '../snapshot/editions.ts'
import type { Edition } from '../snapshot/editions.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { bridgeDecisions } from './bridge-decisions.ts'
import { settleLineage } from './settle-lineage.ts'
import type { LinkBasis, LinkReview } from './settle-lineage.ts'

export interface LineageLink {
  /** An area of the list before; of an older one where that list lacks what this one takes up again. */
  predecessor: Known<'priorityArea'> | null
  successor: Known<'priorityArea'> | null
  change: LineageChange
  basis: LinkBasis
  reason: LocalText
  review: LinkReview | null
  /** The later list that takes up again what is missing in this one; null where none does. */
  continuesIn: Known<'strategy'> | null
}

/** What happened to the areas between one edition and the next. */
export interface LineageStep {
  from: Edition
  to: Edition
  links: LineageLink[]
}

/** The steps found so far by owner, with the editions they were found between. */
type FoundSteps = Map<string, { editions: readonly Edition[]; steps: LineageStep[] }>

/** Steps are slow to find, so they are found when an owner is first asked for and then kept by owner. */
const stepsByOwner = derive<FoundSteps>(
  'lineage',
  ['strategy', 'priorityArea', 'lineage', 'bridgeVerdict', 'thesaurus', 'lineageReview'],
  (_snapshot, previous) => {
    if (!previous) return new Map()
    const decided = new Set([
      ...previous.touched('inForce', 'lineage').flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]),
      ...previous.touched('inForce', 'bridgeVerdict').map(({ priorityAreaId }) => priorityAreaId),
    ])
    const isOpen = (editions: readonly Edition[]) =>
      !editions.some(({ priorities }) => priorities.some(({ id }) => decided.has(id)))
    return new Map([...previous.value].filter(([, { editions }]) => decided.size === 0 || isOpen(editions)))
  },
)

/** The steps between an owner's editions, oldest first: decided by people, else reviewed, else suggested. */
export function findLineage(snapshot: Snapshot, owner: Owner): LineageStep[] {
  const found = stepsByOwner(snapshot)
  const editions = findEditions(snapshot, owner)
  const key = ownerKey(owner)
  const known = found.get(key)
  // The list of editions is the same object for as long as nothing in it changes, so identity is enough to reuse the steps.
  if (known?.editions === editions) return known.steps
  const steps = makeSteps(snapshot, owner)
  found.set(key, { editions, steps })
  return steps
}

function makeSteps(snapshot: Snapshot, owner: Owner): LineageStep[] {
  const editions = findEditions(snapshot, owner)
  const decided = snapshot.inForce('lineage')
  const thesaurus = thesaurusOf(snapshot)
  const byId = new Map(editions.flatMap(({ priorities }) => priorities).map((priority) => [priority.id, priority]))
  const get = (id: string | null) => (id ? (byId.get(id) ?? null) : null)
  let waiting: readonly Known<'priorityArea'>[] = []
  const steps = editions.slice(1).map((to, index): LineageStep => {
    const from = editions[index]!
    const decisions = [...decided, ...bridgeDecisions(snapshot, { from, to }, decided)]
    const settled = settleLineage(thesaurus, { from, to, waiting }, { decisions, review: snapshot.lineageReview })
    const isEnded = ({ id }: { id: string }) =>
      settled.some((link) => link.predecessorId === id && (link.successorId !== null || link.basis !== 'suggested'))
    waiting = [...waiting, ...from.priorities].filter((area) => !isEnded(area))
    const links = settled.map(({ predecessorId, successorId, ...link }) => ({
      ...link,
      predecessor: get(predecessorId),
      successor: get(successorId),
      continuesIn: null,
    }))
    return { from, to, links }
  })
  return withContinuations(steps)
}

/** Where an area is missing in one list and a later one continues it, the step without it says so. */
function withContinuations(steps: readonly LineageStep[]): LineageStep[] {
  const back = new Map(
    steps.flatMap(({ from, to, links }) =>
      links.flatMap(({ predecessor, successor }) =>
        predecessor && successor && predecessor.strategyId !== from.strategy.id
          ? [[predecessor.id, { successor, strategy: to.strategy }] as const]
          : [],
      ),
    ),
  )
  return steps.map((step) => ({
    ...step,
    links: step.links.map((link) => {
      const later = link.successor === null && link.predecessor ? back.get(link.predecessor.id) : undefined
      return later ? { ...link, continuesIn: later.strategy, reason: continuationReason(later) } : link
    }),
  }))
}

const continuationReason = ({
  successor,
  strategy,
}: {
  successor: Known<'priorityArea'>
  strategy: Known<'strategy'>
}): LocalText => ({
  sv: `Saknas i den här listan, men fortsätter i listan ${strategy.edition}: ”${successor.displayLabel}”.`,
  en: `Missing in this list, but continues in the list of ${strategy.edition}: “${successor.displayLabel}”.`,
})
