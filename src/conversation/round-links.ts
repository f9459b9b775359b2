import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '../records/language.ts'
import type { SideTables } from '../store/store.ts'
import type { RoundLinkRow } from './conversation-rows.ts'

/** A region's way into one round without an account. It opens that region's page of that round and nothing else. */
export interface RoundLink {
  roundId: string
  regionCode: string
  role: string
  recipient: string | null
  lang: Language
  expiresOn: string
  openedAt: string | null
  issuedAt: string
}

export type LinkAsked = Pick<RoundLink, 'roundId' | 'regionCode' | 'role' | 'recipient' | 'lang' | 'expiresOn'>

const tokenBytes = 24

/** Makes a link. @returns its token, which is kept nowhere: only its hash is */
export async function issueLink(side: SideTables, asked: LinkAsked, now: Date): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url')
  const row: RoundLinkRow = {
    token_hash: hashOf(token),
    round_id: asked.roundId,
    region_code: asked.regionCode,
    role: asked.role,
    recipient: asked.recipient,
    lang: asked.lang,
    issued_at: now.toISOString(),
    expires_on: asked.expiresOn,
    opened_at: null,
  }
  await side.write((db) => db.insertInto('round_link').values(row).execute())
  return token
}

/** The link with a token; null when there is none. Whether it has expired is the caller's to say. */
export async function findLink(side: SideTables, token: string): Promise<RoundLink | null> {
  if (!/^[\w-]{20,64}$/.test(token)) return null
  const row = await side.read.selectFrom('round_link').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return row ? linkOf(row) : null
}

/** Notes that a link has been opened, the first time. It confirms nothing: mail filters open links. */
export async function noteOpened(side: SideTables, token: string, now: Date): Promise<void> {
  await side.write((db) =>
    db
      .updateTable('round_link')
      .set({ opened_at: now.toISOString() })
      .where('token_hash', '=', hashOf(token))
      .where('opened_at', 'is', null)
      .execute(),
  )
}

/** All links of a round, oldest first. */
export async function findLinks(side: SideTables, roundId: string): Promise<RoundLink[]> {
  const rows = await side.read.selectFrom('round_link').selectAll().where('round_id', '=', roundId).orderBy('issued_at').execute()
  return rows.map(linkOf)
}

/** Takes back a link that was made and not sent. */
export const dropLink = async (side: SideTables, token: string): Promise<void> => {
  await side.write((db) => db.deleteFrom('round_link').where('token_hash', '=', hashOf(token)).execute())
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const linkOf = (row: RoundLinkRow): RoundLink => ({
  roundId: row.round_id,
  regionCode: row.region_code,
  role: row.role,
  recipient: row.recipient,
  lang: row.lang,
  expiresOn: row.expires_on,
  openedAt: row.opened_at,
  issuedAt: row.issued_at,
})
