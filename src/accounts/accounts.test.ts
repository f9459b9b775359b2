import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { startPostgres } from '../store/testing/postgres-server.ts'
import type { PostgresServer } from '../store/testing/postgres-server.ts'
import { mayAtLeast } from '../records/actor.ts'
import { makeToken, revokeToken } from './api-tokens.ts'
import { findBrokenLink, findDayHeads, findDeeds } from './audit-log.ts'
import { makeAccounts } from './accounts.ts'
import type { Accounts } from './accounts.ts'

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.stop())

const siteUrl = 'https://spets.example.se'
const email = 'redaktor@region.example.se'
const editorOfVarmland = {
  email,
  organisation: 'Värmland',
  lang: 'sv',
  grants: [{ role: 'regionalEditor', owner: { kind: 'region', id: '17' } }],
} as const
const tokenIn = (text: string) => /nyckel=([\w-]+)/.exec(text)![1]!
const cookieHeader = (cookies: readonly string[]) => new Headers({ cookie: cookies.map((one) => one.split(';')[0]!).join('; ') })

describe.each(['SQLite', 'PostgreSQL'])('accounts on %s', (engine) => {
  let folder: string
  let databaseUrl: string | null
  let now: Date
  const stores: Store[] = []
  const open = async (): Promise<{ store: Store; accounts: Accounts }> => {
    const store = await openStore({ databaseUrl, sqlitePath: join(folder, 'spets.sqlite'), clock: () => now })
    stores.push(store)
    return { store, accounts: makeAccounts({ store, clock: () => now, siteUrl }) }
  }
  let accounts: Accounts
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spets-accounts-'))
    databaseUrl = engine === 'SQLite' ? null : await postgres.createDatabase()
    now = new Date('2026-11-27T12:00:00.000Z')
    ;({ accounts, store } = await open())
  })
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('an invitation signs in once, as the writer that the role is, and on every server of the database', async () => {
    const { link } = await accounts.invite(editorOfVarmland, 'prov')
    expect(link).toMatch(/^https:\/\/spets\.example\.se\/logga-in\/lank\?nyckel=/)
    const opened = await accounts.openLink(tokenIn(link))
    const headers = cookieHeader(opened!.cookies)
    expect(opened!.cookies[0]).toMatch(/^__Host-spets=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    const { accounts: elsewhere } = await open()
    expect(await elsewhere.viewerOf(headers)).toMatchObject({
      account: { email, organisation: 'Värmland' },
      actor: { kind: 'account', role: 'proposer', name: 'regional redaktör, Värmland', owners: [{ kind: 'region', id: '17' }] },
    })
    expect(await accounts.openLink(tokenIn(link))).toBeNull()
    expect(await elsewhere.openLink(tokenIn(link))).toBeNull()
  })

  test('of two who open a link at once, one comes in', async () => {
    const { link } = await accounts.invite(editorOfVarmland, 'prov')
    const { accounts: elsewhere } = await open()
    const both = await Promise.all([accounts.openLink(tokenIn(link)), elsewhere.openLink(tokenIn(link))])
    expect(both.filter((one) => one !== null)).toHaveLength(1)
  })

  test('a link is sent to an address with an account alone, and the answer does not tell', async () => {
    await accounts.invite(editorOfVarmland, 'prov')
    const asked = { client: '192.0.2.1', lang: 'sv', to: '/min-region' } as const
    expect(await accounts.askForLink({ ...asked, email: 'ingen@example.se' })).toBeUndefined()
    expect(await accounts.askForLink({ ...asked, email: ' Redaktor@Region.example.SE ' })).toBeUndefined()
    await accounts.settled()
    const mails = await accounts.outbox.findNewest(10)
    expect(mails.map(({ recipient }) => recipient)).toEqual([email, email])
    const link = mails.find(({ subject }) => subject === 'Logga in i Spets')!.body
    expect(link).toContain(`${siteUrl}/logga-in/lank?nyckel=`)
    expect(link).toContain('till=%2Fmin-region')
    expect(await accounts.openLink(tokenIn(link))).not.toBeNull()
  })

  test('five links may be asked for in fifteen minutes, by each account and by each client, counted by all servers', async () => {
    const { accounts: elsewhere } = await open()
    const ask = (who: Accounts, address: string, client: string) =>
      who.askForLink({ email: address, client, lang: 'sv', to: null })
    for (let n = 0; n < 5; n++) await ask(n % 2 ? elsewhere : accounts, email, `192.0.2.${n}`)
    await expect(ask(accounts, email, '192.0.2.9')).rejects.toMatchObject({
      code: 'rate_limited',
      data: { retryAfterSeconds: 900 },
    })
    for (let n = 0; n < 5; n++) await ask(accounts, `annan${n}@example.se`, '198.51.100.7')
    await expect(ask(elsewhere, 'sjatte@example.se', '198.51.100.7')).rejects.toMatchObject({ code: 'rate_limited' })
    now = new Date(now.getTime() + 15 * 60_000)
    await ask(accounts, email, '198.51.100.7')
    await Promise.all([accounts.settled(), elsewhere.settled()])
    const kept = await store.side.read.selectFrom('sign_in_attempt').selectAll().execute()
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toMatch(/redaktor|198\.51/)
  })

  test('neither links nor attempts are kept in a form that opens anything', async () => {
    const { link } = await accounts.invite(editorOfVarmland, 'prov')
    const rows = await store.side.read
      .selectFrom('account_verification' as never)
      .selectAll()
      .execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(tokenIn(link))
  })

  test('a cookie that is made up, changed or signed out is nobody’s; every sign-in makes a new one', async () => {
    const first = await accounts.openLink(tokenIn((await accounts.invite(editorOfVarmland, 'prov')).link))
    const second = await accounts.openLink(tokenIn((await accounts.invite(editorOfVarmland, 'prov')).link))
    expect(first!.cookies[0]!.split(';')[0]).not.toBe(second!.cookies[0]!.split(';')[0])
    const headers = cookieHeader(first!.cookies)
    const changed = headers.get('cookie')!.replace(/.{6}$/, 'AAAA%3D')
    for (const cookie of ['__Host-spets=fixed', '__Host-spets=', changed, 'other=1'])
      expect([cookie, await accounts.viewerOf(new Headers({ cookie }))]).toEqual([cookie, null])
    const { cookies } = await accounts.signOut(headers)
    expect(cookies[0]).toMatch(/^__Host-spets=;.*Max-Age=0/)
    expect(await accounts.viewerOf(headers)).toBeNull()
    expect(await accounts.viewerOf(cookieHeader(second!.cookies))).not.toBeNull()
  })

  test('an account that is ended is out at once, and its links open nothing', async () => {
    const { link } = await accounts.invite(editorOfVarmland, 'prov')
    const opened = await accounts.openLink(tokenIn(link))
    const { link: later } = await accounts.invite(editorOfVarmland, 'prov')
    await accounts.revoke(email)
    expect(await accounts.viewerOf(cookieHeader(opened!.cookies))).toBeNull()
    expect(await accounts.openLink(tokenIn(later))).toBeNull()
    expect(await accounts.list()).toEqual([])
    await expect(accounts.revoke(email)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a program acts by a named token within its scope, until it is revoked or the account is ended', async () => {
    const { account } = await accounts.invite(editorOfVarmland, 'prov')
    const make = (name: string, scope: 'propose' | 'write') => makeToken(store.side, { userId: account.id, name, scope, now })
    const [reading, writing] = [await make('läsplatta', 'propose'), await make('system', 'write')]
    const { accounts: elsewhere } = await open()
    const varmland = [{ kind: 'region', id: '17' }]
    expect(await elsewhere.actorWithToken(reading)).toMatchObject({
      role: 'proposer',
      name: 'regional redaktör, Värmland (läsplatta)',
      owners: varmland,
    })
    expect(mayAtLeast((await accounts.actorWithToken(reading))!, 'editor')).toBe(false)
    expect(mayAtLeast((await accounts.actorWithToken(writing))!, 'editor')).toBe(true)
    expect(await accounts.actorWithToken(`${reading}x`)).toBeNull()
    const rows = await store.side.read.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(reading.slice(6))
    expect(await revokeToken(store.side, { userId: account.id, name: 'läsplatta' })).toBe(true)
    expect(await accounts.actorWithToken(reading)).toBeNull()
    await accounts.revoke(email)
    expect(await accounts.actorWithToken(writing)).toBeNull()
  })

  test('the log is chained, takes no change, and shows where it has been tampered with', async () => {
    const { account, link } = await accounts.invite(editorOfVarmland, 'prov')
    await accounts.openLink(tokenIn(link))
    now = new Date(now.getTime() + 24 * 3600_000)
    const { accounts: elsewhere } = await open()
    await Promise.all([accounts.invite(editorOfVarmland, 'prov'), elsewhere.invite(editorOfVarmland, 'prov')])
    const deeds = await findDeeds(store.side, { limit: 10 })
    expect(deeds.map(({ sequence, account_id, action }) => [sequence, account_id, action])).toEqual([
      [4, account.id, 'invited'],
      [3, account.id, 'invited'],
      [2, account.id, 'signed in'],
      [1, account.id, 'invited'],
    ])
    expect(JSON.stringify(deeds)).not.toContain(email)
    expect((await findDayHeads(store.side)).map(({ day, sequence }) => [day, sequence])).toEqual([
      ['2026-11-27', 2],
      ['2026-11-28', 4],
    ])
    expect(await findBrokenLink(store.side)).toBeNull()
    const { write } = store.side
    await expect(write((db) => db.updateTable('audit_entry').set({ action: 'nothing' }).execute())).rejects.toThrow(
      /never changed/,
    )
    await expect(write((db) => db.deleteFrom('audit_entry').execute())).rejects.toThrow(/never (changed or )?removed/)
    const guard = engine === 'SQLite' ? 'audit_entry_is_never_updated' : 'audit_entry_is_never_changed'
    await write((db) => sql.raw(`drop trigger ${guard}${engine === 'SQLite' ? '' : ' on audit_entry'}`).execute(db))
    await write((db) => db.updateTable('audit_entry').set({ action: 'nothing' }).where('sequence', '=', 2).execute())
    expect(await findBrokenLink(store.side)).toBe('Entry 2 does not follow from the one before.')
  })

  test('a second invitation adds roles to the same account', async () => {
    await accounts.invite(editorOfVarmland, 'prov')
    const officer = { ...editorOfVarmland, organisation: 'Annan', grants: [{ role: 'nationalOfficer', owner: null }] } as const
    await accounts.invite(officer, 'prov')
    const [account, ...others] = await accounts.list()
    expect(others).toEqual([])
    expect(account!.organisation).toBe('Värmland')
    expect(account!.grants.map(({ role }) => role)).toEqual(['nationalOfficer', 'regionalEditor'])
  })

  test.each(['', 'namn', 'namn@exempel', 'a b@exempel.se', 'namn@exempel.se\r\nBcc: x@y.se', '<namn@exempel.se>'])(
    '%j is no address',
    async (address) => {
      await expect(accounts.invite({ ...editorOfVarmland, email: address }, 'prov')).rejects.toMatchObject({
        code: 'bad_request',
      })
    },
  )
})
