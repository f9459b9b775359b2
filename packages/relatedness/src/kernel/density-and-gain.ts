import { type Kernel, kernel } from './kernel.ts'
import { putNumbers } from './memory-layout.ts'
import { type SweepOrder, sumsBySweep } from './nearness-by-sweep.ts'
import { sumsByTables } from './nearness-by-tables.ts'
import type { PresenceLists, RegionRange, SumRequest, SumRows } from './nearness-requests.ts'

const unknownCell = 255
const none = new Float64Array()

/** regions × activities as bytes: 1 held, 0 not, 255 not known; with its lists. */
export interface KnownPresence {
  values: Uint8Array
  lists: PresenceLists
  order: SweepOrder
  /** The cells not known, and those that are held or not known, region by region; null where all are known. */
  unknown: { starts: Uint32Array; items: Uint32Array } | null
  heldOrUnknown: { starts: Uint32Array; items: Uint32Array } | null
}

export interface DensityAndGainInput {
  presence: KnownPresence
  /** What nearness there is to each activity in all, `own` with it. */
  totals: Float64Array
  /** What an activity adds to its own density; null where it adds nothing. */
  own: Float64Array | null
  /** The density when it is known already. */
  density: Float64Array | null
  /**
   * What a gain is made of; null where only the density is wanted. `weights` is the complexity over the totals, or the
   * complexity itself where the sums are divided by the totals of the target (`byTarget`).
   */
  outlook: { weights: Float64Array; pci: Float64Array; truncated: boolean; byTarget: boolean } | null
}

export interface DensityAndGain {
  density: Float64Array
  /** Empty where no outlook is wanted. */
  gain: Float64Array
  index: Float64Array
}

/**
 * Density by minimum proximity and, with it, the gain and the index of the outlook; see `complexityOutlook`.
 * @returns the same for some regions as for all, to the last bit; rows of the regions asked for
 */
export function densityAndGain(
  input: DensityAndGainInput,
  regions: RegionRange = { from: 0, to: input.presence.lists.regionCount },
): DensityAndGain {
  const { presence, outlook } = input
  const { lists, order } = presence
  const count = regions.to - regions.from
  const cells = count * lists.activityCount
  const result: DensityAndGain = {
    density: input.density ?? new Float64Array(cells),
    gain: outlook ? new Float64Array(cells) : none,
    index: new Float64Array(outlook ? count : 0),
  }
  const requests = requestsFor(input)
  const wanted = {
    requests: [...requests.values()],
    regions,
    room: 4 * rowRoom(lists),
    take: (rows: SumRows) => finish({ input, names: [...requests.keys()], regions, rows }, result),
  }
  if (sweepIsCheaper(lists)) sumsBySweep(lists, order, wanted)
  else sumsByTables(lists, order, wanted)
  return result
}

/**
 * With tables, every region adds a row of activities for each group of those it has; in the sweep, every cell that is present
 * moves a row of regions, twice. What is moved is written back too, so the tables win well before there are as many regions
 * as activities.
 */
export function sweepIsCheaper({ regionCount, activityCount }: PresenceLists): boolean {
  return 4 * regionCount < activityCount
}

type SumName = 'held' | 'unknown' | 'notHeld'

function requestsFor({ presence, density, outlook }: DensityAndGainInput): Map<SumName, SumRequest> {
  const { lists, unknown, heldOrUnknown } = presence
  const held = { starts: lists.regionStarts, items: lists.activityOf }
  const requests = new Map<SumName, SumRequest>()
  if (!density) requests.set('held', { ...held, weights: null, notListed: false })
  if (!density && unknown) requests.set('unknown', { ...unknown, weights: null, notListed: false })
  if (outlook) requests.set('notHeld', { ...(heldOrUnknown ?? held), weights: outlook.weights, notListed: true })
  return requests
}

/** Bytes for one row of numbers. */
function rowRoom({ activityCount }: PresenceLists): number {
  return Math.ceil(activityCount / 8) * 64
}

interface Finishing {
  input: DensityAndGainInput
  use: Kernel
  rows: SumRows
  /** The address of a region's sums. */
  sumsOf: (name: SumName, region: number) => number
  room: { presence: number; totals: number; pci: number; density: number }
}

