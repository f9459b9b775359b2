import { describe, expect, test } from 'vitest'
import { area, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { base, bodyIn, deck, deckDay, lines, plan, written } from './testing/small-deck.ts'
import type { Label } from './testing/small-deck.ts'

describe('a list of the deck’s own day', () => {
  const own = strategy('alvik-2018', '03', { from: deckDay, to: '2021-01-01' })
  const three: Sketch[] = [
    ...base,
    own,
    area('x-energi', own, { body: { displayLabel: 'Energi', order: 1 } }),
    area('x-turism', own, { body: { displayLabel: 'Turism', order: 2 } }),
    area('x-skog', own, { body: { displayLabel: 'Skogsbruk och trä', order: 3 } }),
  ]
  const itemsOf = (labels: Label[], sketches = three) => plan(sketches, deck({ '03': labels })).items
  test('that is the same changes nothing', () => {
    expect(plan(three, deck({ '03': ['Energi', 'Turism', 'Skogsbruk och trä'] }))).toMatchObject({
      items: [],
      unchanged: { lists: 1 },
    })
  })
  test('spelt otherwise is corrected in its place', () => {
    const [item, ...rest] = itemsOf(['Energi', 'Turism!', 'Skogsbruk och trä'])
    expect(rest).toEqual([])
    expect([item!.id, item!.kind, lines(item!)]).toEqual([
      'labelCorrected:x-turism',
      'labelCorrected',
      [['labelCorrected', 'Turism', 'Turism!', 11]],
    ])
    expect(item!.title.en).toBe('Alvik, the list of 2018-01-31: other spelling')
    expect(written(item!.appends)).toEqual(['priorityArea x-turism 2018-01-31 2021-01-01 1'])
    expect(bodyIn(item!, 'x-turism')).toMatchObject({ verbatimLabel: 'Turism!', order: 2 })
    expect(item!.appends[0]!.version).toMatchObject({
      source: { sourceId: 'deck-2018-01-31', line: 11 },
      changeNote: 'Rättat efter bildspelet 2018-01-31, rad 11.',
    })
  })
  test('of which one has another name has it renamed', () => {
    const [item, ...rest] = itemsOf(['Energi', 'Turism', 'Skogsbruk och trävaror'])
    expect(rest).toEqual([])
    expect([item!.id, lines(item!)[0]]).toEqual([
      'renamed:x-skog',
      ['renamed', 'Skogsbruk och trä', 'Skogsbruk och trävaror', 12],
    ])
    expect(item!.title.en).toContain('renamed')
  })
  test('with an area more has it added until the list ends', () => {
    const [item, ...rest] = itemsOf(['Energi', 'Turism', 'Skogsbruk och trä', 'Rymd'])
    expect(rest).toEqual([])
    expect([item!.id, written(item!.appends)]).toEqual([
      'new:alvik-2018-rymd',
      ['priorityArea alvik-2018-rymd 2018-01-31 2021-01-01 0'],
    ])
    expect([lines(item!), bodyIn(item!, 'alvik-2018-rymd').order]).toEqual([[['new', null, 'Rymd', 13]], 4])
  })
  test('with one less has it withdrawn from that day', () => {
    const [item, ...rest] = itemsOf(['Energi', 'Turism'])
    expect(rest).toEqual([])
    expect([item!.id, lines(item!)]).toEqual(['gone:x-skog', [['dropped', 'Skogsbruk och trä', null, null]]])
    expect(written(item!.appends)).toEqual(['priorityArea x-skog 2018-01-31  withdrawn 1'])
  })
  test('in another order has the areas numbered again that have moved', () => {
    const [item, ...rest] = itemsOf(['Turism', 'Energi', 'Skogsbruk och trä'])
    expect(rest).toEqual([])
    expect([item!.id, lines(item!)]).toEqual([
      'reordered:03:2018-01-31',
      [
        ['reordered', 'Turism', 'Turism', 10],
        ['reordered', 'Energi', 'Energi', 11],
      ],
    ])
    expect([bodyIn(item!, 'x-turism').order, bodyIn(item!, 'x-energi').order]).toEqual([1, 2])
    expect(item!.lines[0]!.reason.en).toBe('Place 2 becomes 1.')
  })
  test('with all of that has an item for each, spelling first, order last', () => {
    const kinds = itemsOf(['Rymd', 'Turism', 'Energi.']).map(({ kind }) => kind)
    expect(kinds).toEqual(['labelCorrected', 'new', 'gone'])
    expect(itemsOf(['Skogsbruk och trä', 'Rymd', 'Energi', 'Turism']).map(({ kind }) => kind)).toEqual(['new', 'reordered'])
  })
  test('describes an area by what the deck has under it, where the registry has nothing', () => {
    const draft = deck({ '03': ['Energi', 'Turism', 'Skogsbruk och trä'] })
    const details = [
      { kind: 'subItem' as const, text: 'Vindkraft', line: 11, page: 2 },
      { kind: 'subItem' as const, text: 'Vätgas', line: 12, page: 2 },
    ]
    draft.regions[0]!.priorities[0]!.details = details
    const [item, ...rest] = plan(three, draft).items
    expect(rest).toEqual([])
    expect([item!.id, lines(item!)]).toEqual(['described:x-energi', [['described', 'Energi', 'Energi', 10]]])
    const description = {
      sv: 'I bildspelet under området: ”Vindkraft”, ”Vätgas”.',
      en: 'In the deck under the area: “Vindkraft”, “Vätgas”.',
    }
    expect([item!.lines[0]!.description, bodyIn(item!, 'x-energi').description]).toEqual([description, description])
    const described = three.map((one) =>
      one.recordId === 'x-energi' ? { ...one, body: { ...one.body, description: { sv: 'Vår.', en: 'Ours.' } } } : one,
    )
    expect(plan(described as Sketch[], draft).items).toEqual([])
  })
  test('numbers that leave gaps are no other order', () => {
    const gaps = [
      ...base,
      own,
      area('x', own, { body: { displayLabel: 'Energi', order: 4 } }),
      area('y', own, { body: { displayLabel: 'Turism', order: 9 } }),
    ]
    expect(itemsOf(['Energi', 'Turism'], gaps)).toEqual([])
  })
})
