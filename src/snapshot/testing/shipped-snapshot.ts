import type { RecordVersion } from '../../records/record.ts'
import { firstFacts } from '../../changes/first-facts.ts'
import type { Beside } from '../../records/beside.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot.ts'
import type { Snapshot } from '../snapshot.ts'

const versions = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)

const known = (extra: readonly RecordVersion[]) => buildKnownRegistry([...versions, ...extra], '9999-12-31T23:59:59.999Z')
const plain = new Map<string, Snapshot>()

/** The shipped facts as of a day. Without additions it is made once for a day: what is derived from it costs seconds. */
export function shippedSnapshot(validAt: string, extra: readonly RecordVersion[] = [], beside?: Beside): Snapshot {
  if (extra.length > 0 || beside) return snapshotAt(known(extra), validAt, beside ?? getShippedBeside())
  const made = plain.get(validAt) ?? snapshotAt(known([]), validAt, getShippedBeside())
  plain.set(validAt, made)
  return made
}

/** The versions that it is made of, in order. */
export const shippedVersions = (): readonly RecordVersion[] => versions
