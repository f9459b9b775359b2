import type { Beside } from '../../records/beside.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import type { BodyOf, RecordKind, RecordVersion } from '../../records/record.ts'
import type { SourceRef } from '../../records/shared-fields.ts'
import type { VersionState } from '../../records/version-states.ts'
import { contentHashOf } from '../../records/version.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot.ts'
import type { Snapshot } from '../snapshot.ts'

/** What a version has besides its body; the rest is filled in. */
export interface Placed {
  from?: string
  to?: string | null
  /** The day it was recorded; `from` unless given. */
  recorded?: string
  state?: VersionState
  source?: SourceRef | null
  note?: string
}

/** A version that has not got its number and its place in the order of all writes. */
export type Sketch<K extends RecordKind = RecordKind> = { kind: K; recordId: string; body: BodyOf<K> } & Placed

const sketch = <K extends RecordKind>(
  kind: K,
  recordId: string,
  { body, ...placed }: { body: BodyOf<K> } & Placed,
): Sketch<K> => ({
  kind,
  recordId,
  body,
  ...placed,
})

/** The place in a source where something is stated. */
export const at = (sourceId: string, place: Partial<SourceRef> = {}): SourceRef => ({
  sourceId,
  line: null,
  page: null,
  url: null,
  ...place,
})

export const region = (
  code: string,
  name: string,
  { body = {}, ...placed }: Placed & { body?: Partial<BodyOf<'region'>> } = {},
) =>
  sketch('region', code, {
    body: {
      code,
      slug: name.toLowerCase(),
      name,
      countyName: `${name}s län`,
      regionName: `Region ${name}`,
      nameVariants: [],
      nuts1: 'SE1',
      nuts2: 'SE11',
      nuts2Name: 'Östra',
      nuts3: `SE0${code}`,
      iso3166: `SE-${code}`,
      residenceCity: `${name}stad`,
      municipalityCount: 5,
      populations: [{ year: 2024, persons: 1000 }],
      landAreaKm2: 10,
      landNeighbours: [],
      waterNeighbours: [],
      ...body,
    },
    from: '1998-01-01',
    ...placed,
  })

export const jointArea = (id: string, memberCodes: string[], placed: Placed & { note?: string } = {}) =>
  sketch('jointArea', id, {
    body: { slug: id, name: `${id} sv`, nameEn: `${id} en`, memberCodes, note: null },
    from: '2010-01-01',
    ...placed,
  })

export const programmePeriod = (id: string, placed: Placed = {}) =>
  sketch('programmePeriod', id, {
    body: { label: `Perioden ${id}`, from: `${id.slice(0, 4)}-01-01`, to: `${Number(id.slice(5)) + 1}-01-01` },
    from: `${id.slice(0, 4)}-01-01`,
    ...placed,
  })

export const source = (id: string, { body = {}, ...placed }: Placed & { body?: Partial<BodyOf<'source'>> } = {}) =>
  sketch('source', id, {
    body: {
      title: { sv: `${id} sv`, en: `${id} en` },
      publisher: 'Utgivaren',
      kind: 'strategyDocument',
      date: '2014-01-01',
      datePrecision: 'day',
      url: `https://example.se/${id}`,
      note: null,
      ...body,
    },
    from: '2010-01-01',
    ...placed,
  })

/** A region's code, or a joint area's name. */
const ownerOf = (id: string): BodyOf<'strategy'>['owner'] =>
  /^\d+$/.test(id) ? { kind: 'region', id } : { kind: 'jointArea', id }

export const strategy = (
  id: string,
  ownerId: string,
  { body = {}, ...placed }: Placed & { body?: Partial<BodyOf<'strategy'>> } = {},
) =>
  sketch('strategy', id, {
    body: {
      owner: ownerOf(ownerId),
      programmePeriodId: '2014-2020',
      edition: placed.from ?? '2015-01-01',
      datePrecision: 'day',
      status: 'listed',
      decidedOn: null,
      isComplete: true,
      note: null,
      ...body,
    },
    from: '2015-01-01',
    ...placed,
  })

