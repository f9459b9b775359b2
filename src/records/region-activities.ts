/** How much there is of each activity in each region, one year: what matching by statistics reckons with. Immutable. */
export interface RegionActivities {
  /** SHA-256 (hex) of all it holds. */
  readonly id: string
  /** What is counted, by whom and of when, in the words of whoever loaded it. */
  readonly title: string
  /** Null when the table does not say. */
  readonly year: string | null
  /** County codes, ascending. */
  readonly regionCodes: readonly string[]
  readonly activities: readonly string[]
  /** regions × activities, row by row; NaN where nobody knows. */
  readonly values: Float64Array
}

/** A region with all that a table may call it. */
export interface RegionNames {
  code: string
  names: readonly string[]
}
