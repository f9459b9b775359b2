import { ExpectedError } from '../records/expected-error.ts'
import type { NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { VersionState } from '../records/version-states.ts'
import type { Append } from '../store/store.ts'
import { outdatedVersion } from './edit-record.ts'
import type { Signed } from './edit-record.ts'

export interface StateChange extends Signed {
  kind: RecordKind
  recordId: string
  to: VersionState
  /** The number that the writer saw. */
  expectedVersion: number
}

/**
 * The appends that move a record's newest statement to another state: what was proposed together is published, returned
 * or taken back together. What is published stays the words of who proposed them, with their reason and source; who published is in the note. Pure.
 * @param versions all the record's versions, oldest first
 * @throws ExpectedError `not_found`; `version_outdated` when the number is not the newest; `bad_request` when it is in that state already
 */
export function changeState(versions: readonly RecordVersion[], change: StateChange): Append[] {
  const { kind, recordId, to, expectedVersion, recordedBy, changeNote } = change
  const newest = versions.at(-1)
  if (!newest) throw new ExpectedError('not_found', { detail: `${kind} ${recordId}`, data: { kind, recordId } })
  if (newest.version !== expectedVersion) throw outdatedVersion(newest, expectedVersion)
  if (newest.state === to) throw alreadyThere(newest)
  const signed = newest.state === 'proposed' && to === 'published' ? signedByBoth(newest, change) : { recordedBy, changeNote }
  return statedTogether(versions).map(({ validFrom, validTo, source, body }, index) => ({
    version: { kind, recordId, validFrom, validTo, ...signed, state: to, source, body } as NewVersion,
    expectedVersion: expectedVersion + index,
  }))
}

/** Written by who proposed it, and published by another: their words first, as far as there is room for both. */
function signedByBoth(proposed: RecordVersion, { recordedBy, changeNote }: Signed): Signed {
  const published = [changeNote, `Publicerat av ${recordedBy}.`].filter(Boolean).join(' ').slice(-400)
  return { recordedBy: proposed.recordedBy, changeNote: `${proposed.changeNote.slice(0, 999 - published.length)} ${published}` }
}

/** The newest versions that one writer recorded in one go, in the same state. */
export function statedTogether(versions: readonly RecordVersion[]): readonly RecordVersion[] {
  const { state, recordedAt } = versions.at(-1)!
  const before = versions.findLastIndex((version) => version.state !== state || version.recordedAt !== recordedAt)
  return versions.slice(before + 1)
}

function alreadyThere({ kind, recordId, state, version }: RecordVersion): ExpectedError {
  const words: LocalText = {
    sv: `${kind} ${recordId} är redan i läget ”${state}” (version ${version}).`,
    en: `${kind} ${recordId} is in the state “${state}” already (version ${version}).`,
  }
  return new ExpectedError('bad_request', { detail: words.en, data: { kind, recordId, state, words } })
}
