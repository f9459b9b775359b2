import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import { nothingBeside } from '../records/beside.ts'
import { recordKinds } from '../records/record.ts'
import { growRegistry } from './day-content.ts'
import { buildKnownRegistry } from './known-registry.ts'
import { etagOf, noteReads } from './noted-reads.ts'
import { derive } from './derive.ts'
import { deriveEach } from './derive-each.ts'
import { snapshotAt } from './snapshot.ts'
import type { KnownRegistry } from './snapshot.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const days = ['2018-01-01', '2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01']

interface Sketch {
  kind: RecordKind
  id: string
  from: number
  to: number | null
  state: RecordVersion['state']
}
const sketch: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom<RecordKind>('region', 'priorityArea', 'wish'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  from: fc.nat({ max: 3 }),
  to: fc.option(fc.constant(4)),
  state: fc.constantFrom<RecordVersion['state']>('published', 'published', 'published', 'withdrawn', 'draft'),
})

/** Versions with only what the snapshot reads: their bodies are no business of it. */
function versionsOf(sketches: readonly Sketch[]): RecordVersion[] {
  const numbers = new Map<string, number>()
  return sketches.map(({ kind, id, from, to, state }, index) => {
    const version = (numbers.get(`${kind}/${id}`) ?? 0) + 1
    numbers.set(`${kind}/${id}`, version)
    return {
      sequence: index + 1,
      kind,
      recordId: id,
      version,
      validFrom: days[from]!,
      validTo: to === null ? null : days[to]!,
      recordedAt: `2023-01-01T00:00:00.${String(index).padStart(3, '0')}Z`,
      recordedBy: 'test',
      changeNote: 'test',
      state,
      source: null,
      body: { text: `text ${index}` },
      contentHash: `hash ${kind} ${id} ${version}`,
    } as unknown as RecordVersion
  })
}

/** All that can be read of a registry on every day. */
const contentOf = (known: KnownRegistry) => ({
  id: known.id,
  newestRecordedAt: known.newestRecordedAt,
  days: days.map((date) => {
    const snapshot = snapshotAt(known, date)
    return recordKinds.map((kind) => ({
      id: snapshot.id,
      etag: etagOf(snapshot, [kind]),
      inForce: snapshot.inForce(kind),
      begun: snapshot.everBegun(kind),
      one: ['a', 'b', 'c', 'd', 'e'].map((id) => [snapshot.get(kind, id), snapshot.getBegun(kind, id)]),
      histories: snapshot.histories(kind),
      versions: ['a', 'b', 'c', 'd', 'e'].map((id) => snapshot.versions(kind, id)),
    }))
  }),
})

describe('a registry that grows', () => {
  test('is the same as one built from scratch, whatever is appended in whichever pieces', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 24 }), fc.array(fc.nat({ max: 24 }), { maxLength: 5 }), (sketches, cuts) => {
        const versions = versionsOf(sketches)
        const ends = [...cuts.map((cut) => Math.min(cut, versions.length)), versions.length].sort((a, b) => a - b)
        let known = buildKnownRegistry([], farFuture)
        let start = 0
        for (const end of ends) {
          known = growRegistry(known, versions.slice(start, end))
          start = end
          // Everything is read in between, so that the lists of a day are grown too.
          contentOf(known)
        }
        expect(contentOf(known)).toEqual(contentOf(buildKnownRegistry(versions, farFuture)))
      }),
      { numRuns: 150 },
    )
  })

  test('keeps what it grew from as it was, and may grow from it in two ways', () => {
    const versions = versionsOf([
      { kind: 'wish', id: 'a', from: 0, to: null, state: 'published' },
      { kind: 'wish', id: 'b', from: 1, to: null, state: 'published' },
      { kind: 'wish', id: 'c', from: 1, to: null, state: 'published' },
    ])
    const first = buildKnownRegistry(versions.slice(0, 1), farFuture)
    const before = contentOf(first)
    const [one, other] = [growRegistry(first, versions.slice(1, 2)), growRegistry(first, versions.slice(2))]
    expect(contentOf(first)).toEqual(before)
    const idsOf = (known: KnownRegistry) =>
      snapshotAt(known, '2020-01-01')
        .inForce('wish')
        .map(({ id }) => id)
    expect([idsOf(one), idsOf(other)]).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ])
    expect(other.kinds.wish.changedSince(one.kinds.wish)).toBeNull()
    expect(one.kinds.wish.changedSince(first.kinds.wish)).toEqual(['b'])
  })

  test('leaves what was recorded later, and drafts, out of what was known; nothing is remade for them', () => {
    const versions = versionsOf([
      { kind: 'wish', id: 'a', from: 0, to: null, state: 'published' },
      { kind: 'wish', id: 'a', from: 1, to: null, state: 'draft' },
      { kind: 'wish', id: 'a', from: 1, to: null, state: 'published' },
    ])
    const then = buildKnownRegistry(versions.slice(0, 1), versions[0]!.recordedAt)
    expect(growRegistry(then, versions.slice(1))).toBe(then)
    const now = buildKnownRegistry(versions.slice(0, 1), farFuture)
    expect(growRegistry(now, versions.slice(1, 2))).toBe(now)
  })

  test('keeps the very same record where nothing about it changed', () => {
    const versions = versionsOf([
      { kind: 'wish', id: 'a', from: 0, to: null, state: 'published' },
      { kind: 'wish', id: 'b', from: 0, to: null, state: 'published' },
      { kind: 'region', id: 'a', from: 0, to: null, state: 'published' },
      { kind: 'wish', id: 'b', from: 2, to: null, state: 'published' },
    ])
    const before = buildKnownRegistry(versions.slice(0, 3), farFuture)
    const after = growRegistry(before, versions.slice(3))
    const [old, now] = [snapshotAt(before, '2022-01-01'), snapshotAt(after, '2022-01-01')]
    expect(after.kinds.region).toBe(before.kinds.region)
    expect(now.get('wish', 'a')).toBe(old.get('wish', 'a'))
    expect(now.get('wish', 'b')).not.toBe(old.get('wish', 'b'))
  })
})

