import { createHmac } from 'node:crypto'
import type { SideTables } from '../store/store.ts'

/** How often a link may be asked for, by each account and from each address. */
export const mostAttempts = 5
export const attemptMinutes = 15

/**
 * Notes an attempt of each subject, unless one of them has had its share. Kept in the database, so that several servers count together;
 * what is kept of an address or an account is a keyed hash, for fifteen minutes.
 * @returns the seconds to wait; 0 when the attempt may go on
 */
export async function noteAttempt(
  side: SideTables,
  { subjects, secret, now }: { subjects: readonly string[]; secret: string; now: Date },
): Promise<number> {
  const hashed = subjects.map((subject) => createHmac('sha256', secret).update(subject).digest('base64url'))
  const begin = new Date(now.getTime() - attemptMinutes * 60_000).toISOString()
  return side.write(async (db) => {
    await db.deleteFrom('sign_in_attempt').where('at', '<=', begin).execute()
    const rows = await db.selectFrom('sign_in_attempt').selectAll().where('subject', 'in', hashed).orderBy('at').execute()
    for (const subject of hashed) {
      const own = rows.filter((row) => row.subject === subject)
      if (own.length >= mostAttempts) {
        const freeAt = new Date(own.at(-mostAttempts)!.at).getTime() + attemptMinutes * 60_000
        return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000))
      }
    }
    await db
      .insertInto('sign_in_attempt')
      .values(hashed.map((subject) => ({ subject, at: now.toISOString() })))
      .execute()
    return 0
  })
}
