import { expect, test } from 'vitest'
import { getShippedFacts } from '../facts/shipped-facts.ts'
import { isMarkedDevelopment, suggestLabel } from './suggest-label.ts'

test.each([
  ['Digitala tjänstenärings', 'Digitala tjänstenäringar'],
  ['Upplevelsenärings', 'Upplevelsenäringar'],
  ['Maritima närings', 'Maritima näringar'],
  ['Teknikutvecklings', 'Teknikutveckling'],
  ['Avnacerad produktion', 'Avancerad produktion'],
  ['Hålbar produktion', 'Hållbar produktion'],
  ['Hälsa vård, omsorg', 'Hälsa, vård, omsorg'],
  ['Rymden - utv', 'Rymden'],
  ['Hålbar produktion – utv.', 'Hållbar produktion'],
])('"%s" is suggested as "%s"', (label, suggested) => {
  expect(suggestLabel(label)).toBe(suggested)
})

test.each([
  'Närings- och livsmedel',
  'Besöksnäring',
  'Digitalt',
  'IT',
  'CleanTech',
  'Energi/miljö',
  'Teknik - utveckling',
  '- utv',
  '',
])('"%s" is left as it is', (label) => {
  expect(suggestLabel(label)).toBeNull()
})

test('of all the labels that ship, only those that people have corrected are touched, and in the same way', () => {
  const swedish = getShippedFacts().priorityAreas.filter(({ language }) => language === 'sv')
  const wrong = swedish.filter(({ verbatim_label, display_label }) => suggestLabel(verbatim_label) !== display_label)
  expect(wrong.map(({ verbatim_label }) => verbatim_label)).toEqual([])
  const corrected = swedish.filter(({ display_label }) => display_label !== null)
  expect(corrected.filter(({ verbatim_label }) => isMarkedDevelopment(verbatim_label))).toHaveLength(5)
  expect(corrected).toHaveLength(8)
})
