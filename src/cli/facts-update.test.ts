import { fileURLToPath } from 'node:url'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planFactsUpdate } from '../changes/facts/plan-facts-update.ts'
import type { FactsPlan } from '../changes/facts/plan-facts-update.ts'
import { readerOf } from '../changes/facts/facts-readers.ts'
import { firstFacts } from '../changes/first-facts.ts'
import { registryOver } from '../changes/registry.ts'
import { registryViewOf } from '../changes/registry-view.ts'
import { submit } from '../changes/submit.ts'
import { commandLineActor } from '../records/actor.ts'
import type { RecordVersion } from '../records/record.ts'
import { findEditions } from '../snapshot/editions.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { readArchiveFile } from '../store/archive-file.ts'
import { openSqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { loadCommand } from './archive-commands.ts'
import { factsCommand } from './facts-command.ts'
import { makeTestIo } from './testing/test-io.ts'

/** A registry that an older Spets filled, and in which people have decided, edited and confirmed. */
const oldRegistry = fileURLToPath(new URL('../../fixtures/registries/before-descriptions.ndjson.gz', import.meta.url))
const today = '2026-11-27'
const actor = commandLineActor('strateg')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-facts-'))
  store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock: () => new Date(`${today}T10:00:00Z`) })
  await store.load(await readArchiveFile(oldRegistry))
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const registry = () => registryOver(store, getShippedBeside())
const planNow = async (shipped = firstFacts()): Promise<FactsPlan> => {
  const { known, numbers } = await registry().view()
  return planFactsUpdate({ reader: readerOf(known), numbers, shipped, today })
}
const snapshotNow = async (day = today): Promise<Snapshot> => {
  const { known } = await registry().view()
  return snapshotAt(known, day, getShippedBeside())
}

test('the command shows what is new, takes in a region by its name, and then has less to show', async () => {
  const other = join(folder, 'other')
  const env = { SPETS_DATA: other, SPETS_LANG: 'en', SPETS_WRITER: 'strateg' }
  const io = { ...makeTestIo(env), clock: () => new Date(`${today}T10:00:00Z`) }
  expect(await loadCommand.run([oldRegistry], io)).toBe(0)
  io.clear()
  expect(await factsCommand.run(['update'], io)).toBe(0)
  expect(io.out()).toContain('Uppsala   [facts:region:03]')
  expect(io.out()).toContain('Nothing is published yet.')
  expect(io.out()).toContain('What somebody has written is kept: area.')
  io.clear()
  const code = await factsCommand.run(['update', '--publish=Region Uppsala,facts:region:17', '--json'], io)
  expect([code, io.errors()]).toEqual([0, ''])
  expect(JSON.parse(io.out())).toMatchObject({ published: ['facts:region:03', 'facts:region:17'] })
  io.clear()
  expect(await factsCommand.run(['update', '--publish'], io)).toBe(0)
  expect(io.out()).not.toContain('[facts:region:03]')
  io.clear()
  expect(await factsCommand.run(['update'], io)).toBe(0)
  expect(io.out()).toContain('There is nothing to take in.')
  expect(await factsCommand.run(['renew'], io)).toBe(2)
  expect(await factsCommand.run(['update', '--publish=Atlantis'], io)).toBe(1)
})

