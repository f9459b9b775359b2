import type { NewVersion, RecordVersion } from '../records/record.ts'
import { canonicalJson } from '../records/version.ts'
import { stretchesOf } from '../snapshot/timeline.ts'
import type { Append, Store } from '../store/store.ts'
import { versionKey } from './registry-view.ts'

/**
 * The appends without those that change nothing: a record that would read the same on every day, in the same state, with
 * the same source. A writer who has not seen the newest version is left to the store, which says what has changed since.
 */
export async function withoutIdleAppends(
  { store }: { store: Pick<Store, 'findVersions'> },
  appends: readonly Append[],
): Promise<Append[]> {
  const idle = new Set<Append>()
  for (const ofRecord of Map.groupBy(appends, ({ version }) => versionKey(version.kind, version.recordId)).values()) {
    const { version, expectedVersion } = ofRecord[0]!
    if (expectedVersion === 0) continue
    const before = await store.findVersions(version.kind, version.recordId)
    if (changesNothing(before, ofRecord)) for (const append of ofRecord) idle.add(append)
  }
  return appends.filter((append) => !idle.has(append))
}

function changesNothing(before: readonly RecordVersion[], appends: readonly Append[]): boolean {
  const newest = before.at(-1)
  const added = appends.map(({ version }) => version)
  if (newest?.version !== appends[0]!.expectedVersion || added.some(({ state }) => state !== newest.state)) return false
  const isShown = newest.state === 'published' || newest.state === 'withdrawn'
  if (isShown) return readingOf(stretchesOf<NewVersion>(before)) === readingOf(stretchesOf<NewVersion>([...before, ...added]))
  return added.length === 1 && readingOf([asStretch(newest)]) === readingOf([asStretch(added[0]!)])
}

type VersionOnDays = ReturnType<typeof stretchesOf<NewVersion>>[number]

const asStretch = (version: NewVersion): VersionOnDays => ({ validFrom: version.validFrom, validTo: version.validTo, version })

/** What a reader is shown on each day; stretches that follow on each other and read the same are one. */
function readingOf(stretches: readonly VersionOnDays[]): string {
  const read: { validFrom: string; validTo: string | null; content: string }[] = []
  for (const { validFrom, validTo, version } of stretches) {
    const content = canonicalJson({ source: version.source, body: version.body })
    const last = read.at(-1)
    if (last && last.validTo === validFrom && last.content === content) last.validTo = validTo
    else read.push({ validFrom, validTo, content })
  }
  return canonicalJson(read)
}
