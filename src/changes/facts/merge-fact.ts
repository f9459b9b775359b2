import { isFromFacts } from '../../records/actor.ts'
import type { RecordKind, RecordVersion } from '../../records/record.ts'
import type { SourceRef } from '../../records/shared-fields.ts'
import type { IsoDate } from '../../records/time.ts'
import { stretchesOf } from '../../snapshot/timeline.ts'
import { isSameValue, isValueFromFacts } from './fact-authors.ts'

/** A fact that ships, as it is once all its versions have been recorded. */
export interface ShippedFact {
  kind: RecordKind
  recordId: string
  validFrom: IsoDate
  validTo: IsoDate | null
  body: Record<string, unknown>
  source: SourceRef | null
  changeNote: string
}

/** What is true of a record from one day to another. */
export type FactStretch = Pick<ShippedFact, 'validFrom' | 'validTo' | 'body' | 'source'>

export interface MergedFact {
  before: readonly FactStretch[]
  after: readonly FactStretch[]
  /** The fields that differ, `validFrom`, `validTo` and `source` among them. */
  changed: readonly string[]
  /** Fields that people have given a value of their own, where the shipped value is new. */
  kept: readonly string[]
}

/** A record's stretches as they are. */
export const stretchesNow = (versions: readonly RecordVersion[]): FactStretch[] =>
  stretchesOf(versions).map(({ validFrom, validTo, version: { body, source } }) => ({
    validFrom,
    validTo,
    body: body as unknown as Record<string, unknown>,
    source,
  }))

/**
 * A record with the values that ship now, where the values it has came from the facts. What people have written, ended,
 * or taken out of force stays as it is.
 */
export function mergeFact(versions: readonly RecordVersion[], shipped: ShippedFact): MergedFact {
  const before = stretchesNow(versions)
  const { validFrom, validTo, body, source } = shipped
  if (versions.every(({ recordedBy }) => isFromFacts(recordedBy))) {
    const after = [{ validFrom, validTo, body, source }]
    return { before, after, changed: changedFields(before, after), kept: [] }
  }
  const kept = new Set<string>()
  const after = stretchesOf(versions).map(({ version, ...days }): FactStretch => {
    const take = <T>(field: string, now: T, wanted: T, valueOf: (version: RecordVersion) => unknown): T => {
      if (isSameValue(now, wanted) || isValueFromFacts(versions, version, valueOf)) return wanted
      const isNews = !versions.some((one) => isFromFacts(one.recordedBy) && isSameValue(valueOf(one), wanted))
      if (isNews) kept.add(field)
      return now
    }
    const own = version.body as unknown as Record<string, unknown>
    const fields = [...new Set([...Object.keys(own), ...Object.keys(body)])].map(
      (name) => [name, take(name, own[name], body[name], (one) => (one.body as unknown as Record<string, unknown>)[name])] as const,
    )
    return {
      ...days,
      body: Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
      source: take('source', version.source, source, (one) => one.source),
    }
  })
  const ended = withEnd(versions, after, validTo)
  return { before, after: ended, changed: changedFields(before, ended), kept: [...kept] }
}

/** Moves the last day, where it came from the facts and no stretch is lost by it. */
function withEnd(versions: readonly RecordVersion[], stretches: FactStretch[], validTo: IsoDate | null): FactStretch[] {
  const last = stretches.at(-1)
  if (!last || last.validTo === validTo || (validTo !== null && validTo <= last.validFrom)) return stretches
  const { version } = stretchesOf(versions).at(-1)!
  if (!isValueFromFacts(versions, version, (one) => one.validTo)) return stretches
  return [...stretches.slice(0, -1), { ...last, validTo }]
}

function changedFields(before: readonly FactStretch[], after: readonly FactStretch[]): string[] {
  const changed = new Set<string>()
  if (before.length !== after.length) changed.add('validFrom')
  after.forEach((next, at) => {
    const was = before[at]
    if (!was) return
    for (const name of ['validFrom', 'validTo', 'source'] as const) if (!isSameValue(was[name], next[name])) changed.add(name)
    for (const name of new Set([...Object.keys(was.body), ...Object.keys(next.body)]))
      if (!isSameValue(was.body[name], next.body[name])) changed.add(name)
  })
  return [...changed]
}
