import { createHash } from 'node:crypto'
import type { Beside, SnapshotPart } from '../records/beside.ts'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import { besideOn } from './beside-on-day.ts'
import type { BesideOnDay } from './beside-on-day.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { finish } from './in-pieces.ts'
import type { Steps, WorkInPieces } from './in-pieces.ts'
import type { Known } from './known.ts'
import { growKnownRegistry } from './known-registry.ts'
import type { KindRecords, KnownRegistry } from './known-registry.ts'
import { withItems } from './sorted-list.ts'

/** The records of a kind on one day, each list by id. */
export interface DayRecords {
  readonly inForce: readonly Known<RecordKind>[]
  /** The newest state of each that has begun. */
  readonly begun: readonly Known<RecordKind>[]
}

/** A value that was derived, with what it was derived from. */
export interface Kept {
  readonly value: unknown
  readonly from: Inputs
}

/** What a value was derived from: of each kind all that is known, and its lists on the day. */
export interface Inputs {
  readonly validAt: IsoDate
  readonly kinds: Readonly<Partial<Record<RecordKind, KindRecords>>>
  readonly beside: BesideOnDay
  readonly days: ReadonlyMap<RecordKind, DayRecords>
}

/** What one day's snapshot is made from, and all that has been derived from it so far. */
export class DayContent implements Inputs {
  readonly id: string
  readonly known: KnownRegistry
  readonly validAt: IsoDate
  /** What was loaded beside the registry, for all days. */
  readonly loaded: Beside
  readonly beside: BesideOnDay
  readonly days = new Map<RecordKind, DayRecords>()
  readonly values = new Map<object, Kept>()
  /** What was derived for an earlier state of the registry, or for another day, and can be used again or grown. */
  readonly earlier: Map<object, Kept>
  /** Values that are being made in pieces, for this content or for one that it follows. */
  readonly preparing: Map<object, { content: DayContent; work: WorkInPieces<unknown> }>
  readonly #earlierDays: Map<RecordKind, { records: KindRecords; day: DayRecords }>

  constructor(known: KnownRegistry, { validAt, beside, from }: { validAt: IsoDate; beside: Beside; from: DayContent | null }) {
    this.known = known
    this.validAt = validAt
    this.loaded = beside
    this.beside = besideOn(beside, validAt)
    const parts = [known.id, validAt, ...Object.values(beside).flatMap((part: { id: string | null } | null) => part?.id ?? [])]
    this.id = createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)
    this.earlier = from ? new Map([...from.earlier, ...from.values]) : new Map()
    this.preparing = new Map([...(from?.preparing ?? [])].filter(([key]) => !from!.values.has(key)))
    this.#earlierDays = from?.validAt === validAt ? from.#daysForNext() : new Map()
  }

  get kinds(): Readonly<Record<RecordKind, KindRecords>> {
    return this.known.kinds
  }

  day(kind: RecordKind): DayRecords {
    return this.days.get(kind) ?? finish(this.daySteps(kind))
  }

  /** The same as work that can be interrupted. */
  *daySteps(kind: RecordKind): Steps<DayRecords> {
    const made = this.days.get(kind) ?? this.#grownDay(kind) ?? (yield* this.#newDay(kind))
    // Somebody who could not wait may have been quicker; all then share that one's.
    const first = this.days.get(kind) ?? made
    this.days.set(kind, first)
    this.#earlierDays.delete(kind)
    return first
  }

  *#newDay(kind: RecordKind): Steps<DayRecords> {
    const { histories, ids } = this.kinds[kind]
    const day = { inForce: [] as Known<RecordKind>[], begun: [] as Known<RecordKind>[] }
    for (const [at, id] of ids.entries()) {
      if (at % recordsAStep === recordsAStep - 1) yield
      const { segments } = histories.get(id)!
      const inForce = inForceOf(segments, this.validAt)
      const begun = begunOf(segments, this.validAt)
      if (inForce) day.inForce.push(inForce)
      if (begun) day.begun.push(begun)
    }
    return day
  }

  /** The lists of an earlier state of the registry with what has changed since; null when that is too much, or there is none. */
  #grownDay(kind: RecordKind): DayRecords | null {
    const { histories, ids } = this.kinds[kind]
    const earlier = this.#earlierDays.get(kind)
    const changed = earlier && this.kinds[kind].changedSince(earlier.records)
    if (!earlier || !changed || changed.length >= ids.length / 8) return null
    const grown = (list: readonly Known<RecordKind>[], choose: typeof inForceOf) =>
      withItems(
        list,
        changed.map((id) => [id, choose(histories.get(id)!.segments, this.validAt)] as const),
        idOf,
      )
    return { inForce: grown(earlier.day.inForce, inForceOf), begun: grown(earlier.day.begun, begunOf) }
  }

  #daysForNext(): Map<RecordKind, { records: KindRecords; day: DayRecords }> {
    const own = [...this.days].map(([kind, day]) => [kind, { records: this.kinds[kind], day }] as const)
    return new Map([...this.#earlierDays, ...own])
  }
}

