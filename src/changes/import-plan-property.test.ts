import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeckDraft, DeckPriority } from '../sources/deck/deck-draft.ts'
import type { RecordVersion } from '../records/record.ts'
import { contentHashOf } from '../records/version.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { suggestLabel } from '../sources/deck/suggest-label.ts'
import { firstFacts } from './first-facts.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { planDeckImport } from './import-plan.ts'
import type { ImportPlan } from './import-plan-types.ts'
import { registryViewOf } from './registry-view.ts'

const facts = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
const codes = ['01', '09', '19', '22', '24', '25']
const labels = [
  'Hälsa',
  'Skog',
  'IT',
  'I.T.',
  'Life science',
  'Besöksnäring',
  'Upplevelsenärings',
  'Upplevelsenäringar',
  'Energi',
  'Energi/miljö',
  'Digitala tjänster',
  'Digitala tjänster och AI',
  'å',
  '日本',
  'Marin Teknik',
]

const priorities = fc.uniqueArray(fc.constantFrom(...labels), { minLength: 0, maxLength: 7 })
const region = fc.record({ code: fc.constantFrom(...codes), priorities })
const draft = fc.record({
  date: fc.constantFrom(
    '2012-06-01',
    '2018-01-31',
    '2019-03-01',
    '2019-12-31',
    '2020-01-01',
    '2021-11-09',
    '2024-05-05',
    '2030-01-01',
  ),
  regions: fc.uniqueArray(region, { selector: ({ code }) => code, maxLength: 4 }),
  findings: fc.array(fc.constantFrom('En sak.', 'En sak', 'En annan sak'), { maxLength: 3 }),
})
type Asked = typeof draft extends fc.Arbitrary<infer T> ? T : never

function draftOf({ date, regions, findings }: Asked): DeckDraft {
  const at = (verbatimLabel: string, index: number): DeckPriority => ({
    verbatimLabel,
    suggestedLabel: suggestLabel(verbatimLabel),
    line: index + 1,
    page: null,
  })
  const nothing = { wishes: [], nextSteps: [], recognised: [], notUnderstood: [], notices: [] }
  const lists = regions.map(({ code, priorities: list }) => ({
    code,
    writtenAs: code,
    line: 1,
    page: null,
    priorities: list.map(at),
  }))
  return {
    fileName: 'x',
    title: 'T',
    author: null,
    place: null,
    date,
    language: 'sv',
    regions: lists,
    findings: findings.map((text, index) => ({ text, line: index + 1, page: null })),
    ...nothing,
  }
}

const planOn = (versions: readonly RecordVersion[], asked: Asked): ImportPlan =>
  planDeckImport({ draft: draftOf(asked), ...registryViewOf(versions, getShippedBeside()), recordedBy: 'test' })

/** Appends by the store's rules; throws where the guard would refuse. */
function publish(versions: readonly RecordVersion[], plan: ImportPlan, ids?: ReadonlySet<string>): RecordVersion[] {
  const chosen = plan.items.filter(({ id }) => !ids || ids.has(id))
  const appends = chosen.length === 0 ? [] : [...(plan.base ? [plan.base] : []), ...chosen].flatMap((item) => item.appends)
  const numbers = new Map(registryViewOf(versions).numbers)
  const recordedAt = new Date(Date.parse(versions.at(-1)!.recordedAt) + 1000).toISOString()
  const added = appends.map(({ version, expectedVersion }, index) => {
    const key = `${version.kind}/${version.recordId}`
    expect(numbers.get(key) ?? 0, key).toBe(expectedVersion)
    numbers.set(key, expectedVersion + 1)
    const whole = { ...version, version: expectedVersion + 1, recordedAt }
    return { ...whole, sequence: versions.length + index + 1, contentHash: contentHashOf(whole as never) } as RecordVersion
  })
  return [...versions, ...added]
}

test('whatever decks were published before, publishing one leaves nothing of it to propose, and shows its lists on its day', () => {
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 5 }), (decks) => {
      let versions = facts
      for (const deck of decks) {
        versions = publish(versions, planOn(versions, deck))
        expect(planOn(versions, deck).items).toEqual([])
        const snapshot = snapshotAt(registryViewOf(versions).known, deck.date)
        for (const { code, priorities: list } of deck.regions.filter(({ priorities: all }) => all.length > 0)) {
          const shown = findCurrentEdition(snapshot, { kind: 'region', id: code })!
          expect(shown.priorities).toHaveLength(list.length)
          if (shown.strategy.meta.validFrom === deck.date)
            expect(shown.priorities.map(({ verbatimLabel }) => verbatimLabel)).toEqual(list)
        }
      }
    }),
    { numRuns: 120 },
  )
})

test('publishing a deck bit by bit comes to the same lists as publishing it at once', () => {
  fc.assert(
    fc.property(draft, fc.infiniteStream(fc.boolean()), (deck, coins) => {
      let versions = facts
      for (let turn = 0; turn < 20; turn++) {
        const plan = planOn(versions, deck)
        const ids = plan.items.filter(() => turn === 19 || coins.next().value).map(({ id }) => id)
        versions = publish(versions, plan, new Set(ids))
      }
      expect(planOn(versions, deck).items).toEqual([])
      const listsOf = (all: readonly RecordVersion[]) =>
        codes.map((code) =>
          findCurrentEdition(snapshotAt(registryViewOf(all).known, deck.date), { kind: 'region', id: code })?.priorities.map(
            ({ verbatimLabel }) => verbatimLabel,
          ),
        )
      expect(listsOf(versions)).toEqual(listsOf(publish(facts, planOn(facts, deck))))
    }),
    { numRuns: 40 },
  )
})
