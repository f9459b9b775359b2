import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oldEncodingNotice, wideEncodingOf } from './decode-text.ts'
import { readSeparatorLine, toUtf8 } from './utf8-stream.ts'

async function read(...pieces: (string | Uint8Array)[]) {
  const notices: unknown[] = []
  const input = (async function* () {
    yield* pieces
  })()
  const found: Uint8Array[] = []
  for await (const piece of toUtf8(input, (notice) => notices.push(notice))) found.push(piece)
  return { bytes: Buffer.concat(found), text: Buffer.concat(found).toString(), notices }
}

const text = 'id;text\r\n1;Sågverk och träförädling i Gällivare\r\n2;Café, fjällnära – 5 €\r\n'
const windows1252 = Buffer.from(text.replace('–', '\u0096').replace('€', '\u0080'), 'latin1')
const bigEndian = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
const encodings: [string, Buffer][] = [
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16 with its mark, as Excel’s Unicode text', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ['UTF-16, the other byte first', bigEndian],
  ['Windows-1252', windows1252],
]

test.each(encodings)('%s gives the same text, however it comes in pieces', async (name, bytes) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 5 }), async (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), bytes.length]
      const pieces = cuts.slice(1).map((to, at) => bytes.subarray(cuts[at], to))
      const found = await read(...pieces)
      expect(found.text).toBe(text)
      expect(found.notices).toEqual(name === 'Windows-1252' ? [oldEncodingNotice] : [])
    }),
    { numRuns: 60 },
  )
})

test('a fault after letters in UTF-8 is passed on, for the reader of the rows to name its line', async () => {
  const { bytes, notices } = await read(Buffer.concat([Buffer.from('å\n'), Buffer.from([0xe5, 10])]))
  expect(isUtf8(bytes)).toBe(false)
  expect(notices).toEqual([])
})

test('nothing, or a mark alone, gives nothing', async () => {
  expect((await read()).text).toBe('')
  expect((await read('\ufeff')).text).toBe('')
})

test('short texts are not taken for UTF-16', () => {
  expect(wideEncodingOf(Buffer.from('a'))).toBeNull()
  expect(wideEncodingOf(Buffer.from('a\0b\0'))).toBe('utf-16le')
  expect(wideEncodingOf(Buffer.from('\0a\0b'))).toBe('utf-16be')
})

test('the line that names the separator for Excel is known in any case, and nothing else is', () => {
  expect(readSeparatorLine(Buffer.from('sep=;\r\n'))).toEqual({ separator: ';', length: 7 })
  expect(readSeparatorLine(Buffer.from('SEP=\t\n'))).toEqual({ separator: '\t', length: 6 })
  expect(readSeparatorLine(Buffer.from('separator\n'))).toBeNull()
  expect(readSeparatorLine(Buffer.from('id;text\n'))).toBeNull()
})
