import type { RecordKind, RecordVersion } from '../../records/record.ts'
import type { KnownRegistry, Snapshot } from '../../snapshot/snapshot.ts'

/** What an update needs to read of a registry; a snapshot offers it, and so does what is known. */
export interface FactsReader {
  /** The ids of every record of a kind that has ever been published. */
  ids(kind: RecordKind): Iterable<string>
  /** A record's published and withdrawn versions in the order they were recorded. */
  versions(kind: RecordKind, id: string): readonly RecordVersion[]
}

/** All that is known, as an update of the facts reads it. */
export const readerOf = ({ kinds }: KnownRegistry): FactsReader => ({
  ids: (kind) => kinds[kind].histories.keys(),
  versions: (kind, id) => kinds[kind].histories.get(id)?.versions ?? [],
})

/** A snapshot, as an update of the facts reads it; records that people have taken out of force are looked up by id. */
export const readerOfSnapshot = (snapshot: Snapshot): FactsReader => ({
  ids: (kind) => snapshot.histories(kind).map((history) => history[0]!.id),
  versions: (kind, id) => snapshot.versions(kind, id),
})
