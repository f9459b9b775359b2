import type { Actor } from '../records/actor.ts'
import type { SideTables, WriteBeside } from '../store/store.ts'
import { findWriterOf, logDeed } from './audit-log.ts'

/** Notes an actor's versions in the log, each with its hash, so that the log also proves that the registry was not rewritten. */
const logOfVersions =
  (clock: () => Date) =>
  (actor: Actor): WriteBeside =>
  async (db, versions) => {
    const object = versions
      .map(({ kind, recordId, version, contentHash }) => `${kind}/${recordId}/${version} ${contentHash}`)
      .join('\n')
    const action = [...new Set(versions.map(({ state }) => state))].join(', ')
    await logDeed(db, { accountId: actor.accountId ?? actor.kind, actor: actor.name, action, object }, clock())
  }

/** The log that a registry's writers are noted in, and asked of. */
export const logging = (side: SideTables, clock: () => Date) => ({
  logOf: logOfVersions(clock),
  writerOf: (contentHash: string) => findWriterOf(side, contentHash),
})
