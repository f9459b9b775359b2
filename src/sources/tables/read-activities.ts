import { createHash } from 'node:crypto'
import { panelFromRecords, readCsv } from '../../../packages/relatedness/src/relatedness.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { foldMarks } from '../../language/folding.ts'
import { readCountyCode } from '../../records/sweden.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { RegionActivities, RegionNames } from '../../records/region-activities.ts'

/** Sums of other rows or columns by name, where the engine finds none by number: they are no activity of their own. */
const sumName = /^(?:total|totalt|totals|summa|samtliga|alla|all|hela riket|riket|00 riket|sverige|sweden|se|eu\d*\S*)$/i
const [fewestRegions, fewestActivities] = [3, 3]

/** What was read, and what was left out of it. */
export interface ReadActivities {
  statistics: RegionActivities
  /** Rows of what is no Swedish region, and sums, by their labels. */
  leftOut: { regions: string[]; activities: string[] }
  /** What was passed over or put together on the way, by the engine's codes and words. */
  notes: { code: string; message: string }[]
}

/**
 * A table of regions and activities from CSV, long (region, activity, value, perhaps year) or wide; of several years the last.
 * Regions are known by county code, NUTS 3 code or name; whatever is no region, and sums, is left out and listed.
 * @throws ExpectedError `unsupported_file` in plain words, with line and column where there is one
 */
export function readActivities(
  text: string,
  { title, regions }: { title: string; regions: readonly RegionNames[] },
): ReadActivities {
  const { panel, notes } = within(() => {
    const read = readCsv(text)
    return { panel: panelFromRecords(read.records), notes: read.notes }
  })
  const sums = new Set(notes.flatMap(({ code, activities }) => (code === 'total-like-label' ? (activities ?? []) : [])))
  const isSum = (activity: string): boolean => sums.has(activity) || sumName.test(activity.trim())
  const table = panel.tables.at(-1)!
  const codeOf = namesToCodes(regions)
  const found = new Map<string, number>()
  const left: string[] = []
  table.regions.forEach((label, at) => {
    const code = codeOf(label)
    if (code === null) left.push(label)
    else if (found.has(code))
      throw refusal(
        `Regionen ${code} står två gånger, som «${table.regions[found.get(code)!]}» och «${label}».`,
        `Region ${code} stands twice, as «${table.regions[found.get(code)!]}» and «${label}».`,
      )
    else found.set(code, at)
  })
  const kept = [...table.activities.keys()].filter((at) => !isSum(table.activities[at]!))
  if (found.size < fewestRegions || kept.length < fewestActivities)
    throw refusal(
      `Minst ${fewestRegions} regioner och ${fewestActivities} verksamheter behövs; hittade ${found.size} och ${kept.length}. Regioner känns igen på länskod (17), NUTS 3-kod (SE311) eller namn (Värmland).`,
      `At least ${fewestRegions} regions and ${fewestActivities} activities are needed; found ${found.size} and ${kept.length}. Regions are known by county code (17), NUTS 3 code (SE311) or name (Värmland).`,
    )
  const regionCodes = [...found.keys()].sort()
  const activities = kept.map((at) => table.activities[at]!)
  const width = table.activities.length
  const values = Float64Array.from(regionCodes.flatMap((code) => kept.map((at) => table.values[found.get(code)! * width + at]!)))
  const year = panel.years.at(-1) || null
  const id = createHash('sha256')
    .update(JSON.stringify([title, year, regionCodes, activities]))
    .update(new Uint8Array(values.buffer))
    .digest('hex')
  return {
    statistics: { id, title: { sv: title, en: title }, year, regionCodes, activities, labels: null, distinctive: null, values },
    leftOut: { regions: left, activities: table.activities.filter(isSum) },
    notes: notes.filter(({ code }) => code !== 'total-like-label').map(({ code, message }) => ({ code, message })),
  }
}

/** "17", "17 Värmlands län", "SE311" and "Värmland" all give 17; "9" gives 09, "DE21 Oberbayern" DE21. */
function namesToCodes(regions: readonly RegionNames[]): (label: string) => string | null {
  const byName = new Map(regions.flatMap(({ code, names }) => [code, ...names].map((name) => [foldName(name), code] as const)))
  const codes = new Set(regions.map(({ code }) => code))
  return (label) => {
    const written = label.trim()
    const begins = readCountyCode(written) ?? /^([A-Z0-9]{2,5})\s+\p{L}/u.exec(written)?.[1]
    if (begins && codes.has(begins)) return begins
    return byName.get(foldName(written)) ?? null
  }
}

/** Names are compared in one form of each letter, with single blanks, in small letters and without å, ä and ö. */
const foldName = (name: string): string => foldMarks(name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase())

function within<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw refusal(error.message, error.message)
    throw error
  }
}

function refusal(sv: string, en: string): ExpectedError {
  const words: LocalText = { sv, en }
  return new ExpectedError('unsupported_file', { detail: en, data: { words } })
}
