/** A presence as lists: which activities each region has, and which regions each activity is in, both ascending. */
export interface PresenceLists {
  regionCount: number
  activityCount: number
  /** The activities of region r are `activityOf[regionStarts[r]]` up to `activityOf[regionStarts[r + 1] - 1]`. */
  regionStarts: Uint32Array
  activityOf: Uint32Array
  /** The regions of activity a are `regionOf[activityStarts[a]]` up to `regionOf[activityStarts[a + 1] - 1]`. */
  activityStarts: Uint32Array
  regionOf: Uint32Array
}

/** regions × activities: Σ_i w_i φ_ij over the other activities i that a region lists, or does not list. */
export interface SumRequest {
  /** Which activities each region lists. */
  starts: Uint32Array
  items: Uint32Array
  /** By activity; null where all are 1. */
  weights: Float64Array | null
  /** Whether the sum is over the activities not listed. */
  notListed: boolean
}

/** Some regions that follow each other; `to` is not among them. */
export interface RegionRange {
  from: number
  to: number
}

/** What is asked for together, and what is done with it while it is in the kernel's memory. */
export interface SumRequests {
  requests: readonly SumRequest[]
  /** Only these regions, up to the one before `to`. What is computed for a region does not depend on which others are. */
  regions: RegionRange
  /** Bytes of memory that `take` wants for itself. */
  room: number
  take: (rows: SumRows) => void
}

/** Sums of some regions and some activities in the kernel's memory. */
export interface SumRows {
  from: number
  count: number
  /** The activities: `width` of them from `first`. */
  first: number
  width: number
  /** Bytes from one region's row to the next. */
  stride: number
  /** The address of the first row, for each request. */
  at: readonly number[]
  /** The address of the room asked for. */
  room: number
}
