import { createHash } from 'node:crypto'
import type { DeclinedFact } from '../../records/declined-fact.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { kindOf } from '../../records/record.ts'
import type { NewVersion } from '../../records/record.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { swedishDay } from '../../records/time.ts'
import type { IsoDate } from '../../records/time.ts'
import { canonicalJson } from '../../records/version.ts'
import { stretchesOf } from '../../snapshot/timeline.ts'
import type { Append } from '../../store/store.ts'
import type { Signed } from '../edit-record.ts'
import { chosenItems } from '../import-choice.ts'
import type { ImportPlan } from '../import-plan-types.ts'
import { versionKey } from '../registry-view.ts'
import type { RegistryView } from '../registry-view.ts'
import { readerOf } from './facts-readers.ts'
import type { FactsReader } from './facts-readers.ts'
import type { FactStretch, ShippedFact } from './merge-fact.ts'

/** What is recorded where nobody has given a reason. */
export const declineNotes = { declined: 'Avböjt.', reopened: 'Tas upp igen.' } as const

/** A decision not to take a fact in, as it is now. */
export interface Declined extends DeclinedFact {
  /** The decision's own id. */
  id: string
  on: IsoDate
  by: string
  note: string
  /** The number of the decision's newest version. */
  version: number
}

/** What a fact says, as a fingerprint: its stretch, the day on which a record ends with its list, or null when it no longer ships. */
export function fingerprintOfFact(fact: FactStretch | { ends: IsoDate } | null): string {
  const says = fact && 'body' in fact ? [fact.validFrom, fact.validTo, fact.body, fact.source] : fact
  return createHash('sha256').update(canonicalJson(says)).digest('hex')
}

/** A fact as it is declined: what it is about, and what it says. */
export function declinableFact({ kind, recordId, body }: ShippedFact, fingerprint: string): DeclinedFact {
  return { about: { kind, id: recordId }, what: kindOf(kind).title(body as never, recordId), fingerprint }
}

/** The decisions that count, by kind/id of what they are about. */
export function findDeclined(reader: FactsReader): ReadonlyMap<string, Declined> {
  const found = [...reader.ids('declinedFact')].flatMap((id): Declined[] => {
    const versions = reader.versions('declinedFact', id)
    const last = stretchesOf(versions).at(-1)?.version
    if (!last) return []
    const { recordedAt, recordedBy, changeNote } = last
    const version = versions.at(-1)!.version
    return [{ ...(last.body as DeclinedFact), id, on: swedishDay(recordedAt), by: recordedBy, note: changeNote, version }]
  })
  return new Map(found.map((one) => [keyOf(one), one]))
}

/** kind/id of the record that a declined fact is about. */
export const keyOf = ({ about: { kind, id } }: DeclinedFact): string => `${kind}/${id}`

interface Declining extends Signed {
  plan: ImportPlan & { declinable: ReadonlyMap<string, readonly DeclinedFact[]> }
  /** The items of the plan that are declined. */
  items: readonly string[]
  today: IsoDate
}

/** The appends by which every fact of some items is declined. @throws ExpectedError `bad_request` for an item that is not in the plan */
export function declineFacts({ numbers }: Pick<RegistryView, 'numbers'>, { plan, items, today, ...signed }: Declining): Append[] {
  return chosenItems(plan, items).flatMap(({ id }) =>
    (plan.declinable.get(id) ?? []).map((body): Append => {
      const recordId = `declined-${createHash('sha256').update(keyOf(body)).digest('hex').slice(0, 24)}`
      const version: NewVersion = {
        kind: 'declinedFact',
        recordId,
        validFrom: today,
        validTo: null,
        ...signed,
        state: 'published',
        source: null,
        body,
      }
      return { version, expectedVersion: numbers.get(versionKey('declinedFact', recordId)) ?? 0 }
    }),
  )
}

/**
 * The appends by which decisions are taken back, so that the facts are proposed again.
 * @param ids those of the decisions, or of the records that they are about
 * @throws ExpectedError `not_found` when one of them is not declined
 */
export function reopenFacts({ known }: Pick<RegistryView, 'known'>, { ids, ...signed }: Signed & { ids: readonly string[] }): Append[] {
  const reader = readerOf(known)
  const declined = [...findDeclined(reader).values()]
  return ids.map((asked): Append => {
    const found = declined.find((one) => [one.id, one.about.id, keyOf(one)].includes(asked))
    if (!found) {
      const words: LocalText = { sv: `”${asked}” är inte avböjd.`, en: `“${asked}” is not declined.` }
      throw new ExpectedError('not_found', { detail: words.en, data: { asked, words } })
    }
    const last = reader.versions('declinedFact', found.id).at(-1)!
    const { validFrom, validTo, source, body } = last
    const version = { kind: 'declinedFact', recordId: found.id, validFrom, validTo, ...signed, state: 'withdrawn', source, body }
    return { version: version as NewVersion, expectedVersion: found.version }
  })
}
