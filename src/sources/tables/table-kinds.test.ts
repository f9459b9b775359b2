import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../records/expected-error.ts'
import { decodeText } from '../delimited/decode-text.ts'
import { getShippedFacts } from '../facts/shipped-facts.ts'
import { readActivities } from './read-activities.ts'

const regions = getShippedFacts().regions.map(({ code, name, county_name, region_name, nuts3, name_variants }) => ({
  code,
  names: [name, county_name, region_name, nuts3, ...name_variants],
}))
const read = (text: string) => readActivities(text, { title: 'Prov', regions })

/** What a table comes to, in one line each: regions, activities, what was left out. */
function summaryOf(text: string): string[] {
  try {
    const { statistics, leftOut } = read(text)
    const out = [...leftOut.regions, ...leftOut.activities]
    return [statistics.regionCodes.join(' '), statistics.activities.join(', '), out.join(', ')]
  } catch (error) {
    if (error instanceof ExpectedError) return [(error.detail ?? '').split(';')[0]!]
    throw error
  }
}

const body = (label: (code: string) => string): string =>
  ['01', '09', '17', '25'].map((code, at) => `${label(code)};${at + 1};${7 - at};${2 * at + 3}`).join('\n')

describe('codes that lost their zero', () => {
  test.each([(code: string) => code, (code: string) => String(Number(code))])('are counties in a column of counties', (label) => {
    expect(summaryOf(`region;A;B;C\n${body(label)}\n`)).toEqual(['01 09 17 25', 'A, B, C', ''])
  })
})

describe('sums among the parts', () => {
  test.each(['Totalt', 'TOTAL Alla näringsgrenar', '00 Samtliga branscher', 'All industries', 'Summa'])('«%s» by name', (sum) => {
    const rows = ['01', '17', '25'].flatMap((code, at) => [
      `${code};A;${at + 4}`,
      `${code};B;${9 - at}`,
      `${code};C;${at}`,
      `${code};${sum};${13 + at}`,
    ])
    expect(summaryOf(`region;näringsgren;antal\n${rows.join('\n')}\n`)).toEqual(['01 17 25', 'A, B, C', sum])
  })

  test('by their numbers alone, and levels of one classification side by side', () => {
    const rows = ['SE110', 'SE311', 'SE332', 'SE31', 'SE'].map(
      (code, at) => `${code};${at + 1};${9 - at};${at + 2};${2 * at + 3}`,
    )
    expect(summaryOf(`geo;B;C;D;B-D extra\n${rows.join('\n')}\n`)[0]).toBe('01 17 25')
    const sums = ['01;1;2;3;6', '17;4;5;6;15', '25;7;8;1;16']
    expect(summaryOf(`region;A;B;C;Industri\n${sums.join('\n')}\n`)).toEqual(['01 17 25', 'A, B, C', 'Industri'])
  })
})

test('names that look the same are one region, whatever their letters, blanks and case', () => {
  const labels = ['Ga\u0308vleborg', 'VÄSTRA\u00a0 GÖTALAND', 'halland']
  expect(summaryOf(`region;A;B;C\n${labels.map((label, at) => `${label};${at};${5 - at};${at + 2}`).join('\n')}\n`)[0]).toBe(
    '13 14 21',
  )
})

test('leftovers of spreadsheets are passed over, and noted', () => {
  const text = 'sep=;\nregion;A;B;C;;\n01;1;2;3;;\n\n17;3;2;9;;\n;;;;;\n25;4;4;1;;\n'
  expect(summaryOf(text)).toEqual(['01 17 25', 'A, B, C', ''])
  expect(read(text).notes.map(({ code }) => code)).toEqual(['leftovers', 'leftovers'])
})

/** Beside the repository, or beside the folder of its worktrees. */
const folders = ['../../../../shared/cases/', '../../../../../shared/cases/'].map((path) => new URL(path, import.meta.url))
const folder = folders.find((one) => existsSync(one)) ?? folders[0]!
const sums = (names: string): string[] => ['01 03 17 25', 'Programvara, Pappersmassa, Lantbruk', names]
const tooFew = (regionCount: number, activityCount: number): string[] => [
  `At least 3 regions and 3 activities are needed`,
  ` found ${regionCount} and ${activityCount}. Regions are known by county code (17), NUTS 3 code (SE311) or name (Värmland).`,
]
const expected: Record<string, string[]> = {
  'e03-total-rows.csv': sums('00 Riket, Totalt'),
  'e06-pxweb-cp1252.csv': sums(''),
  'e30-21-no-zero.csv': ['01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25', 'A, B, C', ''],
}
/** Tables that are read, and too small to compare regions by: the counts show what was understood. */
const small: Record<string, string[]> = {
  'e15-nfd-mix.csv': tooFew(2, 2),
  'e16-trailing-separators.csv': tooFew(0, 2),
  'e17-utf16-tab.csv': tooFew(0, 2),
  'e20-sep-line.csv': tooFew(0, 2),
  'e21-sum-labels.csv': tooFew(2, 2),
  'e22-sum-labels-eurostat.csv': tooFew(2, 2),
  'e23-nbsp-case.csv': ['Region «Halland», activity «A» comes twice'],
  'e24-blank-lines.csv': tooFew(0, 2),
}

describe('the tables that people have reported as trouble', () => {
  test.runIf(existsSync(folder)).each(Object.entries({ ...expected, ...small }))('%s', (fileName, right) => {
    const bytes = new Uint8Array(readFileSync(new URL(fileName, folder)))
    const { text } = decodeText(bytes, { fileName, notText: { sv: 'x', en: 'x' } })
    const found = summaryOf(text)
    if (fileName in expected) expect(found).toEqual(right)
    else expect(refusalOf(text)).toContain(right.join(';'))
  })

  test.runIf(existsSync(folder))('have all a right answer here', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('e'))
    expect(files.toSorted()).toEqual(Object.keys({ ...expected, ...small }).toSorted())
  })
})

function refusalOf(text: string): string {
  try {
    read(text)
  } catch (error) {
    return (error as ExpectedError).detail ?? ''
  }
  return ''
}
