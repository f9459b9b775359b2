import type { SnapshotPart } from '../records/beside.ts'
import type { RecordKind } from '../records/record.ts'
import { changedBetween, inputsOf, isSameFor } from './day-content.ts'
import type { DayContent, DayRecords, Kept } from './day-content.ts'
import { finish, startInPieces } from './in-pieces.ts'
import type { Steps } from './in-pieces.ts'
import type { Known } from './known.ts'
import { placeOf } from './sorted-list.ts'
import { viewOf } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/** What was derived before, of an earlier state of the registry or of another day. */
export interface Previous<V> {
  readonly value: V
  /** The ids of a kind's records that may be different now. */
  changed(kind: RecordKind): readonly string[]
  /** A record as it was on the list that the value was derived from; null when it was not on it. */
  was<K extends RecordKind>(list: DayList, kind: K, id: string): Known<K> | null
  /** The records of a kind on a list that may be different now: each as it was and as it is, as far as it was or is there. */
  touched<K extends RecordKind>(list: DayList, kind: K): Known<K>[]
}

type DayList = 'inForce' | 'everBegun'

/** A function of a snapshot whose value is computed once for as long as the parts it reads stay the same. */
export interface Derived<V> {
  (snapshot: Snapshot): V
  /** Computes the value as work that can be interrupted. */
  steps(snapshot: Snapshot): Steps<V>
  /** Computes the value in pieces, letting all else go in between; everybody who waits for it waits for the same. */
  ready(snapshot: Snapshot): Promise<V>
  /** Computes it in pieces before anybody asks; what somebody waits for goes first. @throws when `signal` is aborted */
  prepare(snapshot: Snapshot, signal?: AbortSignal): Promise<V>
}

type Make<V> = (snapshot: Snapshot, previous: Previous<V> | null) => V
type MakeInSteps<V> = (snapshot: Snapshot, previous: Previous<V> | null) => Steps<V>

/**
 * The one way to keep what is derived from a snapshot.
 * @param name for messages
 * @param parts every part that `make` reads, directly or through other derived values; reading another one is a fault
 * @param make gives the value. It may take the previous value and what has changed since, and grow it; it must not change
 *   what it is given, and must give the same as without it.
 */
export const derive = <V>(name: string, parts: readonly SnapshotPart[], make: Make<V>): Derived<V> =>
  // eslint-disable-next-line require-yield
  deriveInSteps(name, parts, function* (snapshot, previous) {
    return make(snapshot, previous)
  })

/** The same for what takes long enough that it should be made in pieces where nobody waits for it. */
export function deriveInSteps<V>(name: string, parts: readonly SnapshotPart[], make: MakeInSteps<V>): Derived<V> {
  const key = {}
  const named = new Set<string>(parts)
  const refuseUnnamed = (part: string) => {
    if (!named.has(part)) throw new Error(`The derived value «${name}» reads «${part}», which it does not name.`)
  }
  function* compute(content: DayContent): Steps<Kept> {
    const earlier = content.earlier.get(key)
    if (earlier && isSameFor(parts, earlier.from, content)) return earlier
    for (const part of parts) if (isKind(content, part)) yield* content.daySteps(part)
    const value = yield* make(viewOf(content, refuseUnnamed), earlier ? previousOf<V>(earlier, { content, parts }) : null)
    return { value, from: inputsOf(content, parts) }
  }
  function* steps(snapshot: Snapshot): Steps<V> {
    const { content, note } = snapshot.inner
    parts.forEach(note)
    const kept = content.values.get(key)
    if (kept) return kept.value as V
    const made = yield* compute(content)
    // Somebody who could not wait may have been quicker; all then share that one's.
    const first = content.values.get(key) ?? made
    content.values.set(key, first)
    content.earlier.delete(key)
    return first.value as V
  }
  async function makeInPieces(
    snapshot: Snapshot,
    options: { signal?: AbortSignal | undefined; isInAdvance: boolean },
  ): Promise<V> {
    const { content } = snapshot.inner
    const underWay = content.preparing.get(key)
    if (!options.isInAdvance) underWay?.work.hurry()
    if (underWay) await underWay.work.done
    if (underWay?.content === content || content.values.has(key)) return finish(steps(snapshot))
    // What was being made for an earlier state of the registry is there now, and is grown.
    const earlier = underWay?.content.values.get(key)
    if (earlier) content.earlier.set(key, earlier)
    const work = startInPieces(steps(snapshot), options)
    content.preparing.set(key, { content, work })
    work.done.catch(() => content.preparing.delete(key))
    return work.done
  }
  return Object.assign((snapshot: Snapshot): V => finish(steps(snapshot)), {
    steps,
    ready: (snapshot: Snapshot) => makeInPieces(snapshot, { isInAdvance: false }),
    prepare: (snapshot: Snapshot, signal?: AbortSignal) => makeInPieces(snapshot, { signal, isInAdvance: true }),
  })
}

const isKind = ({ kinds }: DayContent, part: SnapshotPart): part is RecordKind => part in kinds

function previousOf<V>(
  { value, from }: Kept,
  { content, parts }: { content: DayContent; parts: readonly SnapshotPart[] },
): Previous<V> | null {
  const changes = new Map<string, readonly string[]>()
  for (const part of parts) {
    if (isKind(content, part)) {
      const changed = changedBetween(part, from, content)
      if (changed === null) return null
      changes.set(part, changed)
    } else if (from.beside[part as keyof typeof from.beside] !== content.beside[part as keyof typeof from.beside]) return null
  }
  const changed = (kind: RecordKind) => changes.get(kind) ?? []
  const was = <K extends RecordKind>(list: DayList, kind: K, id: string) => findOn<K>(from.days.get(kind)!, list, id)
  const touched = <K extends RecordKind>(list: DayList, kind: K) =>
    changed(kind)
      .flatMap((id) => [was(list, kind, id), findOn<K>(content.day(kind), list, id)])
      .filter((record) => record !== null)
  return { value: value as V, changed, was, touched }
}

function findOn<K extends RecordKind>(day: DayRecords, list: DayList, id: string): Known<K> | null {
  const all = day[list === 'inForce' ? 'inForce' : 'begun']
  const found = all[placeOf(all, id, (one) => one.id)]
  return found?.id === id ? (found as unknown as Known<K>) : null
}
