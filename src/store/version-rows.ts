import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { VersionState } from '../records/version-states.ts'

/** The one table of the registry: every version ever appended. Columns with JSON are text in both engines. */
export interface VersionRow {
  sequence: number
  kind: string
  record_id: string
  version: number
  valid_from: string
  valid_to: string | null
  recorded_at: string
  recorded_by: string
  change_note: string
  state: string
  source: string | null
  body: string
  content_hash: string
}

/** Every table. The rooms that keep tables of their own beside the versions add theirs by declaration. */
export interface Tables {
  record_version: VersionRow
  /** The kinds that have been written, each with its newest form and the first version of Spets that can read it. */
  record_form: { kind: string; form: number; since: string }
  /** Values that the program makes once for itself, such as the key that cookies are signed with. */
  account_secret: { name: string; value: string }
  schema_migration: { number: number; name: string; applied_at: string }
}

export function toRow(version: RecordVersion): VersionRow {
  return {
    sequence: version.sequence,
    kind: version.kind,
    record_id: version.recordId,
    version: version.version,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    recorded_at: version.recordedAt,
    recorded_by: version.recordedBy,
    change_note: version.changeNote,
    state: version.state,
    source: version.source && JSON.stringify(version.source),
    body: JSON.stringify(version.body),
    content_hash: version.contentHash,
  }
}

/** @throws SyntaxError when a column with JSON is damaged */
export const fromRow = (row: VersionRow): RecordVersion => versionOf(row, (text) => JSON.parse(text) as RecordVersion['source'])

/**
 * The same for many rows: sources that are written alike become one object, because thousands of versions cite the same.
 * @throws SyntaxError when a column with JSON is damaged
 */
export function fromRows(rows: readonly VersionRow[]): RecordVersion[] {
  const sources = new Map<string, RecordVersion['source']>()
  const sourceOf = (text: string) => {
    const known = sources.get(text)
    if (known) return known
    const source = JSON.parse(text) as RecordVersion['source']
    sources.set(text, source)
    return source
  }
  return rows.map((row) => versionOf(row, sourceOf))
}

function versionOf(row: VersionRow, sourceOf: (text: string) => RecordVersion['source']): RecordVersion {
  return {
    sequence: Number(row.sequence),
    kind: row.kind as RecordKind,
    recordId: row.record_id,
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    changeNote: row.change_note,
    state: row.state as VersionState,
    source: row.source === null ? null : sourceOf(row.source),
    body: JSON.parse(row.body) as RecordVersion['body'],
    contentHash: row.content_hash,
  } as RecordVersion
}
