import type { Kysely } from 'kysely'
import { ExpectedError } from '../records/expected-error.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { SideTables } from '../store/store.ts'
import type { Tables } from '../store/version-rows.ts'
import type { JointActionPartyRow, JointActionRow } from './joint-action-rows.ts'

export type JointActionParty = Omit<JointActionPartyRow, 'joint_action_id' | 'place'>

/** A joint action on its way, as its parties see it. */
export interface JointActionTalk extends Omit<JointActionRow, 'times'> {
  times: readonly string[]
  /** The region that invited comes first. */
  parties: readonly JointActionParty[]
}

const mostListed = 50

/** The joint actions that any of some regions is a party to, the last changed first, a page at a time. */
export async function findJointActions(
  side: SideTables,
  { regionCodes, cursor = null }: { regionCodes: readonly string[]; cursor?: string | null },
): Promise<{ talks: JointActionTalk[]; next: string | null }> {
  if (regionCodes.length === 0) return { talks: [], next: null }
  const rows = await side.read
    .selectFrom('joint_action')
    .selectAll()
    .where('id', 'in', (e) =>
      e
        .selectFrom('joint_action_party')
        .select('joint_action_id')
        .where('region_code', 'in', [...regionCodes]),
    )
    .$if(cursor !== null, (all) => {
      const [changed = '', id = ''] = cursor!.split('_')
      return all.where((e) => e.or([e('changed_at', '<', changed), e.and([e('changed_at', '=', changed), e('id', '<', id)])]))
    })
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostListed + 1)
    .execute()
  const shown = rows.slice(0, mostListed)
  const last = shown.at(-1)
  const next = rows.length > mostListed && last ? `${last.changed_at}_${last.id}` : null
  return { talks: await withParties(side.read, shown), next }
}

/** One of them; null when there is none. */
export async function findJointAction(side: SideTables, id: string): Promise<JointActionTalk | null> {
  const row = await side.read.selectFrom('joint_action').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? (await withParties(side.read, [row]))[0]! : null
}

async function withParties(db: Kysely<Tables>, rows: readonly JointActionRow[]): Promise<JointActionTalk[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const parties = await db
    .selectFrom('joint_action_party')
    .selectAll()
    .where('joint_action_id', 'in', ids)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...row,
    times: JSON.parse(row.times) as string[],
    parties: parties.filter(({ joint_action_id: id }) => id === row.id),
  }))
}

export interface Invitation extends Pick<JointActionRow, 'id' | 'title' | 'joint_area_id' | 'created_by'> {
  times: readonly string[]
  /** The region that invites comes first. */
  parties: readonly Pick<JointActionPartyRow, 'region_code' | 'area_id' | 'needs' | 'offers'>[]
}

/** Invites regions. The same invitation sent twice, by its id, is one. */
export async function inviteToJointAction(side: SideTables, { parties, times, ...asked }: Invitation, now: Date): Promise<void> {
  const at = now.toISOString()
  const rest = { next_step: null, owner_role: null, due_on: null, money: null, why: null }
  const row: JointActionRow = {
    ...asked,
    ...rest,
    stage: 'invited',
    times: JSON.stringify(times),
    times_by: parties[0]!.region_code,
    revision: 1,
    created_at: at,
    changed_at: at,
  }
  await side.write(async (db) => {
    const adding = db.insertInto('joint_action').values(row)
    const { numInsertedOrUpdatedRows } = await adding
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return
    const unanswered = { joint_action_id: asked.id, picked_time: null, accepted_at: null, accepted_by: null }
    await db
      .insertInto('joint_action_party')
      .values(parties.map((party, place) => ({ ...party, ...unanswered, place })))
      .execute()
  })
}

/** The time that all who were to pick have picked; null while they have not, or have picked different ones. */
export function chosenTime({
  parties,
  times_by: by,
  times,
}: Pick<JointActionTalk, 'parties' | 'times_by' | 'times'>): string | null {
  const picks = new Set(parties.filter(({ region_code: code }) => code !== by).map(({ picked_time: picked }) => picked))
  const [only = null] = picks
  return picks.size === 1 && only !== null && times.includes(only) ? only : null
}

interface Step {
  id: string
  regionCode: string
  now: Date
}

/** A region picks one of the times that were proposed. */
export const pickTime = (side: SideTables, { id, regionCode, now, time }: Step & { time: string }): Promise<void> =>
  changing(side, { id, now, stages: ['invited'] }, async (db, { times_by: by, times }) => {
    if (by === regionCode || !times.includes(time)) throw new ExpectedError('bad_request', { data: { words: notATime } })
    await partyOf(db, { id, regionCode }).set({ picked_time: time }).execute()
  })

/** A region for which none fits proposes three others; who had picked picks again. */
export const proposeTimes = (
  side: SideTables,
  { id, regionCode, now, times }: Step & { times: readonly string[] },
): Promise<void> =>
  changing(side, { id, now, stages: ['invited'] }, async (db) => {
    await db.updateTable('joint_action_party').set({ picked_time: null }).where('joint_action_id', '=', id).execute()
    await db
      .updateTable('joint_action')
      .set({ times: JSON.stringify(times), times_by: regionCode })
      .where('id', '=', id)
      .execute()
  })

