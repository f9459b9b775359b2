import { deriveInSteps } from '../snapshot/derive.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { activitySpaceOf } from './activity-space.ts'
import { distinctiveActivities } from './distinctive-activities.ts'
import { mainPanelOf } from './main-panel.ts'
import { nextStepsOf, presenceAndDensity } from './related-activities.ts'
import { quotientSeries, specialisationsOf } from './specialisations.ts'

/** The main panel with all that is derived from it for every region: made ready in pieces, before anybody asks. */
export const readyEvidenceOf = deriveInSteps('ready evidence', ['cubes'], function* (snapshot) {
  const panel = mainPanelOf(snapshot)
  const [regionCode] = panel?.regionCodes ?? []
  if (!panel || regionCode === undefined) return null
  const [activity] = panel.activities
  const pieces: ((panel: ActivityPanel) => unknown)[] = [
    () => specialisationsOf(panel, regionCode, panel.years[0]),
    () => specialisationsOf(panel, regionCode),
    () => quotientSeries(panel, { regionCode, activity: activity! }),
    () => distinctiveActivities(panel),
    () => presenceAndDensity(panel),
    () => nextStepsOf(panel, regionCode),
    () => activitySpaceOf(panel),
  ]
  for (const piece of pieces) {
    yield
    piece(panel)
  }
  return panel
})
