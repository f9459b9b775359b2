import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../records/fingerprint.ts'
import { nearFingerprintsOf } from '../records/near-fingerprints.ts'
import type { BodyOf } from '../records/record.ts'
import { region, statement } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { appendsOf, chosenItems } from './import-choice.ts'
import { base, deck, deckDay, lines, plan, written } from './testing/small-deck.ts'
import { refusal } from './testing/small-view.ts'

describe('what was heard', () => {
  const heard = (text: string, line: number) => ({ text, line, page: 3 })
  const draft = deck(
    {},
    {
      findings: [heard('En sak.', 30), heard('En till.', 31)],
      wishes: [heard('Ett önskemål.', 40)],
      nextSteps: [heard('Ett steg.', 50), heard('Ett steg.', 51)],
    },
  )
  test('is new where no sentence in the registry has the same words; twice in a deck is once', () => {
    const known = statement('finding', 'gammal', 1)
    const withPrint: Sketch = { ...known, body: { ...(known.body as BodyOf<'finding'>), fingerprint: fingerprintOf('En sak.') } }
    const { items, unchanged } = plan([...base, withPrint], draft)
    expect(items.map(({ kind, title, appends }) => [kind, title.en, appends[0]!.version.recordId])).toEqual([
      ['statementNew', 'New finding', 'finding-2018-02'],
      ['statementNew', 'New wish', 'wish-2018-01'],
      ['statementNew', 'New next step', 'next-step-2018-01'],
    ])
    expect(unchanged.statements).toBe(2)
    expect(items[0]!.id).toBe(`statement:finding:${fingerprintOf('En till.').slice(0, 16)}`)
    expect(lines(items[0]!)).toEqual([['new', null, 'En till.', 31]])
    expect(items[0]!.appends[0]!.version).toMatchObject({
      kind: 'finding',
      validFrom: deckDay,
      validTo: null,
      source: { sourceId: 'deck-2018-01-31', line: 31, page: 3, url: null },
      changeNote: 'Ur bildspelet, rad 31.',
      body: { order: 2, text: { sv: 'En till.', en: 'En till.' }, fingerprint: fingerprintOf('En till.') },
    })
  })
  test('has another id where one is taken', () => {
    const { items } = plan([...base, statement('finding', 'finding-2018-01', 1)], draft)
    expect(items[0]!.appends[0]!.version.recordId).toBe('finding-2018-01-31-01')
  })
})

describe('a statement with one word more or less', () => {
  const sentence = 'Mer stöd till regioner'
  const heard = (text: string, line = 30) => ({ text, line, page: 3 })
  const stated = (text: string, from = '2016-01-01') => {
    const made = statement('wish', 'w1', 1, { from })
    const body = {
      order: 1,
      text: { sv: text, en: text },
      fingerprint: fingerprintOf(text),
      nearFingerprints: nearFingerprintsOf(text),
    }
    return { ...made, body } as Sketch
  }
  const planOf = (sketches: Sketch[], ...wishes: ReturnType<typeof heard>[]) => plan([...base, ...sketches], deck({}, { wishes }))

  test('is the same, reworded from the deck’s day on, with the deck as its source', () => {
    const { items, unchanged } = planOf([stated(sentence)], heard('Mer stöd till alla regioner'))
    expect([items.length, items[0]!.kind, items[0]!.title.sv, unchanged.statements]).toEqual([
      1,
      'statementReworded',
      'Önskemål, omformulerat',
      0,
    ])
    expect(lines(items[0]!)).toEqual([['reworded', sentence, 'Mer stöd till alla regioner', 30]])
    expect(items[0]!.lines[0]!.reason.en).toContain('one word more: “alla”')
    expect(written(items[0]!.appends)).toEqual([`wish w1 ${deckDay}  1`])
    expect(items[0]!.appends[0]!.version).toMatchObject({
      source: { sourceId: 'deck-2018-01-31', line: 30 },
      body: { text: { sv: 'Mer stöd till alla regioner' }, fingerprint: fingerprintOf('Mer stöd till alla regioner') },
    })
    const less = planOf([stated('Mer stöd till alla regioner')], heard(sentence)).items
    expect([less.length, less[0]!.kind, less[0]!.lines[0]!.reason.en]).toEqual([
      1,
      'statementReworded',
      expect.stringContaining('less'),
    ])
  })
  test('keeps a retelling of it', () => {
    const retold = stated(sentence)
    const body = { ...(retold.body as BodyOf<'wish'>), text: { sv: 'Stödet bör öka.', en: 'Support should grow.' } }
    const { items } = planOf([{ ...retold, body } as Sketch], heard('Mer stöd till alla regioner'))
    expect(items[0]!.appends[0]!.version.body).toMatchObject({ text: { sv: 'Stödet bör öka.', en: 'Support should grow.' } })
  })
  test('is a new one where it turns the sense, differs by more, or the deck has both', () => {
    const kinds = (...texts: string[]) =>
      planOf([stated(sentence)], ...texts.map((text) => heard(text))).items.map(({ kind }) => kind)
    expect(kinds('Mer stöd till inga regioner')).toEqual(['statementNew'])
    expect(kinds('Mer stöd utan till regioner')).toEqual(['statementNew'])
    expect(kinds('Mer pengar till alla regioner')).toEqual(['statementNew'])
    expect(kinds('Mer stöd till alla regioner', sentence)).toEqual(['statementNew'])
    expect(kinds('Mer stöd till alla regioner', 'Mer stöd till andra regioner')).toEqual(['statementReworded', 'statementNew'])
    expect(kinds('MER STÖD, till regioner!')).toEqual([])
  })
  test('in an older deck is so from its day until the registry’s wording began, which is repeated', () => {
    const { items } = planOf([stated(sentence, '2019-01-01')], heard('Mer stöd till alla regioner'))
    expect(written(items[0]!.appends)).toEqual([`wish w1 ${deckDay} 2019-01-01 1`, 'wish w1 2019-01-01  2'])
    expect((items[0]!.appends[1]!.version.body as BodyOf<'wish'>).text.sv).toBe(sentence)
  })
})

describe('a choice of items', () => {
  const made = plan([region('03', 'Alvik'), region('04', 'Byn')], deck({ '03': ['Energi'], '04': ['Turism'] }))
  const kinds = (accept: 'all' | string[]) => appendsOf(made, accept).map(({ version }) => `${version.kind} ${version.recordId}`)
  test('brings what they rest on, first', () => {
    expect(kinds(['list:04:2018-01-31'])).toEqual([
      'source deck-2018-01-31',
      'programmePeriod 2014-2020',
      'strategy byn-2018',
      'priorityArea byn-2018-turism',
    ])
    expect(kinds('all')).toHaveLength(6)
  })
  test('of none brings nothing, and what they rest on may be named', () => {
    expect([kinds([]), kinds(['source:2018-01-31'])]).toEqual([[], []])
    expect(chosenItems(made, 'all').map(({ id }) => id)).toEqual(['list:03:2018-01-31', 'list:04:2018-01-31'])
  })
  test('that is not in the plan is refused by name', () => {
    expect(refusal(() => kinds(['list:03:2018-01-31', 'x', 'y']))).toMatchObject({
      code: 'bad_request',
      detail: 'There is no such change in the plan: x, y.',
      data: { unknown: ['x', 'y'] },
    })
  })
})
