import { createHash, randomBytes } from 'node:crypto'
import type { SideTables } from '../store/store.ts'
import './draft-rows.ts'

const parkedHours = 24
const mostParkedBytes = 128 * 1024
const mostForAccount = 20
const hash = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** A form that could not be taken, and the address that it is sent to. */
export interface ParkedForm {
  action: string
  fields: readonly (readonly [name: string, value: string])[]
}

/**
 * Keeps what somebody had written when the session ended, for a day. @returns the key that it is asked for by; null when it is too long
 * @param accountId whose it is; nobody else is shown it
 */
export async function parkText(
  side: SideTables,
  { accountId, parked, now }: { accountId: string; parked: ParkedForm; now: Date },
): Promise<string | null> {
  const text = JSON.stringify(parked)
  if (Buffer.byteLength(text) > mostParkedBytes) return null
  const key = randomBytes(18).toString('base64url')
  const begin = new Date(now.getTime() - parkedHours * 3600_000).toISOString()
  await side.write(async (db) => {
    await db.deleteFrom('parked_text').where('parked_at', '<', begin).execute()
    const own = db.selectFrom('parked_text').select('key_hash').where('account_id', '=', accountId)
    const kept = await own.orderBy('parked_at', 'desc').limit(mostForAccount).execute()
    if (kept.length === mostForAccount) await db.deleteFrom('parked_text').where('key_hash', '=', kept.at(-1)!.key_hash).execute()
    const row = { key_hash: hash(key), account_id: accountId, fields: text, parked_at: now.toISOString() }
    await db.insertInto('parked_text').values(row).execute()
  })
  return key
}

/** What was parked under a key, for the account whose it is; null for anybody else, and after a day. */
export async function findParked(
  side: SideTables,
  { key, accountId, now }: { key: string; accountId: string; now: Date },
): Promise<ParkedForm | null> {
  const begin = new Date(now.getTime() - parkedHours * 3600_000).toISOString()
  const row = await side.read
    .selectFrom('parked_text')
    .select('fields')
    .where('key_hash', '=', hash(key))
    .where('account_id', '=', accountId)
    .where('parked_at', '>=', begin)
    .executeTakeFirst()
  const parked = row ? (JSON.parse(row.fields) as Partial<ParkedForm>) : null
  return parked?.action && parked.fields ? { action: parked.action, fields: parked.fields } : null
}

/** Forgets what was parked, once it has been sent. */
export async function forgetParked(side: SideTables, { key, accountId }: { key: string; accountId: string }): Promise<void> {
  await side.write(async (db) => {
    await db.deleteFrom('parked_text').where('key_hash', '=', hash(key)).where('account_id', '=', accountId).execute()
  })
}
