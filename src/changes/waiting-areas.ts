import { ExpectedError } from '../records/expected-error.ts'
import type { Append, Store } from '../store/store.ts'

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
