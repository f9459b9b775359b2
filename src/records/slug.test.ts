import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test.each([
  ['Hälsa, vård, omsorg', 'halsa-vard-omsorg'],
  ['Marin miljö och maritima näringar', 'marin-miljo-och-maritima-naringar'],
  ['Idé & affär', 'ide-affar'],
  ['ICT/E-hälsa', 'ict-e-halsa'],
  ['  Öarna!  ', 'oarna'],
  ['Bjørn Ærø', 'bjorn-aero'],
  ['–', ''],
])('%s becomes %s', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
})

test('composed and decomposed letters give the same slug', () => {
  expect(slugOf('Hälsa'.normalize('NFD'))).toBe('halsa')
})

test('a long slug is cut between words, and a long word where it must be', () => {
  expect(slugOf('Trä och skog', 8)).toBe('tra-och')
  expect(slugOf('Trä och skog', 7)).toBe('tra-och')
  expect(slugOf('Trä och skog', 6)).toBe('tra')
  expect(slugOf('Energieffektivt', 6)).toBe('energi')
})

test('whatever comes in, a slug fits its pattern and its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (text, maxLength) => {
      const slug = slugOf(text, maxLength)
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(slug.length).toBeLessThanOrEqual(maxLength)
    }),
  )
})
