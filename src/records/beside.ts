import type { GazetteerFacts } from './gazetteer-facts.ts'
import type { RecordKind } from './record.ts'
import type { RegionActivities } from './region-activities.ts'
import type { ThesaurusFacts } from './thesaurus-facts.ts'

/** What was loaded beside the registry and is shown with it. Plain values that never change, each with an id made from its content. */
export interface Beside {
  /** Regions × activities, for matching by statistics; null when none were loaded. */
  readonly statistics: RegionActivities | null
  /** What texts are coded by; null where nothing is to be coded. */
  readonly thesaurus: ThesaurusFacts | null
  /** Municipalities and localities; null where no places are to be read. */
  readonly gazetteer: GazetteerFacts | null
}

/** One part of what a snapshot is made from: the records of a kind, or what was loaded beside the registry. */
export type SnapshotPart = RecordKind | keyof Beside

export const nothingBeside: Beside = { statistics: null, thesaurus: null, gazetteer: null }
