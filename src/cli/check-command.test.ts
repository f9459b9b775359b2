import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { contentHashOf } from '../records/version.ts'
import { firstFacts } from '../changes/first-facts.ts'
import { withStore } from './open-registry.ts'
import { editCommand } from './edit-command.ts'
import { checkCommand } from './check-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'spets-check-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the check says of the shipped facts and one more version of a shipped record. */
async function checked(recordId: string, change: (newest: RecordVersion) => object) {
  const io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv' })
  const facts = firstFacts()
  const newest = facts.findLast((one) => one.recordId === recordId) as RecordVersion
  const next = { ...newest, version: newest.version + 1, recordedAt: '2026-11-27T00:00:00.000Z', ...change(newest) }
  const version = { ...next, contentHash: contentHashOf(next as RecordVersion) } as RecordVersion
  await withStore(io, (store) => store.load([...facts, version]))
  const code = await checkCommand.run([], io)
  return { code, out: io.out(), errors: io.errors() }
}

test('a registry whose areas are reworded from a day on is whole', async () => {
  const { code, out } = await checked('skane-2018-personlig-halsa', ({ body }) => ({
    validFrom: '2019-01-01',
    body: { ...body, displayLabel: 'Hälsan' },
  }))
  expect([code, out]).toEqual([0, expect.stringMatching(/^Registret är helt: \d+ versioner\.$/)])
})

test('two lists at once, and areas outside their list, are named with the way to mend them', async () => {
  const { code, errors } = await checked('skane-2018', () => ({ validTo: null }))
  expect(code).toBe(1)
  expect(errors).toContain('inte samma områden')
  expect(errors).toMatch(/strategy\/skane-2020: .*gäller redan ägarens lista ”skane-2018”.*Låt den äldre listan/)
})

test('an area of another owner than its list is named', async () => {
  const { code, errors } = await checked('skane-2018-personlig-halsa', ({ body }) => ({
    body: { ...body, owner: { kind: 'region', id: '17' } },
  }))
  expect(code).toBe(1)
  expect(errors).toContain('priorityArea/skane-2018-personlig-halsa: ')
  expect(errors).toContain('har en annan ägare än listan ”skane-2018”')
})

test('what a clock that was ahead has recorded is named', async () => {
  const { code, errors } = await checked('skane-2018-personlig-halsa', ({ validFrom }) => ({
    validFrom,
    recordedAt: '2026-11-27T12:01:00.001Z',
  }))
  expect(code).toBe(1)
  expect(errors).toMatch(
    /klocka som gick före.*\n {2}priorityArea\/skane-2018-personlig-halsa version 3: 2026-11-27T12:01:00\.001Z/,
  )
})

test('two machines’ clocks may differ by a minute', async () => {
  expect(await checked('skane-2018-personlig-halsa', () => ({ recordedAt: '2026-11-27T12:01:00.000Z' }))).toMatchObject({
    code: 0,
  })
})

test('a writer by a clock that is behind is warned, with the time that was recorded; one that is a minute behind is not', async () => {
  const label = async (displayLabel: string, io: ReturnType<typeof makeTestIo>) => {
    io.clear()
    const newest = (await withStore(io, (store) => store.findVersions('priorityArea', 'skane-2018-personlig-halsa'))).at(-1)!
    const asked = [newest.kind, newest.recordId, '--set', `displayLabel=${displayLabel}`, '--note', 'Prov']
    expect(await editCommand.run([...asked, '--expect', String(newest.version)], io)).toBe(0)
    return io.errors()
  }
  const io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'en' })
  await withStore(io, (store) => store.load(firstFacts()))
  expect(await label('A', io)).toBe('')
  expect(await label('B', { ...io, clock: () => new Date('2026-11-27T11:59:30.000Z') })).toBe('')
  const behind = { ...io, clock: () => new Date('2026-11-26T13:00:00.000Z') }
  expect(await label('C', behind)).toMatch(
    /^The clock here is 2026-11-26T13:00:00\.000Z, but .* is recorded 2026-11-27T12:00:00\.002Z\. .*set this one, or see with “spets check”/,
  )
  expect(await label('D', { ...behind, env: { ...io.env, SPETS_LANG: 'sv' } })).toMatch(/^Klockan här är 2026-11-26T13:00/)
})
