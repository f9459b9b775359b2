import { findCube } from '../records/cube.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { panelOf } from './activity-panel.ts'
import type { ActivityPanel } from './activity-panel.ts'

/** The table that areas and regions are measured by: employees by occupation and county. */
export const mainTable = 'occupations-by-county'

/** The panel of the main table's latest vintage that was known on the snapshot's day; null when it is not loaded. */
export function mainPanelOf(snapshot: Pick<Snapshot, 'cubes'>): ActivityPanel | null {
  const listing = findCube(snapshot.cubes, mainTable)
  return listing && panelOf(listing)
}
