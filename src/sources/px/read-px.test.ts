import { describe, expect, test } from 'vitest'
import { readPx } from './read-px.ts'

const lines = (...own: string[]) =>
  [
    ...own,
    'STUB="region";',
    'HEADING="år";',
    'VALUES("region")="Örebro län","Skåne";',
    'CODES("region")="18","12";',
    'VALUES("år")="2020","2021";',
    'TIMEVAL("år")=TLIST(A1,"2020"-"2021");',
    'DATA=',
    '1 2.5',
    '".." "-";',
  ].join('\r\n')

/** The letters that the tests use, in the code page that DOS had. */
const inDos = (text: string): Uint8Array =>
  Buffer.from(
    text.replace(/[åäöÅÄÖ]/g, (letter) => ({ å: '\x86', ä: '\x84', ö: '\x94', Å: '\x8f', Ä: '\x8e', Ö: '\x99' })[letter]!),
    'latin1',
  )

describe('a PX file', () => {
  test.each<[string, Uint8Array]>([
    ['ANSI', Buffer.from(lines('CHARSET="ANSI";'), 'latin1')],
    ['that names a code page', Buffer.from(lines('CHARSET="ANSI";', 'CODEPAGE="iso-8859-1";'), 'latin1')],
    ['in UTF-8', Buffer.from(lines('CHARSET="ANSI";', 'CODEPAGE="utf-8";'))],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${lines('CODEPAGE="utf-8";')}`)],
    ['of DOS, which names none', inDos(lines('TITLE="Prov";'))],
    ['of DOS, which says so', inDos(lines('CODEPAGE="cp850";'))],
  ])('%s has its letters and numbers', (_, bytes) => {
    const { dimensions, values, symbols, statuses } = readPx(bytes)
    expect(dimensions.map(({ id, codes, labels, role }) => [id, codes, labels, role])).toEqual([
      ['region', ['18', '12'], ['Örebro län', 'Skåne'], null],
      ['år', ['2020', '2021'], ['2020', '2021'], 'time'],
    ])
    expect([...values]).toEqual([1, 2.5, NaN, NaN])
    expect([...statuses!].map((status) => symbols[status - 1]?.symbol ?? null)).toEqual([null, null, '..', '-'])
  })

  test('has its title over several lines, its own words for symbols, notes, unit and date, in its main language', () => {
    const table = readPx(
      Buffer.from(
        lines(
          'CODEPAGE="utf-8";',
          'TITLE="Anställda "\r\n"efter region";',
          'TITLE[en]="Employees";',
          'SOURCE="SCB";',
          'UNITS="antal";',
          'MATRIX="X1";',
          'LAST-UPDATED="20260101 09:30";',
          'NOTEX="Preliminära#uppgifter";',
          'DATASYMBOL2="Sekretess";',
          'DATASYMBOLNIL="Noll";',
        ),
      ),
    )
    expect(table).toMatchObject({
      title: 'Anställda efter region',
      source: 'SCB',
      unit: 'antal',
      publisherTable: 'X1',
      updated: '20260101 09:30',
      notes: ['Preliminära uppgifter'],
    })
    expect(table.symbols.map(({ symbol, meaning }) => [symbol, meaning])).toEqual(
      expect.arrayContaining([
        ['..', 'Sekretess'],
        ['-', 'Noll'],
      ]),
    )
  })

  test('with KEYS has no number where it has no row', () => {
    const text = lines('CODEPAGE="utf-8";', 'KEYS("region")=VALUES;').replace(/DATA=[^]*/, 'DATA=\n"Skåne",7 8;\n')
    expect([...readPx(Buffer.from(text)).values]).toEqual([NaN, NaN, 7, 8])
  })

  test.each([
    ['DATA=\n"Skåne",7 8\n"Skåne",1 2;', 'the row is there twice'],
    ['DATA=\n"Lund",7 8;', 'the key «Lund» is not among the codes'],
    ['DATA=\n"Skåne",7;', 'variables make'],
  ])('with KEYS that contradict themselves is refused: %j', (data, words) => {
    const text = lines('CODEPAGE="utf-8";', 'KEYS("region")=VALUES;').replace(/DATA=[^]*/, data)
    expect(() => readPx(Buffer.from(text))).toThrow(words)
  })
})
