import { expect, test } from 'vitest'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { searchAnswerOf } from '../../../shapes/search-answer.ts'
import { answerSentence } from './search-answer.tsx'

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
