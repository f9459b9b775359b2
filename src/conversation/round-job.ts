import { reminderDays } from '../records/round.ts'
import { roundAnswerId } from '../records/round-answer.ts'
import type { Language } from '../records/language.ts'
import { daysBetween } from '../records/time.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { SideTables } from '../store/store.ts'
import type { RoundRecipientRow } from './conversation-rows.ts'
import { sendRoundMail } from './round-mail.ts'
import type { QueueMail } from './round-mail.ts'

export interface RoundJobEffects {
  side: SideTables
  queue: QueueMail
  /** The site's own address. */
  siteUrl: string
  now: Date
}

/** Notes where a region's letters go; an earlier address is replaced. */
export async function setRecipients(side: SideTables, rows: readonly RoundRecipientRow[]): Promise<void> {
  await side.write(async (db) => {
    for (const row of rows)
      await db
        .insertInto('round_recipient')
        .values(row)
        .onConflict((conflict) => conflict.columns(['round_id', 'region_code']).doUpdateSet(row))
        .execute()
  })
}

/** Where the letters of a round go, by region. */
export const findRecipients = (side: SideTables, roundId: string): Promise<RoundRecipientRow[]> =>
  side.read.selectFrom('round_recipient').selectAll().where('round_id', '=', roundId).orderBy('region_code').execute()

/**
 * Sends what the rounds that are open on the snapshot's day have due: the first letter, and the reminders of those that have not
 * answered. It may be run at any time and by several: a letter that is in line already is not sent again.
 * @returns how many were put in line
 */
export async function sendDueLetters(snapshot: Snapshot, { side, queue, siteUrl, now }: RoundJobEffects): Promise<number> {
  const today = snapshot.validAt
  let sent = 0
  for (const { id, opensOn, closesOn } of snapshot.everBegun('round')) {
    if (today < opensOn || today >= closesOn) continue
    const passed = daysBetween(opensOn, today)
    const day = reminderDays.findLast((one) => passed >= one) ?? 0
    for (const { region_code, email, role, lang } of await findRecipients(side, id)) {
      if (snapshot.get('roundAnswer', roundAnswerId({ roundId: id, regionCode: region_code }))) continue
      const mail = {
        roundId: id,
        regionCode: region_code,
        regionName: snapshot.getBegun('region', region_code)?.name ?? region_code,
        role,
        recipient: email,
        lang,
        expiresOn: closesOn,
        day,
      } as const
      const linkTo = (token: string, of: Language) => roundLinkAddress(siteUrl, { roundId: id, token, lang: of })
      if (await sendRoundMail(mail, { side, queue, linkTo, now })) sent += 1
    }
  }
  return sent
}

/** Where a link leads. The token is in the query, which no log keeps. */
export const roundLinkAddress = (siteUrl: string, { roundId, token, lang }: { roundId: string; token: string; lang: Language }) =>
  lang === 'sv' ? `${siteUrl}/runda/${roundId}/svar?nyckel=${token}` : `${siteUrl}/en/round/${roundId}/answer?key=${token}`