test('what ships is declined for good, seen with who and when, proposed again when asked for or when it is new', async () => {
  const env = { SPETS_DATA: join(folder, 'declining'), SPETS_LANG: 'en', SPETS_WRITER: 'strateg' }
  const io = { ...makeTestIo(env), clock: () => new Date(`${today}T10:00:00Z`) }
  const run = async (...args: string[]) => {
    io.clear()
    return [await factsCommand.run(['update', ...args], io), `${io.out()}${io.errors()}`] as const
  }
  await loadCommand.run([oldRegistry], io)
  const whole = (await run('--json'))[1]
  const uppsala = (JSON.parse(whole) as FactsPlan).items.find(({ id }) => id === 'facts:region:03')!
  const [code, said] = await run('--decline=Region Uppsala', '--note', 'Vi har en egen lista.')
  expect([code, said]).toEqual([0, expect.stringContaining(`Declined: ${uppsala.lines.length} facts.`)])
  const shown = (await run())[1]
  expect(shown).not.toContain('[facts:region:03]')
  expect(shown).toMatch(/Declined\n {2}.*\(uppsala-.*\): 2026-11-27 by strateg\. Vi har en egen lista\./)
  expect((await run('--publish'))[0]).toBe(0)
  expect((await run())[1]).toContain('--reopen=')
  const after = JSON.parse((await run('--json'))[1]) as FactsPlan
  expect([after.items, after.declined.length]).toEqual([[], uppsala.lines.length])

  expect(await run('--reopen=uppsala-2022')).toEqual([0, 'Proposed again: 1 fact.'])
  const again = JSON.parse((await run('--json'))[1]) as FactsPlan
  expect(again.items.map(({ id, lines }) => [id, lines.length])).toEqual([['facts:region:03', uppsala.lines.length]])
  expect(again.items[0]!.lines.filter(({ reason }) => /Declined 2026-11-27 by strateg: Vi har/.test(reason.en))).toHaveLength(
    uppsala.lines.length - 1,
  )
  expect(again.declined).toEqual([])
  expect(await run('--reopen=uppsala-2022')).toEqual([1, expect.stringContaining('“uppsala-2022” is not declined.')])
  expect((await run('--decline=Uppsala', '--publish'))[0]).toBe(2)
  expect((await run('--decline=Atlantis'))[0]).toBe(1)
})

test('declined facts are proposed again as soon as a part of them is new', async () => {
  const place = { sqlitePath: join(folder, 'renewed.sqlite') }
  const own = await openSqliteStore(place.sqlitePath, { clock: () => new Date(`${today}T10:00:00Z`) })
  await own.load(await readArchiveFile(oldRegistry))
  const writing = registryOver(own, getShippedBeside())
  const planOf = async (shipped = firstFacts()) => {
    const { known, numbers } = await writing.view()
    return planFactsUpdate({ reader: readerOf(known), numbers, shipped, today })
  }
  const plan = await planOf()
  await submit(writing, { type: 'declineFacts', plan, items: ['facts:region:03', 'facts:region:17'], changeNote: 'Nej.' }, actor)
  expect((await planOf()).items.map(({ id }) => id)).toEqual(
    plan.items.map(({ id }) => id).filter((id) => !['facts:region:03', 'facts:region:17'].includes(id)),
  )
  const renewed = firstFacts().map((version) =>
    version.recordId === 'uppsala-2022' && version.kind === 'strategy'
      ? { ...version, body: { ...version.body, edition: '2022, ny' } }
      : version,
  )
  const ids = new Set((await planOf(renewed)).items.map(({ id }) => id))
  expect([ids.has('facts:region:03'), ids.has('facts:region:17')]).toEqual([true, false])
  await own.close()
})

