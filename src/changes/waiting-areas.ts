import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, RecordVersion } from '../records/record.ts'
import type { Append, Store } from '../store/store.ts'
import { statedTogether } from './change-state.ts'

type Newest = Pick<Store, 'findNewest'>

/** The areas among these whose newest version is a proposal that nobody has answered. */
export async function findWaitingAreas(store: Newest, areaIds: readonly string[]): Promise<Set<string>> {
  const newest = await store.findNewest(areaIds.map((recordId) => ({ kind: 'priorityArea' as const, recordId })))
  return new Set(newest.filter(({ state }) => state === 'proposed').map(({ recordId }) => recordId))
}

/**
 * Leaves areas with a proposal that waits out of a confirmation, since a version on top of the proposal would hide it.
 * @throws ExpectedError `bad_request` when all of them wait
 */
export async function withoutWaitingAreas(store: Newest, appends: readonly Append[]): Promise<readonly Append[]> {
  const waiting = await findWaitingAreas(store, [...new Set(appends.map(({ version }) => version.recordId))])
  const rest = appends.filter(({ version }) => !waiting.has(version.recordId))
  if (rest.length > 0 || waiting.size === 0) return rest
  const words = {
    sv: 'Alla områden som skulle skrivas har förslag som väntar på svar. Besvara förslagen eller ta tillbaka dem, och gör om.',
    en: 'All areas that would be written have proposals that wait for an answer. Answer them or take them back, and try again.',
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
}

type Area = BodyOf<'priorityArea'>

/**
 * What takes a confirmation back from areas, where some have proposals that wait: these are proposed once more on top, so that they
 * still wait, and no longer have the confirmation either.
 */
export async function withWaitingOnTop(
  store: Newest & Pick<Store, 'findVersions'>,
  appends: readonly Append[],
  confirmedOn: string,
): Promise<readonly Append[]> {
  const waiting = await findWaitingAreas(store, [...new Set(appends.map(({ version }) => version.recordId))])
  const onTop: Append[] = []
  for (const recordId of waiting) {
    const ofArea = appends.filter(({ version }) => version.recordId === recordId)
    const { confirmedOn: day, confirmedByRole } = ofArea[0]!.version.body as Area
    const next = ofArea.at(-1)!.expectedVersion + 1
    const proposed = statedTogether(await store.findVersions('priorityArea', recordId)) as RecordVersion<'priorityArea'>[]
    for (const [index, { kind, validFrom, validTo, recordedBy, changeNote, state, source, body }] of proposed.entries()) {
      const confirmed = body.confirmedOn === confirmedOn ? { confirmedOn: day, confirmedByRole } : {}
      const version = {
        kind,
        recordId,
        validFrom,
        validTo,
        recordedBy,
        changeNote,
        state,
        source,
        body: { ...body, ...confirmed },
      }
      onTop.push({ version: version as Append['version'], expectedVersion: next + index })
    }
  }
  return [...appends, ...onTop]
}
