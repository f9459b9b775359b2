import { randomUUID } from 'node:crypto'
import type { SideTables } from '../store/store.ts'

declare module '../store/version-rows.ts' {
  interface Tables {
    job_run: { name: string; taken_by: string; taken_at: string; done_at: string | null }
    digest_off: { user_id: string; since: string }
  }
}

/** Whoever took a job and has not finished it after so long is taken to have died. */
const givenUpAfterMs = 15 * 60_000

/**
 * Does a job that is to be done once, whichever of several servers comes first: its name is taken in the database, on either engine.
 * One that dies in the middle leaves it to the next after a quarter of an hour, so that what the job does must bear to be begun again.
 * @returns whether it was done here and now
 */
export async function doOnce(
  side: SideTables,
  name: string,
  { clock, work }: { clock: () => Date; work: () => Promise<void> },
): Promise<boolean> {
  const known = await side.read.selectFrom('job_run').select('done_at').where('name', '=', name).executeTakeFirst()
  if (known?.done_at) return false
  const by = randomUUID()
  if (!(await takeJob(side, { name, by, now: clock() }))) return false
  await work()
  const done = { done_at: clock().toISOString() }
  await side.write((db) => db.updateTable('job_run').set(done).where('name', '=', name).where('taken_by', '=', by).execute())
  return true
}

const takeJob = (side: SideTables, { name, by, now }: { name: string; by: string; now: Date }): Promise<boolean> =>
  side.write(async (db) => {
    const at = now.toISOString()
    const taking = db.insertInto('job_run').values({ name, taken_by: by, taken_at: at, done_at: null })
    const first = await taking.onConflict((conflict) => conflict.column('name').doNothing()).executeTakeFirstOrThrow()
    if (first.numInsertedOrUpdatedRows === 1n) return true
    const givenUp = new Date(now.getTime() - givenUpAfterMs).toISOString()
    const again = await db
      .updateTable('job_run')
      .set({ taken_by: by, taken_at: at })
      .where('name', '=', name)
      .where('done_at', 'is', null)
      .where('taken_at', '<', givenUp)
      .executeTakeFirstOrThrow()
    return again.numUpdatedRows === 1n
  })

/** The accounts that want no weekly digest. */
export const findWithoutDigest = async (side: SideTables): Promise<ReadonlySet<string>> =>
  new Set((await side.read.selectFrom('digest_off').select('user_id').execute()).map(({ user_id: id }) => id))

/** Turns the weekly digest of an account on or off. */
export async function setDigest(
  side: SideTables,
  { accountId, isOn, now }: { accountId: string; isOn: boolean; now: Date },
): Promise<void> {
  await side.write(async (db) => {
    if (isOn) await db.deleteFrom('digest_off').where('user_id', '=', accountId).execute()
    else
      await db
        .insertInto('digest_off')
        .values({ user_id: accountId, since: now.toISOString() })
        .onConflict((conflict) => conflict.column('user_id').doNothing())
        .execute()
  })
}
