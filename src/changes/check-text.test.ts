import { expect, test } from 'vitest'
import { findUnreadable } from './check-text.ts'
import { findPersonIn } from './check-people.ts'
import type { NewVersion } from '../records/record.ts'

const of = (displayLabel: string, changeNote = 'Rättat') => ({ body: { displayLabel }, changeNote }) as unknown as NewVersion

test.each([
  ['a space without width', 'Rymd\u200bteknik', 'U+200B', 'Rymd'],
  ['nothing but such a space', '\u200b', 'U+200B', 'först'],
  ['NUL', 'Energi\0', 'U+0000', 'Energi'],
  ['a bell', '\x07Energi', 'U+0007', 'först'],
  ['a turn of direction', 'Rymd \u202eteknik', 'U+202E', 'Rymd'],
  ['a soft hyphen', 'Rymd\u00adteknik', 'U+00AD', 'Rymd'],
  ['a joiner with nothing to join', 'Rymd \u200d', 'U+200D', 'Rymd'],
  ['a letter that is blank', '\u3164', 'U+3164', 'först'],
  ['half of a pair', 'Energi \ud800', 'U+D800', 'Energi'],
])('%s is refused, and where it is told', (_, label, code, before) => {
  expect(findUnreadable(of(label))).toMatchObject({ field: 'displayLabel', words: { sv: expect.stringContaining(code) } })
  expect(findUnreadable(of(label))!.words.sv).toContain(before)
})

test.each(['Skog', 'Jord, skog\noch vatten', 'på\u00a0Gotland', 'e\u0301nergi', '👩\u200d🌾 odling', ''])(
  '«%s» can be read',
  (label) => {
    expect(findUnreadable(of(label))).toBeNull()
  },
)

test('blanks alone are no text, and a note is read as the fields are', () => {
  expect(findUnreadable(of(' \u00a0'))!.words.en).toContain('no words')
  expect(findUnreadable(of('Skog', 'Rättat\u200b'))!.field).toBe('changeNote')
})

test('a personal identity number is refused in any text of any kind, and in the note, but not looked for in addresses', () => {
  expect(findPersonIn(of('Ring 811218-9876'))).toMatchObject({ field: 'displayLabel' })
  expect(findPersonIn(of('811218-9876'))).toMatchObject({ field: 'displayLabel' })
  expect(findPersonIn(of('Skog', 'enligt 19811218-9876'))).toMatchObject({ field: 'changeNote' })
  expect(findPersonIn(of('https://example.org/811218-9876'))).toBeNull()
  expect(findPersonIn(of('skog-811218-9876'))).toBeNull()
})
