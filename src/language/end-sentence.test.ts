import { expect, test } from 'vitest'
import { endSentence } from './end-sentence.ts'

test.each([
  ['Nära truckförare', 'Nära truckförare.'],
  ['Nära slipare m.fl.', 'Nära slipare m.fl.'],
  ['Vad då?', 'Vad då?'],
])('%s ends with one full stop', (words, sentence) => {
  expect(endSentence(words)).toBe(sentence)
})
