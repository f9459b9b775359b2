import type { Language } from '../records/language.ts'

/** The tables of conversations, for those who query them. */
declare module '../store/version-rows.ts' {
  interface Tables {
    round_link: RoundLinkRow
    round_recipient: RoundRecipientRow
  }
}

export interface RoundLinkRow {
  /** SHA-256 of the token, which itself is kept nowhere. */
  token_hash: string
  round_id: string
  region_code: string
  /** The role that confirms by the link, never a name. */
  role: string
  /** Where the link was sent; null when the officer handed it on. */
  recipient: string | null
  lang: Language
  issued_at: string
  /** The first day on which it opens nothing any more. */
  expires_on: string
  opened_at: string | null
}

/** Where a region's letters in a round go. Seen by officers alone. */
export interface RoundRecipientRow {
  round_id: string
  region_code: string
  email: string
  /** The role that confirms, never a name. */
  role: string
  lang: Language
}
