import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from './match-register.ts'
import { longestRow, readRows, UnreadableTable, textOf } from '../../sources/delimited/delimited-rows.ts'

const rowsOf = (text: string, separator = ',') => readRows(text, { separator, firstLine: 1 })
const cellsOf = (text: string, separator = ',') => rowsOf(text, separator).map(({ cells }) => cells)
const batchOf = (text: string, encoding: BufferEncoding = 'utf8') => ({
  bytes: new Uint8Array(Buffer.from(text, encoding)),
  firstLine: 1,
})

describe('rows', () => {
  test('are read as a published reader reads them, with quotes, blanks and line breaks within', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', ' ', ',', '"', '\n', ';'), maxLength: 6 })
    const written = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => `${row.map(written).join(' , ')}\n`).join('')
        expect(cellsOf(text)).toEqual(parse(text, { trim: true, skip_empty_lines: true }))
      }),
    )
  })

  test('give the line they begin on, empty lines and line breaks within quotes counted', () => {
    expect(rowsOf('a,b\n\n"c\nd",e\nf,g\n').map(({ line }) => line)).toEqual([1, 3, 5])
  })

  test.each([
    ['a quote that is not closed', 'a,b\nc,"d\ne,f\n', 'Line 2: a quote opens and is not closed'],
    ['text behind a quoted cell', 'a,b\n"c" d,e\n', 'Line 2: there is text after a quote'],
    ['a row without end', `a,b\n${'x'.repeat(longestRow + 1)},c\n`, 'Line 2 is longer than'],
    ['a quoted row without end', `a,b\n"${'x'.repeat(longestRow + 1)}",c\n`, 'Line 2 is longer than'],
  ])('%s is reported with its line', (_what, text, words) => {
    expect(() => rowsOf(text)).toThrow(UnreadableTable)
    expect(() => rowsOf(text)).toThrow(words)
  })

  test('a quote within a cell that does not begin with one is a character', () => {
    expect(cellsOf('a,b\n1,Vi säljer 2" rör\nc,d "e" f\n')).toEqual([
      ['a', 'b'],
      ['1', 'Vi säljer 2" rör'],
      ['c', 'd "e" f'],
    ])
  })

  test('a row that cannot be read comes out with its fault and line, and the next is read', () => {
    const rows = readRows('a,b\n1,"open\n2,c\n"x" y,d\n3,e\n', { separator: ',', firstLine: 1, isForgiving: true })
    expect(rows.map(({ cells, line, fault }) => [line, cells[0], fault?.message.slice(0, 24) ?? null])).toEqual([
      [1, 'a', null],
      [2, '1', 'Line 2: there is text af'],
      [3, '2', null],
      [4, 'x y', 'Line 4: there is text af'],
      [5, '3', null],
    ])
  })

  test('a text that is not UTF-8 is reported with its line, and how to save it', () => {
    const batch = batchOf('id;text\n1;Tr\xe4hus\n', 'latin1')
    expect(() => textOf(batch)).toThrow('Line 2 is not written in UTF-8. Save the file as “CSV UTF-8”')
  })
})

describe('the header', () => {
  test.each([
    ['id,sni,text', ','],
    ['Orgnr;Beskrivning', ';'],
    ['id\tverksamhet\tkommun', '\t'],
  ])('%j gives the separator', (text, separator) => {
    expect(readForm(batchOf(text)).separator).toBe(separator)
  })

  test('names the columns in Swedish or English, in any case and order', () => {
    expect(readForm(batchOf('Kommun;"BESKRIVNING";x;OrgNr'))).toMatchObject({
      width: 4,
      columns: { place: 0, text: 1, id: 3, sni: [] },
    })
  })

  test('without text or code is refused in both languages', () => {
    const words = (() => {
      try {
        readForm(batchOf('namn,ort'))
      } catch (error) {
        return (error as UnreadableTable).words
      }
    })()
    expect(words?.sv).toContain('Det behövs en kolumn text eller sni')
    expect(words?.en).toContain('It needs a column text or sni')
  })
})
