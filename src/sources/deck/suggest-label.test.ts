import { expect, test } from 'vitest'
import { getShippedFacts } from '../facts/shipped-facts.ts'
import { suggestLabel } from './suggest-label.ts'

test.each([
  ['Digitala tjänstenärings', 'Digitala tjänstenäringar'],
  ['Upplevelsenärings', 'Upplevelsenäringar'],
  ['Maritima närings', 'Maritima näringar'],
  ['Teknikutvecklings', 'Teknikutveckling'],
  ['Avnacerad produktion', 'Avancerad produktion'],
  ['Hålbar produktion', 'Hållbar produktion'],
  ['Hälsa vård, omsorg', 'Hälsa, vård, omsorg'],
])('"%s" is suggested as "%s"', (label, suggested) => {
  expect(suggestLabel(label)).toBe(suggested)
})

test.each(['Närings- och livsmedel', 'Besöksnäring', 'Digitalt', 'IT', 'CleanTech', 'Energi/miljö', ''])(
  '"%s" is left as it is',
  (label) => {
    expect(suggestLabel(label)).toBeNull()
  },
)

test('of all the labels that ship, only the three that people have corrected are touched, and in the same way', () => {
  const swedish = getShippedFacts().priorityAreas.filter(({ language }) => language === 'sv')
  // "- utv" marks a development area; it is read as a role, not as a misspelling.
  const corrected = swedish.filter(({ display_label, verbatim_label }) => display_label !== null && !verbatim_label.endsWith('- utv'))
  const touched = swedish.filter(({ verbatim_label }) => suggestLabel(verbatim_label) !== null)
  expect(touched).toEqual(corrected)
  expect(touched).toHaveLength(3)
  for (const { verbatim_label, display_label } of touched) expect(suggestLabel(verbatim_label)).toBe(display_label)
})
