import { ExpectedError } from '../records/expected-error.ts'
import type { NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
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
 * Checks that every record that the appended versions refer to exists on the days concerned, once all of them are appended.
 * A draft or proposal may refer to a draft; it is checked again when it is published.
 * @throws ExpectedError `invalid_record` with the record, the field, and the record that it refers to
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
  // Only stretches of this change are checked: the earlier ones were checked when they were written.
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

type Find = (kind: RecordKind, id: string) => Promise<{ versions: readonly NewVersion[] }>

/** Finds the versions of a record as they will be after the change. Each record is read once. */
function makeFinder(store: Pick<Store, 'findVersions'>, appends: readonly Append[]): Find {
  const added = Map.groupBy(appends, ({ version }) => versionKey(version.kind, version.recordId))
  const found = new Map<string, Promise<{ versions: readonly NewVersion[] }>>()
  const read = async (kind: RecordKind, id: string): Promise<{ versions: readonly NewVersion[] }> => {
    const mine = added.get(versionKey(kind, id)) ?? []
    const before: RecordVersion[] = mine[0]?.expectedVersion === 0 ? [] : await store.findVersions(kind, id)
    return { versions: [...before, ...mine.map(({ version }) => version)] }
  }
  return (kind, id) => {
    const key = versionKey(kind, id)
    const known = found.get(key) ?? read(kind, id)
    found.set(key, known)
    return known
  }
}
