import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { ExpectedError } from '../../records/expected-error.ts'
import type { NewVersion, RecordVersion } from '../../records/record.ts'
import { contentHashOf } from '../../records/version.ts'
import { firstFacts } from '../../changes/first-facts.ts'
import { buildKnownRegistry } from '../../snapshot/snapshot.ts'
import { readArchive, writeArchive } from '../archive.ts'
import type { Append, Store } from '../store.ts'
import { anyVersion } from './any-version.ts'
import { describeForms } from './forms-suite.ts'
import type { SuiteEngine } from './suite-engine.ts'

export const wish = (id: string, text = 'En önskan'): NewVersion<'wish'> => ({
  kind: 'wish',
  recordId: id,
  validFrom: '2018-01-31',
  validTo: null,
  recordedBy: 'test',
  changeNote: 'test',
  state: 'published',
  source: { sourceId: 'deck-2018-01-31', line: 3, page: null, url: null },
  body: { order: 1, text: { sv: text, en: 'A wish' }, fingerprint: null },
})

const append = (version: NewVersion, expectedVersion = 0): Append => ({ version, expectedVersion })
const farPast = '2018-01-31T00:00:00.000Z'
const farFuture = '9999-12-31T23:59:59.999Z'

async function refusal(promise: Promise<unknown>): Promise<ExpectedError> {
  return promise.then(
    () => expect.fail('it was not refused'),
    (error: ExpectedError) => error,
  )
}

