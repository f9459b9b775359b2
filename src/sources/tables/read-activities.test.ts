import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../records/expected-error.ts'
import { readActivities } from './read-activities.ts'

const regions = [
  { code: '01', names: ['Stockholm', 'Stockholms län', 'SE110'] },
  { code: '17', names: ['Värmland', 'Värmlands län', 'SE311'] },
  { code: '18', names: ['Örebro', 'Örebro län', 'SE124'] },
]
const read = (text: string) => readActivities(text, { title: 'Prov', regions })
const wide = 'region;A;B;C\n01;1;2;3\n17;4;;6\n18;7;8;9\n'

describe('a table of regions and activities', () => {
  test('wide: regions in the order of their codes, unknown cells kept as unknown', () => {
    const { statistics, leftOut } = read('region;A;B;C\n18;7;8;9\n17;4;;6\n01;1;2;3\n')
    expect(statistics).toMatchObject({
      title: { sv: 'Prov', en: 'Prov' },
      year: null,
      regionCodes: ['01', '17', '18'],
      activities: ['A', 'B', 'C'],
    })
    expect([...statistics.values]).toEqual([1, 2, 3, 4, NaN, 6, 7, 8, 9])
    expect(leftOut).toEqual({ regions: [], activities: [] })
  })

  test('long, of several years the last', () => {
    const rows = ['2023', '2024'].flatMap((year) =>
      ['01', '17', '18'].flatMap((region) =>
        ['A', 'B', 'C'].map((activity) => `${region},${activity},${year},${year === '2024' ? 2 : 1}`),
      ),
    )
    const { statistics } = read(`region,sni,year,value\n${rows.join('\n')}\n`)
    expect(statistics.year).toBe('2024')
    expect(new Set(statistics.values)).toEqual(new Set([2]))
  })

  test.each([['17'], ['SE311'], ['Värmland'], ['värmlands län'], ['17 Värmlands län'], [' Värmland ']])(
    '«%s» is Värmland',
    (label) => {
      expect(read(wide.replace('17;', `${label};`)).statistics.regionCodes).toEqual(['01', '17', '18'])
    },
  )

  test('sums and what is no Swedish region are left out, and told', () => {
    const { statistics, leftOut } = read(
      'region;A;B;C;Totalt\n01;1;2;3;6\n17;4;5;6;15\n18;7;8;9;24\n00 Riket;9;9;9;27\n99 okänt;1;1;1;3\n',
    )
    expect(statistics.activities).toEqual(['A', 'B', 'C'])
    expect(statistics.regionCodes).toHaveLength(3)
    expect(leftOut).toEqual({ regions: ['00 Riket', '99 okänt'], activities: ['Totalt'] })
  })

  test('the id changes with any number, and with nothing else than what it holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (one, other) => {
        const id = (value: number) => read(wide.replace('4;', `${value};`)).statistics.id
        expect(id(one) === id(other)).toBe(one === other)
      }),
    )
  })
})

test.each([
  ['', 'empty'],
  ['region;A;B;C\n01;1;2;x\n17;1;1;1\n18;1;1;1\n', 'Line 2'],
  ['region;A;B;C\nSE1;1;2;3\n', 'At least 3 regions'],
  ['region;A;B\n01;1;2\n17;3;4\n18;5;6\n', '3 activities'],
  [`${wide}Värmland;1;1;1\n`, 'stands twice'],
])('what cannot be used is refused in plain words: %j', (text, words) => {
  expect(() => read(text)).toThrow(ExpectedError)
  expect(() => read(text)).toThrow(words)
})
