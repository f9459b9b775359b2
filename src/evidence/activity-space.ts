import { maximumSpanningTree, networkLayout } from '../../packages/relatedness/src/relatedness.ts'
import type { NetworkEdge, PairMatrix } from '../../packages/relatedness/src/relatedness.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { distinctiveActivities } from './distinctive-activities.ts'
import { presenceAndDensity } from './related-activities.ts'

/** A map of activities: those that the same regions tend to be specialised in are near each other. */
export interface ActivitySpace {
  /** Places from 0 to 1, the longer side of the map filling the range. */
  readonly nodes: readonly { activity: string; x: number; y: number }[]
  /** Ties by falling proximity; the ends are places among the nodes. */
  readonly edges: readonly { source: number; target: number; proximity: number }[]
}

/** Each activity is tied to this many of those nearest to it: with the tree alone, what belongs together is scattered. */
const nearestTied = 3
/** As many rounds give the same groups as three times as many, and take less than a moment. */
const rounds = 100

/**
 * The space of the activities that tell regions apart, by the last year. It is made once for a panel and is the same for every region, so that
 * two regions' pictures can be laid side by side. The ties are the maximum spanning tree and each activity's nearest ones.
 * Sources: Hidalgo et al. 2007, doi:10.1126/science.1144581 (product space); Fruchterman & Reingold 1991, doi:10.1002/spe.4380211102 (layout).
 */
export const activitySpaceOf = deriveEach('activity space', (panel: ActivityPanel): ActivitySpace => {
  const pairs = distinctivePairs(panel)
  const edges = tiesOf(pairs)
  const nodes = networkLayout({ nodes: pairs.labels, edges }, { rounds })
  return {
    nodes: nodes.map(({ label, x, y }) => ({ activity: label, x, y })),
    edges: edges.map(({ source, target, weight }) => ({ source, target, proximity: weight })),
  }
})

/** The proximities of the distinctive activities alone. */
function distinctivePairs(panel: ActivityPanel): PairMatrix {
  const { proximities } = presenceAndDensity(panel)
  const distinctive = distinctiveActivities(panel)
  const width = panel.activities.length
  const places = panel.activities.flatMap((activity, at) => (distinctive.has(activity) ? [at] : []))
  const values = new Float64Array(places.length * places.length)
  places.forEach((from, row) =>
    places.forEach((to, column) => {
      if (row !== column) values[row * places.length + column] = proximities.values[from * width + to]! || 0
    }),
  )
  return { labels: places.map((at) => panel.activities[at]!), values }
}

function tiesOf(pairs: PairMatrix): NetworkEdge[] {
  const size = pairs.labels.length
  const ties = new Map(maximumSpanningTree(pairs).edges.map((edge) => [edge.source * size + edge.target, edge]))
  for (let node = 0; node < size; node++) {
    const weights = pairs.values.subarray(node * size, (node + 1) * size)
    const nearest = [...weights.keys()].filter((other) => weights[other]! > 0).sort((a, b) => weights[b]! - weights[a]! || a - b)
    for (const other of nearest.slice(0, nearestTied)) {
      const [source, target] = [Math.min(node, other), Math.max(node, other)]
      ties.set(source * size + target, { source, target, weight: weights[other]! })
    }
  }
  return [...ties.values()].sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target)
}
