// Questions with a table of regions and industries loaded: matching then uses the structure of industries too.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withQuery } from './reading-list.mjs'

const industries = Array.from({ length: 40 }, (_, index) => String(index + 1).padStart(2, '0'))

/** Writes a made-up table, the same each time, with a total and a region that are to be left out. @returns the settings that load it */
export function writeStatistics(folder, { regionCodes }) {
  const codes = regionCodes.filter((code) => /^\d\d$/.test(code))
  let seed = 17
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
  const value = (region, industry) => Math.round((next() % 4000) / (1 + ((region * 7 + industry * 3) % 11)))
  const rows = [2023, 2024].flatMap((year) =>
    codes.flatMap((code, region) => industries.map((sni, industry) => [code, sni, year, value(region, industry)])),
  )
  const lines = [['region', 'sni', 'year', 'value'], ...rows, ['00', '01', 2024, 99_999], ['Atlantis', '01', 2024, 5]]
  writeFileSync(join(folder, 'employment.csv'), lines.map((line) => line.join(',')).join('\n'))
  return { SPETS_STATISTICS: join(folder, 'employment.csv'), SPETS_STATISTICS_TITLE: 'Anställda, påhittade' }
}

/** The answers that the table can change: partners, peers, groups, and the ids of the snapshot. */
export function statisticsAddresses({ regions, themes }) {
  const some = regions.filter((_region, index) => index % 4 === 0)
  return [
    ...regions.flatMap((region) => [
      withQuery('/matchning', { region }),
      withQuery('/en/matching', { region }),
      `/api/v1/match/regions/${region}`,
      `/api/v1/match/regions/${region}/peers`,
    ]),
    ...some.flatMap((region) => [
      withQuery('/matchning', { region, tema: themes.slice(0, 3), antal: 3 }),
      withQuery('/api/v1/match/groups', { themes: themes.slice(0, 3).join(','), region, size: 4 }),
      withQuery('/matchning', { region, datum: '2019-06-01' }),
    ]),
    '/matchning',
    '/api/v1/snapshot',
    '/om',
    '/region/varmland',
    withQuery('/foretag', { om: 'Vi bygger trähus', plats: 'Växjö' }),
  ]
}
