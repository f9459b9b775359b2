/**
 * The loops that take nearly all the time, twice: in WebAssembly with SIMD (kernel/*.as.ts) and in TypeScript
 * (primitives-*.ts). Both read and write one memory that the caller lays out, and add the same numbers in the same order,
 * so that they agree to the last bit. Arguments named like places are addresses in bytes; lists are `starts` (one more
 * than there are lists) and `items`, 32-bit whole numbers; numbers are of 64 bits.
 */
export interface Primitives {
  /** Adds a row's known cells to the totals of their columns, and how many are missing to `missing`, and behind it how many are below zero or infinite. @returns the row's sum */
  addRow(values: number, width: number, byActivity: number, missing: number): number
  /** (value · total) / (regionTotal · byActivity); NaN where that divides by zero. @returns 1 when one is close to 1 without being 1 */
  quotientRow(
    values: number,
    width: number,
    byActivity: number,
    regionTotal: number,
    total: number,
    asZero: number,
    quotients: number,
  ): number
  /** Bytes: 1 where a quotient reaches the threshold, 255 where it is missing, otherwise 0. @returns how many are missing */
  presenceRow(quotients: number, width: number, threshold: number, presence: number): number
  /** Writes the columns whose byte is 1 and counts them by column. @returns how many there are */
  listRow(presence: number, width: number, counts: number, items: number): number
  /** The lists the other way round; `next` has where each turned list begins, and is moved to where it ends. */
  turnLists(starts: number, items: number, lists: number, next: number, turned: number): void
  /** sums → sums / totals; NaN where the total is not above 0. */
  shareRow(sums: number, totals: number, width: number): void
  /** The first part of the gain → the gain. @returns Σ density · pci over the columns known not to be held */
  outlookRow(presence: number, density: number, pci: number, width: number, truncated: number, gain: number): number

  /** A row of bits for each list, in `words` words of 64 bits; at the items' places where `places` is not 0. */
  packBits(starts: number, items: number, lists: number, words: number, places: number, bits: number): void
  /** The bit rows of 16 columns from `first`, word by word side by side; column c is row c of the bits, or row `places[c]`. */
  packStrip(bits: number, rows: number, words: number, first: number, places: number, strip: number): void
  /**
   * For each row `from` ≤ i < `to` and the strip's 16 columns j: how many bits they share (mode 0), divided by the larger of
   * their counts (mode 1; 0/0 is NaN, mode 2; 0/0 is 0). Rows of the result are `stride` bytes apart.
   */
  sharedStrip(
    bits: number,
    words: number,
    from: number,
    to: number,
    strip: number,
    counts: number,
    stripCounts: number,
    mode: number,
    result: number,
    stride: number,
  ): void
  /** A byte for each subset of each group of `size` bits: 1 where a list has just that subset of the group. */
  markSubsets(bits: number, lists: number, words: number, groups: number, size: number, marks: number): void
  /**
   * What each list looks up: for each group of which it has something, the table row of that subset. What list l looks up in
   * chunk c comes before `ends[l · chunks + c]`.
   */
  makeLookups(
    bits: number,
    lists: number,
    words: number,
    size: number,
    tableRows: number,
    chunkEnds: number,
    chunks: number,
    ends: number,
    entries: number,
  ): void
  /**
   * The tables of a chunk: a row of zeros, then for each row of the strip the table rows up to its end, each the sum of its
   * parent (an earlier table row, in bytes) and the row times its weight, where there are weights.
   */
  subsetTables(near: number, rows: number, weights: number, ends: number, parents: number, tables: number): void
  /**
   * Adds to each list's row of sums the table rows that it looks up in a chunk: those from the end before to the chunk's own.
   * Rows of sums are `stride` bytes apart.
   */
  addLookups(ends: number, chunks: number, entries: number, lists: number, tables: number, sums: number, stride: number): void
  /** Adds the rows of a strip, each times its weight, to one row. */
  addWeighted(near: number, rows: number, weights: number, whole: number): void
  /** sums → whole − sums, for each list; `width` is even. */
  leaveOf(whole: number, sums: number, lists: number, stride: number, width: number): void

  /** activities × lanes: the weight of what a region lists (`listed` 1) or of all that it does not list (0). */
  placeMass(
    starts: number,
    items: number,
    from: number,
    used: number,
    lanes: number,
    activities: number,
    places: number,
    weights: number,
    listed: number,
    mass: number,
  ): void
  /**
   * For regions r (lanes, a multiple of 8) and activities j in ascending order of ubiquity k: the sum over the other activities
   * i of `mass[i][r] · C_ij / max(k_i, k_j)`, without the matrix C. Those before j are divided by k_j and those after by their
   * own k_i. C_ij = Σ_s M_si M_sj, so a running sum for each pair of regions, read for the regions s that have j, is enough.
   */
  sweep(
    starts: number,
    regionOf: number,
    activities: number,
    regions: number,
    mass: number,
    running: number,
    result: number,
    lanes: number,
  ): void
  /** Copies a block's lanes to rows of activities in their own order. */
  takeLanes(sums: number, lanes: number, used: number, activities: number, places: number, result: number): void
  /** Σ_i C_ij / max(k_i, k_j) over the others i, for every j: the sweep with every mass 1 and one lane for all regions. */
  nearnessTotals(
    starts: number,
    regionOf: number,
    order: number,
    activities: number,
    regions: number,
    running: number,
    totals: number,
  ): void

  dot(one: number, other: number, size: number): number
  /** vector += share · direction */
  addScaled(vector: number, share: number, direction: number, size: number): void
  /** Takes from a vector its part along each of some unit vectors, one after the other. */
  makeOrthogonal(vector: number, size: number, directions: number, count: number): void
  divideBy(numbers: number, by: number, size: number, result: number): void
  divideAll(numbers: number, by: number, size: number): void
  /** For each list the sum of the numbers that it names. */
  gather(starts: number, items: number, lists: number, numbers: number, sums: number): void
}

/** A memory as the kernels' loops see it. */
export interface MemoryViews {
  bytes: Uint8Array
  words: Uint32Array
  numbers: Float64Array
}
