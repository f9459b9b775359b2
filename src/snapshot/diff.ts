import { recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import { canonicalJson } from '../records/version.ts'
import type { Known, Snapshot } from './snapshot.ts'

/** What became of one record between two snapshots. */
export interface RecordDifference {
  kind: RecordKind
  recordId: string
  /** `begun`: only in the later one; `ended`: only in the earlier one; `changed`: in both, with another body. */
  outcome: 'begun' | 'ended' | 'changed'
  /** The body's fields that differ; all of them when it began or ended. */
  fields: string[]
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * The difference between two snapshots as data: every record in force in only one of them, or with another body.
 * Ordered by kind as in `recordKinds`, then by id. Empty exactly when both have the same records with the same bodies.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot): RecordDifference[] {
  return recordKinds.flatMap((kind) => {
    const old = new Map(before.inForce(kind).map((record) => [record.id, record]))
    const now = new Map(after.inForce(kind).map((record) => [record.id, record]))
    const ids = [...new Set([...old.keys(), ...now.keys()])].sort()
    return ids.flatMap((recordId) => differenceOf({ kind, recordId, before: old.get(recordId), after: now.get(recordId) }))
  })
}

interface Pair {
  kind: RecordKind
  recordId: string
  before: Known<RecordKind> | undefined
  after: Known<RecordKind> | undefined
}

function differenceOf({ kind, recordId, before, after }: Pair): RecordDifference[] {
  const [old, now] = [bodyOf(before), bodyOf(after)]
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
  const fields = names.filter((name) => canonicalJson(old?.[name] ?? null) !== canonicalJson(now?.[name] ?? null))
  if (old && now) return fields.length === 0 ? [] : [{ kind, recordId, outcome: 'changed', fields, before: old, after: now }]
  return [{ kind, recordId, outcome: now ? 'begun' : 'ended', fields: names, before: old, after: now }]
}

function bodyOf(record: Known<RecordKind> | undefined): Record<string, unknown> | null {
  if (!record) return null
  const { id: _id, meta: _meta, ...body } = record
  return body
}
