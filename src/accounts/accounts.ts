import { createHmac } from 'node:crypto'
import type { Actor } from '../records/actor.ts'
import { actorOfAccount } from '../records/account-roles.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { SideTables, Store } from '../store/store.ts'
import { addGrants, findAccounts } from './account-list.ts'
import type { Account } from './account-list.ts'
import { swedishDay } from '../records/time.ts'
import { findToken, withinScope } from './api-tokens.ts'
import { logDeed } from './audit-log.ts'
import { secretNamed } from './account-secret.ts'
import { attemptMinutes, noteAttempt } from './attempts.ts'
import { sessionCookie } from './auth.ts'
import type { Auth } from './auth.ts'
import { makeOutbox } from './outbox.ts'
import type { Outbox, SendMail } from './outbox.ts'
import { invitationDays, invitationMail, linkMail, linkMinutes, makeLink, noteUsed, whyNot } from './sign-in-links.ts'
import type { LinkFault } from './sign-in-links.ts'

export type { Account } from './account-list.ts'

/** A signed-in person, and the writer that the person is. */
export interface Viewer {
  account: Account
  actor: Actor
}

export interface Accounts {
  outbox: Outbox
  /** Makes an account, or gives one more roles, and a link that signs in once. The mail with it is put in line. */
  invite(person: Omit<Account, 'id'>, by: string): Promise<{ account: Account; link: string }>
  list(): Promise<Account[]>
  /** Ends an account: its sessions and roles are gone at once. What it wrote stays, by role. @throws ExpectedError `not_found` */
  revoke(email: string): Promise<void>
  /**
   * Sends a link, if there is such an account: the answer is the same if there is none, and does not wait for the look-up.
   * @throws ExpectedError `rate_limited` after five in fifteen minutes, by account and by client
   */
  askForLink(asked: { email: string; client: string; lang: Language; to: string | null }): Promise<void>
  /** Signs in by a link's token. @returns cookies to set; null when the link is used, too old or wrong */
  openLink(token: string): Promise<{ viewer: Viewer; cookies: string[] } | null>
  /** Why a link's token would sign nobody in; null when it would. Asking uses nothing up. */
  whyNot(token: string): Promise<LinkFault | null>
  /** Who sends these headers; null for a reader. */
  viewerOf(headers: Headers): Promise<Viewer | null>
  /** The writer that a program is by its token, within the token's scope; null for a token that is none. */
  actorWithToken(token: string): Promise<Actor | null>
  /** What a form holds to prove later that it was made for a signed-in account, also when the session has ended. */
  proofOf(accountId: string): Promise<string>
  signOut(headers: Headers): Promise<{ cookies: string[] }>
  /** Waits for links that are being made. */
  settled(): Promise<void>
}

export interface AccountsOptions {
  store: Pick<Store, 'side'>
  clock: () => Date
  /** The site's address, for links. Never taken from a request. */
  siteUrl: string
  send?: SendMail | null
  /** Told of what fails after the answer. */
  report?: (error: unknown) => void
}

/** Whether a request may come from somebody who is signed in. Cheap, for every request. */
export const hasSessionCookie = (cookies: string | null | undefined): boolean => cookies?.includes(`${sessionCookie}=`) ?? false

/** People's accounts, in the registry's database. */
export function makeAccounts({ store: { side }, clock, siteUrl, send = null, report }: AccountsOptions): Accounts {
  const outbox = makeOutbox(side, { clock, send })
  let opened: Promise<Opened> | null = null
  // The library is large, and readers never need it.
  const open = () => (opened ??= openAuth(side, siteUrl))
  const parts: Parts = { side, clock, siteUrl, outbox, open }
  const underWay = new Set<Promise<void>>()
  return {
    outbox,
    list: () => findAccounts(side, null),
    invite: (person, by) => invite(parts, person, by),
    revoke: (email) => revoke(parts, email),
    askForLink: async ({ email: asked, client, lang, to }) => {
      const email = checkedEmail(asked)
      const { secret } = await open()
      const subjects = [`account ${email}`, `client ${client}`]
      const retryAfterSeconds = await noteAttempt(side, { subjects, secret, now: clock() })
      if (retryAfterSeconds > 0)
        throw new ExpectedError('rate_limited', { detail: tooOften.en, data: { retryAfterSeconds, words: tooOften } })
      // Whether there is such an account is looked up after the answer, which therefore takes as long for any address.
      const work: Promise<void> = sendLink(parts, { email, lang, to })
        .catch((error: unknown) => report?.(error))
        .finally(() => underWay.delete(work))
      underWay.add(work)
    },
    openLink: (token) => openLink(parts, token),
    whyNot: async (token) => whyNot((await open()).auth, token, new Date()),
    viewerOf: async (headers) => {
      if (!hasSessionCookie(headers.get('cookie'))) return null
      const { auth } = await open()
      const found = await auth.api.getSession({ headers: cookiesOf(headers), query: { disableRefresh: true } })
      return found && viewerWithId(side, found.user.id)
    },
    proofOf: async (accountId) =>
      createHmac('sha256', (await open()).secret)
        .update(`form of ${accountId}`)
        .digest('base64url'),
    actorWithToken: (token) => actorWithToken(parts, token),
    signOut: async (headers) => {
      const { auth } = await open()
      const { headers: answered } = await auth.api.signOut({ headers: cookiesOf(headers), returnHeaders: true })
      return { cookies: answered.getSetCookie() }
    },
    settled: async () => {
      await Promise.all(underWay)
    },
  }
}

interface Opened {
  auth: Auth
  secret: string
}

