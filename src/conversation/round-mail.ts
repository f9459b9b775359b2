import type { Language } from '../records/language.ts'
import { dropLink, issueLink } from './round-links.ts'
import type { LinkAsked } from './round-links.ts'
import type { SideTables } from '../store/store.ts'

/** A mail in line. @returns false when one with its key is there already */
export type QueueMail = (mail: { to: string; subject: string; text: string; key?: string }) => Promise<boolean>

export interface RoundMail extends LinkAsked {
  recipient: string
  regionName: string
  /** `0` is the first letter; a reminder is named by its day. */
  day: 0 | 10 | 20
}

interface MailEffects {
  side: SideTables
  queue: QueueMail
  /** The address of the region's page for a token. */
  linkTo(token: string, lang: Language): string
  now: Date
}

/**
 * Sends a region its link, or reminds it with a new one. Whoever else sends it at the same time, or again after a crash, it is in line
 * once: the mail's key names round, region and day.
 * @returns whether it was put in line now
 */
export async function sendRoundMail(mail: RoundMail, { side, queue, linkTo, now }: MailEffects): Promise<boolean> {
  const { roundId, regionCode, regionName, recipient, lang, day, expiresOn } = mail
  const key = `round-${roundId}-${regionCode}-${recipient}-${day}`
  const known = await side.read.selectFrom('outbox_mail').select('id').where('send_key', '=', key).executeTakeFirst()
  if (known) return false
  const token = await issueLink(side, mail, now)
  const { subject, text } = letter({ roundId, regionName, day, expiresOn, link: linkTo(token, lang) }, lang)
  const isQueued = await queue({ to: recipient, subject, text, key })
  if (!isQueued) await dropLink(side, token)
  return isQueued
}

export interface Letter {
  roundId: string
  regionName: string
  day: 0 | 10 | 20
  expiresOn: string
  link: string
}

/** What a region is sent. Opening the link confirms nothing, and the letter says so. */
export function letter({ roundId, regionName, day, expiresOn, link }: Letter, lang: Language): { subject: string; text: string } {
  if (lang === 'en')
    return {
      subject: `${day === 0 ? '' : 'Reminder: '}${regionName}: are your priority areas still right? (round ${roundId})`,
      text: `Once a year the regions say whether their list of priority areas in Spets is right.\n\nThe list of ${regionName} and three buttons are here:\n${link}\n\nOpening the link confirms nothing; only the button does. The link is ${regionName}'s own, needs no account and works until ${expiresOn}.\n`,
    }
  return {
    subject: `${day === 0 ? '' : 'Påminnelse: '}${regionName}: stämmer era prioriterade områden fortfarande? (runda ${roundId})`,
    text: `En gång om året säger regionerna om listan över prioriterade områden i Spets stämmer.\n\nListan för ${regionName} och tre knappar finns här:\n${link}\n\nAtt öppna länken bekräftar inget; det gör bara knappen. Länken är ${regionName}s egen, behöver inget konto och gäller till ${expiresOn}.\n`,
  }
}
