import { hooverIndex } from '../../packages/relatedness/src/relatedness.ts'
import { dimensionOf } from '../records/cube.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { ActivityPanel } from './activity-panel.ts'

/** An activity whose Hoover index is below this is about as common everywhere, as shops, schools and health care are. */
export const leastSpread = 0.15

/**
 * The activities that tell regions apart in the last year: those that are not spread as all work is (Hoover index), and, of
 * occupations, not managers, who follow whatever they manage.
 * Source: Hoover 1936, doi:10.2307/1927875 (coefficient of localisation).
 */
export const distinctiveActivities = deriveEach('distinctive activities', (panel: ActivityPanel): ReadonlySet<string> => {
  const { values } = hooverIndex(panel.tables.at(-1)!)
  const isOccupation = dimensionOf(panel.listing.header, 'activity')?.classification === 'ssyk-2012'
  return new Set(panel.activities.filter((code, at) => values[at]! >= leastSpread && !(isOccupation && code.startsWith('1'))))
})
