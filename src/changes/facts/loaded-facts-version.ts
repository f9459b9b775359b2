import { factsLoader } from '../../records/actor.ts'
import { swedishDay } from '../../records/time.ts'
import { contentHashOf } from '../../records/version.ts'
import type { LoadableVersion } from '../../store/store.ts'

/** The version that tells when some facts were loaded, to be loaded after them. */
export function loadedFactsVersion(facts: readonly LoadableVersion[], now: Date): LoadableVersion {
  const earliest = Date.parse(facts.at(-1)!.recordedAt) + 1
  const version = {
    kind: 'loadedFacts' as const,
    recordId: 'first',
    version: 1,
    validFrom: swedishDay(now),
    validTo: null,
    // A clock that is behind the facts must not put it before them.
    recordedAt: new Date(Math.max(now.getTime(), earliest)).toISOString(),
    recordedBy: factsLoader.name,
    changeNote: 'Uppgifterna som följer med Spets lästes in i det tomma registret.',
    state: 'published' as const,
    source: null,
    body: { count: facts.length },
  }
  return { ...version, contentHash: contentHashOf(version) }
}
