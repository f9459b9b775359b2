import type { RecordVersion } from '../../records/record.ts'
import { firstFacts } from '../../changes/first-facts.ts'
import type { Beside } from '../../records/beside.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot.ts'

const versions = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)

/** The shipped facts as of a day. */
export const shippedSnapshot = (validAt: string, extra: readonly RecordVersion[] = [], beside: Beside = getShippedBeside()) =>
  snapshotAt(buildKnownRegistry([...versions, ...extra], '9999-12-31T23:59:59.999Z'), validAt, beside)

/** The versions that it is made of, in order. */
export const shippedVersions = (): readonly RecordVersion[] => versions
