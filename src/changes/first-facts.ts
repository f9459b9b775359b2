import { closingNote, originNote } from './fact-notes.ts'
import type { FurtherPart } from './fact-notes.ts'
import { recordKinds } from '../records/record.ts'
import type { NewVersion, RecordVersion } from '../records/record.ts'
import { startOfDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { contentHashOf, parseNewVersion } from '../records/version.ts'
import type { Facts, StatementRow, StrategyRow } from '../sources/facts/fact-rows.ts'
import { finish } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import { getShippedFacts, shippedFactSteps } from '../sources/facts/shipped-facts.ts'
import {
  bodyOfCluster,
  bodyOfContact,
  bodyOfJointArea,
  bodyOfPriorityArea,
  bodyOfRegion,
  bodyOfSource,
  bodyOfStatement,
  bodyOfStrategy,
  bodyOfWish,
} from './fact-bodies.ts'

/** A version as the store loads it: complete except for its sequence. */
export type LoadableVersion = Omit<RecordVersion, 'sequence'>

/** A fact before it becomes a version: a record that is in force from a day on, and its source. */
type Fact = {
  [Kind in NewVersion as Kind['kind']]: Pick<Kind, 'kind' | 'recordId' | 'validFrom' | 'body'>
}[NewVersion['kind']] & {
  sourceId: string | null
  line?: number | null
  /** A further source, and the part of the fact that it is the source of. */
  restsAlsoOn?: { sourceId: string; what: FurtherPart } | null
  /** The newer edition of the same owner that takes this one's place. */
  successor?: StrategyRow | null
}

/**
 * Facts as published versions, in the order in which they were recorded. An empty registry is loaded with those that
 * ship with Spets. Each is recorded on the first day on which it is in force, so that both time axes can be travelled.
 * Pure and deterministic.
 */
export const firstFacts = (facts: Facts = getShippedFacts()): LoadableVersion[] => finish(firstFactSteps(facts))

const factsAStep = 5

/** Those that ship, as work that can be interrupted. */
export function* shippedVersionSteps(): Steps<LoadableVersion[]> {
  return yield* firstFactSteps(yield* shippedFactSteps())
}

function* firstFactSteps(facts: Facts): Steps<LoadableVersion[]> {
  const titles = new Map(facts.sources.map(({ id, title_sv }) => [id, title_sv]))
  const statements = [...findStaticFacts(facts), ...findStrategyFacts(facts)]
  const all = [...findSourceFacts(facts, statements), ...statements]
  const versions: LoadableVersion[] = []
  for (const [at, fact] of all.entries()) {
    versions.push(...versionsOf(fact, titles))
    if (at % factsAStep === 0) yield
  }
  return versions.sort(byRecording)
}

function findStaticFacts(facts: Facts): Fact[] {
  const dateOf = new Map(facts.sources.map(({ id, date }) => [id, date]))
  const placeOf = ({ id, source, line }: Pick<StatementRow, 'id' | 'source' | 'line'>) => {
    const validFrom = dateOf.get(source)
    if (!validFrom) throw new Error(`${id} rests on ${source}, whose date is not known.`)
    return { recordId: id, validFrom, sourceId: source, line }
  }
  const stated = [
    ...facts.findings.map((row): Fact => ({ kind: 'finding', ...placeOf(row), body: bodyOfStatement(row) })),
    ...facts.wishes.map((row): Fact => ({ kind: 'wish', ...placeOf(row), body: bodyOfWish(row) })),
    ...facts.nextSteps.map((row): Fact => ({ kind: 'nextStep', ...placeOf(row), body: bodyOfStatement(row) })),
  ]
  return [
    ...facts.regions.map((row): Fact => ({
      kind: 'region',
      recordId: row.code,
      validFrom: row.valid_from,
      body: bodyOfRegion(row),
      sourceId: row.source,
    })),
    ...facts.jointAreas.map((row): Fact => ({
      kind: 'jointArea',
      recordId: row.id,
      validFrom: row.valid_from,
      body: bodyOfJointArea(row),
      sourceId: row.source,
    })),
    ...facts.programmePeriods.map(({ id, label, from, to, source, known_from }): Fact => ({
      kind: 'programmePeriod',
      recordId: id,
      validFrom: known_from ?? from,
      body: { label, from, to },
      sourceId: source,
    })),
    ...facts.clusters.map((row): Fact => ({
      kind: 'cluster',
      recordId: row.id,
      validFrom: row.valid_from,
      body: bodyOfCluster(row),
      sourceId: row.source,
      restsAlsoOn:
        row.status_source === null || row.status_source === row.source ? null : { sourceId: row.status_source, what: 'outcome' },
    })),
    ...stated,
  ]
}

function findStrategyFacts(facts: Facts): Fact[] {
  const strategies = new Map(facts.strategies.map((row) => [row.id, row]))
  const successors = new Map(facts.strategies.map((row) => [row.id, findSuccessor(facts.strategies, row)]))
  const editions = facts.strategies.map((row): Fact => ({
    kind: 'strategy',
    recordId: row.id,
    validFrom: row.valid_from,
    body: bodyOfStrategy(row),
    sourceId: row.source,
    restsAlsoOn: row.note_source ? { sourceId: row.note_source, what: 'note' } : null,
    successor: successors.get(row.id) ?? null,
  }))
  const meanings = new Map(facts.descriptions.map((row) => [row.priority_area, row]))
  const areas = facts.priorityAreas.map((row): Fact => {
    const strategy = strategies.get(row.strategy)!
    const meaning = meanings.get(row.id) ?? null
    return {
      kind: 'priorityArea',
      recordId: row.id,
      validFrom: strategy.valid_from,
      body: bodyOfPriorityArea(row, { strategy, meaning }),
      sourceId: row.source,
      restsAlsoOn: meaning && meaning.source !== row.source ? { sourceId: meaning.source, what: 'description' } : null,
      line: row.line,
      successor: successors.get(row.strategy) ?? null,
    }
  })
  const contacts = facts.contacts.map((row): Fact => ({
    kind: 'contact',
    recordId: row.id,
    validFrom: strategies.get(row.strategy)!.valid_from,
    body: bodyOfContact(row),
    sourceId: row.source,
    successor: successors.get(row.strategy) ?? null,
  }))
  return [...editions, ...areas, ...contacts]
}

/** The next edition of the same owner. */
function findSuccessor(strategies: readonly StrategyRow[], edition: StrategyRow): StrategyRow | null {
  const later = strategies.filter(
    (row) => row.owner_kind === edition.owner_kind && row.owner_id === edition.owner_id && row.valid_from > edition.valid_from,
  )
  return later.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))[0] ?? null
}

