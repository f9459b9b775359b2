import type { NewVersion } from '../../records/record.ts'
import { contentHashOf, parseNewVersion } from '../../records/version.ts'
import type { LoadableVersion } from '../../store/store.ts'

const countries = Array.from({ length: 25 }, (_, index) => `X${String.fromCharCode(65 + index)}`)
const regionsACountry = 10
const fields = ['Skog och trä', 'Havsenergi', 'Life science', 'Avancerad tillverkning']
const day = '2021-01-01'

/** The code of a made-up region, written as NUTS 2 codes are: `XA11`, `XA12` … */
export const madeUpCode = (country: string, index: number): string =>
  `${country}${1 + Math.floor(index / 5)}${'123KZ'[index % 5]!}`

/** A registry of 250 made-up regions in 25 countries, each with a list of four areas: what a registry of Europe looks like. */
export function madeUpEurope(): LoadableVersion[] {
  const period = say({
    kind: 'programmePeriod',
    recordId: '2021-2027',
    body: { label: '2021–2027', from: '2021-01-01', to: '2028-01-01' },
  })
  const regions = countries.flatMap((country) => Array.from({ length: regionsACountry }, (_, index) => regionOf(country, index)))
  return [period, ...regions.map(({ region }) => region), ...regions.flatMap(({ list }) => list)].map((version) => {
    const whole = { ...parseNewVersion(version), version: 1, recordedAt: `${day}T00:00:00.000Z` }
    return { ...whole, contentHash: contentHashOf(whole) } as LoadableVersion
  })
}

const say = (said: object) =>
  ({
    validFrom: day,
    validTo: null,
    recordedBy: 'test',
    changeNote: 'Påhittad.',
    state: 'published',
    source: null,
    ...said,
  }) as unknown as NewVersion

function regionOf(country: string, index: number) {
  const code = madeUpCode(country, index)
  const name = `Provins ${code}`
  const slug = `provins-${code.toLowerCase()}`
  const owner = { kind: 'region', id: code }
  const neighbours = [index - 1, index + 1]
    .filter((other) => other >= 0 && other < regionsACountry)
    .map((other) => madeUpCode(country, other))
  const body = {
    code,
    slug,
    name,
    countyName: name,
    regionName: name,
    nameVariants: [],
    nuts1: code.slice(0, 3),
    nuts2: code,
    nuts2Name: name,
    nuts3: `${code}0`,
    iso3166: country,
    residenceCity: `Staden ${code}`,
    municipalityCount: 3,
    populations: [{ year: 2021, persons: 100_000 + index }],
    landAreaKm2: 1000,
    landNeighbours: neighbours,
    waterNeighbours: [],
  }
  const strategyId = `${slug}-2021`
  const common = { owner, programmePeriodId: '2021-2027' }
  const strategy = {
    ...common,
    edition: '2021',
    datePrecision: 'year',
    status: 'adopted',
    decidedOn: null,
    isComplete: true,
    note: null,
  }
  const areas = fields.map((label, at) =>
    say({
      kind: 'priorityArea',
      recordId: `${strategyId}-${at + 1}`,
      body: {
        ...common,
        strategyId,
        order: at + 1,
        verbatimLabel: label,
        displayLabel: label,
        language: 'sv',
        translatedLabel: null,
        description: null,
        confirmedOn: null,
        confirmedByRole: null,
      },
    }),
  )
  return {
    region: say({ kind: 'region', recordId: code, body }),
    list: [say({ kind: 'strategy', recordId: strategyId, body: strategy }), ...areas],
  }
}
