import { regionWritings } from '../records/sweden.ts'
import type { RegionNames } from '../records/region-activities.ts'
import { nothingBeside } from '../records/beside.ts'
import type { Beside } from '../records/beside.ts'
import type { GazetteerEntry } from '../sources/deck/deck-draft.ts'
import type { BodyOf, RecordKind, RecordVersion } from '../records/record.ts'
import { buildKnownRegistry } from '../snapshot/snapshot.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'

/** The newest version number of every record by `versionKey`, drafts and withdrawn ones too. */
export type VersionNumbers = ReadonlyMap<string, number>

/** What a writer needs to see before it writes. */
export interface RegistryView {
  known: KnownRegistry
  numbers: VersionNumbers
  sequence: number
  /** What was loaded beside the registry. */
  beside: Beside
}

export const versionKey = (kind: RecordKind, recordId: string): string => `${kind}/${recordId}`

/** The registry as it is now. */
export async function readRegistryView(store: Pick<Store, 'readVersions'>, beside?: Beside): Promise<RegistryView> {
  return registryViewOf(await store.readVersions(), beside)
}

/** The same from versions at hand, in sequence order. */
export function registryViewOf(versions: readonly RecordVersion[], beside: Beside = nothingBeside): RegistryView {
  const numbers = new Map(versions.map((version) => [versionKey(version.kind, version.recordId), version.version]))
  const last = versions.at(-1)
  return {
    known: buildKnownRegistry(versions, last?.recordedAt ?? '1970-01-01T00:00:00.000Z'),
    numbers,
    sequence: last?.sequence ?? 0,
    beside,
  }
}

/** A record's stretches of valid time, oldest first; empty when nothing is known of it. */
export function historyOf<K extends RecordKind>(known: KnownRegistry, kind: K, id: string): readonly Known<K>[] {
  return (known.kinds[kind].histories.get(id)?.segments ?? []) as unknown as readonly Known<K>[]
}

/** Every record of a kind with its stretches, by id. */
export function historiesOf<K extends RecordKind>(known: KnownRegistry, kind: K): (readonly Known<K>[])[] {
  const all = [...known.kinds[kind].histories.values()].map(({ segments }) => segments)
  return all.filter(({ length }) => length > 0) as unknown as (readonly Known<K>[])[]
}

/** The body alone, as a version holds it. */
export function bodyOf<K extends RecordKind>(record: Known<K>): BodyOf<K> {
  const { id: _id, meta: _meta, ...body } = record
  return body as unknown as BodyOf<K>
}

/** The regions and their names, for reading decks. */
export function gazetteerOf(known: KnownRegistry): GazetteerEntry[] {
  const regions = historiesOf(known, 'region').map((history) => history.at(-1)!)
  return regions
    .map(({ code, name, countyName, regionName, nameVariants }) => ({
      code,
      names: [name, countyName, regionName, ...nameVariants],
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The regions with every name that a table may use for them, their NUTS 3 codes among them. */
export const regionNamesOf = (known: KnownRegistry): RegionNames[] =>
  historiesOf(known, 'region')
    .map((history) => history.at(-1)!)
    .map((region) => ({ code: region.code, names: [region.name, ...regionWritings(region)] }))
