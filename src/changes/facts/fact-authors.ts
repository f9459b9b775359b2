import { isFromFacts } from '../../records/actor.ts'
import type { RecordVersion } from '../../records/record.ts'
import type { IsoDate } from '../../records/time.ts'
import { canonicalJson } from '../../records/version.ts'

/** Whether two values of a field are the same. */
export const isSameValue = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/**
 * Whether a value in a version comes from the facts that ship. A version repeats what it does not change, so the value is
 * followed back to the version that gave it: it comes from there, whoever wrote the versions after.
 */
export function isValueFromFacts(
  versions: readonly RecordVersion[],
  at: RecordVersion,
  valueOf: (version: RecordVersion) => unknown,
): boolean {
  const earlier = versions.slice(0, versions.indexOf(at)).findLast((version) => isInForceOn(version, at.validFrom))
  if (earlier && isSameValue(valueOf(earlier), valueOf(at))) return isValueFromFacts(versions, earlier, valueOf)
  return isFromFacts(at.recordedBy)
}

const isInForceOn = ({ state, validFrom, validTo }: RecordVersion, day: IsoDate): boolean =>
  state === 'published' && validFrom <= day && (validTo === null || validTo > day)
