import type { Actor } from '../records/actor.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { may } from '../records/may.ts'
import { isRecordKind, kindOf } from '../records/record.ts'
import type { NewVersion } from '../records/record.ts'
import type { Owner } from '../records/shared-fields.ts'
import type { Append, Store } from '../store/store.ts'
import { versionKey } from './registry-view.ts'

type Newest = NewVersion & { version: number }
type Reader = Pick<Store, 'findNewest'>

/**
 * Whether an actor may append all of these, one upon the other. A version whose writer has not seen the newest one is
 * left to the store, which says what has changed since.
 * @throws ExpectedError `not_allowed` or `invalid_record` with the first that may not be appended, and why
 */
export async function checkAllowed({ store }: { store: Reader }, appends: readonly Append[], actor: Actor): Promise<void> {
  const found = await store.findNewest(appends.map(({ version }) => version))
  const newest = new Map<string, Newest>(found.map((version) => [versionKey(version.kind, version.recordId), version]))
  for (const { version, expectedVersion } of appends) {
    const { kind, recordId, state } = version
    const key = versionKey(kind, recordId)
    const before = newest.get(key) ?? null
    if ((before?.version ?? 0) !== expectedVersion) continue
    const owners = actor.owners === 'all' ? [] : await ownersOf([before, version], { store, newest })
    const allowed = may(actor, { kind, recordId, from: before?.state ?? null, to: state, owners }, kindOf(kind).may)
    if (allowed !== true)
      throw new ExpectedError(allowed.code, { detail: allowed.words.en, data: { kind, recordId, words: allowed.words } })
    newest.set(key, { ...version, version: expectedVersion + 1 })
  }
}

interface Seen {
  store: Reader
  newest: ReadonlyMap<string, Newest>
}

const ownersOf = (versions: readonly (NewVersion | null)[], seen: Seen): Promise<(Owner | null)[]> =>
  Promise.all(versions.map((version) => (version ? ownerOf(version, seen) : null)))

/** The region or joint area behind a version; a decision on an area belongs to the area's owner. */
async function ownerOf({ kind, body }: NewVersion, { store, newest }: Seen): Promise<Owner | null> {
  const named = kindOf(kind).owner(body)
  if (named === null) return null
  if (named.kind === 'region' || named.kind === 'jointArea') return named as Owner
  if (!isRecordKind(named.kind)) return null
  const other = { kind: named.kind, recordId: named.id }
  const version = newest.get(versionKey(other.kind, other.recordId)) ?? (await store.findNewest([other]))[0]
  return version ? ownerOf(version, { store, newest }) : null
}
