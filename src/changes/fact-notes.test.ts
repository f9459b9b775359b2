import { expect, test } from 'vitest'
import { closingNote, factNoteIn, originNote } from './fact-notes.ts'

const inEnglish = (note: string) =>
  factNoteIn(note, 'en')
    .map(({ text }) => text)
    .join('')

test.each([
  [originNote(null), 'The source is entered when the first statement rests on it.'],
  [originNote({ title: 'a, ur b', line: 12, also: null }), 'Source: ”a, ur b”, line 12.'],
  [
    originNote({ title: 'a', line: null, also: { what: 'description', title: 'b' } }),
    'Source: ”a”. The description also rests on ”b”.',
  ],
  [
    closingNote({ edition: '2020', title: 'a', isComplete: false }),
    'Replaced by the newer list 2020, from ”a”. The source shows only part of it: an area that is missing there is unknown, not dropped.',
  ],
])('%s is told in English, the title as it is', (note, expected) => {
  expect(inEnglish(note)).toBe(expected)
  expect(
    factNoteIn(note, 'sv')
      .map(({ text }) => text)
      .join(''),
  ).toBe(note)
})
