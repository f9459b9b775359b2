import type { LocalText } from './shared-fields.ts'

/** The amount of each activity in each region for one year, which matching by statistics is computed from. Immutable. */
export interface RegionActivities {
  /** SHA-256 (hex) of the content. */
  readonly id: string
  /** What is counted, by whom and for when, as described when it was loaded. */
  readonly title: LocalText
  /** Null when the table does not state a year. */
  readonly year: string | null
  /** County codes, ascending. */
  readonly regionCodes: readonly string[]
  readonly activities: readonly string[]
  /** A name for each activity; null when the table has only codes, or only names. */
  readonly labels: readonly LocalText[] | null
  /** The activities that one region can bring another; null for all. Those that every region has alike are not among them. */
  readonly distinctive: ReadonlySet<string> | null
  /** regions × activities, row by row; NaN where the value is unknown. */
  readonly values: Float64Array
}

/** A region with every name that a table may use for it. */
export interface RegionNames {
  code: string
  names: readonly string[]
}
