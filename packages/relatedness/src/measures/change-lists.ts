import { entries, exits, growth } from './industrial-change.ts'
import type { Panel } from './records.ts'
import type { Presence } from './specialisation.ts'

/** One cell between two neighbouring years. */
export interface ChangeRecord {
  region: string
  activity: string
  from: string
  to: string
  /** 1 entered or left, 0 could have; for growth a share. Null is missing. */
  value: number | null
}

/** Presences of the same regions and activities, one for each year, in order. */
export interface PresencePanel {
  readonly years: readonly string[]
  readonly presences: readonly Presence[]
}

/**
 * Entries between every pair of neighbouring years as long rows; cells that could not be entered, or are unknown, are left out.
 * EconGeo's entry_list, whose `period` is the place of the second year, and which reads absent labels as zero.
 * @throws RangeError when the labels differ. Source: as `entries`.
 */
export function entryList(panel: PresencePanel): ChangeRecord[] {
  return listOf(panel.years, panel.presences, (before, after) => entries(before, after).cells)
}

/** Exits in the same form. EconGeo's exit_list. */
export function exitList(panel: PresencePanel): ChangeRecord[] {
  return listOf(panel.years, panel.presences, (before, after) => exits(before, after).cells)
}

/**
 * Growth between every pair of neighbouring years as a share, in the same form, missing cells with null: (end − start) / start, a
 * start of zero giving Infinity, or null when the end is zero too. EconGeo's growth_list: percent, and 0 in place of the last.
 */
export function growthList(panel: Panel): ChangeRecord[] {
  return listOf(panel.years, panel.tables, (before, after) => growth(before, after).relative, true)
}

interface Cells {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  readonly values: Float64Array
}

function listOf<Year>(
  years: readonly string[],
  all: readonly Year[],
  work: (before: Year, after: Year) => Cells,
  keepMissing = false,
): ChangeRecord[] {
  if (years.length !== all.length)
    throw new RangeError(`There are ${years.length} years for ${all.length} tables. Give one for each.`)
  return all.slice(1).flatMap((after, at) => {
    const { regions, activities, values } = work(all[at]!, after)
    return [...values].flatMap((value, cell) => {
      if (Number.isNaN(value) && !keepMissing) return []
      const [region, activity] = [regions[Math.floor(cell / activities.length)]!, activities[cell % activities.length]!]
      return [{ region, activity, from: years[at]!, to: years[at + 1]!, value: Number.isNaN(value) ? null : value }]
    })
  })
}
