import type { RegionNames } from '../../records/region-activities.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { CubeHeader } from '../../records/cube.ts'
import { countyCodes } from '../../records/sweden.ts'

/** A region in the codes that Spets uses for all sources, and what kind it is. */
export interface RegionCode {
  code: string
  level: CubeHeader['level'] | 'nuts1'
  /** What it is called where the publisher has only a code; null when that is not known. */
  name: LocalText | null
}

/** Reads a region by whatever code or name a publisher has for it; null for what is no region that is known. */
export type ReadRegion = (code: string, label: string) => RegionCode | null

const nation = /^(?:SE|00|0000|RIKET|SVERIGE|SWEDEN|HELA RIKET|HELA LANDET|TOTAL)$/i
const nuts1 = /^SE[1-3]$/
const nuts2 = /^SE(?:11|12|21|22|23|31|32|33)$/

/**
 * A reader that knows counties by their code (17), NUTS 3 (SE311), Kolada’s number (0017) and every name that is given;
 * municipalities by four digits, NUTS 1 and 2, and the nation.
 */
export function makeRegionReader(regions: readonly RegionNames[]): ReadRegion {
  const byName = new Map<string, string>()
  for (const { code, names } of regions) for (const name of [code, ...names]) byName.set(fold(name), code)
  const nameOf = (code: string): LocalText | null => {
    const [short, county] = regions.find((one) => one.code === code)?.names ?? []
    return short && county ? { sv: county, en: `${short} county` } : null
  }
  const countyNamed = (text: string): string | null =>
    byName.get(fold(text)) ?? byName.get(fold(text.replace(/^(?:\d{1,4}|SE\d{3})\s+/, ''))) ?? null
  const county = (code: string | null): RegionCode | null =>
    code === null ? null : { code, level: 'county', name: nameOf(code) }
  return (written, label) => {
    const code = written.trim()
    if (nation.test(code) || (code === label && nation.test(label.trim())))
      return { code: 'SE', level: 'nation', name: { sv: 'Hela landet', en: 'Sweden' } }
    if (countyCodes.includes(code)) return county(code)
    // Kolada has 0000 for the nation and 0017 for the region of county 17.
    if (/^00\d\d$/.test(code) && countyCodes.includes(code.slice(2))) return county(code.slice(2))
    if (/^\d{4}$/.test(code) && countyCodes.includes(code.slice(0, 2))) return { code, level: 'municipality', name: null }
    if (nuts1.test(code)) return { code, level: 'nuts1', name: null }
    if (nuts2.test(code)) return { code, level: 'nuts2', name: null }
    if (/^\d$/.test(code)) return county(countyCodes.find((one) => one === `0${code}`) ?? null)
    const named = countyNamed(code)
    if (named) return { code: named, level: countyCodes.includes(named) ? 'county' : 'other', name: nameOf(named) }
    return /^\d/.test(code) || code === label ? null : county(countyNamed(label))
  }
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
