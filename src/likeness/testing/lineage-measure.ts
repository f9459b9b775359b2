import { shippedSnapshot } from '../../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { findLineage } from '../lineage.ts'
import { foldedLabel } from '../pair-areas.ts'

export interface LineageMeasure {
  /** Of the reviewed links between areas whose names differ, the share that the program finds by itself. */
  recall: number
  /** Of the links between areas whose names differ that the program suggests, the share that the reviews confirm. */
  precision: number
  linked: number
  suggested: number
  missed: readonly string[]
  /** Suggested links that were reviewed as wrong, or that no review mentions. */
  unconfirmed: readonly string[]
  /** Pairs reviewed as not linked, and those of them that are suggested as linked. */
  notLinked: number
  wrong: readonly string[]
}

const shippedDay = '2026-11-27'

/**
 * Compares what the program suggests by itself on the lists that ship with the links that were reviewed. Names that are
 * equal but for punctuation, case and small words are left out, since any program finds those.
 */
export function measureLineage(): LineageMeasure {
  const snapshot = shippedSnapshot(shippedDay, [], { ...getShippedBeside(), lineageReview: null })
  const labelOf = (id: string) => foldedLabel(snapshot.getBegun('priorityArea', id)!)
  const isTelling = ([before, after]: Pair) => labelOf(before) !== labelOf(after)
  const owners = [
    ...snapshot.inForce('region').map(({ code }) => ({ kind: 'region' as const, id: code })),
    ...snapshot.inForce('jointArea').map(({ id }) => ({ kind: 'jointArea' as const, id })),
  ]
  const found = new Set(
    owners
      .flatMap((owner) => findLineage(snapshot, owner).flatMap(({ links }) => links))
      .flatMap(({ predecessor, successor }): Pair[] => (predecessor && successor ? [[predecessor.id, successor.id]] : []))
      .filter(isTelling)
      .map(keyOf),
  )
  const reviewed = getShippedBeside().lineageReview!.links.map((link) => ({
    ...link,
    pair: [link.predecessorId, link.successorId] as Pair,
  }))
  const pairsOf = (verdict: string) =>
    reviewed.filter((one) => one.verdict === verdict && isTelling(one.pair)).map(({ pair }) => pair)
  const linked = new Set(pairsOf('confirmed').map(keyOf))
  const notLinked = pairsOf('rejected').map(keyOf)
  const right = withChains(pairsOf('confirmed'))
  const unconfirmed = [...found].filter((key) => !right.has(key))
  const missed = [...linked].filter((key) => !found.has(key))
  return {
    recall: 1 - missed.length / linked.size,
    precision: 1 - unconfirmed.length / found.size,
    linked: linked.size,
    suggested: found.size,
    missed,
    unconfirmed,
    notLinked: notLinked.length,
    wrong: notLinked.filter((key) => found.has(key)),
  }
}

type Pair = readonly [before: string, after: string]
const keyOf = ([before, after]: Pair) => `${before} → ${after}`

/** The links, and those that follow from two of them: what became of what an area became, if the list in between is passed over. */
function withChains(links: readonly Pair[]): Set<string> {
  const chained = links.flatMap(([first, middle]) =>
    links.filter(([before]) => before === middle).map(([, last]) => [first, last] as const),
  )
  return new Set([...links, ...chained].map(keyOf))
}
