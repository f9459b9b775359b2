import type { Actor } from '../records/actor.ts'
import type { WriteBeside } from '../store/store.ts'
import { logDeed } from './audit-log.ts'

/** Notes an actor's versions in the log, each with its hash, so that the log also proves that the registry was not rewritten. */
export const logOfVersions =
  (clock: () => Date) =>
  (actor: Actor): WriteBeside =>
  async (db, versions) => {
    const object = versions
      .map(({ kind, recordId, version, contentHash }) => `${kind}/${recordId}/${version} ${contentHash}`)
      .join('\n')
    const action = [...new Set(versions.map(({ state }) => state))].join(', ')
    await logDeed(db, { accountId: actor.accountId ?? actor.kind, actor: actor.name, action, object }, clock())
  }
