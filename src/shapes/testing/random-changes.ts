import fc from 'fast-check'
import type { RecordKind, RecordVersion } from '../../records/record.ts'
import { contentHashOf } from '../../records/version.ts'

const kinds: RecordKind[] = [
  'priorityArea',
  'strategy',
  'coding',
  'lineage',
  'region',
  'jointArea',
  'cluster',
  'wish',
  'source',
  'programmePeriod',
]
const days = ['2010-01-01', '2018-01-31', '2019-06-01', '2023-01-01', '2026-11-23']
const words = [
  'Solenergi',
  'Skog',
  'Vatten',
  'Livsmedel',
  'Hälsa',
  'Rymd',
  'Turism',
  'Kvantdatorer',
  'Sågverksteknik',
  'life science',
  'Blåbär',
  'Ängsmark',
]

/** A change to an existing record, or a new record copied from one. */
export interface RandomChange {
  kind: RecordKind
  place: number
  day: number
  /** Whether the version also ends on the last day. */
  isClosed: boolean
  what: 'edit' | 'new' | 'withdraw' | 'move'
  text: string
}

export const randomChange: fc.Arbitrary<RandomChange> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant<RecordKind>('priorityArea'), weight: 5 },
    { arbitrary: fc.constantFrom(...kinds), weight: 5 },
  ),
  place: fc.nat({ max: 10_000 }),
  day: fc.nat({ max: days.length - 2 }),
  isClosed: fc.boolean(),
  what: fc.constantFrom('edit', 'edit', 'new', 'withdraw', 'move'),
  text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(' och ')),
})

/** The versions that the changes append to the existing ones, in order. */
export function versionsFor(changes: readonly RandomChange[], before: readonly RecordVersion[]): RecordVersion[] {
  const all = [...before]
  const added: RecordVersion[] = []
  for (const change of changes) {
    const ofKind = [...new Map(all.filter(({ kind }) => kind === change.kind).map((one) => [one.recordId, one])).values()]
    const model = ofKind.length > 0 ? ofKind[change.place % ofKind.length]! : modelOf(change, all)
    const other = ofKind[(change.place * 7) % Math.max(1, ofKind.length)] ?? model
    const recordId = change.what === 'new' ? `nytt-${change.kind.toLowerCase()}-${all.length}` : model.recordId
    const version = {
      ...model,
      recordId,
      sequence: all.length + 1,
      version: recordId === model.recordId ? model.version + 1 : 1,
      validFrom: days[change.day]!,
      validTo: change.isClosed ? days.at(-1)! : null,
      recordedAt: new Date(Date.UTC(2026, 10, 24) + all.length).toISOString(),
      state: change.what === 'withdraw' ? 'withdrawn' : 'published',
      body: bodyOf(change, model.body, other.body),
    } as unknown as RecordVersion
    added.push({ ...version, contentHash: contentHashOf(version) } as RecordVersion)
    all.push(added.at(-1)!)
  }
  return added
}

type Body = Record<string, unknown>

function bodyOf({ kind, what, text }: RandomChange, model: unknown, other: unknown): Body {
  const body = { ...(model as Body) }
  if (what === 'move') {
    // Some changes move the record to another owner, list, region or area, copied from another record of the kind.
    for (const field of ['owner', 'strategyId', 'regionCode', 'priorityAreaId', 'programmePeriodId'])
      if (field in body) body[field] = (other as Body)[field]
    return body
  }
  if (kind === 'priorityArea') return { ...body, displayLabel: text, verbatimLabel: text }
  if (kind === 'wish') return { ...body, text: { sv: text, en: text } }
  if (kind === 'coding') return { ...body, verdict: body['verdict'] === 'confirmed' ? 'rejected' : 'confirmed' }
  if (kind === 'strategy') return { ...body, isComplete: !body['isComplete'] }
  if (kind === 'lineage') return { ...body, verdict: body['verdict'] === 'confirmed' ? 'rejected' : 'confirmed' }
  if (kind === 'region' || kind === 'cluster' || kind === 'jointArea') return { ...body, name: text }
  if (kind === 'source') return { ...body, title: { sv: text, en: text } }
  return body
}

/** The first decision of a kind, needed because the shipped facts contain none. */
function modelOf({ kind, place }: RandomChange, all: readonly RecordVersion[]): RecordVersion {
  const areas = all.filter((one) => one.kind === 'priorityArea')
  const [one, other] = [areas[place % areas.length]!, areas[(place + 1) % areas.length]!]
  const body =
    kind === 'coding'
      ? { priorityAreaId: one.recordId, aspect: 'theme', code: 'energi', verdict: 'confirmed' }
      : { predecessorId: one.recordId, successorId: other.recordId, change: 'renamed', verdict: 'confirmed' }
  return { ...one, kind, recordId: `forsta-${kind}`, version: 0, body } as unknown as RecordVersion
}
