import { expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import { area, decision, lineage, region, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import type { Change } from './change.ts'
import { planChange } from './plan-change.ts'
import { registryOver } from './registry.ts'
import { makeMemoryStore } from './testing/memory-store.ts'
import { appendOf } from './testing/small-view.ts'

const [old, now] = [strategy('s1', '03', { to: '2020-01-01' }), strategy('s2', '03', { from: '2020-01-01' })]
const small = [region('03', 'Alvik'), old, area('gammal', old), now, area('ny', now)]
const plan = (change: Change) =>
  planChange(registryOver(makeMemoryStore(versionsOf(small)), getShippedBeside()), change, commandLineActor('Prov'))
const { version } = appendOf(area('ny', now))
const decided = { verdict: 'confirmed', changeNote: 'Ja' } as const

test.each<[what: string, change: Change, expected: [recordId: string, expectedVersion: number, body: object][]]>([
  [
    'versions as they are',
    { type: 'versions', versions: [{ version, expectedVersion: 1 }] },
    [['ny', 1, { displayLabel: 'ny' }]],
  ],
  [
    'fields of a record',
    {
      type: 'fields',
      kind: 'priorityArea',
      recordId: 'ny',
      changes: { displayLabel: 'Nyare' },
      expectedVersion: 1,
      validFrom: null,
      changeNote: 'Rättat',
    },
    [['ny', 1, { displayLabel: 'Nyare' }]],
  ],
  [
    'decisions on codes and on lineage',
    {
      type: 'decisions',
      decisions: [
        { type: 'coding', priorityAreaId: 'ny', aspect: 'theme', code: 'energi', ...decided },
        { type: 'lineage', predecessorId: 'gammal', successorId: 'ny', change: 'renamed', ...decided },
      ],
    },
    [
      ['ny-to-energi', 0, decision('ny', 'theme.energi', 'confirmed').body],
      ['gammal-to-ny', 0, lineage('gammal', 'ny', { change: 'renamed', verdict: 'confirmed' }).body],
    ],
  ],
  [
    'a confirmation of the list in force',
    { type: 'confirmation', regionCode: '03', confirmedOn: '2021-01-01', confirmedByRole: 'direktör', changeNote: 'Ja' },
    [['ny', 1, { confirmedOn: '2021-01-01', confirmedByRole: 'direktör' }]],
  ],
  [
    'another state',
    { type: 'state', kind: 'priorityArea', recordId: 'ny', to: 'withdrawn', expectedVersion: 1, changeNote: 'Bort' },
    [['ny', 1, { displayLabel: 'ny' }]],
  ],
])('%s become versions to append, in the name of the actor', async (_what, change, expected) => {
  const appends = await plan(change)
  expect(appends).toMatchObject(
    expected.map(([recordId, expectedVersion, body]) => ({
      version: { recordId, body, recordedBy: 'Prov' },
      expectedVersion,
    })),
  )
  expect(appends).toHaveLength(expected.length)
})
