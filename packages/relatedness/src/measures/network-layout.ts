import { declareOptions, type OptionsOf, wholeNumber } from './declared-options.ts'
import type { Network } from './network-backbone.ts'

const layoutOptions = declareOptions('networkLayout', {
  /** How many rounds of pushing and pulling. Default 300. */
  rounds: wholeNumber(300, { least: 1, most: 10_000 }),
  /** Where the nodes begin; another number gives another picture. Default 1. */
  seed: wholeNumber(1, { least: 1, most: 2_147_483_646 }),
})
export interface LayoutOptions extends OptionsOf<typeof layoutOptions> {}

/** Where a node lies: x and y from 0 to 1, the longer side of the picture filling the whole range. */
export interface NodePlace {
  label: string
  x: number
  y: number
}

/**
 * A picture of a network: nodes push each other away and ties pull them together, less and less (Fruchterman–Reingold), with a
 * pull towards the middle so that parts that share nothing stay in sight. The same numbers in Node and every browser: it begins
 * from a fixed sequence and uses nothing but sums, products, quotients and square roots.
 * @returns the places in the order of the nodes. Up to some thousand nodes: each round looks at every pair.
 * Source: Fruchterman & Reingold 1991, doi:10.1002/spe.4380211102.
 */
export function networkLayout(network: Network, options: LayoutOptions = {}): NodePlace[] {
  const { rounds, seed } = layoutOptions.read(options)
  const { nodes, edges } = network
  const size = nodes.length
  const [x, y] = startOf(size, seed)
  const [moveX, moveY] = [new Float64Array(size), new Float64Array(size)]
  const ideal = Math.sqrt(1 / Math.max(1, size))
  const heaviest = edges.reduce((most, { weight }) => Math.max(most, weight), 0)
  for (let round = 0; round < rounds; round++) {
    moveX.fill(0)
    moveY.fill(0)
    push(x, y, { moveX, moveY, ideal })
    for (const { source, target, weight } of edges) {
      const [dx, dy] = [x[source]! - x[target]!, y[source]! - y[target]!]
      const pull = (Math.sqrt(dx * dx + dy * dy) / ideal) * (0.5 + (0.5 * weight) / heaviest)
      moveX[source]! -= dx * pull
      moveY[source]! -= dy * pull
      moveX[target]! += dx * pull
      moveY[target]! += dy * pull
    }
    const step = 0.1 * (1 - round / rounds)
    for (let node = 0; node < size; node++) {
      const [dx, dy] = [moveX[node]! - x[node]! * 0.5, moveY[node]! - y[node]! * 0.5]
      const length = Math.sqrt(dx * dx + dy * dy)
      if (length === 0) continue
      const kept = Math.min(length, step) / length
      x[node]! += dx * kept
      y[node]! += dy * kept
    }
  }
  return fitted(nodes, x, y)
}

function push(
  x: Float64Array,
  y: Float64Array,
  { moveX, moveY, ideal }: { moveX: Float64Array; moveY: Float64Array; ideal: number },
): void {
  for (let one = 0; one < x.length; one++)
    for (let other = one + 1; other < x.length; other++) {
      const [dx, dy] = [x[one]! - x[other]!, y[one]! - y[other]!]
      const force = (ideal * ideal) / Math.max(dx * dx + dy * dy, 1e-9)
      moveX[one]! += dx * force
      moveY[one]! += dy * force
      moveX[other]! -= dx * force
      moveY[other]! -= dy * force
    }
}

/** Park and Miller's sequence, which whole numbers compute exactly. */
function startOf(size: number, seed: number): [Float64Array, Float64Array] {
  let state = seed
  const next = () => {
    state = (state * 48271) % 2_147_483_647
    return state / 2_147_483_647 - 0.5
  }
  for (let at = 0; at < 10; at++) next()
  const x = new Float64Array(size)
  const y = new Float64Array(size)
  for (let node = 0; node < size; node++) {
    x[node] = next()
    y[node] = next()
  }
  return [x, y]
}

function fitted(nodes: readonly string[], x: Float64Array, y: Float64Array): NodePlace[] {
  const [left, right, low, high] = [least(x), -least(x.map((value) => -value)), least(y), -least(y.map((value) => -value))]
  const range = Math.max(right - left, high - low) || 1
  return nodes.map((label, node) => ({
    label,
    x: (x[node]! - left + (range - (right - left)) / 2) / range,
    y: (y[node]! - low + (range - (high - low)) / 2) / range,
  }))
}

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity)
}
