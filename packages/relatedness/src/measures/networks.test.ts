import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { anyPresence } from '../testing/presences.ts'
import { locationQuotient } from './location-quotient.ts'
import { disparityFilter, maximumSpanningTree, networkBackbone } from './network-backbone.ts'
import { networkCommunities } from './network-communities.ts'
import { networkLayout } from './network-layout.ts'
import { proximity } from './proximity.ts'
import { specialisation } from './specialisation.ts'
import type { PairMatrix } from './table.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/networks.json', import.meta.url), 'utf8')) as {
  treeWeight: number
  treeEdges: number
  disparityEdges: [number, number][]
  disparityP: number[]
  modularity: number
}
const near = proximity(specialisation(locationQuotient(occupationsByCounty(2017))), { diagonal: 'zero' })
const pairsOf = (...rows: number[][]): PairMatrix => ({
  labels: rows.map((_, at) => `N${at + 1}`),
  values: Float64Array.from(rows.flat()),
})
const square = pairsOf([0, 5, 1, 4], [5, 0, 3, 0], [1, 3, 0, 2], [4, 0, 2, 0])

describe('maximum spanning tree', () => {
  test('by hand: the heaviest ties that make no ring', () => {
    expect(maximumSpanningTree(square).edges).toEqual([
      { source: 0, target: 1, weight: 5 },
      { source: 0, target: 3, weight: 4 },
      { source: 1, target: 2, weight: 3 },
    ])
  })
  test('as heavy as that of networkx', () => {
    const { edges } = maximumSpanningTree(near)
    expect(edges).toHaveLength(golden.treeEdges)
    expect(edges.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(golden.treeWeight, 10)
  })
  test('parts that share nothing stay apart, and what is missing is no tie', () => {
    expect(maximumSpanningTree(pairsOf([1, NaN, 0], [NaN, 1, 2], [0, 2, 1])).edges).toEqual([{ source: 1, target: 2, weight: 2 }])
  })
  test('a matrix with a direction, or below zero, is refused', () => {
    expect(() => maximumSpanningTree(pairsOf([0, 1], [2, 0]))).toThrow('needs a symmetric matrix')
    expect(() => networkBackbone(pairsOf([0, -1], [-1, 0]))).toThrow('must be zero or more')
  })
})

describe('disparity filter', () => {
  test('by hand: N1 has 5 of 10 on one of three ties, (1 − 1/2)² = 1/4; N2 has 5 of 8 on one of two, 3/8', () => {
    const { edges } = disparityFilter(square, { level: 0.999 })
    expect(edges.find(({ source, target }) => source === 0 && target === 1)!.pValue).toBe(0.25)
  })
  test('as in numpy', () => {
    const { edges } = disparityFilter(near, { level: 0.2 })
    expect(edges.map(({ source, target }) => [source, target])).toEqual(golden.disparityEdges)
    expect(
      largestDifference(
        edges.map(({ pValue }) => pValue),
        golden.disparityP,
      ),
    ).toBeLessThan(1e-12)
  })
  test('the backbone contains the tree and joins what it joins', () => {
    const keys = new Set(networkBackbone(near).edges.map(({ source, target }) => `${source} ${target}`))
    expect(maximumSpanningTree(near).edges.every(({ source, target }) => keys.has(`${source} ${target}`))).toBe(true)
  })
})

describe('communities', () => {
  test('by hand: two triangles and a bridge', () => {
    const edges = [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 4],
      [3, 5],
      [4, 5],
      [2, 3],
    ].map(([source, target]) => ({ source: source!, target: target!, weight: 1 }))
    const { communities, modularity } = networkCommunities({ nodes: ['a', 'b', 'c', 'd', 'e', 'f', 'alone'], edges })
    expect(communities).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['alone']])
    expect(modularity).toBeCloseTo(6 / 7 - 0.5, 12)
  })
  test('as good as those of networkx, within a hundredth', () => {
    const edges = []
    for (let source = 0; source < 149; source++)
      for (let target = source + 1; target < 149; target++)
        if (near.values[source * 149 + target]! > 0) edges.push({ source, target, weight: near.values[source * 149 + target]! })
    expect(networkCommunities({ nodes: near.labels, edges }).modularity).toBeGreaterThan(golden.modularity - 0.01)
  })
  test('every node is in one, whatever the network', () => {
    fc.assert(
      fc.property(anyPresence(), (presence) => {
        const network = networkBackbone(proximity(presence, { diagonal: 'zero' }))
        const { communities, communityOf } = networkCommunities(network)
        expect(communities.flat().sort()).toEqual([...network.nodes].sort())
        network.nodes.forEach((node, at) => expect(communities[communityOf[at]!]).toContain(node))
      }),
      { numRuns: 50 },
    )
  })
})

describe('layout', () => {
  test('is the same every time, within the picture, and another for another seed', () => {
    const network = networkBackbone(near)
    const places = networkLayout(network)
    expect(networkLayout(network)).toEqual(places)
    expect(places.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
    expect(networkLayout(network, { seed: 2 })).not.toEqual(places)
  })
  test('what is tied lies nearer than what is not', () => {
    const network = networkBackbone(near)
    const places = networkLayout(network)
    const far = (one: number, other: number) => Math.hypot(places[one]!.x - places[other]!.x, places[one]!.y - places[other]!.y)
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const tied = mean(network.edges.map(({ source, target }) => far(source, target)))
    const all = mean(places.flatMap((_, one) => places.slice(one + 1).map((__, other) => far(one, one + 1 + other))))
    expect(tied).toBeLessThan(all / 2)
  })
  test('of one node or none', () => {
    expect(networkLayout({ nodes: ['a'], edges: [] })).toEqual([{ label: 'a', x: 0.5, y: 0.5 }])
    expect(networkLayout({ nodes: [], edges: [] })).toEqual([])
  })
})
