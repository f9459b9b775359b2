import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { submit } from '../changes/submit.ts'
import { answerQuestion, askQuestion, findQuestions, findThread, reportPost, findReports } from '../conversation/forum.ts'
import { doOnce } from '../conversation/job-lock.ts'
import { acceptAgreement, chosenTime, findJointActions, inviteToJointAction, pickTime } from '../conversation/joint-actions.ts'
import { commandLineActor } from '../records/actor.ts'
import { registryOver } from '../changes/registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { openPostgresStore } from '../store/postgres-store.ts'
import type { Store } from '../store/store.ts'
import { startPostgres } from '../store/testing/postgres-server.ts'
import type { PostgresServer } from '../store/testing/postgres-server.ts'
import { firstFacts } from '../changes/first-facts.ts'
import { openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { doTimedWork } from './timed-work.ts'
import { digestWeek } from './weekly-digest.ts'

let registry: TestRegistry
let postgres: PostgresServer
let now = new Date('2026-11-27T12:00:00.000Z')
const clock = () => now
beforeAll(async () => {
  registry = await openTestRegistry()
  postgres = await startPostgres()
})
afterAll(async () => {
  await registry.close()
  await postgres?.stop()
})

const noBeside = () => Promise.resolve()
const posted = (owner: string) => ({ by: { role: 'prov', owner }, now, beside: noBeside })
const times = ['2027-01-11T10:00', '2027-01-12T10:00', '2027-01-13T10:00']
const invite = (store: Store, id: string) => {
  const party = { area_id: null, needs: 'x', offers: 'y' }
  const parties = [
    { ...party, region_code: '20' },
    { ...party, region_code: '17' },
  ]
  return inviteToJointAction(store.side, { id, title: 'Sol', joint_area_id: null, created_by: 'prov', times, parties }, now)
}

test('a week ends on Monday at six, and the next begins there', () => {
  const week = (at: string) => digestWeek(new Date(at))
  expect(week('2026-11-30T05:59:00Z')).toEqual({
    name: '2026-11-23',
    since: '2026-11-16T06:00:00.000Z',
    until: '2026-11-23T06:00:00.000Z',
  })
  expect(week('2026-11-30T06:00:00Z').until).toBe('2026-11-30T06:00:00.000Z')
  expect(week('2026-12-06T23:00:00Z').since).toBe('2026-11-23T06:00:00.000Z')
})

describe.each(['SQLite', 'PostgreSQL'])('on %s', (engine) => {
  let store: Store
  beforeAll(async () => {
    now = new Date('2026-11-27T12:00:00.000Z')
    if (engine === 'SQLite') store = registry.store
    else {
      store = await openPostgresStore(await postgres.createDatabase(), { clock })
      await store.load(firstFacts())
    }
  })
  afterAll(async () => {
    if (engine === 'PostgreSQL') await store.close()
  })
  beforeEach(() => {
    now = new Date('2026-11-27T12:00:00.000Z')
  })

  test('a job is done by one of many at once, and by another when the first has died', async () => {
    let runs = 0
    const work = () => {
      runs += 1
      return Promise.resolve()
    }
    await Promise.all(Array.from({ length: 5 }, () => doOnce(store.side, 'prov', { clock, work })))
    expect(runs).toBe(1)
    const dying = () => Promise.reject(new Error('dog'))
    await expect(doOnce(store.side, 'annat', { clock, work: dying })).rejects.toThrow('dog')
    expect(await doOnce(store.side, 'annat', { clock, work })).toBe(false)
    now = new Date(now.getTime() + 16 * 60_000)
    expect(await doOnce(store.side, 'annat', { clock, work })).toBe(true)
    expect(await doOnce(store.side, 'annat', { clock, work })).toBe(false)
    expect(runs).toBe(2)
  })

  test('the forum and joint actions keep what is said', async () => {
    await askQuestion(store.side, { id: 'fraga-a', theme_id: null, title: 'Ålder?', body: '' }, posted('region 17'))
    await answerQuestion(store.side, { id: 'fraga-a-1', question_id: 'fraga-a', body: 'Örnar' }, posted('nation'))
    await answerQuestion(store.side, { id: 'fraga-a-1', question_id: 'fraga-a', body: 'Igen' }, posted('nation'))
    expect((await findQuestions(store.side, { words: 'ÅLDER örn' })).questions).toMatchObject([{ id: 'fraga-a', answerCount: 1 }])
    expect((await findThread(store.side, 'fraga-a'))!.answers).toMatchObject([{ body: 'Örnar' }])
    for (const why of ['ett', 'två']) await reportPost(store.side, { question_id: 'fraga-a', answer_id: null, why }, posted('x'))
    expect(await findReports(store.side)).toMatchObject([{ why: 'ett' }])
    await invite(store, 'samarbete-a')
    await invite(store, 'samarbete-a')
    await pickTime(store.side, { id: 'samarbete-a', regionCode: '17', now, time: times[0]! })
    const { talks } = await findJointActions(store.side, { regionCodes: ['20'] })
    expect(talks.map((talk) => [talk.id, chosenTime(talk)])).toEqual([['samarbete-a', times[0]]])
    const early = acceptAgreement(store.side, { id: 'samarbete-a', regionCode: '17', now, seen: 1, by: 'prov' })
    await expect(early).rejects.toMatchObject({ code: 'version_outdated' })
  })

  test('a digest tells each what happened, once from several servers, and nothing when nothing did', async () => {
    const serverOf = () => makeSite({ store, clientFolder: registry.clientFolder, clock }).effects
    const servers = [serverOf(), serverOf()]
    const { accounts } = servers[0]!
    const person = (email: string, role: 'regionalEditor' | 'nationalOfficer', id: string | null) =>
      accounts.invite(
        { email, organisation: 'prov', lang: 'sv', grants: [{ role, owner: id === null ? null : { kind: 'region', id } }] },
        'prov',
      )
    const editor = await person('redaktor@example.se', 'regionalEditor', '17')
    await person('annan@example.se', 'regionalEditor', '25')
    await person('handlaggare@example.se', 'nationalOfficer', null)
    const off = await person('av@example.se', 'regionalEditor', '17')
    await store.side.write((db) =>
      db.insertInto('digest_off').values({ user_id: off.account.id, since: now.toISOString() }).execute(),
    )
    await askQuestion(store.side, { id: 'fraga-b', theme_id: null, title: 'En fråga till alla', body: '' }, posted('region 25'))
    await askQuestion(store.side, { id: 'fraga-c', theme_id: 'skog', title: 'Min fråga', body: '' }, posted('region 17'))
    await answerQuestion(store.side, { id: 'fraga-c-1', question_id: 'fraga-c', body: 'Ett svar' }, posted('nation'))
    await invite(store, 'samarbete-b')
    const wish = { order: 99, text: { sv: 'Bättre mallar', en: 'Better templates' }, fingerprint: null, regionCode: '17' }
    const version = { kind: 'wish', recordId: 'wish-2026-9', validFrom: '2026-11-27', validTo: null, changeNote: 'Prov' } as const
    const written = { ...version, state: 'published', source: null, body: wish } as const
    const writer = registryOver(store, getShippedBeside(), { clock })
    await submit(writer, { type: 'versions', versions: [{ version: written, expectedVersion: 0 }] }, commandLineActor('prov'))
    now = new Date('2026-11-30T06:00:30.000Z')
    await Promise.all(servers.map((server) => doTimedWork(server)))
    await Promise.all(servers.map((server) => doTimedWork(server)))
    const digests = async () => {
      const rows = await store.side.read.selectFrom('outbox_mail').selectAll().where('send_key', 'like', 'digest-%').execute()
      return new Map(rows.map(({ recipient, body }) => [recipient, body]))
    }
    const mails = await digests()
    expect([...mails.keys()].toSorted()).toEqual(['annan@example.se', 'handlaggare@example.se', 'redaktor@example.se'])
    const own = mails.get('redaktor@example.se')!
    for (const words of ['Sol: välj en tid', 'En fråga till alla', 'Svar på era frågor\n- Min fråga'])
      expect(own).toContain(words)
    expect(own).toContain('http://localhost:2121/forum/fraga-b')
    expect(own).not.toContain('Nytt: Bättre mallar')
    expect(mails.get('annan@example.se')).not.toContain('En fråga till alla')
    expect(mails.get('handlaggare@example.se')).toContain('Nytt: Bättre mallar')
    await store.side.write((db) => db.deleteFrom('joint_action_party').execute())
    now = new Date('2026-12-07T06:00:30.000Z')
    await doTimedWork(servers[0]!)
    expect((await digests()).size).toBe(3)
    await accounts.revoke(editor.account.email)
  })
})
