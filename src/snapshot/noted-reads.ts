import { createHash } from 'node:crypto'
import { nothingBeside } from '../records/beside.ts'
import type { Beside, SnapshotPart } from '../records/beside.ts'
import { recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import { viewOf } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/** A snapshot that notes what is read of it. */
export interface NotedSnapshot {
  snapshot: Snapshot
  /** The parts read so far, in a fixed order. */
  parts(): readonly SnapshotPart[]
}

/** Every part that a snapshot is made from. */
export const allParts: readonly SnapshotPart[] = [...recordKinds, ...(Object.keys(nothingBeside) as (keyof Beside)[])]

/** A snapshot for one answer, which notes the parts that the answer reads: directly, through derived values, or on another day. */
export function noteReads(snapshot: Snapshot): NotedSnapshot {
  const read = new Set<SnapshotPart>()
  const note = (part: SnapshotPart | 'everything') => (part === 'everything' ? allParts : [part]).forEach((one) => read.add(one))
  return { snapshot: viewOf(snapshot.inner.content, note), parts: () => allParts.filter((part) => read.has(part)) }
}

/** Names all that an answer can be made from which reads only some parts of a snapshot: the day and those parts. */
export function etagOf({ inner: { content } }: Snapshot, parts: readonly SnapshotPart[]): string {
  const ids = parts.map((part) =>
    part in content.loaded ? (content.loaded[part as keyof Beside]?.id ?? '') : content.kinds[part as RecordKind].id,
  )
  return createHash('sha256')
    .update([content.validAt, ...parts, ...ids].join(' '))
    .digest('hex')
    .slice(0, 32)
}
