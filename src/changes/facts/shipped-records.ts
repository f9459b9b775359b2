import type { RecordKind } from '../../records/record.ts'
import type { Owner, SourceRef } from '../../records/shared-fields.ts'
import type { LoadableVersion } from '../../store/store.ts'
import { versionKey } from '../registry-view.ts'
import type { ShippedFact } from './merge-fact.ts'

/** Each fact as its last version has it, by kind/id, in the order in which they are recorded. */
export function shippedRecords(versions: readonly LoadableVersion[]): ReadonlyMap<string, ShippedFact> {
  const facts = new Map<string, ShippedFact>()
  for (const { kind, recordId, validFrom, validTo, body, source, changeNote } of versions) {
    const key = versionKey(kind, recordId)
    const first = facts.get(key)
    facts.set(key, {
      kind,
      recordId,
      validFrom,
      validTo,
      body: body as unknown as Record<string, unknown>,
      source: source as SourceRef | null,
      changeNote: first?.changeNote ?? changeNote,
    })
  }
  return facts
}

/** The strategy that a record belongs to; null for other kinds. */
export const strategyOf = ({ kind, recordId, body }: Pick<ShippedFact, 'kind' | 'recordId' | 'body'>): string | null =>
  kind === 'strategy' ? recordId : kind === 'priorityArea' || kind === 'contact' ? String(body['strategyId']) : null

/** Whose a record is, as far as it is anybody's; `strategies` gives the owner of a strategy. */
export function ownerOfFact(
  { kind, recordId, body }: Pick<ShippedFact, 'kind' | 'recordId' | 'body'>,
  strategies: (id: string) => Owner | null,
): Owner | null {
  if (kind === 'strategy' || kind === 'priorityArea') return body['owner'] as Owner
  if (kind === 'contact') return strategies(String(body['strategyId']))
  if (kind === 'cluster') return { kind: 'region', id: String(body['regionCode']) }
  return kind === 'region' || kind === 'jointArea' ? { kind, id: recordId } : null
}

/** Kinds that everything else rests on. They go along with whatever is chosen. */
export const isBaseKind = (kind: RecordKind): boolean => kind === 'source' || kind === 'programmePeriod'
