import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { completeBegun } from './begun-words.ts'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'

const index = searchIndexOf(shippedSnapshot('2026-11-26'))

describe('an unfinished word', () => {
  test.each([
    ['vindkraf', 'vindkraft', 'a word of descriptions'],
    ['vatga', 'vätgas', 'without marks'],
    ['solcell', null, 'a word of the thesaurus that is whole already'],
    ['järnvä', 'järnväg', 'the shorter of several that begin so'],
    ['vindkr', 'vindkraft', 'two and three letters short'],
    ['skog', null, 'a word itself'],
    ['gruvor', null, 'a form of a word'],
    ['vin', null, 'too short to tell'],
    ['xyzzy', null, 'no word begins so'],
    ['life', null, 'a word in English'],
  ])('%s is read as %s: %s', (begun, expected, _what) => {
    expect(completeBegun(index, begun)).toBe(expected)
  })

  const firstOf = (text: string) =>
    search(index, { text, lang: 'sv', facets: { kind: ['priorityArea'] }, onlyInForce: true, limit: 5 }).hits.map(
      ({ document }) => document.id,
    )

  test.each([
    ['vätga', 'vätgas'],
    ['tågunderhål', 'tågunderhåll'],
    ['vilka satsar på vätga', 'vilka satsar på vätgas'],
  ])('%s finds first what %s finds', (begun, whole) => {
    expect(firstOf(whole).length).toBeGreaterThan(0)
    expect(firstOf(begun)).toEqual(firstOf(whole))
  })

  test('is not guessed when a space follows', () => {
    expect(firstOf('vindkr ')).not.toEqual(firstOf('vindkraft'))
  })
})
