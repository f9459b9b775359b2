import type { Reference } from '../records/define-kind.ts'
import { kindOf } from '../records/record.ts'
import type { NewVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'

/** A stretch of days, half-open; null = open. */
export interface Days {
  validFrom: IsoDate
  validTo: IsoDate | null
}

/** All that a version names: in its body, and the source that it rests on. */
export function referencesOf({ kind, body, source }: Pick<NewVersion, 'kind' | 'body' | 'source'>): Reference[] {
  const ofSource: Reference[] = source ? [{ field: 'source', kind: 'source', id: source.sourceId, on: 'anyDay' }] : []
  return [...kindOf(kind).references(body), ...ofSource]
}

/**
 * The first day on which a record is needed and is not there; null when it is there on all of them.
 * @param needed when the record that names it is in force
 * @param there when the named record is in force, oldest first, without overlaps
 */
export function firstMissingDay(on: Reference['on'], needed: Days, there: readonly Days[]): IsoDate | null {
  if (on === 'anyDay') return there.length > 0 ? null : needed.validFrom
  if (on === 'firstDay') return there.some(({ validFrom }) => validFrom <= needed.validFrom) ? null : needed.validFrom
  let day = needed.validFrom
  for (const { validFrom, validTo } of there) {
    if (validFrom > day) break
    if (validTo === null) return null
    if (validTo > day) day = validTo
  }
  return needed.validTo !== null && day >= needed.validTo ? null : day
}

/** What is wrong with a reference, and how to mend it. */
export function missingWords({ kind, id, on }: Reference, day: IsoDate): LocalText {
  const { sv, en } = kindOf(kind as NewVersion['kind']).label.one
  const [when, whenSv] = on === 'anyDay' ? ['', ''] : [` on ${day}`, ` den ${day}`]
  return {
    sv: `Det finns ingen post av slaget ”${sv}” med id ”${id}”${whenSv}. Rätta id:t, eller för in den först.`,
    en: `There is no ${en} “${id}”${when}. Correct the id, or enter it first.`,
  }
}