const recordsAStep = 1000

const idOf = ({ id }: Known<RecordKind>): string => id
const inForceOf = (segments: readonly Known<RecordKind>[], day: IsoDate): Known<RecordKind> | null =>
  segments.find(({ meta }) => isWithin(day, meta)) ?? null
const begunOf = (segments: readonly Known<RecordKind>[], day: IsoDate): Known<RecordKind> | null =>
  segments.findLast(({ meta }) => meta.validFrom <= day) ?? null

/** Whether nothing has changed in some parts. */
export const isSameFor = (parts: readonly SnapshotPart[], a: Inputs, b: Inputs): boolean =>
  a.validAt === b.validAt && parts.every((part) => partOf(a, part) === partOf(b, part))

const partOf = ({ kinds, beside }: Inputs, part: SnapshotPart) =>
  part in beside ? beside[part as keyof BesideOnDay] : kinds[part as RecordKind]

/** Of a day's content what must be kept with a value that was derived from some parts of it. */
export function inputsOf(content: DayContent, parts: readonly SnapshotPart[]): Inputs {
  const { validAt, kinds, beside } = content
  const ofParts = parts.filter((part): part is RecordKind => part in kinds)
  return {
    validAt,
    beside,
    kinds: Object.fromEntries(ofParts.map((kind) => [kind, kinds[kind]])),
    days: new Map(ofParts.map((kind) => [kind, content.day(kind)])),
  }
}

/**
 * The ids of a kind's records that may differ between two inputs; null when they have too little in common to tell.
 */
export function changedBetween(kind: RecordKind, before: Inputs, after: DayContent): readonly string[] | null {
  const touched = before.kinds[kind] ? after.kinds[kind].changedSince(before.kinds[kind]) : null
  if (touched === null || before.validAt === after.validAt) return touched
  const [old, now] = [before.days.get(kind)!, after.day(kind)]
  return [...new Set([...touched, ...differences(old.begun, now.begun), ...differences(old.inForce, now.inForce)])]
}

/** The ids of what is in only one of two lists sorted by id, or is another object in each. */
function differences(a: readonly Known<RecordKind>[], b: readonly Known<RecordKind>[]): string[] {
  const found: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one === other) {
      i++
      j++
      continue
    }
    const id = !one || (other && other.id < one.id) ? other!.id : one.id
    found.push(id)
    if (one?.id === id) i++
    if (other?.id === id) j++
  }
  return found
}

/** A day with all that is derived from it takes some megabytes. Today stays, because it is asked for all the time. */
const mostDays = 6
/** The contents made of a registry, by day, the most lately used last; those of what it was grown from until they are used. */
const contents = new WeakMap<KnownRegistry, Map<IsoDate, DayContent>>()

/** What is known and beside on a day; made once for as long as nothing is written, and grown from what was made before. */
export function contentFor(known: KnownRegistry, validAt: IsoDate, beside: Beside): DayContent {
  const days = contents.get(known) ?? new Map<IsoDate, DayContent>()
  contents.set(known, days)
  const kept = days.get(validAt)
  const isCurrent = kept?.known === known && isSameBeside(kept.loaded, beside)
  const from = kept ?? [...days.values()].at(-1) ?? null
  const content = isCurrent ? kept! : new DayContent(known, { validAt, beside, from })
  days.delete(validAt)
  days.set(validAt, content)
  if (days.size > mostDays) days.delete(days.keys().next().value!)
  return content
}

const isSameBeside = (a: Beside, b: Beside): boolean => (Object.keys(a) as (keyof Beside)[]).every((name) => a[name] === b[name])

/** The registry with more versions appended; what was derived from it before is used again where it is still right, or grown. */
export function growRegistry(known: KnownRegistry, added: readonly RecordVersion[]): KnownRegistry {
  const grown = growKnownRegistry(known, added)
  const days = contents.get(known)
  if (grown !== known && days) contents.set(grown, new Map(days))
  return grown
}
