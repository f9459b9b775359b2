import { expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { codeArea, keptOf } from './area-coding.ts'
import { halves, intervalOf, judgedAreas, measureSets } from './testing/judged-areas.ts'
import type { Half } from './testing/judged-areas.ts'

const snapshot = shippedSnapshot('2026-11-27')
const casesOf = (half: Half) =>
  judgedAreas(half).map((judged) => {
    const area = snapshot.getBegun('priorityArea', judged.areaId)!
    return { judged, coding: codeArea(snapshot, area), byWords: codeArea(snapshot, { ...area, types: undefined }) }
  })

/** The bars are a little below the results that `npm run bench:codes` prints; of the measuring half no single row was tuned on. */
const bars = {
  tune: { kind: 0.95, words: 0.88, precision: 0.78, recall: 0.84, ford: 0.85, themes: 0.87, goals: 0.77 },
  measure: { kind: 0.95, words: 0.86, precision: 0.65, recall: 0.73, ford: 0.77, themes: 0.86, goals: 0.78 },
}

test.each(halves)('areas judged blind, %s half: each figure reaches its bar', (half) => {
  const cases = casesOf(half)
  const share = (isRight: (one: (typeof cases)[number]) => boolean) => cases.filter(isRight).length / cases.length
  const sets = (of: (one: (typeof cases)[number]) => [string[], readonly string[]]) =>
    measureSets(cases.map(of).map(([given, judged]) => ({ given, judged })))
  const codes = (values: Parameters<typeof keptOf>[0]) => keptOf(values).map(({ code }) => code)
  const divisions = sets(({ judged, coding }) => [codes(coding.industry), judged.divisions])
  const bar = bars[half]
  expect(share(({ judged, coding }) => judged.kinds.includes(codes(coding.kind)[0]!))).toBeGreaterThan(bar.kind)
  expect(share(({ judged, byWords }) => judged.kinds.includes(codes(byWords.kind)[0]!))).toBeGreaterThan(bar.words)
  expect(divisions.precision).toBeGreaterThan(bar.precision)
  expect(divisions.recall).toBeGreaterThan(bar.recall)
  expect(share(({ judged, coding }) => judged.fordCodes.includes(codes(coding.scienceField)[0]!))).toBeGreaterThan(bar.ford)
  expect(sets(({ judged, coding }) => [codes(coding.theme), judged.themeIds]).f1).toBeGreaterThan(bar.themes)
  expect(sets(({ judged, coding }) => [codes(coding.goal), judged.sdgGoals.map(String)]).f1).toBeGreaterThan(bar.goals)
})

test('no area that ships is without an industry unless it says why, and none has a code outside its themes', () => {
  for (const area of snapshot.inForce('priorityArea')) {
    const { industry, theme } = codeArea(snapshot, area)
    if (keptOf(industry).length > 0) expect(keptOf(theme).length, area.id).toBeGreaterThan(0)
    for (const { code, fromThemeIds, fromConceptIds } of industry) {
      expect(code, area.id).toMatch(/^\d{2}$/)
      expect(fromThemeIds.length + fromConceptIds.length, `${area.id} ${code}`).toBeGreaterThan(0)
    }
  }
})

test('precision, recall and F1 are those of all sets together', () => {
  const { precision, recall, f1 } = measureSets([
    { given: ['a', 'b', 'b'], judged: ['a'] },
    { given: ['c'], judged: ['c', 'd', 'e'] },
  ])
  expect([precision, recall, f1]).toEqual([2 / 3, 2 / 4, 4 / 7])
})

test('an interval is the same at every run, holds the figure, and is a point when all cases are alike', () => {
  const mean = (drawn: readonly number[]) => drawn.reduce((sum, one) => sum + one, 0) / drawn.length
  const [low, high] = intervalOf([0, 1, 1, 1], mean)
  expect(intervalOf([0, 1, 1, 1], mean)).toEqual([low, high])
  expect(low < 0.75 && 0.75 < high).toBe(true)
  expect(intervalOf([1, 1], mean)).toEqual([1, 1])
})
