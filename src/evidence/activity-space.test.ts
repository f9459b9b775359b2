import { describe, expect, test } from 'vitest'
import { activitySpaceOf } from './activity-space.ts'
import { distinctiveActivities } from './distinctive-activities.ts'
import { presenceAndDensity } from './related-activities.ts'
import { shippedPanel } from './testing/shipped-panel.ts'

const panel = shippedPanel
const { nodes, edges } = activitySpaceOf(panel)

describe('the map of occupations', () => {
  test('has every occupation that tells counties apart, and no other', () => {
    expect(new Set(nodes.map(({ activity }) => activity))).toEqual(new Set(distinctiveActivities(panel)))
    for (const { x, y } of nodes) expect([x >= 0, x <= 1, y >= 0, y <= 1]).toEqual([true, true, true, true])
  })

  test('hangs together: every occupation can be reached from every other', () => {
    const reached = new Set([0])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const { source, target } of edges) if (reached.has(source) || reached.has(target)) reached.add(source).add(target)
    }
    expect(reached.size).toBe(nodes.length)
  })

  test('ties each to the three nearest at least, with the proximity that next steps rest on', () => {
    const { proximities } = presenceAndDensity(panel)
    const width = panel.activities.length
    const ties = new Map(nodes.map((_, at) => [at, 0]))
    for (const { source, target, proximity } of edges) {
      for (const end of [source, target]) ties.set(end, ties.get(end)! + 1)
      const [row, column] = [source, target].map((at) => panel.activities.indexOf(nodes[at]!.activity)) as [number, number]
      expect(proximity).toBe(proximities.values[row * width + column])
    }
    expect(Math.min(...ties.values())).toBeGreaterThanOrEqual(3)
  })

  test('puts what belongs together nearer than the rest', () => {
    const far = ([one, other]: readonly [(typeof nodes)[number], (typeof nodes)[number]]) =>
      Math.hypot(one.x - other.x, one.y - other.y)
    const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
    const tied = middle(edges.map(({ source, target }) => far([nodes[source]!, nodes[target]!])))
    const any = middle(nodes.flatMap((one, at) => nodes.slice(at + 1).map((other) => far([one, other]))))
    expect(tied).toBeLessThan(any / 4)
  })
})