export const area = (
  id: string,
  of: Pick<Sketch<'strategy'>, 'recordId' | 'body' | 'from' | 'to'>,
  { body = {}, ...placed }: Placed & { body?: Partial<BodyOf<'priorityArea'>> } = {},
) =>
  sketch('priorityArea', id, {
    body: {
      owner: of.body.owner,
      strategyId: of.recordId,
      programmePeriodId: of.body.programmePeriodId,
      order: 1,
      verbatimLabel: body.displayLabel ?? id,
      displayLabel: id,
      language: 'sv',
      translatedLabel: null,
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
      ...body,
    },
    ...(of.from === undefined ? {} : { from: of.from }),
    to: of.to ?? null,
    ...placed,
  })

export const cluster = (
  id: string,
  regionCode: string,
  { body = {}, ...placed }: Placed & { body?: Partial<BodyOf<'cluster'>> } = {},
) =>
  sketch('cluster', id, {
    body: { name: id, regionCode, programme: 'Programmet', year: 2012, ...body },
    from: '2012-01-01',
    ...placed,
  })

export const statement = (kind: 'finding' | 'wish' | 'nextStep', id: string, order: number, placed: Placed = {}) =>
  sketch(kind, id, {
    body: { order, text: { sv: `${id} sv`, en: `${id} en` }, fingerprint: null },
    from: '2018-01-31',
    ...placed,
  })

/** `theme.energi`, confirmed or rejected for an area. */
export function decision(areaId: string, name: string, verdict: 'confirmed' | 'rejected', placed: Placed = {}): Sketch<'coding'> {
  const [aspect, code] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
  const body = { priorityAreaId: areaId, aspect, code, verdict } as BodyOf<'coding'>
  return sketch('coding', `${areaId}-${aspect.toLowerCase()}-${code}`, { body, from: '2010-01-01', note: 'Beslutat', ...placed })
}

export const lineage = (
  predecessorId: string | null,
  successorId: string | null,
  body: Omit<BodyOf<'lineage'>, 'predecessorId' | 'successorId'>,
  placed: Placed = {},
) =>
  sketch('lineage', `${predecessorId ?? 'ingen'}-${successorId ?? 'ingen'}`, {
    body: { predecessorId, successorId, ...body },
    from: '2010-01-01',
    note: 'Avgjort',
    ...placed,
  })

/** The versions that are sketched, in the order they are given. */
export function versionsOf(sketches: readonly Sketch[]): RecordVersion[] {
  const numbers = new Map<string, number>()
  return sketches.map(({ kind, recordId, body, from = '2015-01-01', to = null, recorded, state, source: ref, note }, index) => {
    const key = `${kind} ${recordId}`
    const version = (numbers.get(key) ?? 0) + 1
    numbers.set(key, version)
    const content = {
      kind,
      recordId,
      version,
      validFrom: from,
      validTo: to,
      recordedAt: `${recorded ?? from}T12:00:00.000Z`,
      recordedBy: 'prov',
      changeNote: note ?? 'Infört',
      state: state ?? 'published',
      source: ref ?? null,
      body,
    } as Omit<RecordVersion, 'sequence' | 'contentHash'>
    return { ...content, sequence: index + 1, contentHash: contentHashOf(content) } as RecordVersion
  })
}

/** The registry of a few records on a day, with the shipped thesaurus and gazetteer unless others are given; what has been recorded by the end of `knownOn` counts. */
export const snapshotOf = (
  sketches: readonly Sketch[],
  validAt = '2026-01-01',
  { knownOn = '9999-12-31', beside = {} }: { knownOn?: string; beside?: Partial<Beside> } = {},
): Snapshot =>
  snapshotAt(buildKnownRegistry(versionsOf(sketches), `${knownOn}T23:59:59.999Z`), validAt, {
    ...getShippedBeside(),
    ...beside,
  })
