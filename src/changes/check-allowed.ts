import type { Actor } from '../records/actor.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { may } from '../records/may.ts'
import type { StateRoles } from '../records/may.ts'
import type { NewVersion, Owner } from '../records/record.ts'
import type { Append, Store } from '../store/store.ts'
import { versionKey } from './registry-view.ts'

const anyKind: StateRoles = {
  draft: 'proposer',
  proposed: 'proposer',
  published: 'editor',
  returned: 'editor',
  withdrawn: 'editor',
}

/**
 * Whether an actor may append all of these, one upon the other. A version whose writer has not seen the newest one is
 * left to the store, which says what has changed since.
 * @throws ExpectedError `not_allowed` or `invalid_record` with the first that may not be appended, and why
 */
export async function checkAllowed(
  { store }: { store: Pick<Store, 'findNewest'> },
  appends: readonly Append[],
  actor: Actor,
): Promise<void> {
  const found = await store.findNewest(appends.map(({ version }) => version))
  const newest = new Map<string, Newest>(found.map((version) => [versionKey(version.kind, version.recordId), version]))
  for (const { version, expectedVersion } of appends) {
    const { kind, recordId, state } = version
    const key = versionKey(kind, recordId)
    const before = newest.get(key) ?? null
    if ((before?.version ?? 0) !== expectedVersion) continue
    const owners = [before, version].map((one) => one && ownerOf(one))
    const allowed = may(actor, { kind, recordId, from: before?.state ?? null, to: state, owners }, anyKind)
    if (allowed !== true)
      throw new ExpectedError(allowed.code, { detail: allowed.words.en, data: { kind, recordId, words: allowed.words } })
    newest.set(key, { ...version, version: expectedVersion + 1 })
  }
}

type Newest = NewVersion & { version: number }

function ownerOf({ body }: NewVersion): Owner | null {
  return 'owner' in body ? body.owner : null
}