describe('an older registry', () => {
  test('is shown what is new before anything is written, by region', async () => {
    const sequence = await store.getSequence()
    const plan = await planNow()
    expect(plan.items.map(({ id }) => id)).toContain('facts:region:03')
    const uppsala = plan.items.find(({ regionCode }) => regionCode === '03')!
    expect(uppsala.title.sv).toBe('Uppsala')
    expect(uppsala.lines).toContainEqual(expect.objectContaining({ subject: 'list', change: 'new' }))
    expect(uppsala.lines).toContainEqual(
      expect.objectContaining({ subject: 'area', change: 'new', after: 'Innovativa material' }),
    )
    expect(plan.base!.lines.every(({ change }) => change === 'new')).toBe(true)
    const others = plan.base!.lines.filter(({ subject }) => subject !== 'source')
    expect(others.map(({ subject, after }) => [subject, after])).toEqual([['programmePeriod', '2028–2034']])
    expect(await store.getSequence()).toBe(sequence)
  })

  test('has a line for every record that would be written, and no record in two items', async () => {
    const { items, base } = await planNow()
    const written = [base!, ...items].map(({ appends }) => [
      ...new Set(appends.map(({ version }) => `${version.kind}/${version.recordId}`)),
    ])
    const stated = [base!, ...items].map(({ lines }) => lines.flatMap(({ records }) => records))
    expect(stated.map((names) => names.toSorted())).toEqual(written.map((names) => names.toSorted()))
    expect(new Set(written.flat()).size).toBe(written.flat().length)
  })

  test('takes in one region alone, and the other regions are still proposed', async () => {
    const before = await planNow()
    await submit(registry(), { type: 'import', plan: before, accept: ['facts:region:03'] }, actor)
    const after = await planNow()
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id).filter((id) => id !== 'facts:region:03'))
    const [, current] = findEditions(await snapshotNow(), { kind: 'region', id: '03' }).slice(-2)
    expect(current!.strategy.id).toBe('uppsala-2022')
    expect(current!.priorities[0]!.description!.sv.length).toBeGreaterThan(20)
  })

  test('keeps what people decided, edited and confirmed when all is taken in', async () => {
    const plan = await planNow()
    expect(plan.kept.map(({ recordId }) => recordId).toSorted()).toEqual(['blekinge-2021-tech', 'kronoberg-2021'])
    await submit(registry(), { type: 'import', plan, accept: 'all' }, actor)
    const snapshot = await snapshotNow()
    const tech = snapshot.get('priorityArea', 'blekinge-2021-tech')!
    expect([tech.displayLabel, tech.verbatimLabel]).toEqual(['Tech och IT', 'Tech - digitalisering och smartare samhällen'])
    expect(tech.description).not.toBeNull()
    const [earlier, later] = snapshot.history('priorityArea', 'varmland-2022-dataspel-och-spelifiering')
    expect([earlier!.translatedLabel, later!.translatedLabel]).toEqual(['Computer games and gamification', 'Game development'])
    expect([earlier!.description, later!.description].every((one) => one !== null)).toBe(true)
    const kronoberg = findEditions(snapshot, { kind: 'region', id: '07' }).at(-1)!
    expect([kronoberg.strategy.id, kronoberg.strategy.meta.validTo]).toEqual(['kronoberg-2020', null])
    expect(kronoberg.priorities.map(({ confirmedOn }) => confirmedOn)).toEqual(['2026-01-15', '2026-01-15'])
    const uppsala2018 = snapshot.history('priorityArea', 'uppsala-2018-life-science')
    expect(uppsala2018.at(-1)).toMatchObject({ confirmedOn: '2019-06-01', meta: { validTo: '2022-03-01' } })
    expect(snapshot.inForce('coding')).toHaveLength(2)
    expect(snapshot.inForce('lineage')).toHaveLength(1)
  })

  test('has nothing more to take in afterwards, and what is not proposed is still stated', async () => {
    const { items, base, kept } = await planNow()
    expect([items, base]).toEqual([[], null])
    expect(kept.map(({ recordId }) => recordId)).toContain('kronoberg-2021')
  })

  test('states when the facts were truly taken in, and by whom', async () => {
    const { known } = await registry().view()
    const version = known.kinds.strategy.histories.get('uppsala-2022')!.versions[0]!
    expect(version).toMatchObject({ validFrom: '2022-03-01', recordedBy: 'spets-facts, strateg' })
    expect(version.recordedAt.slice(0, 10)).toBe(today)
  })

  test('shows the same lists as a new registry does, except where people decided otherwise', async () => {
    const upgraded = await snapshotNow()
    const fresh = snapshotAt(freshRegistry().known, today, getShippedBeside())
    for (const { code } of fresh.inForce('region').filter((region) => region.code !== '07')) {
      const listsOf = (snapshot: Snapshot) =>
        findEditions(snapshot, { kind: 'region', id: code }).map(({ strategy, priorities, parts }) => [
          strategy.id,
          strategy.meta.validFrom,
          strategy.meta.validTo,
          [...priorities, ...parts].map(({ id, order, description }) => [id, order, description]),
        ])
      expect(listsOf(upgraded), code).toEqual(listsOf(fresh))
    }
    expect(upgraded.inForce('contact').length).toBeGreaterThan(30)
  })
})

test('a fact that no longer ships is proposed to be taken off, unless somebody has changed it', async () => {
  const without = firstFacts().filter(({ recordId }) => recordId !== 'paper-province' && recordId !== 'blekinge-2021-tech')
  const { items } = await planNow(without)
  const dropped = items.flatMap(({ lines }) =>
    lines.filter(({ change }) => change === 'dropped').flatMap(({ records }) => records),
  )
  expect(dropped).not.toContain('priorityArea/blekinge-2021-tech')
  expect(dropped).toEqual(['cluster/paper-province'])
})

test('facts that have just been loaded are as they ship', () => {
  const { known, numbers } = freshRegistry()
  const { items, base, kept } = planFactsUpdate({ reader: readerOf(known), numbers, shipped: firstFacts(), today })
  expect([items, base, kept]).toEqual([[], null, []])
})

const freshRegistry = () => registryViewOf(firstFacts().map((version, at) => ({ ...version, sequence: at + 1 }) as RecordVersion))
