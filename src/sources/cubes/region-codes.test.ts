import { expect, test } from 'vitest'
import { makeRegionReader } from './region-codes.ts'

const read = makeRegionReader([
  { code: '17', names: ['Värmland', 'Värmlands län', 'Region Värmland', 'SE311'] },
  { code: '09', names: ['Gotland', 'Gotlands län', 'SE214'] },
])

test.each([
  ['17', 'Värmlands län', '17', 'county'],
  ['SE311', 'SE311', '17', 'county'],
  ['0017', '0017', '17', 'county'],
  ['Värmland', 'Värmland', '17', 'county'],
  ['  värmlands  län ', '', '17', 'county'],
  ['17 Värmlands län', '17 Värmlands län', '17', 'county'],
  ['SE311 Värmlands län', 'SE311 Värmlands län', '17', 'county'],
  ['9', 'Gotlands län', '09', 'county'],
  ['X1', 'Region Värmland', '17', 'county'],
  ['1780', 'Karlstad', '1780', 'municipality'],
  ['SE31', 'Norra Mellansverige', 'SE31', 'nuts2'],
  ['SE3', 'Norra Sverige', 'SE3', 'nuts1'],
  ['00', 'Riket', 'SE', 'nation'],
  ['0000', 'Riket', 'SE', 'nation'],
  ['SE', 'Sweden', 'SE', 'nation'],
  ['Riket', 'Riket', 'SE', 'nation'],
])('%s %s is %s, a %s', (code, label, expected, level) => {
  expect(read(code, label)).toMatchObject({ code: expected, level })
})

test.each([
  ['02', '02'],
  ['11', 'Kristianstads län'],
  ['9999', 'Okänd'],
  ['Utlandet', 'Utlandet'],
  ['DK01', 'Hovedstaden'],
])('%s %s is no region that is known', (code, label) => {
  expect(read(code, label)).toBeNull()
})

test('a county that the publisher has only a code for has its name', () => {
  expect(read('0017', '0017')!.name).toEqual({ sv: 'Värmlands län', en: 'Värmland county' })
  expect(read('03', '03')!.name).toBeNull()
})
