import fc from 'fast-check'
import { area, programmePeriod, region, source, strategy } from '../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../snapshot/testing/small-registry.ts'
import type { DeckDraft, DeckPriority } from '../../sources/deck/deck-draft.ts'
import { suggestLabel } from '../../sources/deck/suggest-label.ts'
import { deck } from './small-deck.ts'

const names = { '03': 'Alvik', '04': 'Byn', '05': 'Cedern' }
const codes = Object.keys(names)
const days = ['2013-06-01', '2015-01-01', '2016-05-05', '2018-01-31', '2019-03-01', '2021-01-01', '2024-02-29']
const labels = ['Hälsa', 'Skog', 'Skogsbruk', 'IT', 'I.T.', 'Besöksnäring', 'Energi', 'Energi/miljö', 'Livsmedel', 'Rymd', '日本']

const knownArea = fc.record({
  label: fc.constantFrom(...labels),
  /** Whether it comes into its list on a later day than the list itself. */
  isLater: fc.boolean(),
  hasDescription: fc.boolean(),
})
const knownList = fc.record({
  isComplete: fc.boolean(),
  /** Whether it ends long before the next begins. */
  endsEarly: fc.boolean(),
  areas: fc.uniqueArray(knownArea, { selector: ({ label }) => label, maxLength: 5 }),
})
const knownRegion = fc.record({
  days: fc.subarray(days, { maxLength: 3 }),
  lists: fc.array(knownList, { minLength: 3, maxLength: 3 }),
})

/** Registries of three regions, with lists wholly known or not, gaps between them, and areas that come in later. */
export const registries = fc
  .array(knownRegion, { minLength: 3, maxLength: 3 })
  .map((regions): Sketch[] => [
    ...codes.map((code) => region(code, names[code as keyof typeof names])),
    programmePeriod('2014-2020'),
    source('plan'),
    ...regions.flatMap(({ days: from, lists }, index) =>
      from.flatMap((day, place) =>
        listSketches({ code: codes[index]!, from: day, next: from[place + 1] ?? null }, lists[place]!),
      ),
    ),
  ])

type KnownList = typeof knownList extends fc.Arbitrary<infer T> ? T : never

function listSketches({ code, from, next }: { code: string; from: string; next: string | null }, list: KnownList): Sketch[] {
  const id = `${names[code as keyof typeof names].toLowerCase()}-${from}`
  const to = list.endsEarly ? monthAfter(from) : next
  const edition = strategy(id, code, { from, to, body: { isComplete: list.isComplete } })
  const areas = list.areas.map(({ label, isLater, hasDescription }, index) =>
    area(`${id}-${index}`, edition, {
      from: isLater ? dayAfter(from) : from,
      to,
      body: {
        displayLabel: label,
        verbatimLabel: label,
        order: index + 1,
        description: hasDescription ? { sv: 'Beskriven.', en: 'Described.' } : null,
      },
    }),
  )
  return [edition, ...areas]
}

const dayAfter = (day: string): string => shift(day, 1)
const monthAfter = (day: string): string => shift(day, 30)
const shift = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)

const deckArea = fc.record({ label: fc.constantFrom(...labels), details: fc.subarray(['Vård', 'Sensorer']) })
const deckRegion = fc.record({
  code: fc.constantFrom(...codes),
  areas: fc.uniqueArray(deckArea, { selector: ({ label }) => label, maxLength: 5 }),
})

/** Decks of some of the regions, with details under some areas, and something heard. */
export const decks = fc
  .record({
    date: fc.constantFrom(...days),
    regions: fc.uniqueArray(deckRegion, { selector: ({ code }) => code, maxLength: 3 }),
    findings: fc.subarray(['En sak.', 'En annan sak.']),
  })
  .map(({ date, regions, findings }): DeckDraft =>
    deck(
      {},
      {
        date,
        regions: regions.map(({ code, areas }) => ({
          code,
          writtenAs: code,
          line: 9,
          page: 1,
          priorities: areas.map(priorityOf),
        })),
        findings: findings.map((text, index) => ({ text, line: 50 + index, page: null })),
      },
    ),
  )

const priorityOf = ({ label, details }: { label: string; details: string[] }, index: number): DeckPriority => ({
  verbatimLabel: label,
  suggestedLabel: suggestLabel(label),
  line: 10 + index,
  page: 2,
  ...(details.length > 0
    ? { details: details.map((text) => ({ kind: 'subItem' as const, text, line: 10 + index, page: 2 })) }
    : {}),
})
