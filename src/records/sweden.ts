import type { Region } from './region.ts'

/**
 * Rules that only apply to Sweden's region codes. They are county codes: two digits between 01 and 25, with gaps where
 * counties were merged. Codes of other countries are accepted as their statistical office writes them (`RegionCode`).
 */
export const countyCodes = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' ')

/**
 * Reads a county code as people and spreadsheets write it: `17`, `9` for `09` (spreadsheets drop leading zeros), `17
 * Värmlands län`. Null when the text is not one.
 */
export function readCountyCode(text: string): string | null {
  const digits = /^(\d{1,2})(?:\s+\p{L}.*)?$/u.exec(text.trim())?.[1]
  return countyCodes.find((code) => code === digits?.padStart(2, '0')) ?? null
}

type Named = Pick<Region, 'code' | 'slug' | 'name' | 'countyName' | 'regionName' | 'nameVariants' | 'nuts3' | 'iso3166'>

/** Every way to write which region is meant: 09, 9, SE214, SE-I, I, gotland, Gotland, Gotlands län, Region Gotland and other spellings. */
export function regionWritings({ code, slug, name, countyName, regionName, nameVariants, nuts3, iso3166 }: Named): string[] {
  const letters = iso3166.split('-').slice(1)
  const codes = [code, code.replace(/^0(?=\d$)/, ''), nuts3, iso3166, ...letters]
  return [...new Set([...codes, slug, name, countyName, regionName, ...nameVariants])].filter(Boolean)
}

/** The counties from north to south, by where most of each is. */
const countiesFromNorth = '25 24 23 22 21 20 17 03 19 01 18 04 05 14 06 09 08 13 07 12 10'.split(' ')

/** Sorts regions from north to south; those of other countries come last, by code. */
export const northToSouth = (codes: readonly string[]): string[] => {
  const place = (code: string) => (countiesFromNorth.includes(code) ? countiesFromNorth.indexOf(code) : countiesFromNorth.length)
  return codes.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
