import type { Reference } from '../records/define-kind.ts'
import { kindOf } from '../records/record.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'

/** A stretch of days, half-open; null = open. */
export interface Days {
  validFrom: IsoDate
  validTo: IsoDate | null
}

/** A reference to a record of one of the kinds; the files of the kinds name each other by text, to avoid a cycle. */
export type KindReference = Reference & { kind: RecordKind }

/** All records that a version refers to: in its body, and its source. */
export function referencesOf({ kind, body, source }: Pick<NewVersion, 'kind' | 'body' | 'source'>): KindReference[] {
  const ofSource: Reference[] = source ? [{ field: 'source', kind: 'source', id: source.sourceId, on: 'anyDay' }] : []
  return [...kindOf(kind).references(body), ...ofSource] as KindReference[]
}

/**
 * The first day on which a record is needed and not in force; null when there is no such day.
 * @param needed the days on which the record that refers to it is in force
 * @param there the days on which it is in force, oldest first, without overlaps
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
export function missingWords({ kind, id, on }: Pick<KindReference, 'kind' | 'id' | 'on'>, day: IsoDate): LocalText {
  const { sv, en } = kindOf(kind).label.one
  const [when, whenSv] = on === 'anyDay' ? ['', ''] : [` on ${day}`, ` den ${day}`]
  return {
    sv: `Det finns ingen post av slaget ”${sv}” med id ”${id}”${whenSv}. Rätta id:t, eller för in den först.`,
    en: `There is no ${en} “${id}”${when}. Correct the id, or enter it first.`,
  }
}
