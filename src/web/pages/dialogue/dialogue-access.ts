import { findDialogue } from '../../../conversation/dialogues.ts'
import type { DialogueDetail } from '../../../conversation/dialogues.ts'
import { mayAtLeast, powersOf } from '../../../records/actor.ts'
import type { Actor } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { SideTables } from '../../../store/store.ts'

/** The regions whose dialogues a writer is a party to: all for officers, else those it writes for. */
export function partyTo(actor: Actor): readonly string[] | 'all' {
  if (mayAtLeast(actor, 'officer')) return 'all'
  return powersOf(actor).flatMap(({ owners }) =>
    owners === 'all' ? [] : owners.filter(({ kind }) => kind === 'region').map(({ id }) => id),
  )
}

/** Whether a writer speaks for the region itself. */
export const speaksFor = (actor: Actor, regionCode: string): boolean =>
  actor.role === 'administrator' ||
  powersOf(actor).some(
    ({ owners, kinds, limit }) =>
      owners !== 'all' && !kinds && !limit && owners.some(({ kind, id }) => kind === 'region' && id === regionCode),
  )

/** A dialogue as its parties see it. To all others there is none. @throws ExpectedError `not_found` */
export async function getDialogue(side: SideTables, id: string, actor: Actor): Promise<DialogueDetail> {
  const found = /^[a-z0-9-]{1,60}$/.test(id) ? await findDialogue(side, id) : null
  const own = partyTo(actor)
  if (!found || (own !== 'all' && !own.includes(found.dialogue.region_code)))
    throw new ExpectedError('not_found', { detail: id.slice(0, 60) })
  return found
}