describe('what is derived', () => {
  const versions = versionsOf([
    { kind: 'wish', id: 'a', from: 0, to: null, state: 'published' },
    { kind: 'region', id: 'a', from: 0, to: null, state: 'published' },
    { kind: 'wish', id: 'b', from: 3, to: null, state: 'published' },
    { kind: 'wish', id: 'c', from: 0, to: null, state: 'published' },
  ])
  const before = buildKnownRegistry(versions.slice(0, 2), farFuture)
  const after = growRegistry(before, versions.slice(2))

  test('is computed once, and again only when a part that it names has changed', () => {
    let made = 0
    const regions = derive('regions', ['region'], (snapshot) => {
      made += 1
      return snapshot.inForce('region').length
    })
    const wishes = derive('wishes', ['wish'], (snapshot) => {
      made += 1
      return snapshot.inForce('wish').length
    })
    const old = snapshotAt(before, '2020-01-01')
    expect([regions(old), regions(old), wishes(old), made]).toEqual([1, 1, 1, 2])
    const now = snapshotAt(growRegistry(before, versions.slice(2)), '2020-01-01')
    expect([regions(now), wishes(now), made]).toEqual([1, 2, 3])
    expect([regions(old), wishes(old), made]).toEqual([1, 1, 3])
  })

  test('is given the previous value and what has changed since: by writing, and from day to day', () => {
    const seen: unknown[] = []
    const wishes = derive('wishes', ['wish'], (snapshot, previous: { value: string; changed(kind: 'wish'): unknown } | null) => {
      seen.push(previous && [previous.value, previous.changed('wish')])
      return snapshot
        .inForce('wish')
        .map(({ id }) => id)
        .join(' ')
    })
    const known = buildKnownRegistry(versions.slice(0, 2), farFuture)
    wishes(snapshotAt(known, '2020-01-01'))
    const grown = growRegistry(known, versions.slice(2))
    wishes(snapshotAt(grown, '2020-01-01'))
    wishes(snapshotAt(grown, '2022-01-01'))
    expect(seen).toEqual([null, ['a', ['b', 'c']], ['a c', ['b']]])
  })

  test('may read only what it names', () => {
    const wrong = derive('wrong', ['region'], (snapshot) => snapshot.inForce('wish').length)
    const hidden = derive('hidden', ['region'], (snapshot) => wishes(snapshot))
    const wishes = derive('wishes', ['wish'], (snapshot) => snapshot.inForce('wish').length)
    const snapshot = snapshotAt(after, '2020-01-01')
    expect(() => wrong(snapshot)).toThrow('«wrong» reads «wish», which it does not name')
    expect(() => hidden(snapshot)).toThrow('«hidden» reads «wish»')
  })

  test('from a record is kept with that record', () => {
    let made = 0
    const textOf = deriveEach('text', (record: object) => {
      made += 1
      return JSON.stringify(record)
    })
    for (const known of [before, after]) textOf(snapshotAt(known, '2020-01-01').get('wish', 'a')!)
    expect(made).toBe(1)
  })
})

describe('what an answer reads', () => {
  const known = buildKnownRegistry(
    versionsOf([
      { kind: 'wish', id: 'a', from: 0, to: null, state: 'published' },
      { kind: 'region', id: 'a', from: 0, to: null, state: 'published' },
    ]),
    farFuture,
  )
  const count = derive('count', ['wish'], (snapshot) => snapshot.inForce('wish').length)

  test('is noted, directly, through what is derived, and on other days', () => {
    const partsOf = (read: (snapshot: ReturnType<typeof noteReads>['snapshot']) => unknown) => {
      const noted = noteReads(snapshotAt(known, '2020-01-01'))
      read(noted.snapshot)
      return noted.parts()
    }
    expect(partsOf(() => null)).toEqual([])
    expect(partsOf((snapshot) => snapshot.get('region', 'a'))).toEqual(['region'])
    expect(partsOf((snapshot) => count(snapshot))).toEqual(['wish'])
    expect(partsOf((snapshot) => [count(snapshot), count(snapshot)])).toEqual(['wish'])
    expect(partsOf((snapshot) => snapshot.at('2019-01-01').everBegun('source'))).toEqual(['source'])
    expect(partsOf((snapshot) => count(snapshot.at('2019-01-01')))).toEqual(['wish'])
    expect(partsOf((snapshot) => snapshot.statistics)).toEqual(['statistics'])
    expect(partsOf((snapshot) => snapshot.id)).toEqual([...recordKinds, ...Object.keys(nothingBeside)])
  })

  test('alone changes its ETag', () => {
    const more = versionsOf(
      Array.from({ length: 3 }, () => ({ kind: 'wish', id: 'a', from: 1, to: null, state: 'published' }) as const),
    ).slice(2)
    const grown = growRegistry(known, more)
    const etags = (one: KnownRegistry, date: string) =>
      (['region', 'wish'] as const).map((kind) => etagOf(snapshotAt(one, date), [kind]))
    const [old, now, otherDay] = [etags(known, '2020-01-01'), etags(grown, '2020-01-01'), etags(known, '2020-01-02')]
    expect([now[0] === old[0], now[1] === old[1], otherDay[0] === old[0]]).toEqual([true, false, false])
  })
})
