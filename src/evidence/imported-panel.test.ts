import { expect, test } from 'vitest'
import { bytesInMemory } from '../sources/cubes/file-bytes.ts'
import { makeCube } from '../sources/cubes/make-cube.ts'
import { readStatisticsFile } from '../sources/cubes/read-statistics-file.ts'
import { makeRegionReader } from '../sources/cubes/region-codes.ts'
import { cubesInMemory } from '../store/cube-files.ts'
import { panelOf } from './activity-panel.ts'

/** Regions of three levels, industries of three levels with their total, ages with a sum that no word tells, and both sexes with theirs. */
const regions = ['SE', 'SE1', 'SE12', 'SE124', 'SE311']
const industries = ['A-U', 'A', 'B-E', 'C', '24', 'D', 'F', '00']
const ages = ['16-24', '25-74', '16-74']
const sexes = ['kvinnor', 'män', 'totalt']
const size = (region: string) => ({ SE124: 1, SE311: 2 })[region] ?? 3
const rows = regions.flatMap((region) =>
  industries.flatMap((industry, at) =>
    ages.flatMap((age) =>
      sexes.map((sex) => {
        const ofAge = age === '16-74' ? 10 : age === '16-24' ? 3 : 7
        return `${region};${industry};${age};${sex};2024;${size(region) * (at + 1) * ofAge * (sex === 'totalt' ? 2 : 1)}`
      }),
    ),
  ),
)
const text = `region;näringsgren SNI 2007;ålder;kön;år;antal\n${rows.join('\n')}\n`

test('of an imported table nothing is counted twice: not C within B–E, a sum beside its parts, nor a county within its NUTS region', () => {
  const table = readStatisticsFile(bytesInMemory(Buffer.from(text)))
  const readRegion = makeRegionReader([
    { code: '18', names: ['Örebro län', 'SE124'] },
    { code: '17', names: ['Värmlands län', 'SE311'] },
  ])
  const choices = {
    table: 'prov',
    fileName: 'prov.csv',
    origin: 'x',
    vintage: '2026-11-27',
    title: null,
    source: 'SCB',
    licence: null,
    unit: null,
    numberKind: null,
    loaded: [],
    roles: {},
    level: null,
  }
  const { cube, preview } = makeCube(table, choices, readRegion)
  expect(preview.dimensions.map(({ role, sum }) => [role, sum])).toEqual([
    ['region', null],
    ['activity', 'A-U'],
    ['group', '16-74'],
    ['group', 'totalt'],
    ['time', null],
  ])
  const panel = panelOf(cubesInMemory([cube]).shelf().listings[0]!)!
  expect(panel.regionCodes).toEqual(['18', '17'])
  expect(panel.activities).toEqual(['A', '24', 'D', 'F'])
  // Two sexes and both ages: 2 × 10 for each of the industry's places in the list.
  expect([...panel.tables[0]!.values]).toEqual([40, 100, 120, 140, 80, 200, 240, 280])
})
