import { expect, test } from 'vitest'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { searchAnswerOf } from '../../../shapes/search-answer.ts'
import { answerSentence, countSentence } from './search-answer.tsx'
import { searchView } from './search.view.ts'

const snapshot = shippedSnapshot('2026-11-26')
const sentence = (text: string, lang: 'sv' | 'en' = 'sv') => answerSentence(searchAnswerOf(snapshot, { text, lang })!, lang)

test('nobody writes it, some are described so, others have the theme; the nearest is named', () => {
  expect(sentence('vätgas')).toMatch(
    /^Ingen region skriver ”vätgas” i ett områdes namn\. Hos \p{L}+ region(?:er)? nämner vår beskrivning det; [\p{L}\d]+ regioner har temat Energi; närmast: Energiteknik \(Norrbotten\)\./u,
  )
  expect(sentence('vätgas', 'en')).toMatch(/^No region writes “vätgas” in the name of an area\. For \w+ regions? our description/)
})
test('those who write it come first, and are counted in words', () => {
  expect(sentence('rymdteknik')).toMatch(/^En region skriver ”rymdteknik” i ett områdes namn\./)
})
test('nothing is told as nothing', () => {
  expect(sentence('frisör')).toBe('Ingen region har ett område om ”frisör”.')
  expect(sentence('hairdresser', 'en')).toBe('No region has an area about “hairdresser”.')
})

const counted = (text: string, lang: 'sv' | 'en' = 'sv') =>
  countSentence(searchView(snapshot, { query: new URLSearchParams({ q: text }), lang }), lang)

test('the number of hits tells how many have the word and how many only its theme', () => {
  expect(counted('vätgas')).toMatch(
    /^\d+ träffar på ”vätgas”: 2 nämner ordet, \d+ gäller Energi(, \d+ gäller något närliggande)?\.$/,
  )
  expect(counted('vätgas', 'en')).toMatch(/^\d+ hits for “vätgas”: 2 mention the word, \d+ are about Energy/)
  for (const text of ['vätgas', 'skog', 'gruvor norrbotten', 'polis', 'hav']) {
    const [total, ...parts] = [...counted(text).matchAll(/\d+/g)].map(Number)
    expect(
      parts.reduce((sum, part) => sum + part, 0),
      text,
    ).toBe(total)
  }
})
test('an empty query is told to show all records', () => {
  expect(counted('')).toMatch(/^Alla poster: \d+\.$/)
})
test('the theme is one that the query means, not another of its hits', () => {
  expect(sentence('hotell')).toContain('har temat Besöksnäring och upplevelser')
  expect(sentence('gruvor norrbotten')).toMatch(/^Ingen region skriver ”gruvor” i ett områdes namn\./)
})
