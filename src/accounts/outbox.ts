import { randomUUID } from 'node:crypto'
import type { SideTables } from '../store/store.ts'
import type { OutboxRow } from './account-rows.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  /** What the mail is about: a second mail with the same key is not queued, whoever queues it. */
  key?: string
}

export type SendMail = (mail: Pick<Mail, 'to' | 'subject' | 'text'>) => Promise<void>

/** Mail on its way. Without a mail server it is kept here, for an administrator to hand on. */
export interface Outbox {
  /** Puts a mail in line. @returns false when one with its key is there already */
  queue(mail: Mail): Promise<boolean>
  /** Sends what waits, and tries again what could not be sent; removes what is old. */
  flush(): Promise<void>
  /** The newest mails; texts are kept only as long as they may be needed. */
  findNewest(limit: number): Promise<OutboxRow[]>
}

const minute = 60_000
const retryMinutes = [1, 5, 15, 60, 240]
/** A process that dies while it sends leaves a mail that another tries again after this time. */
const claimMinutes = 10
const keptDays = 7

/** @param send null: there is no mail server */
export function makeOutbox(side: SideTables, { clock, send }: { clock: () => Date; send: SendMail | null }): Outbox {
  let flushing: Promise<void> | null = null
  const sendWaiting = async () => {
    await removeOld(side, clock())
    if (!send) return
    for (let mail = await claimNext(side, clock()); mail; mail = await claimNext(side, clock()))
      await sendOne(side, { mail, send, clock })
  }
  return {
    queue: (mail) => queueMail(side, { mail, now: clock(), state: send ? 'waiting' : 'kept' }),
    flush: () => (flushing ??= sendWaiting().finally(() => (flushing = null))),
    findNewest: (limit) => side.read.selectFrom('outbox_mail').selectAll().orderBy('created_at', 'desc').limit(limit).execute(),
  }
}

const after = (now: Date, minutes: number): string => new Date(now.getTime() + minutes * minute).toISOString()

async function queueMail(
  side: SideTables,
  { mail: { to, subject, text, key }, now, state }: { mail: Mail; now: Date; state: OutboxRow['state'] },
): Promise<boolean> {
  const at = now.toISOString()
  const mail = { send_key: key ?? null, recipient: to, subject, body: text, state }
  const row: OutboxRow = { id: randomUUID(), ...mail, attempts: 0, created_at: at, try_after: at, sent_at: null, fault: null }
  return side.write(async (db) => {
    const inserting = db.insertInto('outbox_mail').values(row)
    const unique = inserting.onConflict((conflict) => conflict.column('send_key').doNothing())
    const { numInsertedOrUpdatedRows } = await unique.executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  })
}

/** Removes mails that nobody needs; those with a key are kept, since they say what has been sent already. */
async function removeOld(side: SideTables, now: Date): Promise<void> {
  const begin = after(now, -keptDays * 24 * 60)
  await side.write((db) => db.deleteFrom('outbox_mail').where('created_at', '<', begin).where('send_key', 'is', null).execute())
}

const claimNext = (side: SideTables, now: Date): Promise<OutboxRow | null> =>
  side.write(async (db) => {
    const waiting = db.selectFrom('outbox_mail').selectAll().where('state', '=', 'waiting')
    const due = waiting.where('try_after', '<=', now.toISOString()).orderBy('created_at').limit(1)
    const next = await due.executeTakeFirst()
    if (!next) return null
    const claimed = { attempts: next.attempts + 1, try_after: after(now, claimMinutes) }
    await db.updateTable('outbox_mail').set(claimed).where('id', '=', next.id).execute()
    return { ...next, ...claimed }
  })

interface Sending {
  mail: OutboxRow
  send: SendMail
  clock: () => Date
}

async function sendOne(side: SideTables, { mail, send, clock }: Sending): Promise<void> {
  const set = (values: Partial<OutboxRow>) =>
    side.write((db) => db.updateTable('outbox_mail').set(values).where('id', '=', mail.id).execute())
  try {
    await send({ to: mail.recipient, subject: mail.subject, text: mail.body })
    // The text may hold a link that signs in, and nobody needs it here any more.
    await set({ state: 'sent', sent_at: clock().toISOString(), body: '', fault: null })
  } catch (error) {
    const fault = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    const minutes = retryMinutes[mail.attempts - 1]
    await set(minutes ? { fault, try_after: after(clock(), minutes) } : { fault, state: 'failed' })
  }
}
