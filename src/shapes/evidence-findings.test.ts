import { describe, expect, test } from 'vitest'
import { commonnessInRegion, fieldName } from './evidence-findings.ts'

describe('how common something is, in words that keep within the interval', () => {
  test.each([
    [
      { quotient: 2.54, lower: 2.4, upper: 2.7 },
      '2,5 gånger så vanligt i Dalarna som i landet',
      '2.5 times as common in Dalarna as in the nation',
    ],
    [
      { quotient: 1.1, lower: 1.05, upper: 1.2 },
      'något vanligare i Dalarna än i landet',
      'slightly more common in Dalarna than in the nation',
    ],
    [
      { quotient: 2, lower: 0.9, upper: 3.4 },
      'ungefär lika vanligt i Dalarna som i landet',
      'about as common in Dalarna as in the nation',
    ],
    [
      { quotient: 0.9, lower: 0.85, upper: 0.95 },
      'något mindre vanligt i Dalarna än i landet',
      'slightly less common in Dalarna than in the nation',
    ],
    [
      { quotient: 0.7, lower: 0.6, upper: 0.8 },
      'mindre vanligt i Dalarna än i landet',
      'less common in Dalarna than in the nation',
    ],
    [
      { quotient: 0.5, lower: 0.4, upper: 0.6 },
      'ungefär hälften så vanligt i Dalarna som i landet',
      'about half as common in Dalarna as in the nation',
    ],
    [
      { quotient: 0.2, lower: null, upper: null },
      'mindre än hälften så vanligt i Dalarna som i landet',
      'less than half as common in Dalarna as in the nation',
    ],
  ])('%o', (figure, sv, en) => {
    expect(commonnessInRegion(figure, 'Dalarna', 'sv')).toBe(sv)
    expect(commonnessInRegion(figure, 'Dalarna', 'en')).toBe(en)
  })
  test('Gotland is an island', () => {
    expect(commonnessInRegion({ quotient: 3, lower: 2, upper: 4 }, 'Gotland', 'sv')).toContain('på Gotland')
  })
})

test.each([
  ['Gruvdrift', 'Gruvdrift'],
  ['Gruvdrift; Fiske', 'Gruvdrift och Fiske'],
  ['Massa och papper; Fiske', 'Massa och papper, Fiske'],
])('«%s» as a subject: «%s»', (sv, subject) => {
  expect(fieldName({ label: { sv, en: sv } }, 'sv')).toBe(subject)
})
