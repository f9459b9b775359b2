/** The tables of accounts that this room reads and writes itself; better-auth writes the rest. */
declare module '../store/version-rows.ts' {
  interface Tables {
    account_user: { id: string; email: string; name: string; organisation: string; lang: string }
    account_session: { id: string; userId: string }
    account_grant: {
      user_id: string
      role: string
      owner_kind: string
      owner_id: string
      granted_at: string
      granted_by: string
    }
    sign_in_attempt: { subject: string; at: string }
    outbox_mail: OutboxRow
    audit_entry: AuditRow
    api_token: {
      id: string
      user_id: string
      name: string
      scope: string
      token_hash: string
      created_at: string
      used_on: string | null
    }
  }
}

export interface OutboxRow {
  id: string
  /** Says what the mail is about; a second mail with the same key is not queued. */
  send_key: string | null
  recipient: string
  subject: string
  body: string
  /** `kept`: there is no mail server, and an administrator hands it on. */
  state: 'waiting' | 'sent' | 'kept' | 'failed'
  attempts: number
  created_at: string
  try_after: string
  sent_at: string | null
  fault: string | null
}

/** One entry of the log; `hash` is of all the rest, with the hash of the entry before. */
export interface AuditRow {
  sequence: number
  at: string
  account_id: string
  actor: string
  action: string
  object: string
  previous_hash: string
  hash: string
}
