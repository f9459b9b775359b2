import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import type { RecordVersion } from '../records/record.ts'
import { versionsOf } from '../snapshot/testing/small-registry.ts'
import type { DeckDraft } from '../sources/deck/deck-draft.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { chosenItems } from './import-choice.ts'
import { planDeckImport } from './import-plan.ts'
import type { ImportItem, ImportLine, ImportPlan } from './import-plan-types.ts'
import { registryOver } from './registry.ts'
import { readRegistryView, versionKey } from './registry-view.ts'
import { submit } from './submit.ts'
import { makeMemoryStore } from './testing/memory-store.ts'
import { decks, registries } from './testing/random-registries.ts'

type TestStore = ReturnType<typeof makeMemoryStore>
const beside = getShippedBeside()

const planOn = async (store: TestStore, draft: DeckDraft): Promise<ImportPlan> =>
  planDeckImport({ draft, ...(await readRegistryView(store, beside)), recordedBy: 'prov' })

const publish = (store: TestStore, plan: ImportPlan, accept: 'all' | string[]): Promise<RecordVersion[]> =>
  submit(registryOver(store, beside), { type: 'import', plan, accept }, commandLineActor('prov'))

const keyOf = ({ kind, recordId }: RecordVersion): string => versionKey(kind, recordId)
const recordsIn = (items: readonly ImportItem[]): string[] =>
  items.flatMap(({ lines }) => lines.flatMap(({ records }) => records))

/** What a line shows of an area, against what is written of it. */
function expectShown(version: RecordVersion, { line, before }: { line: ImportLine; before: RecordVersion | undefined }): void {
  if (version.kind === 'strategy') expect([line.subject, line.after ?? line.before]).toContain('list')
  if (version.kind !== 'priorityArea') return
  expect(line.subject).toBe('area')
  const { displayLabel, verbatimLabel, description } = version.body
  if (before?.kind !== 'priorityArea') {
    expect(line.after).toBe(displayLabel)
    expect(line.description).toEqual(description)
    return
  }
  expect([before.body.displayLabel, before.body.verbatimLabel]).toContain(line.before)
  const isOut = version.state === 'withdrawn' || version.validTo !== before.validTo
  if (isOut) expect(['dropped', 'moved', 'unchanged', 'reordered', 'renamed', 'split', 'merged']).toContain(line.change)
  else expect([displayLabel, verbatimLabel]).toContain(line.after)
  if (before.body.description === null && description !== null) expect(line.description).toEqual(description)
}

test('a plan has one line for every record that publishing it writes, and none for anything else', async () => {
  await fc.assert(
    fc.asyncProperty(registries, decks, fc.infiniteStream(fc.boolean()), async (sketches, draft, coins) => {
      const store = makeMemoryStore(versionsOf(sketches.map((one) => ({ ...one, recorded: '2024-01-01' }))))
      const before = await store.readVersions()
      const plan = await planOn(store, draft)
      const accept = plan.items.filter(() => coins.next().value).map(({ id }) => id)
      const chosen = chosenItems(plan, accept)
      const versions = await publish(store, plan, accept)
      const shown = recordsIn([...(plan.base && chosen.length > 0 ? [plan.base] : []), ...chosen])
      expect(new Set(versions.map(keyOf))).toEqual(new Set(shown))
      expect(new Set(shown).size).toBe(shown.length)
      const lines = [...(plan.base ? [plan.base] : []), ...chosen].flatMap((item) => item.lines)
      for (const version of versions) {
        const line = lines.find(({ records }) => records.includes(keyOf(version)))!
        expectShown(version, { line, before: before.findLast((one) => keyOf(one) === keyOf(version)) })
      }
      // A line that writes nothing only compares with a list that has ended already.
      for (const { change, reason } of lines.filter(({ records }) => records.length === 0))
        expect([change, reason.en.includes('nothing is written')].join()).toMatch(/^dropped,true|^(merged|split),/)
    }),
    { numRuns: 150 },
  )
})

test('once a deck is published, whatever the lists were, nothing of it is left to propose', async () => {
  await fc.assert(
    fc.asyncProperty(registries, fc.array(decks, { minLength: 1, maxLength: 3 }), async (sketches, drafts) => {
      const store = makeMemoryStore(versionsOf(sketches.map((one) => ({ ...one, recorded: '2024-01-01' }))))
      for (const draft of drafts) {
        const plan = await planOn(store, draft)
        await publish(store, plan, 'all')
        const again = await planOn(store, draft)
        expect([again.base, again.items]).toEqual([null, []])
      }
    }),
    { numRuns: 60 },
  )
})
