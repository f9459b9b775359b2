import type { Kysely } from 'kysely'
import type { AccountRole, Grant } from '../records/account-roles.ts'
import type { Language } from '../records/language.ts'
import type { SideTables } from '../store/store.ts'
import type { Tables } from '../store/version-rows.ts'
import './account-rows.ts'

/** A person who may sign in. */
export interface Account {
  id: string
  email: string
  /** What the person is said to come from, publicly, beside the role. */
  organisation: string
  lang: Language
  grants: readonly Grant[]
}

/** The account with an address or an id, or all of them (null), with their roles. */
export async function findAccounts(side: SideTables, by: { email: string } | { id: string } | null): Promise<Account[]> {
  const users = side.read.selectFrom('account_user').select(['id', 'email', 'organisation', 'lang']).orderBy('email')
  const [[name, value] = ['', '']] = Object.entries(by ?? {}) as [string, string][]
  const rows = await (by ? users.where(name as 'id' | 'email', '=', value) : users).execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const grants = await side.read.selectFrom('account_grant').selectAll().where('user_id', 'in', ids).orderBy('role').execute()
  return rows.map(({ id, email, organisation, lang }) => ({
    id,
    email,
    organisation,
    lang: lang as Language,
    grants: grants.filter(({ user_id }) => user_id === id).map(grantOf),
  }))
}

/** The language that letters to an address are written in: its account's, and Swedish for those without one. */
export async function findLanguages(side: SideTables): Promise<(email: string) => Language> {
  const rows = await side.read.selectFrom('account_user').select(['email', 'lang']).execute()
  const known = new Map(rows.map(({ email, lang }) => [email, lang as Language]))
  return (email) => known.get(email.toLowerCase()) ?? 'sv'
}

/** Everything that is kept of a person, but secrets: sessions, keys and tokens are counted or named. */
export async function exportAccount(side: SideTables, account: Account) {
  const { id, email } = account
  const [sessions, tokens, mails, deeds, grants] = await Promise.all([
    side.read.selectFrom('account_session').select('id').where('userId', '=', id).execute(),
    side.read.selectFrom('api_token').select(['name', 'scope', 'created_at', 'used_on']).where('user_id', '=', id).execute(),
    side.read
      .selectFrom('outbox_mail')
      .select(['subject', 'state', 'created_at', 'sent_at'])
      .where('recipient', '=', email)
      .execute(),
    side.read
      .selectFrom('audit_entry')
      .select(['at', 'actor', 'action', 'object'])
      .where('account_id', '=', id)
      .orderBy('sequence')
      .execute(),
    side.read
      .selectFrom('account_grant')
      .select(['role', 'owner_kind', 'owner_id', 'granted_at', 'granted_by'])
      .where('user_id', '=', id)
      .execute(),
  ])
  const { organisation, lang } = account
  return { id, email, organisation, lang, grants, sessionCount: sessions.length, tokens, mails, deeds }
}

interface Granting {
  userId: string
  grants: readonly Grant[]
  at: Date
  by: string
}

/** Gives an account more roles; those that it has stay as they are. */
export async function addGrants(db: Kysely<Tables>, { userId, grants, at, by }: Granting): Promise<void> {
  const given = { user_id: userId, granted_at: at.toISOString(), granted_by: by.slice(0, 120) }
  const rows = grants.map((grant) => ({ ...rowOf(grant), ...given }))
  const adding = db.insertInto('account_grant').values(rows)
  await adding.onConflict((conflict) => conflict.doNothing()).execute()
}

interface GrantRow {
  role: string
  owner_kind: string
  owner_id: string
}

const rowOf = ({ role, owner }: Grant): GrantRow => ({ role, owner_kind: owner?.kind ?? '', owner_id: owner?.id ?? '' })

const grantOf = ({ role, owner_kind, owner_id }: GrantRow): Grant => ({
  role: role as AccountRole,
  owner: owner_kind === '' ? null : ({ kind: owner_kind, id: owner_id } as Grant['owner']),
})
