import { expect, test } from 'vitest'
import type { RegionSummaryShape } from '../../../shapes/shapes.ts'
import { mostOwnAreas } from './own-area.ts'

interface ThemeSketch {
  id: string
  confidence?: number
  decision?: 'confirmed'
}

/** A region with areas, each given by its themes. */
const region = (code: string, areas: ThemeSketch[][]) =>
  ({
    code,
    current: {
      priorities: areas.map((themes, at) => ({
        id: `${code}-${at}`,
        order: at + 1,
        themes: themes.map(({ id, confidence = 0.9, decision = null }) => ({ id, confidence, decision })),
      })),
    },
  }) as unknown as RegionSummaryShape

const chosen = (...regions: RegionSummaryShape[]) =>
  Object.fromEntries(
    [...mostOwnAreas(regions)].map(([code, { priority, theme, regionCount }]) => [code, [priority.id, theme.id, regionCount]]),
  )

test('a region’s most own area has the theme that the fewest regions have', () => {
  const regions = [region('01', [[{ id: 'skog' }], [{ id: 'rymd' }]]), region('02', [[{ id: 'skog' }]])]
  expect(chosen(...regions)).toEqual({ '01': ['01-1', 'rymd', 1], '02': ['02-0', 'skog', 2] })
})
test('a theme that is only faintly suggested makes no area rare, unless a person has confirmed it', () => {
  const areas = (rare: ThemeSketch) => region('01', [[{ id: 'skog' }], [rare]])
  const other = region('02', [[{ id: 'skog' }]])
  expect(chosen(areas({ id: 'rymd', confidence: 0.59 }), other)['01']).toEqual(['01-0', 'skog', 2])
  expect(chosen(areas({ id: 'rymd', confidence: 0.3, decision: 'confirmed' }), other)['01']).toEqual(['01-1', 'rymd', 1])
})
test('among equals the one about fewest themes wins, then the surest, then the first in the list', () => {
  expect(chosen(region('01', [[{ id: 'a' }, { id: 'b' }], [{ id: 'c' }]]))['01']).toEqual(['01-1', 'c', 1])
  expect(chosen(region('01', [[{ id: 'a', confidence: 0.7 }], [{ id: 'b' }]]))['01']).toEqual(['01-1', 'b', 1])
  expect(chosen(region('01', [[{ id: 'a' }], [{ id: 'b' }]]))['01']).toEqual(['01-0', 'a', 1])
})
test('a region counts once for a theme that several of its areas have', () => {
  expect(chosen(region('01', [[{ id: 'a' }], [{ id: 'a' }]]))['01']).toEqual(['01-0', 'a', 1])
})
test('a region without a list or a sure theme has none', () => {
  expect(chosen({ code: '01', current: null } as unknown as RegionSummaryShape, region('02', [[]]))).toEqual({})
})
