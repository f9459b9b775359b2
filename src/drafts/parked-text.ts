import { createHash, randomBytes } from 'node:crypto'
import type { SideTables } from '../store/store.ts'
import './draft-rows.ts'

const parkedHours = 24
const mostParkedBytes = 64 * 1024
const mostForAccount = 20
const hash = (key: string): string => createHash('sha256').update(key).digest('base64url')

/**
 * Keeps what somebody had written when the session ended, for a day. @returns the key that it is asked for by; null when it is too long
 * @param accountId whose it is; nobody else is shown it
 */
export async function parkText(
  side: SideTables,
  { accountId, fields, now }: { accountId: string; fields: Readonly<Record<string, string>>; now: Date },
): Promise<string | null> {
  const text = JSON.stringify(fields)
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
): Promise<Record<string, string> | null> {
  const begin = new Date(now.getTime() - parkedHours * 3600_000).toISOString()
  const row = await side.read
    .selectFrom('parked_text')
    .select('fields')
    .where('key_hash', '=', hash(key))
    .where('account_id', '=', accountId)
    .where('parked_at', '>=', begin)
    .executeTakeFirst()
  return row ? (JSON.parse(row.fields) as Record<string, string>) : null
}
