import { codingAspects } from '../../../records/coding-decision.ts'
import { describe, expect, test } from 'vitest'
import { area, decision, lineage, region, snapshotOf, strategy } from '../../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../../snapshot/testing/small-registry.ts'
import { codingView, linkName, stances, stancesOf } from './coding.view.ts'

const [first, second, third] = [
  strategy('s1', '03', { from: '2014-01-01', to: '2018-01-01' }),
  strategy('s2', '03', { from: '2018-01-01', to: '2021-01-01' }),
  strategy('s3', '03', { from: '2021-01-01' }),
]
const label = (displayLabel: string, order = 1) => ({ body: { displayLabel, order } })
const sketches: Sketch[] = [
  region('03', 'Alvik'),
  first,
  area('energi-1', first, label('Energi')),
  area('mat-1', first, label('Livsmedel', 2)),
  second,
  area('energi-2', second, label('Energi')),
  area('skog-2', second, label('Skogsbruk', 2)),
  third,
  area('energi-3', third, label('Energi')),
  area('turism-3', third, label('Turism', 2)),
]
const view = (id: string, ...further: Sketch[]) => codingView(snapshotOf([...sketches, ...further]), id)
const ends = ({ predecessor, successor }: { predecessor: { id: string }; successor: { id: string } }) =>
  `${predecessor.id} ${successor.id}`

describe('what can be decided of an area', () => {
  test('is refused for one that is not known', () => {
    expect(() => view('okand')).toThrow(expect.objectContaining({ code: 'priority_not_found' }))
  })
  test('has the area and its coding, with every kind, those of its words first', () => {
    const { priority, coding } = view('energi-2')
    expect([priority.id, coding.theme.map(({ code }) => code)]).toEqual(['energi-2', ['energi']])
    const { coding: turism } = view('turism-3')
    expect(turism.kind.map(({ code }) => code).toSorted()).toEqual(['challenge', 'process', 'sector', 'technology'])
    expect(turism.kind[0]).toMatchObject({ words: ['Turism'], decision: null })
    expect(turism.kind.at(-1)).toMatchObject({ confidence: 0, words: [], from: [], decision: null, decided: null })
    expect(turism.kind.find(({ code }) => code === 'technology')!.label).toEqual({ sv: 'Teknik', en: 'Technology' })
  })
})

describe('its links', () => {
  test('are those to the lists before and after, open while they are suggested', () => {
    const { links } = view('energi-2')
    expect(links.map((link) => [ends(link), link.change, link.stance])).toEqual([
      ['energi-1 energi-2', 'unchanged', 'open'],
      ['energi-2 energi-3', 'unchanged', 'open'],
    ])
    expect(links[0]!.reason.sv).not.toBe('')
  })
  test('are none of another area’s, and none where an area is new or dropped', () => {
    expect(view('skog-2').links).toEqual([])
    expect(view('energi-1').links.map(ends)).toEqual(['energi-1 energi-2'])
  })
  test('are confirmed by a decision', () => {
    const { links } = view('skog-2', lineage('mat-1', 'skog-2', { change: 'renamed', verdict: 'confirmed' }))
    expect(links.map((link) => [ends(link), link.change, link.stance])).toEqual([['mat-1 skog-2', 'renamed', 'confirmed']])
  })
  test('are rejected by one, with the note of why', () => {
    const no = lineage('energi-1', 'energi-2', { change: 'unchanged', verdict: 'rejected' }, { note: 'Annan sak' })
    expect(view('energi-1', no).links).toMatchObject([
      {
        predecessor: { id: 'energi-1' },
        successor: { id: 'energi-2' },
        change: 'unchanged',
        stance: 'rejected',
        reason: { sv: 'Avvisat: Annan sak', en: 'Rejected: Annan sak' },
      },
    ])
    expect(view('energi-2', no).links.map(({ stance }) => stance)).toEqual(['open', 'rejected'])
    expect(view('mat-1', no).links).toEqual([])
  })
  test('to an area that is not known are left out', () => {
    const decisions = [
      lineage('energi-1', 'okand', { change: 'renamed', verdict: 'rejected' }),
      lineage('okand', 'energi-1', { change: 'renamed', verdict: 'rejected' }),
      lineage('energi-1', null, { change: 'dropped', verdict: 'rejected' }),
      lineage(null, 'energi-1', { change: 'new', verdict: 'rejected' }),
    ]
    expect(view('energi-1', ...decisions).links.map(ends)).toEqual(['energi-1 energi-2'])
  })
})

describe('what it is not linked with', () => {
  test('are the other areas of the list before and the one after, the area itself being the other end', () => {
    expect(view('energi-2').unlinked.map(ends)).toEqual(['mat-1 energi-2', 'energi-2 turism-3'])
    expect(view('skog-2').unlinked.map(ends)).toEqual(['energi-1 skog-2', 'mat-1 skog-2', 'skog-2 energi-3', 'skog-2 turism-3'])
  })
  test('are none before the first list, and none after the last', () => {
    expect(view('mat-1').unlinked.map(ends)).toEqual(['mat-1 energi-2', 'mat-1 skog-2'])
    expect(view('turism-3').unlinked.map(ends)).toEqual(['energi-2 turism-3', 'skog-2 turism-3'])
  })
  test('are none for an area without a list', () => {
    const alone = snapshotOf([...sketches, area('ensam', strategy('s9', '03'))])
    expect(codingView(alone, 'ensam').unlinked).toEqual([])
  })
})

describe('a form’s values', () => {
  test('name each code and link with what is decided of it', () => {
    const made = view(
      'energi-2',
      decision('energi-2', 'theme.energi', 'rejected'),
      decision('energi-2', 'kind.process', 'confirmed'),
      lineage('energi-1', 'energi-2', { change: 'unchanged', verdict: 'confirmed' }),
    )
    const values = stancesOf(made)
    expect(values.get('theme.energi')).toBe('rejected')
    expect(values.get('kind.process')).toBe('confirmed')
    expect(values.get('kind.challenge')).toBe('open')
    expect(values.get(linkName('energi-1', 'energi-2'))).toBe('confirmed')
    expect(values.get('lineage.energi-2.energi-3')).toBe('open')
    expect(values.size).toBe(codingAspects.flatMap((aspect) => made.coding[aspect]).length + 2)
  })
  test('are one of three stances', () => {
    expect(stances).toEqual(['confirmed', 'rejected', 'open'])
  })
})
