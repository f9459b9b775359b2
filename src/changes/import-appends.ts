import type { BodyOf, NewVersion, RecordKind } from '../records/record.ts'
import type { SourceRef } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import { slugOf } from '../records/slug.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import type { PlanContext } from './import-plan-types.ts'
import { bodyOf, versionKey } from './registry-view.ts'

/** Where in the deck something is. */
export interface DeckPlace {
  line: number
  page: number | null
}

export const sourceAt = ({ sourceId }: PlanContext, { line, page }: DeckPlace): SourceRef => ({ sourceId, line, page, url: null })

interface VersionParts<K extends RecordKind> {
  kind: K
  recordId: string
  validFrom: IsoDate
  validTo: IsoDate | null
  body: BodyOf<K>
  source: SourceRef | null
  changeNote: string
  state?: 'published' | 'withdrawn'
}

/** A version to append. */
export function makeVersion<K extends RecordKind>(
  { recordedBy }: PlanContext,
  { changeNote, state = 'published', ...parts }: VersionParts<K>,
): NewVersion {
  return { ...parts, state, recordedBy, changeNote: changeNote.slice(0, 1000) } as unknown as NewVersion
}

/** The records that are appended to, each once, as kind/id. */
export const recordsOf = (appends: readonly Append[]): string[] => [
  ...new Set(appends.map(({ version }) => versionKey(version.kind, version.recordId))),
]

/** Versions of one record, one upon the other, each guarded by the number that was seen. */
export function appendInTurn({ numbers }: PlanContext, versions: readonly NewVersion[]): Append[] {
  return versions.map((version, index) => ({
    version,
    expectedVersion: (numbers.get(versionKey(version.kind, version.recordId)) ?? 0) + index,
  }))
}

/** Another body for one stretch of a record's time; the stretches after it are repeated, because a new version would hide them. */
export function rewrite<K extends RecordKind>(
  context: PlanContext,
  history: readonly Known<K>[],
  change: { at: Known<K>; body: BodyOf<K>; source?: SourceRef; changeNote: string },
): Append[] {
  const { at, body, changeNote } = change
  const rest = history.slice(history.indexOf(at) + 1)
  const changed = makeVersion(context, { ...stretchOf(at), body, source: change.source ?? at.meta.source, changeNote })
  const repeated = rest.map((stretch) =>
    makeVersion(context, {
      ...stretchOf(stretch),
      body: bodyOf(stretch),
      source: stretch.meta.source,
      changeNote: stretch.meta.changeNote,
    }),
  )
  return appendInTurn(context, [changed, ...repeated])
}

/** Ends a record on a day; before that day it stays as it was. Nothing is appended where it has ended already. */
export function closeOn<K extends RecordKind>(
  context: PlanContext,
  history: readonly Known<K>[],
  { date, changeNote }: { date: IsoDate; changeNote: string },
): Append[] {
  const end = history.at(-1)!.meta.validTo
  if (end !== null && end <= date) return []
  const last = history.findLast(({ meta }) => meta.validFrom < date)
  if (!last) return withdraw(context, history[0]!, { date: history[0]!.meta.validFrom, changeNote })
  const validTo = last.meta.validTo !== null && last.meta.validTo < date ? last.meta.validTo : date
  return appendInTurn(context, [
    makeVersion(context, { ...stretchOf(last), validTo, body: bodyOf(last), source: last.meta.source, changeNote }),
  ])
}

/** Takes a record out of force from a day on. */
export function withdraw<K extends RecordKind>(
  context: PlanContext,
  record: Known<K>,
  { date, changeNote }: { date: IsoDate; changeNote: string },
): Append[] {
  const { kind, recordId } = stretchOf(record)
  return appendInTurn(context, [
    makeVersion(context, {
      kind,
      recordId,
      validFrom: date,
      validTo: null,
      body: bodyOf(record),
      source: record.meta.source,
      changeNote,
      state: 'withdrawn',
    }),
  ])
}

const stretchOf = <K extends RecordKind>({ id, meta }: Known<K>) => ({
  kind: meta.kind as K,
  recordId: id,
  validFrom: meta.validFrom,
  validTo: meta.validTo,
})

/** An id that no record has or has had. */
export function mintId(
  { numbers, minted }: Pick<PlanContext, 'numbers' | 'minted'>,
  kind: RecordKind,
  wanted: readonly string[],
): string {
  const isFree = (id: string): boolean => id !== '' && !numbers.has(versionKey(kind, id)) && !minted.has(versionKey(kind, id))
  const last = wanted.at(-1)!
  let id = wanted.find(isFree)
  for (let number = 2; id === undefined; number++) if (isFree(`${last}-${number}`)) id = `${last}-${number}`
  minted.add(versionKey(kind, id))
  return id
}

/** `varmland-2018-skoglig-bioekonomi`. */
export function mintAreaId(context: PlanContext, strategyId: string, label: string): string {
  return mintId(context, 'priorityArea', [slugOf(`${strategyId} ${slugOf(label) || 'omrade'}`, 110)])
}