interface Parts extends Pick<AccountsOptions, 'clock' | 'siteUrl'> {
  side: SideTables
  outbox: Outbox
  open(): Promise<Opened>
}

async function openAuth(side: SideTables, siteUrl: string): Promise<Opened> {
  const secret = await secretNamed(side, 'session')
  const { makeAuth } = await import('./auth.ts')
  return { auth: makeAuth({ side, secret, siteUrl }), secret }
}

async function viewerWithId(side: SideTables, id: string): Promise<Viewer | null> {
  const [account] = await findAccounts(side, { id })
  return account ? { account, actor: { ...actorOfAccount(account), accountId: id } } : null
}

async function invite({ side, clock, siteUrl, outbox, open }: Parts, person: Omit<Account, 'id'>, by: string) {
  const email = checkedEmail(person.email)
  const { organisation, lang, grants } = person
  const { auth } = await open()
  const { internalAdapter } = await auth.$context
  const [known] = await findAccounts(side, { email })
  const user = { email, name: '', emailVerified: true, organisation, lang }
  const id = known?.id ?? (await internalAdapter.createUser(user, { method: 'invitation' })).id
  await side.write(async (db) => {
    await addGrants(db, { userId: id, grants, at: clock(), by })
    const roles = grants.map(({ role, owner }) => (owner ? `${role} ${owner.kind} ${owner.id}` : role)).join(', ')
    await logDeed(db, { accountId: id, actor: by, action: 'invited', object: roles }, clock())
  })
  const link = await makeLink(auth, { email, lang, siteUrl, minutes: invitationDays * 24 * 60 })
  const account = (await findAccounts(side, { id }))[0]!
  await outbox.queue({ to: email, ...invitationMail(link, { lang, roles: actorOfAccount(account).name }) })
  return { account, link }
}

async function revoke({ side, clock, open }: Parts, asked: string): Promise<void> {
  const [account] = await findAccounts(side, { email: asked.trim().toLowerCase() })
  if (!account) throw notThere(asked)
  const { auth } = await open()
  const { internalAdapter } = await auth.$context
  await internalAdapter.deleteUserSessions(account.id)
  await side.write(async (db) => {
    await db.deleteFrom('account_grant').where('user_id', '=', account.id).execute()
    await logDeed(
      db,
      { accountId: account.id, actor: actorOfAccount(account).name, action: 'account ended', object: '' },
      clock(),
    )
    await db.deleteFrom('outbox_mail').where('recipient', '=', account.email).execute()
  })
  await internalAdapter.deleteUser(account.id)
}

async function sendLink(
  { side, siteUrl, outbox, open }: Parts,
  { email, lang, to }: { email: string; lang: Language; to: string | null },
): Promise<void> {
  const [account] = await findAccounts(side, { email })
  if (!account || account.grants.length === 0) return
  const { auth } = await open()
  const link = await makeLink(auth, { email, lang, siteUrl, minutes: linkMinutes, to })
  await outbox.queue({ to: email, ...linkMail(link, lang) })
  await outbox.flush()
}

async function actorWithToken({ side, clock }: Parts, token: string): Promise<Actor | null> {
  const row = await findToken(side, token)
  const viewer = row ? await viewerWithId(side, row.user_id) : null
  if (!row || !viewer) return null
  const today = swedishDay(clock())
  if (row.used_on !== today)
    await side.write((db) => db.updateTable('api_token').set({ used_on: today }).where('id', '=', row.id).execute())
  return withinScope({ ...viewer.actor, name: `${viewer.actor.name} (${row.name})`.slice(0, 120) }, row.scope)
}

async function openLink({ side, clock, open }: Parts, token: string): ReturnType<Accounts['openLink']> {
  const { auth } = await open()
  try {
    const asked = { query: { token }, headers: new Headers(), returnHeaders: true } as const
    const { headers, response } = await auth.api.magicLinkVerify(asked)
    const viewer = await viewerWithId(side, response.user.id)
    if (!viewer) return null
    const { actor } = viewer
    await noteUsed(auth, token)
    await side.write((db) =>
      logDeed(db, { accountId: response.user.id, actor: actor.name, action: 'signed in', object: '' }, clock()),
    )
    return { viewer, cookies: headers.getSetCookie() }
  } catch (error) {
    // A link that cannot be used is answered by a redirect, which the library throws.
    if (error instanceof Error && error.name === 'APIError') return null
    throw error
  }
}

/** The library gets the cookies of a request and nothing else of it, so that no answer of it depends on a host or an address. */
const cookiesOf = (headers: Headers): Headers => new Headers({ cookie: headers.get('cookie') ?? '' })

/** @throws ExpectedError `bad_request` */
function checkedEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (/^[^\s@<>"',;:\\]{1,64}@[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+$/.test(email) && email.length <= 200) return email
  throw new ExpectedError('bad_request', { detail: noAddress.en, data: { words: noAddress, field: 'email' } })
}

const noAddress: LocalText = {
  sv: 'E-postadressen är inte fullständig. Den skrivs namn@exempel.se.',
  en: 'The e-mail address is not complete. It is written name@example.com.',
}
const tooOften: LocalText = {
  sv: `För många försök. Vänta högst ${attemptMinutes} minuter. Den senaste länken du fick gäller fortfarande.`,
  en: `Too many attempts. Wait at most ${attemptMinutes} minutes. The latest link that you got is still valid.`,
}
const notThere = (email: string): ExpectedError => {
  const words = { sv: `Det finns inget konto med adressen ${email}.`, en: `There is no account with the address ${email}.` }
  return new ExpectedError('not_found', { detail: words.en, data: { words } })
}
