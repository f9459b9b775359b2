import { expect, test } from 'vitest'
import type { EvidenceSourceShape } from './evidence-shapes.ts'
import { regionSentence } from './evidence-words.ts'

const source = { year: '2024', attribution: { sv: 'Källa: X', en: 'Source: X' }, publisherTable: 'T1' } as EvidenceSourceShape
const sentence = (measured: number, withoutBacking: number, byField = 0) =>
  regionSentence({ regionName: 'Dalarna', areasKnown: 'known', strengths: [], measured, withoutBacking, byField, source })

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

test.each([
  [0, 1, 'Inget av områdena går att mäta som helhet, men ett mäts fält för fält.', 'but one is measured field by field.'],
  [0, 2, 'Inget av områdena går att mäta som helhet, men 2 mäts fält för fält.', 'but 2 are measured field by field.'],
  [1, 1, 'stöd i yrkena. Ett område till mäts fält för fält.', 'One more area is measured field by field.'],
  [3, 2, 'stöd i yrkena. 2 områden till mäts fält för fält.', '2 more areas are measured field by field.'],
])('%i measured as a whole and %i field by field', (measured, byField, sv, en) => {
  expect(sentence(measured, 0, byField).sv).toContain(sv)
  expect(sentence(measured, 0, byField).en).toContain(en)
})

test('without tables it says so', () => {
  expect(
    regionSentence({
      regionName: 'Dalarna',
      areasKnown: 'known',
      strengths: [],
      measured: 0,
      withoutBacking: 0,
      byField: 0,
      source: null,
    }).sv,
  ).toBe('Ingen statistik finns inläst för Dalarna.')
})
