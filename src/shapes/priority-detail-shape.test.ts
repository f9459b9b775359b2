import { describe, expect, test } from 'vitest'
import { area, decision, lineage, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import { PriorityDetailShape, priorityView } from './priority-detail-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const view = (id: string, ...further: Parameters<typeof threeRegionsOn>[1][]) =>
  PriorityDetailShape.parse(priorityView(threeRegionsOn('2024-01-01', ...further), id))

describe('an area in full', () => {
  test('has its list, and the list’s other areas', () => {
    const { strategy: list, siblings, displayLabel } = view('a21-energi')
    expect([displayLabel, list?.id, siblings.map(({ id }) => id)]).toEqual(['Energi', 'alvik-2021', ['a21-skog']])
  })
  test('that left the list before its end is none of its areas, but has its list', () => {
    expect(view('a15-turism').siblings.map(({ id }) => id)).toEqual(['a15-livsmedel', 'a15-energi'])
    expect(view('a15-energi').siblings.map(({ id }) => id)).toEqual(['a15-livsmedel'])
  })
  test('without a list that is known has none, and no siblings', () => {
    const list = strategy('s', '03')
    const made = snapshotOf([region('03', 'Alvik'), area('a', list)])
    expect(priorityView(made, 'a')).toMatchObject({ strategy: null, siblings: [] })
  })
  test('has what it came from and what it became', () => {
    const before = view('a21-energi')
    expect(before.predecessors).toMatchObject([
      {
        link: { predecessorId: 'a15-energi', successorId: 'a21-energi', change: 'unchanged', basis: 'suggested' },
        priority: { id: 'a15-energi' },
      },
    ])
    expect(before.successors).toEqual([])
    expect(view('a15-energi').successors).toMatchObject([{ link: { change: 'unchanged' }, priority: { id: 'a21-energi' } }])
    expect(view('a15-energi').predecessors).toEqual([])
  })
  test('that is new came from nothing', () => {
    expect(view('a21-skog').predecessors).toMatchObject([
      { link: { predecessorId: null, successorId: 'a21-skog', change: 'new' }, priority: null },
    ])
  })
  test('that was dropped became nothing', () => {
    const dropped = lineage('a15-livsmedel', null, { change: 'dropped', verdict: 'confirmed' })
    expect(view('a15-livsmedel', dropped).successors).toMatchObject([
      { link: { predecessorId: 'a15-livsmedel', successorId: null, change: 'dropped', basis: 'confirmed' }, priority: null },
    ])
  })
  test('names the themes that its words suggest and a person has rejected', () => {
    const { rejectedThemes, themes } = view('a21-energi', decision('a21-energi', 'theme.energi', 'rejected'))
    expect(themes).toEqual([])
    expect(rejectedThemes).toEqual([
      expect.objectContaining({ id: 'energi', words: ['Energi'], decision: null, confidence: 0.8 }),
    ])
    expect(view('a21-energi').rejectedThemes).toEqual([])
  })
  test('is shown beside what is like it elsewhere, with how much and why', () => {
    const { similar } = view('a21-energi')
    expect(similar.map(({ priority }) => priority.id)).toEqual(['d16-vind', 'b17-energi'])
    expect(similar[0]!.score).toBeGreaterThan(similar[1]!.score)
    expect(similar[0]!.reason.sv.toLowerCase()).toContain('energi')
  })
  test('is shown beside six others at most', () => {
    const owners = ['10', '11', '12', '13', '14', '15', '16', '17'].map((code) => strategy(`s${code}`, code))
    const made = snapshotOf(
      owners.flatMap((list) => [list, area(`a-${list.recordId}`, list, { body: { displayLabel: 'Vindkraft' } })]),
    )
    expect(priorityView(made, 'a-s10').similar).toHaveLength(6)
  })
})

test('an area that is not known is refused by its code', () => {
  expect(() => view('okand')).toThrow(expect.objectContaining({ code: 'priority_not_found' }))
})
