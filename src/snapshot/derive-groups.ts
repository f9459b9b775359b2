import type { RecordKind } from '../records/record.ts'
import { deriveInSteps } from './derive.ts'
import type { Derived } from './derive.ts'
import type { Known } from './known.ts'
import { LayeredMap } from './layered-map.ts'
import { withItems } from './sorted-list.ts'

/** The records of a kind by a key of theirs; each group is sorted by id, and is the same list for as long as nothing in it changes. */
export type Groups<K extends RecordKind> = ReadonlyMap<string, readonly Known<K>[]>

interface Grouping<K extends RecordKind> {
  kind: K
  /** Which records of the day: those in force, or the newest state of all that have begun. */
  of: 'inForce' | 'everBegun'
  /** The keys of the groups that a record belongs to. */
  keysOf(record: Known<K>): readonly string[]
}

const recordsAStep = 500

/** Groups the records of a kind. When the registry grows, only the groups that the changed records are in are made again. */
export const deriveGroups = <K extends RecordKind>(name: string, { kind, of, keysOf }: Grouping<K>): Derived<Groups<K>> =>
  deriveInSteps<Groups<K>>(name, [kind], function* (snapshot, previous) {
    if (!previous) {
      const groups = new Map<string, Known<K>[]>()
      let count = 0
      for (const record of snapshot[of](kind)) {
        if (++count % recordsAStep === 0) yield
        for (const key of new Set(keysOf(record))) {
          const group = groups.get(key)
          if (group) group.push(record)
          else groups.set(key, [record])
        }
      }
      return new LayeredMap<string, readonly Known<K>[]>(groups)
    }
    const changes = new Map<string, [string, Known<K> | null][]>()
    for (const id of previous.changed(kind)) {
      const before = previous.was(of, kind, id)
      const now = of === 'inForce' ? snapshot.get(kind, id) : snapshot.getBegun(kind, id)
      const keys = now ? keysOf(now) : []
      for (const key of new Set([...keys, ...(before ? keysOf(before) : [])])) {
        const change: [string, Known<K> | null] = [id, keys.includes(key) ? now : null]
        changes.set(key, [...(changes.get(key) ?? []), change])
      }
    }
    const groups = previous.value as LayeredMap<string, readonly Known<K>[]>
    const changed = [...changes].map(([key, ofGroup]) => {
      const group = withItems(groups.get(key) ?? [], ofGroup, ({ id }) => id)
      return [key, group.length > 0 ? group : undefined] as const
    })
    return changed.length === 0 ? groups : groups.with(changed)
  })
