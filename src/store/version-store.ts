import type { Kysely, Transaction } from 'kysely'
import { ExpectedError } from '../records/expected-error.ts'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { VersionState } from '../records/version-states.ts'
import { contentHashOf } from '../records/version.ts'
import type { KindList } from '../records/version.ts'
import { checkLoaded, numberVersions, outdated, parseAppends, recordKey } from './append-rules.ts'
import type { Head } from './append-rules.ts'
import { findForms, noteForms, refuseUnknownForms } from './known-forms.ts'
import type { Engine } from './migrations.ts'
import type { Append, LoadableVersion, Store, VersionedRecord } from './store.ts'
import { fromRow, fromRows, toRow } from './version-rows.ts'
import type { Tables, VersionRow } from './version-rows.ts'

/** What an engine provides: connections, a write transaction that keeps other writers out, and its own check. */
export interface EngineParts {
  engine: Engine
  reader: Kysely<Tables>
  /** Statements outside of `write`, each a transaction of its own. */
  single: Kysely<Tables>
  write<T>(work: (db: Kysely<Tables> | Transaction<Tables>) => Promise<T>): Promise<T>
  /** Runs the engine's own check; null when there is no fault. */
  check(): Promise<string | null>
  /** Explains an engine's error that a person can act on; null when it is a bug. */
  explain(error: unknown): ExpectedError | null
  /** Called when no work is in progress any more. */
  close(): Promise<void>
}

const rowsPerInsert = 500

/** Builds a store with the same rules over either engine. */
export function makeVersionStore(parts: EngineParts, { clock, kinds }: { clock: () => Date; kinds: KindList }): Store {
  const { engine, reader, single, write, check } = parts
  const underWay = new Set<Promise<unknown>>()
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    const promise = work()
    underWay.add(promise)
    try {
      return await promise
    } catch (error) {
      throw (error instanceof ExpectedError ? null : parts.explain(error)) ?? error
    } finally {
      underWay.delete(promise)
    }
  }
  return {
    engine,
    side: { engine, read: reader, single, write: (work) => explained(() => write(work)) },
    append: async (appends, beside) => {
      const parsed = parseAppends(appends, kinds)
      return explained(() =>
        write(async (db) => {
          const versions = await appendVersions(db, parsed, { now: clock(), kinds })
          if (versions.length > 0) await beside?.(db, versions)
          return versions
        }),
      )
    },
    load: async (versions) => {
      checkLoaded(versions, kinds)
      await explained(() => write((db) => loadVersions(db, versions, kinds)))
    },
    readVersions: ({ after = 0, limit, kind } = {}) => explained(() => readVersions(reader, { after, limit, kind, kinds })),
    findVersions: (kind, recordId) => explained(() => findVersions(reader, { kind, recordId, after: 0 })),
    findNewest: (records) => explained(() => findNewest(reader, records)),
    findWaiting: (state) => explained(() => findWaiting(reader, state)),
    findForms: () => explained(() => findForms(reader)),
    getSequence: () => explained(async () => (await readHead(reader)).sequence),
    checkIntegrity: async () => {
      const fault = await explained(async () => (await findDamagedVersion(reader)) ?? (await check()))
      if (fault) throw new ExpectedError('store_damaged', { detail: `${fault} Restore a backup with «spets restore».` })
    },
    close: async () => {
      await Promise.allSettled(underWay)
      await parts.close()
    },
  }
}

async function loadVersions(db: Kysely<Tables>, versions: readonly LoadableVersion[], kinds: KindList): Promise<void> {
  const head = await readHead(db)
  if (head.sequence > 0)
    throw new ExpectedError('bad_request', {
      detail: 'The registry already holds versions; only an empty one can be loaded into.',
    })
  await insert(
    db,
    versions.map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion),
  )
  await noteForms(
    db,
    versions.map(({ kind }) => kind),
    kinds,
  )
}

async function readVersions(
  db: Kysely<Tables>,
  { after, limit, kind, kinds }: { after: number; limit: number | undefined; kind: RecordKind | undefined; kinds: KindList },
): Promise<RecordVersion[]> {
  const query = db
    .selectFrom('record_version')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .$if(kind !== undefined, (every) => every.where('kind', '=', kind!))
    .$if(limit !== undefined, (every) => every.limit(limit!))
  const rows = await query.execute()
  if (rows.length > 0) await refuseUnknownForms(db, kinds)
  return fromRows(rows)
}

interface Appending {
  now: Date
  kinds: KindList
}