/** A source is in the registry from the first day on which a fact rests on it. */
function findSourceFacts(facts: Facts, statements: Fact[]): Fact[] {
  const firstUse = new Map<string, IsoDate>()
  const tables = facts.statisticsTables.map(({ source, recorded_on }) => ({
    sourceId: source,
    restsAlsoOn: null,
    validFrom: recorded_on,
  }))
  for (const { sourceId, restsAlsoOn, validFrom } of [...statements, ...tables]) {
    for (const id of [sourceId, restsAlsoOn?.sourceId]) {
      if (id && validFrom < (firstUse.get(id) ?? '9999-12-31')) firstUse.set(id, validFrom)
    }
  }
  return facts.sources.map((row): Fact => {
    const validFrom = firstUse.get(row.id)
    if (!validFrom) throw new Error(`No fact rests on the source ${row.id}.`)
    return { kind: 'source', recordId: row.id, validFrom, body: bodyOfSource(row), sourceId: null }
  })
}

/** The fact as published on its first day and, if a newer list replaced its list, as closed on that list's first day. */
function versionsOf(fact: Fact, titles: ReadonlyMap<string, string>): LoadableVersion[] {
  const first = toVersion(fact, { version: 1, recordedOn: fact.validFrom, validTo: null, changeNote: noteOn(fact, titles) })
  const { successor } = fact
  if (!successor) return [first]
  const recordedOn = successor.valid_from
  const closing = closingNote({ ...successor, title: titles.get(successor.source)!, isComplete: successor.complete })
  return [first, toVersion(fact, { version: 2, recordedOn, validTo: recordedOn, changeNote: closing })]
}

interface Recording {
  version: number
  recordedOn: IsoDate
  validTo: IsoDate | null
  changeNote: string
}

function toVersion(fact: Fact, { version, recordedOn, validTo, changeNote }: Recording): LoadableVersion {
  const { kind, recordId, validFrom, body, sourceId, line = null } = fact
  const source = sourceId === null ? null : { sourceId, line, page: null, url: null }
  const content = parseNewVersion({
    kind,
    recordId,
    validFrom,
    validTo,
    recordedBy: 'spets-facts',
    changeNote,
    state: 'published',
    source,
    body,
  })
  const whole = { ...content, version, recordedAt: startOfDay(recordedOn) }
  return { ...whole, contentHash: contentHashOf(whole) }
}

function noteOn({ sourceId, line = null, restsAlsoOn }: Fact, titles: ReadonlyMap<string, string>): string {
  if (sourceId === null) return originNote(null)
  const also = restsAlsoOn ? { what: restsAlsoOn.what, title: titles.get(restsAlsoOn.sourceId)! } : null
  return originNote({ title: titles.get(sourceId)!, line, also })
}

/** By time, then by kind (the kinds that others refer to come first), then by id. */
function byRecording(a: LoadableVersion, b: LoadableVersion): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  if (a.kind !== b.kind) return recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind)
  return a.recordId < b.recordId ? -1 : 1
}
