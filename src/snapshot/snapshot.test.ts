import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { contentHashOf } from '../records/version.ts'
import { diffSnapshots } from './diff.ts'
import { buildKnownRegistry, snapshotAt } from './snapshot.ts'
import { timelineOf } from './timeline.ts'

interface Sketch {
  from: string
  to?: string | null
  at: string
  text?: string
  state?: 'published' | 'withdrawn' | 'draft' | 'proposed' | 'rejected'
}

/** Versions of one wish, in the order they were recorded. */
function versionsOf(sketches: readonly Sketch[], recordId = 'en-onskan'): RecordVersion<'wish'>[] {
  return sketches.map(({ from, to = null, at, text = 'Text', state = 'published' }, index) => {
    const version = {
      kind: 'wish' as const,
      recordId,
      version: index + 1,
      validFrom: from,
      validTo: to,
      recordedAt: `${at}T00:00:00.000Z`,
      recordedBy: 'test',
      changeNote: 'test',
      state,
      source: null,
      body: { order: 1, text: { sv: text, en: text }, fingerprint: null },
    }
    return { ...version, sequence: index + 1, contentHash: contentHashOf(version as RecordVersion) }
  })
}

const spans = (sketches: Sketch[], knownAt = '9999-12-31') =>
  timelineOf(versionsOf(sketches), `${knownAt}T23:59:59.999Z`).map(
    ({ validFrom, validTo, version }) => `${validFrom}–${validTo ?? ''} ${version.body.text.sv}`,
  )

describe('a published version is the truth from its first day on', () => {
  test('closing is publishing with a last day', () => {
    expect(
      spans([
        { from: '2018-01-31', at: '2018-01-31' },
        { from: '2018-01-31', to: '2020-01-01', at: '2020-01-01' },
      ]),
    ).toEqual(['2018-01-31–2020-01-01 Text'])
  })
  test('a change from a later day leaves what was before', () => {
    expect(
      spans([
        { from: '2018-01-01', at: '2018-01-01', text: 'A' },
        { from: '2019-01-01', at: '2019-01-01', text: 'B' },
      ]),
    ).toEqual(['2018-01-01–2019-01-01 A', '2019-01-01– B'])
  })
  test('a correction of the past replaces what was said of it', () => {
    expect(
      spans([
        { from: '2018-01-01', at: '2018-01-01', text: 'Fel' },
        { from: '2018-01-01', at: '2024-01-01', text: 'Rätt' },
      ]),
    ).toEqual(['2018-01-01– Rätt'])
  })
  test('withdrawing leaves nothing from that day', () => {
    expect(
      spans([
        { from: '2018-01-01', at: '2018-01-01' },
        { from: '2018-01-01', at: '2019-01-01', state: 'withdrawn' },
      ]),
    ).toEqual([])
  })
  test('drafts, proposals and rejections never show', () => {
    expect(
      spans([
        { from: '2018-01-01', at: '2018-01-01', state: 'draft' },
        { from: '2018-01-01', at: '2018-01-02', state: 'proposed' },
        { from: '2018-01-01', at: '2018-01-03', state: 'rejected' },
      ]),
    ).toEqual([])
  })
  test('what was known earlier can still be asked for', () => {
    const story: Sketch[] = [
      { from: '2018-01-01', at: '2018-01-01', text: 'Fel' },
      { from: '2018-01-01', at: '2024-01-01', text: 'Rätt' },
    ]
    expect([spans(story, '2020-01-01'), spans(story, '2017-01-01')]).toEqual([['2018-01-01– Fel'], []])
  })
})

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2014, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const story = fc
  .array(
    fc.record({
      from: day,
      length: fc.option(fc.integer({ min: 1, max: 900 })),
      state: fc.constantFrom<Sketch['state'][]>('published', 'published', 'withdrawn', 'draft'),
      at: day,
    }),
    { maxLength: 8 },
  )
  .map((sketches) =>
    sketches
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ from, length, state, at }, index): Sketch => ({
        from,
        state: state!,
        at,
        text: String(index),
        to: length === null ? null : new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10),
      })),
  )

describe('laws of time', () => {
  test('stretches of valid time never overlap and stand in order', () => {
    fc.assert(
      fc.property(story, (sketches) => {
        const segments = timelineOf(versionsOf(sketches), '9999-12-31T23:59:59.999Z')
        segments.slice(1).forEach((segment, index) => {
          const before = segments[index]!
          expect(before.validTo !== null && before.validTo <= segment.validFrom).toBe(true)
        })
      }),
    )
  })
  test('what is recorded later never changes what was known earlier', () => {
    fc.assert(
      fc.property(story, day, (sketches, knownOn) => {
        const knownAt = `${knownOn}T23:59:59.999Z`
        const all = versionsOf(sketches)
        expect(timelineOf(all, knownAt)).toEqual(
          timelineOf(
            all.filter((version) => version.recordedAt <= knownAt),
            knownAt,
          ),
        )
      }),
    )
  })
  test('a snapshot’s id follows from what is known and the day, and from nothing else', () => {
    fc.assert(
      fc.property(story, day, (sketches, date) => {
        const id = (extra: Sketch[]) =>
          snapshotAt(buildKnownRegistry(versionsOf([...sketches, ...extra]), '9999-12-31T23:59:59.999Z'), date).id
        expect(id([])).toBe(id([]))
        expect(id([{ from: date, at: '2030-01-01', state: 'draft' }])).toBe(id([]))
        expect(id([{ from: date, at: '2030-01-01' }])).not.toBe(id([]))
      }),
    )
  })
})

describe('the difference between two snapshots', () => {
  const at = (versions: RecordVersion[], date: string) =>
    snapshotAt(buildKnownRegistry(versions, '9999-12-31T23:59:59.999Z'), date)
  test('names what began, ended and changed, and which fields', () => {
    const versions = [
      ...versionsOf(
        [
          { from: '2018-01-01', at: '2018-01-01', text: 'A' },
          { from: '2020-01-01', at: '2020-01-01', text: 'B' },
        ],
        'andrad',
      ),
      ...versionsOf([{ from: '2018-01-01', to: '2019-01-01', at: '2018-01-01' }], 'slut'),
      ...versionsOf([{ from: '2019-01-01', at: '2019-01-01' }], 'ny'),
    ]
    expect(
      diffSnapshots(at(versions, '2018-06-01'), at(versions, '2021-01-01')).map(({ recordId, outcome, fields }) => [
        recordId,
        outcome,
        fields.length === 3 ? 'all' : fields,
      ]),
    ).toEqual([
      ['andrad', 'changed', ['text']],
      ['ny', 'begun', 'all'],
      ['slut', 'ended', 'all'],
    ])
  })
  test('is empty for the same snapshot, and turned round when the days are', () => {
    fc.assert(
      fc.property(story, day, day, (sketches, first, second) => {
        const [a, b] = [at(versionsOf(sketches), first), at(versionsOf(sketches), second)]
        expect(diffSnapshots(a, a)).toEqual([])
        const turned = diffSnapshots(b, a).map(({ before, after }) => [after, before])
        expect(diffSnapshots(a, b).map(({ before, after }) => [before, after])).toEqual(turned)
      }),
    )
  })
})
