import { recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import { firstMissingDay, missingWords, referencesOf } from './reference-days.ts'
import { bodyOf, historiesOf, historyOf, versionKey } from './registry-view.ts'

/** A record in force that refers to a record that does not exist on the days concerned. */
export interface BrokenReference {
  kind: RecordKind
  recordId: string
  field: string
  words: LocalText
}

/** Finds every broken reference. An archive may bring them, and withdrawing a record may leave them behind. */
export function findBrokenReferences(known: KnownRegistry): BrokenReference[] {
  return recordKinds.flatMap((kind) =>
    historiesOf(known, kind).flatMap((history) => history.flatMap((record) => brokenIn(known, record))),
  )
}

function brokenIn(known: KnownRegistry, record: Known<RecordKind>): BrokenReference[] {
  const { kind, source, validFrom, validTo } = record.meta
  return referencesOf({ kind, body: bodyOf(record), source }).flatMap((reference) => {
    const there = historyOf(known, reference.kind, reference.id).map(({ meta }) => meta)
    const day = firstMissingDay(reference.on, { validFrom, validTo }, there)
    return day === null ? [] : [{ kind, recordId: record.id, field: reference.field, words: missingWords(reference, day) }]
  })
}

/** A broken reference as one line of text. */
export const brokenLine = ({ kind, recordId, field, words }: BrokenReference, lang: 'sv' | 'en'): string =>
  `${versionKey(kind, recordId)}, ${lang === 'sv' ? 'fältet' : 'field'} ${field}: ${words[lang]}`
