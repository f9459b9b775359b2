import { beforeEach, describe, expect, test } from 'vitest'
import { firstFacts } from '../changes/first-facts.ts'
import { giveVerdicts } from '../changes/bridge-changes.ts'
import { registryOver } from '../changes/registry.ts'
import type { Registry } from '../changes/registry.ts'
import { submit } from '../changes/submit.ts'
import { makeMemoryStore } from '../changes/testing/memory-store.ts'
import { factsLoader } from '../records/actor.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import type { BodyOf } from '../records/record.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { VersionChange } from '../changes/change.ts'
import { findLineage } from './lineage.ts'

const owner = { kind: 'region', id: '17' } as const
const games = 'varmland-2022-dataspel-och-spelifiering'
const health = 'varmland-2022-digital-halsoinnovation'
let registry: Registry
beforeEach(() => {
  const clock = () => new Date('2026-11-27T12:00:00.000Z')
  registry = registryOver(makeMemoryStore(firstFacts()), getShippedBeside(), { clock })
})

const say = async (verdict: Pick<BodyOf<'bridgeVerdict'>, 'priorityAreaId' | 'verdict' | 'successor'>) => {
  const body = { ...verdict, programmePeriodId: '2028-2034', lesson: null }
  await submit(registry, giveVerdicts(await registry.view(), [{ verdict: body, seen: 0 }], '2026-11-27'), factsLoader)
}

/** The region's records of the list before, ended on the day that the new one begins. */
const ended = (snapshot: Snapshot, kind: 'strategy' | 'priorityArea'): VersionChange[] =>
  snapshot
    .inForce(kind)
    .filter((record) => record.owner.id === owner.id)
    .map(({ id, meta, ...body }) => ({
      version: {
        kind,
        recordId: id,
        validFrom: meta.validFrom,
        validTo: '2028-02-01',
        changeNote: 'Prov',
        state: 'published',
        source: meta.source,
        body,
      } as VersionChange['version'],
      expectedVersion: meta.version,
    }))

/** The list of the period to come, of areas with these labels. */
async function publishList(labels: readonly string[]): Promise<void> {
  const { known } = await registry.view()
  const common = { validFrom: '2028-02-01', validTo: null, changeNote: 'Prov', state: 'published', source: null } as const
  const strategy: BodyOf<'strategy'> = {
    owner,
    programmePeriodId: '2028-2034',
    edition: '2028',
    datePrecision: 'day',
    status: 'adopted',
    decidedOn: null,
    isComplete: true,
    note: null,
  }
  const areas = labels.map((label, at) => ({
    version: {
      ...common,
      kind: 'priorityArea' as const,
      recordId: `varmland-2028-${at}`,
      body: {
        owner,
        strategyId: 'varmland-2028',
        programmePeriodId: '2028-2034',
        order: at + 1,
        verbatimLabel: label,
        displayLabel: label,
        language: 'sv' as const,
        translatedLabel: null,
        description: null,
        confirmedOn: null,
        confirmedByRole: null,
      },
    },
    expectedVersion: 0,
  }))
  const list = {
    version: { ...common, kind: 'strategy' as const, recordId: 'varmland-2028', body: strategy },
    expectedVersion: 0,
  }
  const older = ['strategy', 'priorityArea'].flatMap((kind) => ended(snapshotAt(known, '2028-01-31'), kind as 'strategy'))
  await submit(registry, { type: 'versions', versions: [list, ...areas, ...older] }, factsLoader)
}

const linksFrom = async (id: string) => {
  const { known, beside } = await registry.view()
  const step = findLineage(snapshotAt(known, '2028-03-01', beside), owner).at(-1)!
  return step.links
    .filter(({ predecessor }) => predecessor?.id === id)
    .map(({ successor, change, basis }) => [successor?.displayLabel ?? null, change, basis])
}

describe('what a region said before a period decides what became of its areas', () => {
  test('an area that changed becomes the one with the words that were given, whatever the program would suggest', async () => {
    await say({ priorityAreaId: games, verdict: 'change', successor: 'Kreativa upplevelser' })
    await publishList(['Kreativa upplevelser', 'Digital hälsoinnovation'])
    expect(await linksFrom(games)).toEqual([['Kreativa upplevelser', 'renamed', 'confirmed']])
  })

  test('without a word from the region nothing is confirmed', async () => {
    await publishList(['Kreativa upplevelser', 'Digital hälsoinnovation'])
    expect((await linksFrom(games)).map(([, , basis]) => basis)).not.toContain('confirmed')
  })

  test('a closed area has no successor, though one with its words is on the list', async () => {
    await say({ priorityAreaId: health, verdict: 'close', successor: null })
    await publishList(['Digital hälsoinnovation'])
    expect(await linksFrom(health)).toEqual([[null, 'dropped', 'confirmed']])
  })

  test('a successor that never came is left to the program', async () => {
    await say({ priorityAreaId: games, verdict: 'change', successor: 'Något som aldrig kom' })
    await publishList(['Digital hälsoinnovation'])
    expect((await linksFrom(games)).map(([, , basis]) => basis)).not.toContain('confirmed')
  })
})
