import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { intersections, joinedPairs } from './intersection-shape.ts'
import type { IntersectionChoice } from './intersection-shape.ts'
import { allPriorities } from './theme-shape.ts'

const snapshot = shippedSnapshot('2026-11-27')
const everything: IntersectionChoice = { themes: [], owner: '', period: '', onlyInForce: false }
const ids = (choice: Partial<IntersectionChoice>, on = snapshot) =>
  intersections(on, { ...everything, ...choice }).map(({ id }) => id)

describe('intersections', () => {
  test('are the areas that join two themes or more, and no others', () => {
    const joining = allPriorities(snapshot).filter(({ joinedThemeIds = [] }) => joinedThemeIds.length > 1)
    expect(joining.length).toBeGreaterThan(80)
    expect(ids({}).toSorted()).toEqual(joining.map(({ id }) => id).toSorted())
    for (const { joins, joinedThemeIds } of intersections(snapshot, everything))
      expect(joins.map(({ id }) => id)).toEqual(joinedThemeIds)
  })
  test('join all the themes asked for, by id, English slug or name in any order', () => {
    const asked = [
      ['livsmedel', 'digitalisering'],
      ['digitalisation', 'food'],
      ['Digitalisering och it', 'LIVSMEDEL OCH JORDBRUK'],
    ]
    for (const themes of asked) expect(ids({ themes })).toContain('halland-2022-food-tech')
    expect(ids({ themes: ['livsmedel'] }).length).toBeGreaterThan(ids({ themes: asked[0]! }).length)
    expect(ids({ themes: ['livsmedel', 'finns-inte'] })).toEqual([])
  })
  test('are of one owner, one period, or in force', () => {
    expect(ids({ owner: 'kalmar', onlyInForce: true })).toEqual([
      'kalmar-2021-bioinnovation',
      'kalmar-2021-nature-and-cultural-tourism',
    ])
    expect(ids({ owner: '08', period: '2014-2020' })).toEqual(['kalmar-2020-bioinnovation', 'kalmar-2018-boende'])
    expect(ids({ onlyInForce: true }, shippedSnapshot('2018-06-01'))).toContain('kalmar-2018-boende')
  })
  test('come by owner’s name, the newest list first', () => {
    const rows = intersections(snapshot, everything)
    const names = rows.map(({ owner }) => owner.name.sv)
    expect(names).toEqual(names.toSorted(new Intl.Collator('sv').compare))
    expect(ids({ owner: 'skane' })[0]).toMatch(/^skane-2021-/)
  })
})

test('pairs of themes are counted once an area, the most joined first', () => {
  const rows = intersections(snapshot, { ...everything, owner: 'kalmar', period: '2014-2020' })
  const pairs = joinedPairs(rows)
  // Five themes of one area make ten pairs; housing and forest is another.
  expect(pairs.map(({ areaCount }) => areaCount)).toEqual(Array.from({ length: 11 }, () => 1))
  const all = joinedPairs(intersections(snapshot, everything))
  expect(all[0]!.areaCount).toBe(Math.max(...all.map(({ areaCount }) => areaCount)))
})
