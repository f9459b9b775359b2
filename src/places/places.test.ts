import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { gazetteerOf } from './gazetteer.ts'
import { findRegionOfPlace, readPlace } from './places.ts'

const snapshot = shippedSnapshot('2026-11-01')
const { municipalities, localities } = gazetteerOf(snapshot)
const regionOf = (place: string) => findRegionOfPlace(snapshot, place)?.code ?? null

describe('a place that people write', () => {
  test.each([
    ['Visby', '09'],
    ['Sveg', '23'],
    ['Åre', '23'],
    ['Idre', '20'],
    ['Sälen', '20'],
    ['Nacka strand', '01'],
    ['Mora', '20'],
    ['Gothenburg', '14'],
    ['Saltsjö Boo', '01'],
    ['S:t Olof', '12'],
  ])('«%s» may be a locality as well as a municipality', (place, code) => expect(regionOf(place)).toBe(code))

  test.each([
    ['VISBY', '09'],
    ['621 57 VISBY', '09'],
    ['SE-621 57 Visby', '09'],
    ['S-62157 Visby', '09'],
    ['  visby ', '09'],
    ['Visby, Gotland', '09'],
    ['Visby (Gotland)', '09'],
    ['Visby, Gotland, Sverige', '09'],
    ['Umeå kommun', '24'],
    ['umea', '24'],
    ['Malmö stad', '12'],
    ['Göteborgs stad', '14'],
    ['Falu kommun', '20'],
    ['Municipality of Kiruna', '25'],
    ['Stockholms län', '01'],
    ['malung salen', '20'],
    ['ornskoldsvik', '22'],
    ['SE214', '09'],
    ['0980', '09'],
    ['0880 Kalmar', '08'],
    ['0180 Stockholm', '01'],
    ['08 Kalmar län', '08'],
    ['9999 Kalmar', '08'],
    ['09', '09'],
  ])('«%s» is read however it is written', (place, code) => expect(regionOf(place)).toBe(code))

  test('places are distinguished by marks when both exist: Habo is not Håbo', () => {
    expect([regionOf('Habo'), regionOf('Håbo')]).toEqual(['06', '03'])
  })

  test('an unknown village is in the place given with it', () => {
    expect(regionOf('Kattlunda, Gotland')).toBe('09')
    expect(regionOf('Lilla byn i Växjö')).toBe('07')
  })

  test('a code and a name of different places are asked about', () => {
    expect(readPlace(snapshot, '0180 Kalmar').outcome).toBe('several')
  })

  test('what is in several regions is asked about, and each answer leads to one', () => {
    const reading = readPlace(snapshot, 'åby')
    if (reading.outcome !== 'several') throw new Error(reading.outcome)
    expect(reading.choices.map(({ asked }) => asked)).toEqual(['Åby, Norrköping', 'Åby, Växjö'])
    expect(reading.choices.map(({ asked }) => regionOf(asked))).toEqual(['05', '07'])
    expect(regionOf('Åby')).toBeNull()
  })

  test('every name in several regions can be answered', () => {
    for (const { name } of localities) {
      const reading = readPlace(snapshot, name)
      if (reading.outcome === 'several')
        for (const { asked, place } of reading.choices) expect(regionOf(asked), asked).toBe(place.regionCode)
      else expect(reading.outcome, name).toBe('known')
    }
  })

  test('two known places that are not in each other are asked about', () => {
    const reading = readPlace(snapshot, 'Visby, Skåne')
    expect(reading).toMatchObject({ outcome: 'several', choices: [{ asked: 'Visby, Gotland' }, { asked: 'Skåne län' }] })
  })

  test.each([
    ['Norrköpng', ['Norrköping']],
    ['Goteburg', ['Göteborg']],
    ['Skelefteå', ['Skellefteå']],
    ['Vizby', ['Visby']],
    ['Värmlnad', ['Värmland']],
    ['Atlantis', []],
    ['', []],
  ])('«%s» is never guessed; the nearest names are %j', (place, near) => {
    expect(readPlace(snapshot, place)).toEqual({ outcome: 'unknown', near })
  })

  test('a very long text of blanks and punctuation is refused quickly', () => {
    expect(regionOf(' ,( i '.repeat(2000))).toBeNull()
  })
})

describe('facts/localities.tsv', () => {
  test('every locality is in a municipality or a county, and once only', () => {
    const codes = new Set(snapshot.inForce('region').map(({ code }) => code))
    for (const { regionCode, name } of localities) expect(codes.has(regionCode), name).toBe(true)
    const keys = localities.map(({ name, municipality, regionCode }) => `${name} ${municipality?.code ?? regionCode}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('none bears the name of a municipality, which would hide it', () => {
    const names = new Set(municipalities.map(({ name }) => name))
    expect(localities.filter(({ name }) => names.has(name))).toEqual([])
  })
})
