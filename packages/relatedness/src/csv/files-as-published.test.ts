import { describe, expect, test } from 'vitest'
import { tableFromRecords } from '../measures/records.ts'
import { readCsv } from './read-csv.ts'
import { decodeText } from './text-encoding.ts'

const cells = (text: string, options = {}) =>
  readCsv(text, options).records.map(({ region, activity, year, value }) => [
    region,
    activity,
    ...(year === undefined ? [] : [year]),
    value,
  ])
const notesOf = (text: string, options = {}) => readCsv(text, options).notes

describe('files as PxWeb writes them', () => {
  test('a column for each year, and rows for each sex, which are added', () => {
    const text =
      '"region","occupation (SSYK 2012)","sex","2014","2015"\n"01 Stockholm","011 Officers","men",195,334\n"01 Stockholm","011 Officers","women",14,..\n'
    expect(cells(text)).toEqual([
      ['01 Stockholm', '011 Officers', '2014', 209],
      ['01 Stockholm', '011 Officers', '2015', null],
    ])
    expect(notesOf(text).map(({ code }) => code)).toEqual(['missing-marks', 'sexes-added'])
    expect(cells(text, { sex: 'women' })[0]).toEqual(['01 Stockholm', '011 Officers', '2014', 14])
  })

  test('a column for each sex', () => {
    expect(cells('ssyk4,county,year,men,women\n0110,01,2014,195,14\n')).toEqual([['01', '0110', '2014', 209]])
  })

  test('a column for each sex and year, in Swedish; the total where there is one', () => {
    const text = 'region;yrke;män 2017;kvinnor 2017;totalt 2017\nA;x;1;2;4\n'
    expect(cells(text)).toEqual([['A', 'x', '2017', 4]])
  })

  test('a cell with one sex only is counted', () => {
    const text = 'region,activity,sex,value\nA,x,men,1\nA,x,women,2\nA,y,men,3\n'
    expect(cells(text)).toEqual([
      ['A', 'x', 3],
      ['A', 'y', 3],
    ])
    expect(notesOf(text)).toContainEqual(expect.objectContaining({ code: 'sexes-added', cells: 1 }))
  })

  test('two rows of the same cell and sex stay two', () => {
    expect(() => tableFromRecords(readCsv('region,activity,sex,value\nA,x,men,1\nA,x,men,2\n').records)).toThrow('comes twice')
  })
})

describe('encodings', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  test('UTF-8, UTF-16 by its mark, and else Windows-1252', () => {
    expect(decodeText(bytes('Gävleborg'))).toEqual({ text: 'Gävleborg', encoding: 'utf-8' })
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe4, 0))).toEqual({ text: 'ä', encoding: 'utf-16' })
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0xe4))).toEqual({ text: 'ä', encoding: 'utf-16' })
    expect(decodeText(Uint8Array.of(0xe4, 0x80))).toEqual({ text: 'ä€', encoding: 'windows-1252' })
  })
})

describe('leftovers of spreadsheets', () => {
  test.each([
    ['a line sep=', 'sep=;\nregion;A;B\nr1;5;1\n', 'The first line, sep=, was read'],
    ['empty columns', 'region;A;B;;\nr1;5;1;;\n', 'Passed over: 2 empty columns.'],
    ['empty lines', 'region,A,B\n"r1",5,1\n\n', 'Passed over: 1 empty lines.'],
    ['a line of empty cells', 'region,A,B\nr1,5,1\n,,\n', 'Passed over: 1 empty lines.'],
  ])('%s', (_, text, message) => {
    expect(cells(text)).toEqual([
      ['r1', 'A', 5],
      ['r1', 'B', 1],
    ])
    expect(
      notesOf(text)
        .map((note) => note.message)
        .join(' '),
    ).toContain(message)
  })
})

describe('names that look the same', () => {
  test('letters in two forms, hard blanks and case are one name, and that is noted', () => {
    const text =
      'region,activity,value\nG\u00e4vleborg,A,5\nGa\u0308vleborg,B,3\nV\u00e4stra\u00a0G\u00f6taland,A,1\nv\u00e4stra g\u00f6taland,B,2\n'
    expect(cells(text).map(([region]) => region)).toEqual(['Gävleborg', 'Gävleborg', 'Västra Götaland', 'Västra Götaland'])
    expect(notesOf(text)).toEqual([
      { code: 'spellings-together', message: expect.stringContaining('«Gävleborg», «Västra Götaland»') },
    ])
  })

  test('and then two rows of one cell are two rows of one cell', () => {
    expect(() => tableFromRecords(readCsv('region,activity,value\nHalland,A,2\nhalland,A,1\n').records)).toThrow('comes twice')
  })
})

describe('sums among the parts', () => {
  const sums = (text: string) => {
    const note = notesOf(text).find(({ code }) => code === 'total-like-label')
    return note ? [...note.regions!, ...note.activities!] : []
  }
  const coded =
    'region;näringsgren;antal\n01 Stockholm;A;4\n01 Stockholm;B;9\n01 Stockholm;TOTAL Alla näringsgrenar;13\n17 Värmland;A;7\n17 Värmland;B;2\n17 Värmland;TOTAL Alla näringsgrenar;9\n00 Hela riket;A;11\n00 Hela riket;B;11\n00 Hela riket;TOTAL Alla näringsgrenar;22\n'
  const levels =
    'geo,nace_r2,time,values\nSE110,C,2017,4\nSE110,J,2017,9\nSE311,C,2017,7\nSE311,J,2017,2\nSE,C,2017,11\nSE,J,2017,11\nSE31,C,2017,7\nSE31,J,2017,2\n'

  test('with a code before the name, in Swedish', () =>
    expect(sums(coded)).toEqual(['00 Hela riket', 'TOTAL Alla näringsgrenar']))
  test('levels of one classification side by side', () => expect(sums(levels)).toEqual(['SE', 'SE31']))
  test('by their numbers alone', () => {
    expect(sums('region,A,B\nnorth,1,2\neast,3,4\nsouth,5,6\nland,9,12\n')).toEqual(['land'])
    expect(sums('region,A,B\nnorth,1,2\neast,3,4\nsouth,5,6\nland,9,13\n')).toEqual([])
  })
  test('a name that only begins like a sum is none', () => {
    expect(sums('region,activity,value\nAllande,Summation,1\nTotalförsvaret,Alloys,2\n')).toEqual([])
  })
  test('left out as asked, or kept without a word', () => {
    const without = readCsv(coded, { totals: 'leave-out' })
    expect(without.records.map(({ value }) => value)).toEqual([4, 9, 7, 2])
    expect(without.notes.map(({ code }) => code)).toEqual(['totals-left-out'])
    expect(notesOf(coded, { totals: 'keep' })).toEqual([])
  })
})

test('how what is missing was written is noted', () => {
  expect(notesOf('region,A,B,C\nx,..,1,\ny,:,..,2\n')).toEqual([
    { code: 'missing-marks', message: 'Missing cells were written as «..» (2), nothing (1), «:» (1).', cells: 4 },
  ])
})