/** Turns sums of some regions and activities into density and outlook, and copies them out. */
function finish(
  { input, names, regions, rows }: { input: DensityAndGainInput; names: SumName[]; regions: RegionRange; rows: SumRows },
  result: DensityAndGain,
): void {
  const use = kernel()
  const { numbers, bytes } = use.memory
  const { first, width } = rows
  const activityCount = input.presence.lists.activityCount
  const [presence, totals, pci, density] = [0, 1, 2, 3].map((at) => rows.room + at * rowRoom(input.presence.lists))
  const room = { presence: presence!, totals: totals!, pci: pci!, density: density! }
  const sumsOf = (name: SumName, region: number) => rows.at[names.indexOf(name)]! + (region - rows.from) * rows.stride
  if (input.outlook) putNumbers(use, room.pci, input.outlook.pci.subarray(first, first + width))
  putNumbers(use, room.totals, input.totals.subarray(first, first + width))
  const finishing = { input, use, rows, sumsOf, room }
  for (let region = rows.from; region < rows.from + rows.count; region++) {
    const cell = region * activityCount + first
    const target = (region - regions.from) * activityCount + first
    bytes.set(input.presence.values.subarray(cell, cell + width), room.presence)
    const densityAt = finishDensity(finishing, region)
    if (!input.density) result.density.set(numbers.subarray(densityAt / 8, densityAt / 8 + width), target)
    if (!input.outlook) continue
    result.index[region - regions.from]! += finishGain(finishing, { outlook: input.outlook, region, densityAt })
    const gain = sumsOf('notHeld', region) / 8
    result.gain.set(numbers.subarray(gain, gain + width), target)
  }
}

/** @returns the address of the region's density */
function finishDensity({ input, use, rows, sumsOf, room }: Finishing, region: number): number {
  const { presence, own, density } = input
  const { numbers } = use.memory
  const { first, width } = rows
  const from = region * presence.lists.activityCount + first
  if (density) {
    putNumbers(use, room.density, density.subarray(from, from + width))
    return room.density
  }
  const sums = sumsOf('held', region)
  if (own) for (let at = 0; at < width; at++) if (presence.values[from + at] === 1) numbers[sums / 8 + at]! += own[first + at]!
  if (presence.unknown) {
    const missing = numbers.subarray(sumsOf('unknown', region) / 8, sumsOf('unknown', region) / 8 + width)
    putNumbers(use, room.totals, knownTotals(input, { region, first, missing }))
  }
  use.loops.shareRow(sums, room.totals, width)
  return sums
}

/** The totals without what a region's unknown cells would give. */
function knownTotals(
  { presence, totals, own }: DensityAndGainInput,
  { region, first, missing }: { region: number; first: number; missing: Float64Array },
): Float64Array {
  const { activityStarts, activityCount } = presence.lists
  const row = presence.values.subarray(region * activityCount, (region + 1) * activityCount)
  const all = totals.subarray(first, first + missing.length)
  if (!row.includes(unknownCell)) return all
  if (row.every((state, activity) => state === unknownCell || activityStarts[activity] === activityStarts[activity + 1]))
    return new Float64Array(missing.length)
  return all.map((total, at) => {
    const known = total - missing[at]! - (own && row[first + at] === unknownCell ? own[first + at]! : 0)
    // A nearness is at least one over the number of regions, so less than this is what subtracting left of nothing.
    return known < 1e-9 ? 0 : known
  })
}

/** @returns what these activities give to the index of the region */
function finishGain(
  { input, use, rows, sumsOf, room }: Finishing,
  { outlook, region, densityAt }: { outlook: NonNullable<DensityAndGainInput['outlook']>; region: number; densityAt: number },
): number {
  const { weights, truncated, byTarget } = outlook
  const { own, presence, totals } = input
  const { numbers } = use.memory
  const { first, width } = rows
  const from = region * presence.lists.activityCount + first
  const sums = sumsOf('notHeld', region)
  if (own)
    for (let at = 0; at < width; at++)
      if (presence.values[from + at] === 0) numbers[sums / 8 + at]! += own[first + at]! * weights[first + at]!
  if (byTarget)
    for (let at = 0; at < width; at++) {
      const total = totals[first + at]!
      numbers[sums / 8 + at] = total > 0 ? numbers[sums / 8 + at]! / total : 0
    }
  return use.loops.outlookRow(room.presence, densityAt, room.pci, width, truncated ? 1 : 0, sums)
}
