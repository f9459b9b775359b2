import type { RecordKind } from './record.ts'
import type { RegionActivities } from './region-activities.ts'

/** What was loaded beside the registry and is shown with it. Plain values that never change, each with an id made from its content. */
export interface Beside {
  /** Regions × activities, for matching by statistics; null when none were loaded. */
  readonly statistics: RegionActivities | null
}

/** One part of what a snapshot is made from: the records of a kind, or what was loaded beside the registry. */
export type SnapshotPart = RecordKind | keyof Beside

export const nothingBeside: Beside = { statistics: null }
