import { describe, expect, test } from 'vitest'
import { area, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { matchAreas } from './import-match-areas.ts'
import { historiesOf } from './registry-view.ts'
import type { Label } from './testing/small-deck.ts'
import { viewOf } from './testing/small-view.ts'

const list = strategy('lista', '03')

/** Which area of the registry each line of the deck is, by its label, and the reason. */
function matched(labels: readonly string[], deckLabels: readonly Label[]) {
  const sketches = labels.map((displayLabel, index) => area(`a${index}`, list, { body: { displayLabel, order: index + 1 } }))
  const areas = historiesOf(viewOf([list, ...sketches]).known, 'priorityArea').map((history) => history.at(-1)!)
  const priorities = deckLabels.map((label, index) => {
    const [verbatimLabel, suggestedLabel] = typeof label === 'string' ? [label, null] : label
    return { verbatimLabel, suggestedLabel, line: index + 1, page: null }
  })
  return matchAreas(thesaurusOf(snapshotOf([])), { areas, priorities, language: 'sv' }).map(({ area: found, order, reason }) => [
    found?.displayLabel ?? null,
    order,
    reason?.en ?? null,
  ])
}
const [sameWords, otherSpelling] = ['The same words.', 'The same words, spelt otherwise.']

describe('the lines of a deck and the areas of a list', () => {
  test('belong together by the same words, in any order', () => {
    expect(matched(['Energi', 'Turism'], ['Turism', 'Energi'])).toEqual([
      ['Turism', 1, sameWords],
      ['Energi', 2, sameWords],
    ])
  })
  test('belong together by the same words with other punctuation, or with the spelling mended', () => {
    expect(matched(['Energi, miljö', 'Turism'], ['Energi/miljö', ['Turizm', 'Turism']])).toEqual([
      ['Energi, miljö', 1, otherSpelling],
      ['Turism', 2, otherSpelling],
    ])
  })
  test('belong together by exactly the same words before others: each area is one line', () => {
    expect(matched(['Energi'], ['Energi!', 'Energi'])).toEqual([
      [null, 1, null],
      ['Energi', 2, sameWords],
    ])
    expect(matched(['Energi', 'Energi.'], ['Energi', 'Energi'])).toEqual([
      ['Energi', 1, sameWords],
      ['Energi.', 2, otherSpelling],
    ])
  })
  test('belong together as renamed when lineage finds that one has become the other', () => {
    const [[found, order, reason]] = matched(['Skogsbruk och trä'], ['Skogsbruk och trävaror']) as [[string, number, string]]
    expect([found, order]).toEqual(['Skogsbruk och trä', 1])
    expect([sameWords, otherSpelling]).not.toContain(reason)
  })
  test('do not belong together when they have nothing in common', () => {
    expect(matched(['Rymd'], ['Livsmedel'])).toEqual([[null, 1, null]])
    expect(matched([], ['Livsmedel'])).toEqual([[null, 1, null]])
    expect(matched(['Rymd'], [])).toEqual([])
  })
  test('belong to the first of two areas that are spelt alike', () => {
    expect(matched(['Energi.', 'Energi!'], ['Energi'])).toEqual([['Energi.', 1, otherSpelling]])
  })
  test('are each their own where several have been renamed, in whatever order', () => {
    const found = matched(['Skogsbruk och trä', 'Hållbar turism'], ['Turism som är hållbar', 'Skogsbruk och trävaror'])
    expect(found.map(([label, order]) => [label, order])).toEqual([
      ['Hållbar turism', 1],
      ['Skogsbruk och trä', 2],
    ])
  })
  test('are renamed only among what the same words have not claimed', () => {
    const found = matched(['Skogsbruk', 'Skogsbruk och trä'], ['Skogsbruk', 'Skogsbruk och trävaror'])
    expect(found.map(([label]) => label)).toEqual(['Skogsbruk', 'Skogsbruk och trä'])
    expect(found[0]![2]).toBe(sameWords)
  })
  test('are compared by the spelling as mended', () => {
    expect(matched(['Skogsbruk och trä'], [['Skgsbrk o trvror', 'Skogsbruk och trävaror']])[0]![0]).toBe('Skogsbruk och trä')
    expect(matched(['Skogsbruk och trä'], ['Skgsbrk o trvror'])[0]![0]).toBe(null)
  })
  test('do not belong together when an area is split into several, or several are merged into one', () => {
    expect(matched(['Livsmedel och turism'], ['Livsmedel', 'Turism']).map(([label]) => label)).toEqual([null, null])
    expect(matched(['Livsmedel', 'Turism'], ['Livsmedel och turism']).map(([label]) => label)).toEqual([null])
  })
})
