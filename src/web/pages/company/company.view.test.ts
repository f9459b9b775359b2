import { describe, expect, test } from 'vitest'
import { region, snapshotOf } from '../../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../../snapshot/testing/small-registry.ts'
import { companyPageView } from './company.view.ts'

const varmland = region('17', 'Värmland', { body: { countyName: 'Värmlands län', regionName: 'Region Värmland' } })
const kronoberg = region('07', 'Kronoberg', { body: { countyName: 'Kronobergs län', regionName: 'Region Kronoberg' } })
const view = (place: string, sketches: readonly Sketch[] = [varmland, kronoberg]) =>
  companyPageView(snapshotOf([...sketches]), { text: 'solceller', place, industry: '' })

describe('the places that the page names', () => {
  test('are offered while one writes: counties by the name of the region, then all municipalities', () => {
    const { offered } = view('').names
    expect(offered.slice(0, 2)).toEqual(['Kronobergs län', 'Värmlands län'])
    expect(offered.slice(2)).toContain('Upplands Väsby')
    expect(offered.slice(2)).toContain('Karlstad')
    expect(offered).toHaveLength(2 + 290)
  })
  test('have the county of each region in force, by its code', () => {
    expect([...view('').names.counties]).toEqual([
      ['07', 'Kronobergs län'],
      ['17', 'Värmlands län'],
    ])
    expect([...view('', [varmland, { ...kronoberg, to: '2001-01-01' }]).names.counties.keys()]).toEqual(['17'])
  })
  test.each([
    ['Värmland', 'Region Värmland'],
    ['Karlstad', 'Region Värmland'],
    ['Kronobergs län', 'Region Kronoberg'],
    ['', null],
    ['Atlantis', null],
  ])('«%s»: the office to turn to is %s', (place, office) => {
    expect(view(place).names.office).toBe(office)
  })
})

describe('the answer', () => {
  test('is about what was written, which the form shows again', () => {
    const { input, fit, problems } = view('Karlstad')
    expect(input).toEqual({ text: 'solceller', place: 'Karlstad', industry: '' })
    expect([fit.region?.name, fit.place?.municipality]).toEqual(['Värmland', 'Karlstad'])
    expect(problems).toEqual({ place: null, industry: null, isCut: false, isEmptyDay: true })
  })
})
