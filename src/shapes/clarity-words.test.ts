import { expect, test } from 'vitest'
import { clarityWords } from './clarity-words.ts'

test.each([
  [0.96, 'the words are very clear'],
  [0.9, 'the words are very clear'],
  [0.899, 'the words are clear'],
  [0.7, 'the words are clear'],
  [0.699, 'the words are not very clear'],
])('%d is told as: %s', (confidence, words) => {
  expect(clarityWords(confidence).en).toBe(words)
})
