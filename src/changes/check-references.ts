import { ExpectedError } from '../records/expected-error.ts'
import { isRecordKind } from '../records/record.ts'
import type { NewVersion, RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { stretchesOf } from '../snapshot/timeline.ts'
import type { Append, Store } from '../store/store.ts'
import { firstMissingDay, missingWords, referencesOf } from './reference-days.ts'
import { versionKey } from './registry-view.ts'

interface MissingReference {
  record: string
  field: string
  words: LocalText
}

/**
 * Whether every record that the appended versions name is there, on the days concerned, once all of them are appended.
 * What is drafted or proposed may name what is itself only drafted; when it is published, it is asked again.
 * @throws ExpectedError `invalid_record` saying which record names which that is not there
 */
export async function checkReferences(
  { store }: { store: Pick<Store, 'findVersions'> },
  appends: readonly Append[],
): Promise<void> {
  const find = makeFinder(store, appends)
  const missing: MissingReference[] = []
  for (const record of new Set(appends.map(({ version }) => versionKey(version.kind, version.recordId))))
    missing.push(...(await findMissing(record, { appends, find })))
  const [first] = missing
  if (!first) return
  const more = missing.length > 1 ? ` (+ ${missing.length - 1})` : ''
  const words = {
    sv: `${first.record}, fältet ${first.field}: ${first.words.sv}${more}`,
    en: `${first.record}, field ${first.field}: ${first.words.en}${more}`,
  }
  const issues = missing.map(({ record, field, words: { en } }) => ({ record, path: field, message: en }))
  throw new ExpectedError('invalid_record', { detail: words.en, data: { issues, words } })
}

interface Looking {
  appends: readonly Append[]
  find: Find
}

async function findMissing(record: string, { appends, find }: Looking): Promise<MissingReference[]> {
  const added = new Set<NewVersion>(
    appends.map(({ version }) => version).filter(({ kind, recordId }) => versionKey(kind, recordId) === record),
  )
  const { kind, recordId } = [...added][0]!
  const { versions } = await find(kind, recordId)
  // Only stretches that come from this change are asked about: what was there before was asked about then.
  const inForce = stretchesOf(versions).filter(({ version }) => added.has(version))
  const waiting = [...added].filter(({ state }) => state === 'draft' || state === 'proposed')
  const missing: MissingReference[] = []
  for (const { version, ...days } of inForce)
    for (const reference of referencesOf(version)) {
      const day = firstMissingDay(reference.on, days, stretchesOf((await find(reference.kind, reference.id)).versions))
      if (day !== null) missing.push({ record, field: reference.field, words: missingWords(reference, day) })
    }
  for (const version of waiting)
    for (const reference of referencesOf(version)) {
      const { versions: named } = await find(reference.kind, reference.id)
      if (named.length === 0)
        missing.push({ record, field: reference.field, words: missingWords({ ...reference, on: 'anyDay' }, version.validFrom) })
    }
  return missing
}

type Find = (kind: string, id: string) => Promise<{ versions: readonly NewVersion[] }>

/** A record's versions as they will be, each record read once. */
function makeFinder(store: Pick<Store, 'findVersions'>, appends: readonly Append[]): Find {
  const added = Map.groupBy(appends, ({ version }) => versionKey(version.kind, version.recordId))
  const found = new Map<string, Promise<{ versions: readonly NewVersion[] }>>()
  const read = async (kind: string, id: string): Promise<{ versions: readonly NewVersion[] }> => {
    if (!isRecordKind(kind)) return { versions: [] }
    const mine = added.get(versionKey(kind, id)) ?? []
    const before: RecordVersion[] = mine[0]?.expectedVersion === 0 ? [] : await store.findVersions(kind, id)
    return { versions: [...before, ...mine.map(({ version }) => version)] }
  }
  return (kind, id) => {
    const key = `${kind}/${id}`
    const known = found.get(key) ?? read(kind, id)
    found.set(key, known)
    return known
  }
}
