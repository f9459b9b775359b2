import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { canonicalJson } from '../records/version.ts'
import { swedishDay } from '../records/time.ts'
import type { SideTables } from '../store/store.ts'
import type { Tables } from '../store/version-rows.ts'
import './account-rows.ts'
import type { AuditRow } from './account-rows.ts'

/** Something that somebody did. */
export interface Deed {
  /** The account, or the way in for those without one: `key`, `commandLine`, `system`. */
  accountId: string
  /** Role and organisation, as versions are recorded. */
  actor: string
  action: string
  /** What it was done to; for versions each with the hash of its content. */
  object: string
}

const beginning = '0'.repeat(64)
const hashOf = (entry: Omit<AuditRow, 'hash'>): string => createHash('sha256').update(canonicalJson(entry)).digest('hex')

/** Appends to the log within the transaction of what was done, so that neither is there without the other. */
export async function logDeed(db: Kysely<Tables>, { accountId, ...deed }: Deed, now: Date): Promise<void> {
  const last = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const sequence = Number(last?.sequence ?? 0) + 1
  const entry = { sequence, at: now.toISOString(), account_id: accountId, ...deed, previous_hash: last?.hash ?? beginning }
  await db
    .insertInto('audit_entry')
    .values({ ...entry, hash: hashOf(entry) })
    .execute()
}

/** The newest entries, or those before a sequence. */
export const findDeeds = async (side: SideTables, { before, limit }: { before?: number; limit: number }): Promise<AuditRow[]> => {
  const rows = await side.read
    .selectFrom('audit_entry')
    .selectAll()
    .$if(before !== undefined, (all) => all.where('sequence', '<', before!))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }))
}

/** The account that recorded a version, by the hash of its content; null when the log has none of it. */
export async function findWriterOf(side: SideTables, contentHash: string): Promise<string | null> {
  const entries = side.read.selectFrom('audit_entry').select('account_id').where('object', 'like', `%${contentHash}%`)
  return (await entries.orderBy('sequence', 'desc').limit(1).executeTakeFirst())?.account_id ?? null
}

/** The last entry of a day: who has it can prove later that nothing up to that day has been rewritten. */
export interface DayHead {
  day: string
  sequence: number
  hash: string
}

const rowsAtOnce = 1000

/** Reads the whole log in its order, in pieces. */
async function* readLog(side: SideTables): AsyncGenerator<AuditRow> {
  for (let at = 0; ;) {
    const rows = await side.read
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', at)
      .orderBy('sequence')
      .limit(rowsAtOnce)
      .execute()
    if (rows.length === 0) return
    for (const row of rows) yield { ...row, sequence: Number(row.sequence) }
    at = Number(rows.at(-1)!.sequence)
  }
}

/** The head of each day that has entries, oldest first. */
export async function findDayHeads(side: SideTables): Promise<DayHead[]> {
  const heads = new Map<string, DayHead>()
  for await (const { at, sequence, hash } of readLog(side)) {
    const day = swedishDay(at)
    heads.set(day, { day, sequence, hash })
  }
  return [...heads.values()]
}

/** The first fault of the chain, in words; null when every entry follows from the one before. */
export async function findBrokenLink(side: SideTables): Promise<string | null> {
  let previous = { sequence: 0, hash: beginning }
  for await (const { hash, ...entry } of readLog(side)) {
    if (entry.sequence !== previous.sequence + 1) return `An entry is missing before ${entry.sequence}.`
    if (entry.previous_hash !== previous.hash || hashOf(entry) !== hash)
      return `Entry ${entry.sequence} does not follow from the one before.`
    previous = { sequence: entry.sequence, hash }
  }
  return null
}
