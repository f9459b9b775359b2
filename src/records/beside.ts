import type { ActivityKey } from './activity-key.ts'
import type { CubeShelf } from './cube.ts'
import type { GazetteerFacts } from './gazetteer-facts.ts'
import type { LineageReview } from './lineage-review.ts'
import type { RecordKind } from './record.ts'
import type { RegionActivities } from './region-activities.ts'
import type { ThesaurusFacts } from './thesaurus-facts.ts'

/**
 * What is loaded beside the registry and shown with it. The values are immutable, and each has an id made from its
 * content.
 */
export interface Beside {
  /** A table that whoever runs Spets has chosen for matching; null when the main cube serves. */
  readonly statistics: RegionActivities | null
  /** Tables of statistics; null where none are read. */
  readonly cubes: CubeShelf | null
  /** Which occupations and branches speak for which theme or concept; null where nothing is measured. */
  readonly activityKey: ActivityKey | null
  /** The themes and concepts that texts are coded with; null where nothing is coded. */
  readonly thesaurus: ThesaurusFacts | null
  /** Municipalities and localities; null where no places are read. */
  readonly gazetteer: GazetteerFacts | null
  /** Which areas of successive lists were found to be linked when the facts were reviewed; null where none were. */
  readonly lineageReview: LineageReview | null
}

/** A part that a snapshot is made from: the records of a kind, or something loaded beside the registry. */
export type SnapshotPart = RecordKind | keyof Beside

export const nothingBeside: Beside = {
  statistics: null,
  cubes: null,
  activityKey: null,
  thesaurus: null,
  gazetteer: null,
  lineageReview: null,
}