/** The meeting has been held: what is agreed on is written, and each region is asked. */
export const noteMeeting = (side: SideTables, { id, now }: Omit<Step, 'regionCode'>): Promise<void> =>
  changing(side, { id, now, stages: ['invited', 'met'] }, async (db, talk) => {
    if (talk.stage === 'invited' && chosenTime(talk) === null) throw new ExpectedError('bad_request', { data: { words: noTime } })
    await db.updateTable('joint_action').set({ stage: 'met' }).where('id', '=', id).execute()
  })

export type AgreementText = Pick<JointActionRow, 'title' | 'next_step' | 'owner_role' | 'due_on' | 'money'> &
  Pick<JointActionPartyRow, 'needs' | 'offers'>

/** A party changes the text, and its own need and offer. Whoever had accepted the text as it was accepts it again. */
export const writeAgreement = (
  side: SideTables,
  { id, regionCode, now, text, seen }: Step & { text: AgreementText; seen: number },
): Promise<void> =>
  changing(side, { id, now, stages: ['invited', 'met'] }, async (db, talk) => {
    const { needs, offers, ...common } = text
    const own = talk.parties.find(({ region_code: code }) => code === regionCode)!
    const isSame = [talk, own].every((before) =>
      Object.entries({ ...common, needs, offers }).every(
        ([field, value]) => !(field in before) || before[field as never] === value,
      ),
    )
    if (isSame) return
    if (talk.revision !== seen) throw new ExpectedError('version_outdated', { data: { words: changedSince } })
    const unaccepted = { accepted_at: null, accepted_by: null }
    await db.updateTable('joint_action_party').set(unaccepted).where('joint_action_id', '=', id).execute()
    await partyOf(db, { id, regionCode }).set({ needs, offers }).execute()
    await db
      .updateTable('joint_action')
      .set({ ...common, revision: talk.revision + 1 })
      .where('id', '=', id)
      .execute()
  })

/** A region accepts the text that it was shown, for itself and nobody else. @returns it, with who has accepted by now */
export async function acceptAgreement(
  side: SideTables,
  { id, regionCode, now, seen, by }: Step & { seen: number; by: string },
): Promise<JointActionTalk> {
  await changing(side, { id, now, stages: ['met', 'agreed'] }, async (db, talk) => {
    const own = talk.parties.find(({ region_code: code }) => code === regionCode)!
    if (own.accepted_at !== null) return
    if (talk.revision !== seen) throw new ExpectedError('version_outdated', { data: { words: changedSince } })
    await partyOf(db, { id, regionCode }).set({ accepted_at: now.toISOString(), accepted_by: by }).execute()
  })
  return (await findJointAction(side, id))!
}

export const hasBeenAccepted = ({ parties }: Pick<JointActionTalk, 'parties'>): boolean =>
  parties.every(({ accepted_at: at }) => at !== null)

/** It is a record now. */
export const noteAgreement = (side: SideTables, { id, now }: Omit<Step, 'regionCode'>): Promise<void> =>
  changing(side, { id, now, stages: ['met', 'agreed'] }, async (db) => {
    await db.updateTable('joint_action').set({ stage: 'agreed' }).where('id', '=', id).execute()
  })

/** A party ends it before it is agreed, and says why. Nobody but the parties ever sees it. */
export const endJointAction = (side: SideTables, { id, now, why }: Omit<Step, 'regionCode'> & { why: string }): Promise<void> =>
  changing(side, { id, now, stages: ['invited', 'met'] }, async (db) => {
    await db.updateTable('joint_action').set({ stage: 'closed', why }).where('id', '=', id).execute()
  })

const partyOf = (db: Kysely<Tables>, { id, regionCode }: Pick<Step, 'id' | 'regionCode'>) =>
  db.updateTable('joint_action_party').where('joint_action_id', '=', id).where('region_code', '=', regionCode)

interface Changing {
  id: string
  now: Date
  stages: readonly JointActionRow['stage'][]
}

/** Changes one in a transaction that keeps others out. @throws ExpectedError `version_outdated` when it has gone on since */
async function changing(
  side: SideTables,
  { id, now, stages }: Changing,
  change: (db: Kysely<Tables>, talk: JointActionTalk) => Promise<void>,
): Promise<void> {
  await side.write(async (db) => {
    const row = await db.selectFrom('joint_action').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    if (!stages.includes(row.stage)) throw new ExpectedError('version_outdated', { data: { words: changedSince } })
    await change(db, (await withParties(db, [row]))[0]!)
    await db.updateTable('joint_action').set({ changed_at: now.toISOString() }).where('id', '=', id).execute()
  })
}

const changedSince: LocalText = {
  sv: 'Någon av parterna har ändrat sedan du öppnade sidan. Ladda om den, läs vad som står nu och svara sedan.',
  en: 'One of the parties has changed it since you opened the page. Reload it, read what it says now and then answer.',
}
const notATime: LocalText = {
  sv: 'Välj en av de tre tiderna som de andra har föreslagit.',
  en: 'Pick one of the three times that the others have proposed.',
}
const noTime: LocalText = {
  sv: 'Mötet har ingen tid än. De som är inbjudna väljer först en och samma tid.',
  en: 'The meeting has no time yet. Those invited first pick one and the same time.',
}
