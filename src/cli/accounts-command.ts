import { parseArgs } from 'node:util'
import { makeAccounts } from '../accounts/accounts.ts'
import type { Account, Accounts } from '../accounts/accounts.ts'
import { findAccounts } from '../accounts/account-list.ts'
import { makeToken, revokeToken, tokenScopes } from '../accounts/api-tokens.ts'
import { findBrokenLink, findDeeds } from '../accounts/audit-log.ts'
import { forgetWriter } from '../drafts/region-draft.ts'
import { sendBySmtp } from '../accounts/smtp.ts'
import { historiesOf } from '../changes/registry-view.ts'
import type { RegistryView } from '../changes/registry-view.ts'
import { makeRegionFinder } from '../places/region-called.ts'
import { accountRoleLabels, accountRoles, ownersOfRole } from '../records/account-roles.ts'
import type { AccountRole, Grant } from '../records/account-roles.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { mailSettingsOf, isSiteAssumed, siteUrlOf, writerOf } from './settings.ts'
import { registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets accounts …`: who may sign in, and as what. */
export const accountsCommand: Command = {
  name: 'accounts',
  summary: { sv: 'Konton: bjud in, visa, avsluta', en: 'Accounts: invite, list, revoke' },
  usage:
    'spets accounts (create-admin EMAIL | invite --role ROLE [--region REGION …] [--joint-area ID] [--cluster ID] [--organisation TEXT] EMAIL | list | revoke EMAIL | outbox | log | token --name NAME [--scope propose|write] EMAIL | revoke-token --name NAME EMAIL)',
  run: (args, io) => reporting(accountsCommand, io, () => accounts(args, io)),
}

const options = {
  role: { type: 'string' },
  region: { type: 'string', multiple: true },
  'joint-area': { type: 'string', multiple: true },
  cluster: { type: 'string', multiple: true },
  organisation: { type: 'string' },
  lang: { type: 'string' },
  name: { type: 'string' },
  scope: { type: 'string' },
} as const

type Asked = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

async function accounts(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [what = '', email, ...surplus] = positionals
  const sv = langOf(io.env) === 'sv'
  const needsEmail = ['create-admin', 'invite', 'revoke', 'token', 'revoke-token'].includes(what)
  if ((!needsEmail && !['list', 'outbox', 'log'].includes(what)) || surplus.length > 0)
    throw new UsageError(
      sv
        ? 'Skriv create-admin, invite, list, revoke, outbox, log, token eller revoke-token.'
        : 'Write create-admin, invite, list, revoke, outbox, log, token or revoke-token.',
    )
  if (needsEmail === (email === undefined)) throw new UsageError(sv ? 'Ange en e-postadress.' : 'Give an e-mail address.')
  return withRegistry(io, async (store) => {
    const smtp = mailSettingsOf(io.env)
    const made = makeAccounts({ store, clock: io.clock, siteUrl: siteUrlOf(io.env), send: smtp && sendBySmtp(smtp) })
    if (what === 'list') for (const account of await made.list()) io.stdout(lineOf(account, sv))
    if (what === 'outbox') await printOutbox(made, io)
    if (what === 'log') return printLog(store, io)
    if (what === 'token' || what === 'revoke-token') await changeToken(store, { what, email: email!, values }, io)
    if (what === 'revoke') {
      const [account] = await findAccounts(store.side, { email: email!.trim().toLowerCase() })
      if (account) await forgetWriter(store.side, account.id)
      await made.revoke(email!)
      io.stdout(sv ? `Kontot ${email!} är avslutat.` : `The account ${email!} has been ended.`)
    }
    if (what === 'create-admin') await invite(made, { email: email!, role: 'administrator', owners: [], values }, io)
    if (what === 'invite') {
      const role = readRole(values.role, sv)
      const owners = readOwners(role, { values, view: await registryToWrite(store, io).view(), sv })
      await invite(
        made,
        { email: email!, role, owners: owners.map(({ owner }) => owner), values, names: owners.map(({ name }) => name) },
        io,
      )
    }
    return 0
  })
}

interface Invitation {
  email: string
  role: AccountRole
  owners: readonly Grant['owner'][]
  /** The owners' names, which are the organisation when none is given. */
  names?: readonly string[]
  values: Asked
}

async function invite(made: Accounts, { email, role, owners, names = [], values }: Invitation, io: Io): Promise<void> {
  const sv = langOf(io.env) === 'sv'
  const grants = owners.length === 0 ? [{ role, owner: null }] : owners.map((owner) => ({ role, owner }))
  const organisation = (values.organisation?.trim() || names.join(', ')).slice(0, 80)
  const lang = values.lang === 'en' ? 'en' : 'sv'
  const { account, link } = await made.invite({ email, organisation, lang, grants }, writerOf(io.env))
  await made.outbox.flush()
  io.stdout(lineOf(account, sv))
  if (isSiteAssumed(io.env))
    io.stdout(
      sv
        ? `Länken leder till ${siteUrlOf(io.env)}. Är webbplatsen på en annan adress: sätt SPETS_BASE_URL (eller PORT) och bjud in igen.`
        : `The link leads to ${siteUrlOf(io.env)}. If the site is at another address: set SPETS_BASE_URL (or PORT) and invite again.`,
    )
  io.stdout(sv ? `Länken loggar in en gång, inom sju dagar:\n${link}` : `The link signs in once, within seven days:\n${link}`)
}

/** The log, newest first, and whether every entry follows from the one before. */
async function printLog({ side }: Store, io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  for (const { sequence, at, account_id, actor, action, object } of await findDeeds(side, { limit: 100 }))
    io.stdout(`${sequence} ${at} ${account_id} (${actor}) ${action}${object && ` ${object.split('\n').join('; ')}`}`)
  const fault = await findBrokenLink(side)
  io.stdout(fault ?? (sv ? 'Loggens kedja är hel.' : 'The chain of the log is whole.'))
  return fault ? 1 : 0
}

interface TokenChange {
  what: 'token' | 'revoke-token'
  email: string
  values: Asked
}

async function changeToken({ side }: Store, { what, email, values }: TokenChange, io: Io): Promise<void> {
  const sv = langOf(io.env) === 'sv'
  const name = values.name?.trim()
  const scope = tokenScopes.find((one) => one === (values.scope ?? 'propose'))
  if (!name || !scope)
    throw new UsageError(sv ? 'Ange --name, och --scope propose eller write.' : 'Give --name, and --scope propose or write.')
  const [account] = await findAccounts(side, { email: email.trim().toLowerCase() })
  if (!account) throw new UsageError(sv ? `Det finns inget konto ${email}.` : `There is no account ${email}.`)
  if (what === 'token') {
    io.stdout(sv ? 'Visas bara nu; skickas som Authorization: Bearer …' : 'Shown only now; sent as Authorization: Bearer …')
    io.stdout(await makeToken(side, { userId: account.id, name, scope, now: io.clock() }))
    return
  }
  if (!(await revokeToken(side, { userId: account.id, name })))
    throw new UsageError(sv ? `Det finns ingen nyckel ”${name}”.` : `There is no token “${name}”.`)
  io.stdout(sv ? 'Nyckeln gäller inte längre.' : 'The token is no longer valid.')
}

async function printOutbox({ outbox }: Accounts, io: Io): Promise<void> {
  const sv = langOf(io.env) === 'sv'
  const mails = await outbox.findNewest(50)
  if (mails.length === 0) io.stdout(sv ? 'Inga utskick de senaste sju dagarna.' : 'No mail in the last seven days.')
  for (const { created_at, state, recipient, subject, body, fault } of mails)
    io.stdout([`${created_at} ${state} ${recipient}: ${subject}`, fault, body].filter(Boolean).join('\n'))
}

function lineOf({ email, organisation, grants }: Account, sv: boolean): string {
  const roles = grants.map(({ role, owner }) =>
    [accountRoleLabels[role][sv ? 'sv' : 'en'], owner && `${owner.kind} ${owner.id}`].filter(Boolean).join(' '),
  )
  return [email, organisation, roles.join(', ')].filter(Boolean).join(' · ')
}

function readRole(text: string | undefined, sv: boolean): AccountRole {
  const role = accountRoles.find((one) => one.toLowerCase() === text?.toLowerCase())
  if (role) return role
  const list = accountRoles.map((one) => `  ${one}: ${accountRoleLabels[one][sv ? 'sv' : 'en']}`).join('\n')
  throw new UsageError(sv ? `Välj en roll med --role:\n${list}` : `Choose a role with --role:\n${list}`)
}

type NamedOwner = { owner: NonNullable<Grant['owner']>; name: string }

/** Whose records the role is for, by any way to write a region. @throws UsageError for one that is missing, unknown or too many */
function readOwners(role: AccountRole, { values, view, sv }: { values: Asked; view: RegistryView; sv: boolean }): NamedOwner[] {
  const asked = { region: values.region ?? [], jointArea: values['joint-area'] ?? [], cluster: values.cluster ?? [] }
  const kinds = ownersOfRole[role]
  const wrong = (['region', 'jointArea', 'cluster'] as const).find((kind) => asked[kind].length > 0 && !kinds.includes(kind))
  if (wrong) throw new UsageError(sv ? `Rollen ${role} är inte för ${wrong}.` : `The role ${role} is not for ${wrong}.`)
  const owners = kinds.flatMap((kind) => asked[kind].map((text) => findOwner(view, { kind, text, sv })))
  if (kinds.length > 0 && owners.length === 0)
    throw new UsageError(sv ? `Ange för vem: ${kinds.join(' eller ')}.` : `Say for whom: ${kinds.join(' or ')}.`)
  return owners
}

function findOwner(
  { known }: RegistryView,
  { kind, text, sv }: { kind: 'region' | 'jointArea' | 'cluster'; text: string; sv: boolean },
): NamedOwner {
  const histories = historiesOf(known, kind)
  const code = kind === 'region' ? makeRegionFinder(historiesOf(known, 'region').map((one) => one.toReversed()))(text) : text
  const found = histories.map((history) => history.at(-1)!).find(({ id }) => id === code)
  if (found) return { owner: { kind, id: found.id } as NamedOwner['owner'], name: found.name }
  throw new UsageError(sv ? `Det finns ingen ${kind} «${text}».` : `There is no ${kind} «${text}».`)
}
