import { kindOf, recordKinds } from '../records/record.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import { stretchesOf } from '../snapshot/timeline.ts'
import type { Stretch } from '../snapshot/timeline.ts'
import type { Append } from '../store/store.ts'
import { firstMissingDay } from './reference-days.ts'
import { versionKey } from './registry-view.ts'

/** A stretch of days on which one version of a record is in force. */
export type VersionStretch = Stretch<NewVersion>

/** The stretches of every record, as they are or as a change would make them. */
export interface Histories {
  /** One record's stretches, oldest first; empty when it is never in force. */
  of(kind: RecordKind, id: string): readonly VersionStretch[]
  all(kind: RecordKind): IterableIterator<readonly [id: string, stretches: readonly VersionStretch[]]>
}

/** The stretches of every record once some versions have been appended. */
export function historiesAfter(known: KnownRegistry, appends: readonly Append[] = []): Histories {
  const changed = new Map<string, { id: string; kind: RecordKind; stretches: readonly VersionStretch[] }>()
  for (const [key, ofRecord] of Map.groupBy(appends, ({ version }) => versionKey(version.kind, version.recordId))) {
    const { kind, recordId } = ofRecord[0]!.version
    const versions: NewVersion[] = [
      ...(known.kinds[kind].histories.get(recordId)?.versions ?? []),
      ...ofRecord.map(({ version }) => version),
    ]
    changed.set(key, { id: recordId, kind, stretches: stretchesOf(versions) })
  }
  const stored = (kind: RecordKind, id: string): readonly VersionStretch[] =>
    stretchesOf<NewVersion>(known.kinds[kind].histories.get(id)?.versions ?? [])
  return {
    of: (kind, id) => changed.get(versionKey(kind, id))?.stretches ?? stored(kind, id),
    *all(kind) {
      for (const id of known.kinds[kind].histories.keys()) if (!changed.has(versionKey(kind, id))) yield [id, stored(kind, id)]
      for (const { id, kind: of, stretches } of changed.values()) if (of === kind) yield [id, stretches]
    },
  }
}

/** The records that need one that is no longer there on a day: each with its stretch, and the first such day. */
export function findLeftBehind(
  { before, after }: { before: Histories; after: Histories },
  { kind, id }: { kind: RecordKind; id: string },
): { kind: RecordKind; id: string; stretch: VersionStretch; day: string }[] {
  const now = after.of(kind, id)
  const isAsLong = before.of(kind, id).every((stretch) => firstMissingDay('everyDay', stretch, now) === null)
  if (isAsLong) return []
  return recordKinds.flatMap((other) =>
    [...after.all(other)].flatMap(([otherId, stretches]) =>
      stretches.flatMap((stretch) => {
        const day = needs(stretch, { kind, id }) ? firstMissingDay('everyDay', stretch, now) : null
        return day === null ? [] : [{ kind: other, id: otherId, stretch, day }]
      }),
    ),
  )
}

/** Whether a record must be there for as long as the stretch lasts. */
const needs = ({ version }: VersionStretch, named: { kind: RecordKind; id: string }): boolean =>
  kindOf(version.kind)
    .references(version.body)
    .some(({ on, kind, id }) => on === 'everyDay' && kind === named.kind && id === named.id)
