import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHashOf } from '../records/version.ts'
import type { BodyOf, RecordVersion } from '../records/record.ts'
import { parseDeck } from '../sources/deck/parse-deck.ts'
import { readTextLines } from '../sources/deck/text-lines.ts'
import { planDeckImport } from './import-plan.ts'
import type { ImportPlan } from './import-plan-types.ts'
import { registryViewOf } from './registry-view.ts'
import { firstFacts } from './first-facts.ts'
import { getShippedBeside, getShippedFacts } from '../sources/facts/shipped-facts.ts'

const facts = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
const gazetteer = getShippedFacts().regions.map(({ code, name }) => ({ code, names: [name] }))
const draftOf = (text: string) =>
  parseDeck({ fileName: 'deck.txt', format: 'text', lines: readTextLines(text, 'deck.txt'), notices: [] }, gazetteer)

/** A deck in text with a title, a day, lists by region, and what was heard. */
interface Written {
  title: string
  gap: number
  lists: { region: string; labels: string[] }[]
  heard: string[]
}
const textOf = ({ title, gap, lists, heard }: Written, day = '2030-03-01') =>
  [
    title,
    day,
    ...Array<string>(gap).fill(''),
    ...lists.flatMap(({ region, labels }) => ['', region, ...labels.map((label) => `- ${label}`)]),
    ...(heard.length > 0 ? ['', 'Från dialoger:', ...heard.map((one) => `- ${one}`)] : []),
  ].join('\n')

const planOn = (versions: readonly RecordVersion[], text: string): ImportPlan =>
  planDeckImport({ draft: draftOf(text), ...registryViewOf(versions, getShippedBeside()), recordedBy: 'prov' })

function publish(versions: readonly RecordVersion[], text: string): RecordVersion[] {
  const { base, items } = planOn(versions, text)
  const appends = [...(base && items.length > 0 ? [base] : []), ...items].flatMap((item) => item.appends)
  const added = appends.map(({ version, expectedVersion }, index) => {
    const whole = { ...version, version: expectedVersion + 1, recordedAt: '2026-11-27T12:00:00.000Z' }
    return { ...whole, sequence: versions.length + index + 1, contentHash: contentHashOf(whole as never) } as RecordVersion
  })
  return [...versions, ...added]
}

/** What each record that rests on a deck of the day says, and the line of the deck that its source leads to. */
function citedLines(versions: readonly RecordVersion[], decks: ReadonlyMap<string, string>): [said: string, line: string][] {
  return versions.flatMap((version): [string, string][] => {
    const { kind, source, state } = version
    const text = source === null ? undefined : decks.get(source.sourceId)
    if (text === undefined || source!.line === null || state !== 'published') return []
    const line = text.split('\n')[source!.line - 1]!
    if (kind === 'priorityArea') return [[`- ${(version.body as BodyOf<'priorityArea'>).verbatimLabel}`, line]]
    return kind === 'finding' ? [[`- ${(version.body as BodyOf<'finding'>).text.sv}`, line]] : []
  })
}

const label = fc.constantFrom('Rymd', 'Skog', 'Energi', 'Vatten', 'Marin teknik', 'Life science')
const written: fc.Arbitrary<Written> = fc.record({
  title: fc.constantFrom('Bilderna', 'Andra bilder'),
  gap: fc.nat(3),
  lists: fc.uniqueArray(
    fc.record({
      region: fc.constantFrom('Skåne', 'Halland', 'Dalarna'),
      labels: fc.uniqueArray(label, { minLength: 1, maxLength: 4 }),
    }),
    { selector: ({ region }) => region, minLength: 1, maxLength: 3 },
  ),
  heard: fc.uniqueArray(fc.constantFrom('Alla vill ha mer stöd', 'Alla vill ha mycket mer stöd', 'Ledarna är viktiga för oss'), {
    maxLength: 2,
  }),
})

test('two decks of one day keep their own source and lines, in either order; the same one twice is one', () => {
  let two = 0
  fc.assert(
    fc.property(written, written, (a, b) => {
      const texts = [textOf(a), textOf(b)]
      for (const [first, second] of [texts, texts.toReversed()] as [string, string][]) {
        const once = publish(facts, first)
        expect(planOn(once, first).items).toEqual([])
        const both = publish(once, second)
        const sources = both.filter(({ kind, recordId }) => kind === 'source' && recordId.startsWith('deck-2030-03-01'))
        const isSame = draftOf(first).fingerprint === draftOf(second).fingerprint
        if (isSame) expect(sources).toHaveLength(1)
        const decks = new Map([['deck-2030-03-01', first]])
        if (sources.length === 2) decks.set(sources[1]!.recordId, second)
        two += sources.length - 1
        for (const [said, line] of citedLines(both, decks)) expect(line.trim().toLowerCase()).toBe(said.toLowerCase())
        expect(planOn(both, second).items).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
  expect(two).toBeGreaterThan(20)
})

test('the second deck of a day is a source of its own, with a person’s name left out', () => {
  const first = publish(facts, 'Bilderna\nAnna Andersson\nLuleå 2030-03-01\n\nSkåne\n- Rymd\n')
  const both = publish(first, 'Bilderna\nAnna Andersson\nLuleå 2030-03-01\n\nHalland\n- Rymd\n')
  const sources = both.filter(({ kind, recordId }) => kind === 'source' && recordId.startsWith('deck-2030'))
  expect(sources.map(({ recordId, body }) => [recordId, (body as BodyOf<'source'>).publisher])).toEqual([
    ['deck-2030-03-01', 'Okänd avsändare, Luleå'],
    ['deck-2030-03-01-2', 'Okänd avsändare, Luleå'],
  ])
  expect(JSON.stringify(both)).not.toContain('Andersson')
})
