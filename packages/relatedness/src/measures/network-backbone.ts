import { checkPairs } from './checked-arguments.ts'
import { between, declareOptions, type OptionsOf } from './declared-options.ts'
import type { PairMatrix } from './table.ts'

/** Two labels that are tied, by their places among the nodes; `source` comes before `target`. */
export interface NetworkEdge {
  source: number
  target: number
  weight: number
}

/** Labels and the ties between them, without direction. */
export interface Network {
  nodes: readonly string[]
  edges: readonly NetworkEdge[]
}

/**
 * Maximum spanning tree: the ties that join all that can be joined with the largest sum of weights (Kruskal). Parts that share
 * nothing stay apart, so it is a forest then. Ties in weight go to the pair that comes first.
 * @param pairs  symmetric, zero or more; zero and NaN are no tie, and the diagonal is not read
 * @returns edges by falling weight
 * @throws RangeError when the matrix is not symmetric or a weight is negative
 * Source: Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7; for the product space: Hidalgo et al. 2007,
 * doi:10.1126/science.1144581.
 */
export function maximumSpanningTree(pairs: PairMatrix): Network {
  const parent = Uint32Array.from(pairs.labels.keys())
  const rootOf = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!
    return node
  }
  const edges = edgesOf('maximumSpanningTree', pairs)
    .sort(byWeight)
    .filter(({ source, target }) => {
      const [one, other] = [rootOf(source), rootOf(target)]
      if (one === other) return false
      parent[other] = one
      return true
    })
  return { nodes: pairs.labels, edges }
}

const disparityOptions = declareOptions('disparityFilter', {
  /** The probability below which a tie is kept. Default 0.05. There is one test for each end of each tie, and no correction for that. */
  level: between(0, 1, 0.05),
})
export interface DisparityOptions extends OptionsOf<typeof disparityOptions> {}

/** A tie with how improbable its weight is, at the end where it is more so. */
export interface DisparityEdge extends NetworkEdge {
  pValue: number
}

/**
 * Disparity filter: the ties that take more of one of their ends' whole weight than even spreading by chance would,
 * (1 − w / s)^(k − 1) < level, s being the sum of the end's weights and k their number. An end with one tie decides nothing.
 * @param pairs  as for `maximumSpanningTree`
 * @returns edges with their p-values, in the order of the pairs
 * @throws RangeError as `maximumSpanningTree`
 * Source: Serrano, Boguñá & Vespignani 2009, doi:10.1073/pnas.0808904106.
 */
export function disparityFilter(
  pairs: PairMatrix,
  options: DisparityOptions = {},
): { nodes: readonly string[]; edges: DisparityEdge[] } {
  const { level } = disparityOptions.read(options)
  const edges = edgesOf('disparityFilter', pairs)
  const strength = new Float64Array(pairs.labels.length)
  const degree = new Uint32Array(pairs.labels.length)
  for (const { source, target, weight } of edges)
    for (const end of [source, target]) {
      strength[end]! += weight
      degree[end]!++
    }
  const chance = (end: number, weight: number) => (degree[end]! > 1 ? (1 - weight / strength[end]!) ** (degree[end]! - 1) : 1)
  const tested = edges.map((edge) => ({
    ...edge,
    pValue: Math.min(chance(edge.source, edge.weight), chance(edge.target, edge.weight)),
  }))
  return { nodes: pairs.labels, edges: tested.filter(({ pValue }) => pValue < level) }
}

/**
 * The backbone of an activity space, as it is usually drawn: the maximum spanning tree, so that nothing hangs loose, and the
 * ties that the disparity filter keeps.
 * @returns edges by falling weight. Sources: as `maximumSpanningTree` and `disparityFilter`.
 */
export function networkBackbone(pairs: PairMatrix, options: DisparityOptions = {}): Network {
  const tree = maximumSpanningTree(pairs)
  const key = ({ source, target }: NetworkEdge) => source * pairs.labels.length + target
  const kept = new Map(tree.edges.map((edge) => [key(edge), edge]))
  for (const { source, target, weight } of disparityFilter(pairs, options).edges) {
    const edge = { source, target, weight }
    if (!kept.has(key(edge))) kept.set(key(edge), edge)
  }
  return { nodes: pairs.labels, edges: [...kept.values()].sort(byWeight) }
}

function byWeight(one: NetworkEdge, other: NetworkEdge): number {
  return other.weight - one.weight || one.source - other.source || one.target - other.target
}

function edgesOf(of: string, pairs: PairMatrix): NetworkEdge[] {
  checkPairs(of, pairs)
  const { labels, values } = pairs
  const edges: NetworkEdge[] = []
  for (let source = 0; source < labels.length; source++)
    for (let target = source + 1; target < labels.length; target++) {
      const weight = values[source * labels.length + target]!
      const back = values[target * labels.length + source]!
      if (!Object.is(weight, back) && weight !== back)
        throw new RangeError(
          `${of}: «${labels[source]}» with «${labels[target]}» is ${weight} and the other way ${back}; a network needs a symmetric matrix.`,
        )
      if (weight < 0)
        throw new RangeError(`${of}: «${labels[source]}» with «${labels[target]}» is ${weight}; weights must be zero or more.`)
      if (weight > 0) edges.push({ source, target, weight })
    }
  return edges
}
