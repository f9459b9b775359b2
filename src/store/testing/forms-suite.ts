import { expect, test } from 'vitest'
import { makeLiveRegistry, endOfTime } from '../../changes/live-registry.ts'
import { historyOf } from '../../changes/registry-view.ts'
import { defineKind, ownersWrite } from '../../records/define-kind.ts'
import type { NewVersion } from '../../records/record.ts'
import { Statement } from '../../records/statement.ts'
import { allKinds } from '../../records/version.ts'
import type { KindList } from '../../records/version.ts'
import type { SuiteEngine } from './suite-engine.ts'

/** A kind that only a newer Spets knows. */
const hope = defineKind({
  name: 'hope',
  label: { one: { sv: 'hopp', en: 'hope' }, many: { sv: 'hopp', en: 'hopes' } },
  schema: Statement,
  since: '0.10.0',
  owner: () => null,
  references: () => [],
  title: ({ text }) => text,
  search: null,
  page: null,
  may: ownersWrite,
})
const newer: KindList = { ...allKinds, hope: hope as unknown as KindList[string] }
/** The kinds of a newer Spets that writes wishes in a form that this one cannot read. */
const reworked: KindList = { ...allKinds, wish: { ...allKinds['wish']!, form: 2, since: '0.9.0' } }

const saying = (kind: string, recordId: string) => {
  const version = {
    kind,
    recordId,
    validFrom: '2018-01-31',
    validTo: null,
    recordedBy: 'test',
    changeNote: 'test',
    state: 'published',
    source: null,
    body: { order: 1, text: { sv: 'Ett hopp', en: 'A hope' }, fingerprint: null },
  }
  return [{ version: version as unknown as NewVersion, expectedVersion: 0 }]
}

const outdated = (since: string) => ({
  code: 'program_outdated',
  detail: expect.stringContaining(`from version ${since} on`) as string,
})

/** Tests how programs of different versions share one registry. */
export function describeForms(fresh: SuiteEngine['fresh']): void {
  test('a program that does not know a kind refuses to open the registry, and names the version that does', async () => {
    const { again } = await fresh()
    await (await again({ kinds: newer })).append(saying('hope', 'ett-hopp'))
    await expect(again()).rejects.toMatchObject({ ...outdated('0.10.0'), data: { kinds: ['hope'] } })
    const [version] = await (await again({ kinds: newer })).readVersions()
    expect(version).toMatchObject({ kind: 'hope', recordId: 'ett-hopp' })
  })

  test('so does one that knows the kind in an older form alone', async () => {
    const { store, again } = await fresh()
    await store.append(saying('wish', 'en-gammal'))
    await (await again()).append(saying('wish', 'en-till'))
    await (await again({ kinds: reworked })).append(saying('wish', 'en-ny'))
    await expect(again()).rejects.toMatchObject(outdated('0.9.0'))
  })

  test('a kind that was only known, and never written, keeps nobody out', async () => {
    const { again } = await fresh()
    await (await again({ kinds: newer })).append(saying('wish', 'en-onskan'))
    expect(await (await again()).readVersions()).toHaveLength(1)
  })

  test('an older program that is running keeps showing what it had read, and writes nothing more', async () => {
    const { store, again } = await fresh()
    await store.append(saying('wish', 'forst'))
    const live = makeLiveRegistry(store)
    const before = await live.knownAt(endOfTime)
    const other = await again({ kinds: newer })
    await other.append([...saying('wish', 'samtidigt'), ...saying('hope', 'ett-hopp')])
    live.refresh()
    const after = await live.knownAt(endOfTime)
    expect(after.id).toBe(before.id)
    expect(historyOf(after, 'wish', 'forst')).toHaveLength(1)
    expect(historyOf(after, 'wish', 'samtidigt')).toHaveLength(0)
    await expect(store.append(saying('wish', 'efterat'))).rejects.toMatchObject(outdated('0.10.0'))
    await expect(store.readVersions()).rejects.toMatchObject(outdated('0.10.0'))
    expect(await other.readVersions()).toHaveLength(3)
  })

  test('a registry from before that has its versions, its guards and its kinds after opening', async () => {
    const { store, again, runSql } = await fresh()
    await store.append(saying('wish', 'kvar'))
    await store.append([{ ...saying('wish', 'kvar')[0]!, expectedVersion: 1 }])
    const [before] = await store.readVersions()
    await runSql('drop table record_form')
    await runSql('delete from schema_migration where number >= 3')
    const opened = await again()
    expect((await opened.readVersions())[0]).toEqual(before)
    await opened.checkIntegrity()
    await expect(runSql("update record_version set change_note = 'another'")).rejects.toThrow(/never changed/)
    await expect(runSql('delete from record_version')).rejects.toThrow(/never (changed or )?removed/)
    const returned = { ...saying('wish', 'kvar')[0]!.version, state: 'returned' as const }
    await opened.append([{ version: returned, expectedVersion: 2 }])
    await (await again({ kinds: reworked })).append(saying('wish', 'ny-form'))
    await expect(again()).rejects.toMatchObject(outdated('0.9.0'))
  })
}
