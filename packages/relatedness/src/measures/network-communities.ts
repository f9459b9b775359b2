import { declareOptions, type OptionsOf, positive } from './declared-options.ts'
import type { Network } from './network-backbone.ts'

const communityOptions = declareOptions('networkCommunities', {
  /** More gives smaller communities. Default 1, which is modularity as defined. */
  resolution: positive(1),
})
export interface CommunityOptions extends OptionsOf<typeof communityOptions> {}

export interface Communities {
  /** For each node, the number of its community: 0 for the largest, ties by their first node. */
  communityOf: readonly number[]
  /** The labels of each community. */
  communities: readonly (readonly string[])[]
  /** Q = Σ_c (w_c / W − γ (s_c / 2W)²): above 0 when ties lie within communities more than by chance; NaN without ties. */
  modularity: number
}

/**
 * Communities of a network by modularity (Louvain): nodes move to the neighbouring community that gains most, then communities
 * become nodes, until nothing gains. Nodes are visited in their order, so the same network gives the same answer everywhere.
 * A local best, not proven to be the highest modularity there is.
 * @returns every node in one community; a node without ties alone
 * Source: Blondel, Guillaume, Lambiotte & Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008; Newman & Girvan 2004,
 * doi:10.1103/PhysRevE.69.026113.
 */
export function networkCommunities(network: Network, options: CommunityOptions = {}): Communities {
  const { resolution } = communityOptions.read(options)
  let level = firstLevel(network)
  let membership = network.nodes.map((_, at) => at)
  for (;;) {
    const moved = localMoves(level, resolution)
    if (moved === null) break
    membership = membership.map((at) => moved[at]!)
    level = joined(level, moved)
  }
  return described(network, membership, resolution)
}

interface Level {
  /** For each node, its ties to others and their weights. */
  ties: Map<number, number>[]
  /** Twice the weight within the node, from levels below. */
  own: number[]
}

function firstLevel({ nodes, edges }: Network): Level {
  const ties = nodes.map(() => new Map<number, number>())
  for (const { source, target, weight } of edges) {
    ties[source]!.set(target, (ties[source]!.get(target) ?? 0) + weight)
    ties[target]!.set(source, (ties[target]!.get(source) ?? 0) + weight)
  }
  return { ties, own: nodes.map(() => 0) }
}

/** The community of each node, numbered from 0 in the order of their first nodes; null when no move gains. */
function localMoves({ ties, own }: Level, resolution: number): number[] | null {
  const strength = ties.map((near, at) => own[at]! + sumOf(near.values()))
  const whole = sumOf(strength)
  const community = ties.map((_, at) => at)
  const total = [...strength]
  let movedAny = false
  for (let moved = true; moved;) {
    moved = false
    for (let node = 0; node < ties.length; node++) {
      const from = community[node]!
      total[from]! -= strength[node]!
      const weightTo = new Map<number, number>([[from, 0]])
      for (const [other, weight] of ties[node]!) weightTo.set(community[other]!, (weightTo.get(community[other]!) ?? 0) + weight)
      const gain = (to: number) => weightTo.get(to)! - (resolution * strength[node]! * total[to]!) / whole
      let [best, most] = [from, gain(from)]
      for (const to of weightTo.keys()) if (gain(to) > most + 1e-12 * whole) [best, most] = [to, gain(to)]
      total[best]! += strength[node]!
      community[node] = best
      if (best !== from) moved = movedAny = true
    }
  }
  return movedAny ? numbered(community) : null
}

function joined({ ties, own }: Level, community: readonly number[]): Level {
  const count = Math.max(...community) + 1
  const next: Level = { ties: Array.from({ length: count }, () => new Map()), own: Array.from({ length: count }, () => 0) }
  ties.forEach((near, node) => {
    const mine = community[node]!
    next.own[mine]! += own[node]!
    for (const [other, weight] of near) {
      const theirs = community[other]!
      if (theirs === mine) next.own[mine]! += weight
      else next.ties[mine]!.set(theirs, (next.ties[mine]!.get(theirs) ?? 0) + weight)
    }
  })
  return next
}

function described(network: Network, membership: readonly number[], resolution: number): Communities {
  const groups: number[][] = []
  membership.forEach((group, node) => (groups[group] ??= []).push(node))
  const sorted = groups.filter(Boolean).sort((one, other) => other.length - one.length || one[0]! - other[0]!)
  const communityOf = network.nodes.map(() => 0)
  sorted.forEach((nodes, at) => nodes.forEach((node) => (communityOf[node] = at)))
  return {
    communityOf,
    communities: sorted.map((nodes) => nodes.map((node) => network.nodes[node]!)),
    modularity: modularityOf(network, communityOf, resolution),
  }
}

function modularityOf({ edges }: Network, communityOf: readonly number[], resolution: number): number {
  const whole = edges.reduce((sum, { weight }) => sum + weight, 0)
  const strength = new Map<number, number>()
  let within = 0
  for (const { source, target, weight } of edges) {
    const [one, other] = [communityOf[source]!, communityOf[target]!]
    strength.set(one, (strength.get(one) ?? 0) + weight)
    strength.set(other, (strength.get(other) ?? 0) + weight)
    if (one === other) within += weight
  }
  return within / whole - resolution * sumOf([...strength.values()].map((value) => (value / (2 * whole)) ** 2))
}

function numbered(community: readonly number[]): number[] {
  const places = new Map<number, number>()
  return community.map((one) => {
    if (!places.has(one)) places.set(one, places.size)
    return places.get(one)!
  })
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const value of numbers) sum += value
  return sum
}