/** Tests what every engine must do in the same way. */
export function describeStore(engine: SuiteEngine): void {
  const opened: Store[] = []
  const onTable = engine.name === 'SQLite' ? '' : ' on record_version'
  const fresh: SuiteEngine['fresh'] = async (options) => {
    const made = await engine.fresh(options)
    opened.push(made.store)
    return {
      ...made,
      again: async (others) => {
        const store = await made.again(others)
        opened.push(store)
        return store
      },
    }
  }
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  describe(`${engine.name}: tables beside the versions`, () => {
    const note = (name: string) => ({ name, value: name })
    test('are written in one transaction, or not at all', async () => {
      const { store, again } = await fresh()
      const failing = store.side.write(async (db) => {
        await db.insertInto('account_secret').values(note('half')).execute()
        throw new Error('stopped half way')
      })
      await expect(failing).rejects.toThrow('half way')
      await store.side.write((db) => db.insertInto('account_secret').values(note('whole')).execute())
      expect(await (await again()).side.read.selectFrom('account_secret').select('name').execute()).toEqual([{ name: 'whole' }])
    })
    test('take single statements and transactions while versions are appended, and no statement joins another’s transaction', async () => {
      const { store } = await fresh()
      const { single, write, read } = store.side
      const undone = write(async (db) => {
        await db.insertInto('account_secret').values(note('undone')).execute()
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('undone')
      })
      const outcomes = await Promise.allSettled([
        undone,
        single.insertInto('account_secret').values(note('single')).execute(),
        single.transaction().execute(async (db) => {
          await db.insertInto('account_secret').values(note('together')).execute()
          await db.updateTable('account_secret').set({ value: 'changed' }).where('name', '=', 'together').execute()
        }),
        store.append([append(wish('a'))]),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
      const rows = await read.selectFrom('account_secret').selectAll().orderBy('name').execute()
      expect(rows.map(({ name, value }) => [name, value])).toEqual([
        ['single', 'single'],
        ['together', 'changed'],
      ])
      expect(await store.getSequence()).toBe(1)
    })
  })

  describe(`${engine.name}: appending`, () => {
    test('versions are numbered within the record and across the registry', async () => {
      const { store } = await fresh()
      await store.append([append(wish('a')), append(wish('b'))])
      const [second] = await store.append([append(wish('a', 'Ändrad'), 1)])
      expect(second).toMatchObject({ recordId: 'a', version: 2, sequence: 3 })
      expect(await store.getSequence()).toBe(3)
      expect((await store.findVersions('wish', 'a')).map((version) => version.version)).toEqual([1, 2])
    })

    test('time of recording never goes back, even when the clock does', async () => {
      let now = Date.parse('2026-01-02T00:00:00.000Z')
      const { store } = await fresh({ clock: () => new Date(now) })
      await store.append([append(wish('a'))])
      now -= 86_400_000
      const [later] = await store.append([append(wish('b'))])
      expect(later!.recordedAt).toBe('2026-01-02T00:00:00.001Z')
    })

    test('a stale edit is refused with what changed, and nothing of its batch is written', async () => {
      const { store } = await fresh()
      await store.append([append(wish('a'))])
      await store.append([append(wish('a', 'Nyare'), 1)])
      const error = await refusal(store.append([append(wish('b')), append(wish('a', 'För sent'), 1)]))
      expect(error).toMatchObject({
        code: 'version_outdated',
        data: {
          changed: [
            { recordId: 'a', expectedVersion: 1, currentVersion: 2, versions: [{ version: 2, body: { text: { sv: 'Nyare' } } }] },
          ],
        },
      })
      expect(await store.getSequence()).toBe(2)
    })

    test('a version that does not fit its schema is refused, naming the field', async () => {
      const { store } = await fresh()
      const wrong = { ...wish('a'), validTo: '2017-01-01' }
      expect(await refusal(store.append([append(wrong)]))).toMatchObject({
        code: 'invalid_record',
        data: { issues: [{ record: 'wish/a', path: 'validTo' }] },
      })
      expect(await store.getSequence()).toBe(0)
    })

    test('of two writers who saw the same version, exactly one succeeds', async () => {
      const { store, again } = await fresh()
      const other = await again()
      await store.append([append(wish('a'))])
      const outcomes = await Promise.allSettled(
        [store, other, store, other].map((one, index) => one.append([append(wish('a', `Skrivare ${index}`), 1)])),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await other.findVersions('wish', 'a')).toHaveLength(2)
    })

    test('many writers at once leave no gap in the sequence', async () => {
      const { store, again } = await fresh()
      const other = await again()
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          [store, other][index % 2]!.append([append(wish(`w${index}`)), append(wish(`v${index}`))]),
        ),
      )
      expect((await store.readVersions()).map((version) => version.sequence)).toEqual(
        Array.from({ length: 80 }, (_, index) => index + 1),
      )
    })

    test('a text that an engine cannot keep as it is, is refused', async () => {
      const { store } = await fresh()
      for (const text of ['NUL \0', 'half a sign \ud83d'])
        expect(await refusal(store.append([append({ ...wish('a'), changeNote: text })]))).toMatchObject({
          code: 'invalid_record',
          data: { issues: [{ path: 'changeNote' }] },
        })
    })

    test('an empty batch writes nothing', async () => {
      const { store } = await fresh()
      expect(await store.append([])).toEqual([])
      expect(await store.getSequence()).toBe(0)
    })

    test('what is being written when the registry is closed is kept', async () => {
      const { store, again } = await fresh()
      const writing = store.append([append(wish('a')), append(wish('b'))])
      await Promise.all([writing, store.close()])
      expect(await (await again()).getSequence()).toBe(2)
    })
  })

  describe(`${engine.name}: laws`, () => {
    test('whatever is appended is read back the same, and is whole', async () => {
      const { store, again } = await fresh()
      const written: RecordVersion[] = []
      await fc.assert(
        fc.asyncProperty(fc.array(anyVersion, { minLength: 1, maxLength: 8 }), async (batch) => {
          const appends = batch.map((version, index) => append({ ...version, recordId: `r${written.length + index}` }))
          const answer = await store.append(appends)
          expect(answer.map(({ recordId, body }) => ({ recordId, body }))).toEqual(
            appends.map(({ version: { recordId, body } }) => ({ recordId, body })),
          )
          written.push(...answer)
        }),
        { numRuns: 40 },
      )
      const other = await again()
      expect(await other.readVersions()).toEqual(written)
      expect(await other.readVersions({ after: 3, limit: 5 })).toEqual(written.slice(3, 8))
      const { kind } = written[0]!
      expect(await other.readVersions({ kind, after: 1, limit: 1 })).toEqual(
        written.filter((version) => version.kind === kind && version.sequence > 1).slice(0, 1),
      )
      expect(await other.readVersions({ kind: 'wish' })).toEqual(written.filter((version) => version.kind === 'wish'))
      await other.checkIntegrity()
    })

    test('a batch with a stale edit anywhere is refused, and nothing of it is written', async () => {
      const { store } = await fresh()
      await store.append([append(wish('kept')), append(wish('kept', 'Två'), 1), append(wish('kept', 'Tre'), 2)])
      const before = await store.readVersions()
      const staleNumber = fc.integer({ min: 0, max: 9 }).filter((number) => number !== 3)
      await fc.assert(
        fc.asyncProperty(fc.array(anyVersion, { maxLength: 6 }), staleNumber, fc.nat(6), async (others, expected, at) => {
          const batch = others.map((version, index) => append({ ...version, recordId: `new-${index}` }))
          batch.splice(at, 0, append(wish('kept', 'För sent'), expected))
          expect(await refusal(store.append(batch))).toMatchObject({
            code: 'version_outdated',
            data: { changed: [{ expectedVersion: expected, currentVersion: 3, versions: before.slice(expected) }] },
          })
          expect(await store.getSequence()).toBe(3)
        }),
        { numRuns: 30 },
      )
      expect(await store.readVersions()).toEqual(before)
    })
  })

  describe(`${engine.name}: keeping`, () => {
    test('the database itself refuses to change or remove a version', async () => {
      const { store, runSql } = await fresh()
      await store.append([append(wish('a'))])
      await expect(runSql("update record_version set recorded_by = 'somebody'")).rejects.toThrow(/never changed/)
      await expect(runSql('delete from record_version')).rejects.toThrow(/never/)
    })

    test('the database itself refuses a version in the place of another, or out of order', async () => {
      const { store, runSql } = await fresh()
      const [first] = await store.append([append(wish('a'))])
      const insertAt = (sequence: number, version: number) =>
        runSql(`insert into record_version select ${sequence}, kind, record_id, ${version}, valid_from, valid_to, recorded_at,
          'somebody', change_note, state, source, body, content_hash from record_version`)
      for (const [sequence, version] of [
        [1, 1],
        [1, 2],
        [2, 1],
        [3, 2],
        [2, 3],
      ] as const)
        await expect(insertAt(sequence, version)).rejects.toThrow(/in the place of another/)
      if (engine.name === 'SQLite')
        await expect(runSql('insert or replace into record_version select * from record_version')).rejects.toThrow(
          /in the place of/,
        )
      expect(await store.readVersions()).toEqual([first])
    })

    test('a version changed behind our back is found and named', async () => {
      const { store, runSql } = await fresh()
      await store.append([append(wish('a')), append(wish('b'))])
      await store.checkIntegrity()
      await runSql(`drop trigger record_version_is_never_changed${onTable}`)
      await runSql("update record_version set body = replace(body, 'önskan', 'önskam') where record_id = 'b'")
      expect(await refusal(store.checkIntegrity())).toMatchObject({
        code: 'store_damaged',
        detail: expect.stringContaining('wish/b version 1') as string,
      })
    })

    test('a guard that has been taken away is found', async () => {
      const { store, runSql } = await fresh()
      await runSql(`drop trigger record_version_is_put_last${onTable}`)
      expect(await refusal(store.checkIntegrity())).toMatchObject({
        code: 'store_damaged',
        detail: expect.stringContaining('record_version_is_put_last') as string,
      })
    })

    test('a registry written by a newer program is refused', async () => {
      const { runSql, again } = await fresh()
      await runSql("insert into schema_migration (number, name, applied_at) values (999, 'from the future', '2999-01-01')")
      expect(await refusal(again())).toMatchObject({
        code: 'store_unavailable',
        detail: expect.stringContaining('newer Spets') as string,
      })
    })

    describeForms(fresh)

    test('loading needs an empty registry and undamaged versions', async () => {
      const { store } = await fresh()
      const [first, ...rest] = firstFacts()
      expect(await refusal(store.load([{ ...first!, changeNote: 'changed' } as typeof first & object, ...rest]))).toMatchObject({
        code: 'archive_damaged',
      })
      expect(await store.getSequence()).toBe(0)
      await store.load(firstFacts())
      expect(await refusal(store.load(firstFacts()))).toMatchObject({ code: 'bad_request' })
    })

    test('loading refuses versions out of order, and times that are none', async () => {
      const { store } = await fresh()
      const hashed = (recordedAt: string, recordId: string) => {
        const version = { ...wish(recordId), version: 1, recordedAt }
        return { ...version, contentHash: contentHashOf(version) }
      }
      const [early, late, never] = [hashed(farPast, 'a'), hashed(farFuture, 'b'), hashed('i går', 'c')]
      for (const versions of [[late, early], [never], [{ ...early, version: 2 }], [null as unknown as typeof early]])
        expect(await refusal(store.load(versions))).toMatchObject({ code: 'invalid_record' })
      await store.load([early, late])
      expect(await store.getSequence()).toBe(2)
    })

    test('an archive of the registry loads into another and gives the same snapshot', async () => {
      const { store } = await fresh()
      await store.load(firstFacts())
      await store.append([append(wish('my-own'))])
      const { store: other } = await fresh()
      await other.load(await readArchive(writeArchive(store, new Date('2026-11-23T00:00:00Z'))))
      const id = async (one: Store) => buildKnownRegistry(await one.readVersions(), farFuture).id
      expect(await id(other)).toBe(await id(store))
    })
  })
}
