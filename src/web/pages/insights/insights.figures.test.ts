import { expect, test } from 'vitest'
import { besideWithStatistics } from '../../../evidence/testing/shipped-cubes.ts'
import { insightsOf } from '../../../shapes/insights.ts'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { insightFigures, leftOutOf, standingOf } from './insights.figures.ts'

const insights = insightsOf(shippedSnapshot('2026-11-26', [], besideWithStatistics()))

test.each(['sv', 'en'] as const)('small charts of the regions and what was taken up later, in %s', (lang) => {
  const [leftOut, takenUp] = insightFigures(insights, lang)
  expect(leftOut!.table.rows).toHaveLength(insights.totals.withoutArea)
  expect(takenUp!.table.rows).toHaveLength(insights.totals.takenUp)
  const { marks } = leftOut!.draw!(1120)
  expect(marks.match(/<path/g)!.length).toBe(new Set(leftOutOf(insights).map(({ region }) => region.code)).size)
  const shown = takenUp!.draw!(720).marks.match(/<path/g)!.length
  expect(shown).toBeLessThan(insights.totals.takenUp)
  expect(takenUp!.sentence).toContain(`${shown} ${lang === 'sv' ? 'av' : 'of'} ${insights.totals.takenUp}`)
  expect(takenUp!.finding).not.toMatch(/togs upp|taken up/)
  for (const figure of [leftOut!, takenUp!])
    for (const width of figure.widths) expect(figure.draw!(width).marks).not.toMatch(/NaN|undefined/)
})

test('how it stands is read from the interval, and is missing without one', () => {
  const [one] = leftOutOf(insights)
  const latest = { count: 1, quotient: 1 }
  expect(standingOf({ ...one!, latest: { ...latest, lower: 1.1, upper: 2 } })).toBe('above')
  expect(standingOf({ ...one!, latest: { ...latest, lower: 0.9, upper: 1.1 } })).toBe('same')
  expect(standingOf({ ...one!, latest: { ...latest, lower: 0.1, upper: 0.9 } })).toBe('below')
  expect(standingOf({ ...one!, latest: null })).toBe('missing')
})
