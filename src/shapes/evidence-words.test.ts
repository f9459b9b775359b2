import { expect, test } from 'vitest'
import type { EvidenceSourceShape } from './evidence-shapes.ts'
import { regionSentence } from './evidence-words.ts'

const source = { year: '2024', attribution: { sv: 'Källa: X', en: 'Source: X' }, publisherTable: 'T1' } as EvidenceSourceShape
const sentence = (measured: number, withoutBacking: number) =>
  regionSentence({ regionName: 'Dalarna', notChosen: [], measured, withoutBacking, source })

test.each([
  [0, 0, 'Inget av områdena går att mäta', 'None of the areas can be measured'],
  [1, 0, 'Det enda mätbara området har tydligt stöd', 'The only measurable area has clear'],
  [1, 1, 'Det enda mätbara området saknar tydligt stöd', 'The only measurable area lacks clear'],
  [3, 0, 'Av 3 mätbara områden har alla tydligt', 'Of 3 measurable areas, all have clear'],
  [3, 1, 'Av 3 mätbara områden saknar 1 tydligt', 'Of 3 measurable areas, one lacks clear'],
  [3, 2, 'Av 3 mätbara områden saknar 2 tydligt', 'Of 3 measurable areas, 2 lack clear'],
])('%i measured, %i without backing', (measured, withoutBacking, sv, en) => {
  expect(sentence(measured, withoutBacking).sv).toContain(sv)
  expect(sentence(measured, withoutBacking).en).toContain(en)
  expect(sentence(measured, withoutBacking).sv).toContain('Källa: X, T1.')
})

test('without tables it says so', () => {
  expect(regionSentence({ regionName: 'Dalarna', notChosen: [], measured: 0, withoutBacking: 0, source: null }).sv).toBe(
    'Ingen statistik finns inläst för Dalarna.',
  )
})
