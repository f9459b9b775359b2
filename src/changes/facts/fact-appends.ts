import type { NewVersion } from '../../records/record.ts'
import { factsLoader } from '../../records/actor.ts'
import type { Append } from '../../store/store.ts'
import { versionKey } from '../registry-view.ts'
import type { VersionNumbers } from '../registry-view.ts'
import { isSameValue } from './fact-authors.ts'
import type { FactStretch, ShippedFact } from './merge-fact.ts'

interface Change {
  before: readonly FactStretch[]
  after: readonly FactStretch[]
}

/**
 * The versions that turn a record's stretches into others. A version hides all that was known from its first day on, so
 * everything from the first difference on is repeated.
 */
export function factAppends(
  { kind, recordId, changeNote }: Pick<ShippedFact, 'kind' | 'recordId' | 'changeNote'>,
  { before, after }: Change,
  numbers: VersionNumbers,
): Append[] {
  const same = after.findIndex((next, at) => !isSameValue(before[at], next))
  const first = same === -1 ? after.length : same
  if (first === after.length && before.length === after.length) return []
  const rest = after.slice(first)
  const old = before[first]
  const isLater = old !== undefined && (rest.length === 0 || old.validFrom < rest[0]!.validFrom)
  const versions = [
    ...(isLater ? [{ ...old, validTo: null, state: 'withdrawn' as const }] : []),
    ...rest.map((stretch) => ({ ...stretch, state: 'published' as const })),
  ]
  return versions.map((version, index) => ({
    version: { kind, recordId, ...version, recordedBy: factsLoader.name, changeNote } as unknown as NewVersion,
    expectedVersion: (numbers.get(versionKey(kind, recordId)) ?? 0) + index,
  }))
}

