import { describedFieldsOf, fieldsOf } from '../evidence/area-fields.ts'
import { areasByFieldOf } from '../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../evidence/ready-evidence.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { areaEvidenceOf } from './area-evidence.ts'
import { contextTables } from './evidence-context.ts'
import { findRegion } from './from-snapshot.ts'
import { insightsOf } from './insights.ts'
import { regionEvidenceView } from './region-evidence.ts'

/**
 * What the statistics say about every region, area by area, and what the lists of 2018 left out: made in pieces when the site starts, so that no
 * reader waits for it. Nobody waits for the whole of it: a page makes what it needs, if it is asked for first.
 */
export const readyRegionEvidence = deriveInSteps(
  'ready evidence on regions',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'cubes', 'activityKey'],
  function* (snapshot) {
    const panel = yield* readyEvidenceOf.steps(snapshot)
    yield* areasByFieldOf.steps(snapshot)
    const measured = new Set(panel?.regionCodes)
    // Of a region without figures there is little to make, and there may be hundreds of them.
    for (const { code } of snapshot.inForce('region')) if (measured.has(code)) yield* regionEvidenceSteps(snapshot, code)
    yield* insightsOf.steps(snapshot)
    return null
  },
)

/** Makes one region's evidence ready, in pieces. @param region any code or name; of one that is not there nothing is made */
export function* regionEvidenceSteps(snapshot: Snapshot, region: string): Steps<void> {
  const code = findRegion(snapshot, region)?.code
  if (code === undefined) return
  for (const makeTable of contextTables(snapshot)) {
    yield
    makeTable()
  }
  for (const area of findCurrentEdition(snapshot, { kind: 'region', id: code })?.priorities ?? []) {
    // Reading what an area is about takes as long as measuring it.
    for (const piece of [fieldsOf, describedFieldsOf, areaEvidenceOf] as const) {
      yield
      piece(snapshot, area)
    }
  }
  yield
  regionEvidenceView(snapshot, code)
}
