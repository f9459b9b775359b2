import { findJointAction } from '../../../conversation/joint-actions.ts'
import type { JointActionTalk } from '../../../conversation/joint-actions.ts'
import { ownersOf } from '../../../records/account-roles.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { Actor } from '../../../records/actor.ts'
import type { SideTables } from '../../../store/store.ts'
import type { Viewer } from '../../../accounts/accounts.ts'
import { speaksFor } from '../dialogue/dialogue-access.ts'

/** The regions that somebody speaks for: those whose editor the person is. */
export const regionsOf = ({ account, actor }: Viewer): string[] =>
  ownersOf(account.grants)
    .filter(({ kind, id }) => kind === 'region' && speaksFor(actor, id))
    .map(({ id }) => id)

export interface OwnTalk {
  talk: JointActionTalk
  /** The parties that the visitor speaks for. */
  own: readonly string[]
}

/** A joint action as one of its parties sees it; to all others there is none. */
export async function findOwnTalk(side: SideTables, id: string, viewer: Viewer | null): Promise<OwnTalk | null> {
  if (!viewer || !/^[a-z0-9-]{1,60}$/.test(id)) return null
  const own = new Set(regionsOf(viewer))
  if (own.size === 0) return null
  const talk = await findJointAction(side, id)
  const parties = talk?.parties.filter(({ region_code: code }) => own.has(code)) ?? []
  return talk && parties.length > 0 ? { talk, own: parties.map(({ region_code: code }) => code) } : null
}

/** @throws ExpectedError `not_found` for all but its parties; `not_allowed` for a region that the sender does not speak for */
export async function getOwnTalk(
  side: SideTables,
  { id, viewer, actor, regionCode }: { id: string; viewer: Viewer | null; actor: Actor; regionCode: string },
): Promise<OwnTalk> {
  const found = await findOwnTalk(side, id, viewer)
  if (!found) throw new ExpectedError('not_found', { detail: id.slice(0, 60) })
  if (!found.own.includes(regionCode) || !speaksFor(actor, regionCode)) throw new ExpectedError('not_allowed')
  return found
}
