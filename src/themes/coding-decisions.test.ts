import { expect, test } from 'vitest'
import type { RecordVersion } from '../domain/record.ts'
import { decideCoding } from '../publishing/edit-record.ts'
import { registryViewOf } from '../publishing/registry-view.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import { codePriorities, rejectedThemes } from './coding.ts'
import { shippedVersions } from './testing/shipped-snapshot.ts'

const area = 'varmland-2018-skoglig-bioekonomi'
const signed = { recordedBy: 'prov', changeNote: 'Prov.' }

/** The shipped registry after a person's decisions, one after the other. */
function after(...choices: { themeId: string; verdict: 'confirmed' | 'rejected' }[]) {
  const versions = [...shippedVersions()]
  for (const choice of choices) {
    const { version, expectedVersion } = decideCoding(registryViewOf(versions), { priorityAreaId: area, ...choice, ...signed })
    const { sequence, recordedAt } = versions.at(-1)!
    const recorded = { version: expectedVersion + 1, sequence: sequence + 1, recordedAt, contentHash: `${sequence}` }
    versions.push({ ...version, ...recorded } as RecordVersion)
  }
  return snapshotAt(buildKnownRegistry(versions, versions.at(-1)!.recordedAt), '2019-01-01')
}
const themesOf = (snapshot: ReturnType<typeof after>) =>
  codePriorities(snapshot)
    .get(area)!
    .map(({ themeId, decision }) => [themeId, decision])

test('until a person decides, themes are suggestions', () => {
  expect(themesOf(after())).toEqual([['skog-och-bioekonomi', null]])
})

test('a confirmed theme is certain, and says that a person did it', () => {
  const [first] = codePriorities(after({ themeId: 'skog-och-bioekonomi', verdict: 'confirmed' })).get(area)!
  expect(first).toMatchObject({ decision: 'confirmed', confidence: 1, words: expect.arrayContaining(['Skoglig']) })
})

test('a person can add a theme that the words do not show', () => {
  expect(themesOf(after({ themeId: 'energi', verdict: 'confirmed' }))).toEqual([
    ['energi', 'confirmed'],
    ['skog-och-bioekonomi', null],
  ])
})

test('a rejected theme is gone, the disagreement is kept in sight, and the later decision counts', () => {
  const snapshot = after({ themeId: 'skog-och-bioekonomi', verdict: 'rejected' })
  expect(themesOf(snapshot)).toEqual([])
  expect(rejectedThemes(snapshot, snapshot.getBegun('priorityArea', area)!).map(({ themeId }) => themeId)).toEqual([
    'skog-och-bioekonomi',
  ])
  const again = after(
    { themeId: 'skog-och-bioekonomi', verdict: 'rejected' },
    { themeId: 'skog-och-bioekonomi', verdict: 'confirmed' },
  )
  expect(themesOf(again)).toEqual([['skog-och-bioekonomi', 'confirmed']])
})

test('an area or a theme that is not there is refused', () => {
  const view = registryViewOf(shippedVersions())
  const choice = { priorityAreaId: area, themeId: 'energi', verdict: 'confirmed' as const, ...signed }
  expect(() => decideCoding(view, { ...choice, priorityAreaId: 'nowhere' })).toThrow()
  expect(() => decideCoding(view, { ...choice, themeId: 'nothing' })).toThrow()
})
