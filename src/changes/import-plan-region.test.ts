import { describe, expect, test } from 'vitest'
import { area, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import type { DeckPriority } from '../sources/deck/deck-draft.ts'
import { base, bodyIn, deck, deckDay, plan } from './testing/small-deck.ts'

const list = strategy('alvik-2015', '03', { from: '2015-01-01' })
const energy = area('a-energi', list, { body: { displayLabel: 'Energi' } })
const tourism = area('a-turism', list, { body: { displayLabel: 'Turism', order: 2 } })
const kinds = (sketches: readonly Sketch[], labels: string[]) =>
  plan([...base, ...sketches], deck({ '03': labels })).items.map(({ kind }) => kind)

describe('a list in a deck', () => {
  test('is the one in force, confirmed, when every area is the same', () => {
    expect(kinds([list, energy, tourism], ['Energi', 'Turism'])).toEqual(['confirmed'])
  })
  test.each([[['Energi', 'Skog']], [['Skog', 'Turism']], [['Turism', 'Energi']], [['Energi']], [['Energi', 'Turism', 'Skog']]])(
    '%j is a new one, since something differs',
    (labels) => {
      expect(kinds([list, energy, tourism], labels)).toEqual(['newList'])
    },
  )
  test('is a new one when the one before ended on the deck’s day, even with the same areas', () => {
    const ended = strategy('alvik-2015', '03', { from: '2015-01-01', to: deckDay })
    expect(kinds([ended, area('a-energi', ended, { body: { displayLabel: 'Energi' } })], ['Energi'])).toEqual(['newList'])
  })
  test('is compared with the newest of the lists that are in force', () => {
    const newer = strategy('alvik-2016', '03', { from: '2016-01-01' })
    const sketches = [list, energy, newer, area('b-skog', newer, { body: { displayLabel: 'Skog' } })]
    expect(kinds(sketches, ['Skog'])).toEqual(['confirmed'])
  })
})

describe('a list that is confirmed', () => {
  const details = [{ kind: 'subItem' as const, text: 'Sol', line: 11, page: 2 }]
  const priority: DeckPriority = { verbatimLabel: 'Energi', suggestedLabel: null, line: 10, page: 2, details }
  const confirmed = (description: { sv: string; en: string } | null) => {
    const described = area('a-energi', list, { body: { displayLabel: 'Energi', description } })
    const regions = [{ code: '03', writtenAs: '03', line: 9, page: 1, priorities: [priority] }]
    const [item] = plan([...base, list, described], deck({}, { regions })).items
    return { line: item!.lines[0]!, body: bodyIn(item!, 'a-energi') }
  }
  const fromDeck = { sv: 'I bildspelet under området: ”Sol”.', en: 'In the deck under the area: “Sol”.' }
  test('gets what the deck has under an area as its description, where it has none', () => {
    const { line, body } = confirmed(null)
    expect([line.description, body.description]).toEqual([fromDeck, fromDeck])
    expect(line).toMatchObject({ subject: 'area', change: 'confirmed', records: ['priorityArea/a-energi'] })
  })
  test('keeps the description that it has', () => {
    const own = { sv: 'Vår beskrivning.', en: 'Our description.' }
    const { line, body } = confirmed(own)
    expect([line.description, body.description]).toEqual([null, own])
  })
})
