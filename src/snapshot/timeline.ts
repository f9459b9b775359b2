import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { IsoDate, IsoInstant } from '../records/time.ts'

/** A stretch of valid time over which one published version is the truth about its record. */
export type Segment<K extends RecordKind = RecordKind> = {
  [Kind in K]: { validFrom: IsoDate; validTo: IsoDate | null; version: RecordVersion<Kind> }
}[K]

/**
 * What is known at `knownAt` of one record over valid time: non-overlapping segments, oldest first.
 *
 * A published version gives the truth from its `validFrom` on: whatever was known earlier about that time gives
 * way. So closing a record is publishing it with a `validTo`; changing it from a day on is publishing it from that
 * day; after a withdrawn version there is nothing from its `validFrom` on. Drafts, proposals and rejections
 * never show. (Decision 2.)
 * @param versions one record's versions, in the order they were recorded
 */
export function timelineOf<K extends RecordKind>(versions: RecordVersion<K>[], knownAt: IsoInstant): Segment<K>[] {
  return stretchesOf(versions.filter(({ recordedAt }) => recordedAt <= knownAt)) as unknown as Segment<K>[]
}

/** A stretch of valid time and the version that counts over it. */
export interface Stretch<V> {
  validFrom: IsoDate
  validTo: IsoDate | null
  version: V
}

/** The same of versions that need not be recorded yet. */
export function stretchesOf<V extends Pick<RecordVersion, 'state' | 'validFrom' | 'validTo'>>(
  versions: readonly V[],
): Stretch<V>[] {
  let stretches: Stretch<V>[] = []
  for (const version of versions) {
    if (version.state !== 'published' && version.state !== 'withdrawn') continue
    stretches = truncate(stretches, version.validFrom)
    if (version.state === 'published') stretches.push({ validFrom: version.validFrom, validTo: version.validTo, version })
  }
  return stretches
}

/** The stretches with the days of the unbroken time in force that each is a part of. Takes them oldest first. */
export function withUnbrokenForce<S extends Pick<Stretch<unknown>, 'validFrom' | 'validTo'>>(
  stretches: readonly S[],
): (S & { inForceFrom: IsoDate; inForceTo: IsoDate | null })[] {
  const begun: (S & { inForceFrom: IsoDate })[] = []
  for (const stretch of stretches) {
    const before = begun.at(-1)
    const isUnbroken = before !== undefined && before.validTo === stretch.validFrom
    begun.push({ ...stretch, inForceFrom: isUnbroken ? before.inForceFrom : stretch.validFrom })
  }
  return begun.map((stretch) => {
    const last = begun.findLast(({ inForceFrom }) => inForceFrom === stretch.inForceFrom)!
    return { ...stretch, inForceTo: last.validTo }
  })
}

function truncate<V>(stretches: Stretch<V>[], from: IsoDate): Stretch<V>[] {
  return stretches
    .filter((segment) => segment.validFrom < from)
    .map((segment) => (segment.validTo === null || segment.validTo > from ? { ...segment, validTo: from } : segment))
}