async function appendVersions(db: Kysely<Tables>, appends: Append[], { now, kinds }: Appending): Promise<RecordVersion[]> {
  if (appends.length === 0) return []
  await refuseUnknownForms(db, kinds)
  const head = await readHead(db)
  const current = await readNewestNumbers(db, appends)
  const { versions, stale } = numberVersions(appends, { head, current, now })
  if (stale.length > 0) {
    const since = new Map<string, RecordVersion[]>()
    for (const { append } of stale) {
      const { kind, recordId } = append.version
      since.set(recordKey(append.version), await findVersions(db, { kind, recordId, after: append.expectedVersion }))
    }
    throw outdated(stale, since)
  }
  await insert(db, versions)
  await noteForms(
    db,
    versions.map(({ kind }) => kind),
    kinds,
  )
  return versions
}

async function readHead(db: Kysely<Tables>): Promise<Head> {
  const row = await db
    .selectFrom('record_version')
    .select(['sequence', 'recorded_at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { sequence: Number(row?.sequence ?? 0), recordedAt: row?.recorded_at ?? '' }
}

async function readNewestNumbers(db: Kysely<Tables>, appends: readonly Append[]): Promise<Map<string, number>> {
  const newest = new Map<string, number>()
  for (const { kind, ids } of chunksByKind(appends.map(({ version }) => version))) {
    const rows = await db
      .selectFrom('record_version')
      .select((e) => ['record_id', e.fn.max('version').as('version')])
      .where('kind', '=', kind)
      .where('record_id', 'in', ids)
      .groupBy('record_id')
      .execute()
    for (const row of rows) newest.set(recordKey({ kind, recordId: row.record_id }), row.version)
  }
  return newest
}

async function insert(db: Kysely<Tables>, versions: readonly RecordVersion[]): Promise<void> {
  for (let at = 0; at < versions.length; at += rowsPerInsert) {
    await db
      .insertInto('record_version')
      .values(versions.slice(at, at + rowsPerInsert).map(toRow))
      .execute()
  }
}

async function findVersions(
  db: Kysely<Tables>,
  { kind, recordId, after }: { kind: RecordKind; recordId: string; after: number },
): Promise<RecordVersion[]> {
  const rows = await db
    .selectFrom('record_version')
    .selectAll()
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('version', '>', after)
    .orderBy('version')
    .execute()
  return fromRows(rows)
}

async function findNewest(db: Kysely<Tables>, records: readonly VersionedRecord[]): Promise<RecordVersion[]> {
  const newest = new Map<string, VersionRow>()
  for (const { kind, ids } of chunksByKind(records)) {
    const rows = await db
      .selectFrom('record_version')
      .selectAll()
      .where('kind', '=', kind)
      .where('record_id', 'in', ids)
      .orderBy('version')
      .execute()
    for (const row of rows) newest.set(recordKey({ kind, recordId: row.record_id }), row)
  }
  return fromRows([...newest.values()])
}

async function findWaiting(db: Kysely<Tables>, state: VersionState): Promise<RecordVersion[]> {
  const rows = await db
    .selectFrom('record_version as waiting')
    .selectAll()
    .where('state', '=', state)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('record_version as later')
            .select('later.sequence')
            .whereRef('later.kind', '=', 'waiting.kind')
            .whereRef('later.record_id', '=', 'waiting.record_id')
            .whereRef('later.version', '>', 'waiting.version'),
        ),
      ),
    )
    .orderBy('sequence')
    .execute()
  return fromRows(rows)
}

/** The distinct ids of each kind, in chunks small enough for one query. */
function chunksByKind(records: readonly VersionedRecord[]): { kind: RecordKind; ids: string[] }[] {
  return [...Map.groupBy(records, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const ids = [...new Set(ofKind.map(({ recordId }) => recordId))]
    const starts = Array.from({ length: Math.ceil(ids.length / rowsPerInsert) }, (_, index) => index * rowsPerInsert)
    return starts.map((start) => ({ kind, ids: ids.slice(start, start + rowsPerInsert) }))
  })
}

/** Few enough that checking them does not block the process noticeably. */
const rowsACheck = 500

async function findDamagedVersion(db: Kysely<Tables>): Promise<string | null> {
  let at = 0
  for (;;) {
    const rows = await db
      .selectFrom('record_version')
      .selectAll()
      .where('sequence', '>', at)
      .orderBy('sequence')
      .limit(rowsACheck)
      .execute()
    if (rows.length === 0) return null
    for (const row of rows) {
      const name = `${row.kind}/${row.record_id} version ${row.version}`
      try {
        if (contentHashOf(fromRow(row)) !== row.content_hash) return `${name} does not match its checksum.`
      } catch {
        return `${name} cannot be read.`
      }
      if (Number(row.sequence) !== at + 1) return `A version is missing before ${name}.`
      at = Number(row.sequence)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}
