import type { RegionActivities } from '../records/region-activities.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { distinctiveActivities } from './distinctive-activities.ts'
import { mainPanelOf } from './main-panel.ts'

/** The table that regions are matched by: the one that whoever runs Spets has chosen, or else the main cube's last year; null when there is none. */
export function matchingTableOf(snapshot: Pick<Snapshot, 'statistics' | 'cubes'>): RegionActivities | null {
  const { statistics } = snapshot
  if (statistics) return statistics
  const panel = mainPanelOf(snapshot)
  return panel && tableOf(panel)
}

const tableOf = deriveEach('matching table', (panel: ActivityPanel): RegionActivities => {
  const { id, header } = panel.listing
  return {
    id,
    title: header.title,
    year: panel.years.at(-1)!,
    regionCodes: panel.regionCodes,
    activities: panel.activities,
    labels: panel.labels,
    distinctive: distinctiveActivities(panel),
    values: panel.tables.at(-1)!.values,
  }
})
