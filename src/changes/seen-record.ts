import { ExpectedError } from '../records/expected-error.ts'
import type { BodyOf, RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import { canonicalJson } from '../records/version.ts'
import { bodyOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'
import type { VersionChange } from './change.ts'

export interface SeenRecord<K extends RecordKind> {
  kind: K
  recordId: string
  body: BodyOf<K>
  /** The day from which it is so. */
  from: IsoDate
  /** The number of the version that the writer was shown; 0 when there was none. */
  seen: number
  changeNote: string
}

/**
 * A record as somebody wants it who was shown one of its versions. Sent twice, by a double click or the back button, it is
 * there already and nothing is written.
 * @throws ExpectedError `version_outdated` when it is another one now than the one shown
 */
export function changeSeen<K extends RecordKind>(
  { known, numbers }: Pick<RegistryView, 'known' | 'numbers'>,
  { kind, recordId, body, from, seen, changeNote }: SeenRecord<K>,
): VersionChange[] {
  const now = historyOf(known, kind, recordId).at(-1)
  const isThere = now !== undefined && now.meta.validTo === null
  if (isThere && canonicalJson(bodyOf(now)) === canonicalJson(body)) return []
  if ((now?.meta.version ?? 0) !== seen) throw new ExpectedError('version_outdated', { detail: stale.en, data: { words: stale } })
  const version = { kind, recordId, validFrom: from, validTo: null, changeNote, state: 'published', source: null, body }
  return [
    {
      version: version as unknown as VersionChange['version'],
      expectedVersion: numbers.get(versionKey(kind, recordId)) ?? 0,
    },
  ]
}

/** What was sent, when it is not a number: nothing was shown. */
export const seenIn = (form: FormData, name = 'seen'): number => Number(/^\d{1,6}$/.exec(String(form.get(name) ?? ''))?.[0] ?? 0)

const stale: LocalText = {
  sv: 'Någon annan hann före, så det du såg gäller inte längre. Ladda om sidan, se vad som står nu och försök igen.',
  en: 'Somebody else was first, so what you saw no longer holds. Reload the page, see what it says now and try again.',
}
