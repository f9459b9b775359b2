import { isRecordKind, recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import { firstMissingDay, missingWords, referencesOf } from './reference-days.ts'
import { bodyOf, historiesOf, historyOf, versionKey } from './registry-view.ts'

/** A record in force that names one that is not there. */
export interface BrokenReference {
  kind: RecordKind
  recordId: string
  field: string
  words: LocalText
}

/** Every record that names another that is not there on the days concerned: what an archive may bring, or a withdrawal leave. */
export function findBrokenReferences(known: KnownRegistry): BrokenReference[] {
  return recordKinds.flatMap((kind) =>
    historiesOf(known, kind).flatMap((history) => history.flatMap((record) => brokenIn(known, record))),
  )
}

function brokenIn(known: KnownRegistry, record: Known<RecordKind>): BrokenReference[] {
  const { kind, source, validFrom, validTo } = record.meta
  return referencesOf({ kind, body: bodyOf(record), source }).flatMap((reference) => {
    const there = isRecordKind(reference.kind) ? historyOf(known, reference.kind, reference.id).map(({ meta }) => meta) : []
    const day = firstMissingDay(reference.on, { validFrom, validTo }, there)
    return day === null ? [] : [{ kind, recordId: record.id, field: reference.field, words: missingWords(reference, day) }]
  })
}

/** One of them in a line. */
export const brokenLine = ({ kind, recordId, field, words }: BrokenReference, lang: 'sv' | 'en'): string =>
  `${versionKey(kind, recordId)}, ${lang === 'sv' ? 'fältet' : 'field'} ${field}: ${words[lang]}`
