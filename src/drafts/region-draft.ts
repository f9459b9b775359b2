import { randomUUID } from 'node:crypto'
import type { Owner } from '../records/shared-fields.ts'
import type { SideTables } from '../store/store.ts'
import type { DraftRow } from './draft-rows.ts'

/** What somebody saves in one field. */
export interface DraftEdit {
  recordId: string
  field: string
  value: string
  /** What the registry has. A value that is the same leaves nothing in the draft. */
  base: string
  /** The revision that the form was opened at; 0 when the field was not in the draft. */
  seen: number
}

/** Two people have written in the same field: neither version is lost. */
export interface DraftConflict {
  edit: DraftEdit
  /** The colleague's; null when the field has been taken out of the draft meanwhile. */
  other: DraftRow | null
}

export interface DraftWriter {
  accountId: string
  role: string
  now: Date
}

const keyOf = ({ kind, id }: Owner): string => `${kind} ${id}`

/** The fields in a region's draft, in the order of saving. */
export const findDraft = (side: SideTables, owner: Owner): Promise<DraftRow[]> =>
  side.read.selectFrom('draft_field').selectAll().where('owner', '=', keyOf(owner)).orderBy('saved_at').execute()

/** How many of the latest saves are shown. */
const mostPast = 200

/** What was saved in the draft of an owner, newest first, also what has been written over since. */
export const findPastDrafts = (side: SideTables, owner: Owner) =>
  side.read
    .selectFrom('draft_past')
    .selectAll()
    .where('owner', '=', keyOf(owner))
    .orderBy('saved_at', 'desc')
    .limit(mostPast)
    .execute()

/**
 * Saves fields of a draft, each by itself: a field that a colleague has changed since the form was opened is left as it is and
 * reported, and the others are saved. Both versions are among what was saved.
 */
export async function saveDraft(
  side: SideTables,
  owner: Owner,
  { edits, by }: { edits: readonly DraftEdit[]; by: DraftWriter },
): Promise<DraftConflict[]> {
  const at = by.now.toISOString()
  return side.write(async (db) => {
    const conflicts: DraftConflict[] = []
    for (const edit of edits) {
      const place = { owner: keyOf(owner), record_id: edit.recordId, field: edit.field }
      const here = db.selectFrom('draft_field').selectAll().where('owner', '=', place.owner)
      const own = here.where('record_id', '=', place.record_id).where('field', '=', place.field)
      const now = (await own.executeTakeFirst()) ?? null
      const value = now?.value ?? edit.base
      if (edit.value === value) continue
      const saved = { value: edit.value, saved_at: at, saved_by: by.accountId, saved_role: by.role }
      await db
        .insertInto('draft_past')
        .values({ id: randomUUID(), ...place, ...saved })
        .execute()
      if ((now?.revision ?? 0) !== edit.seen) {
        conflicts.push({ edit, other: now })
        continue
      }
      const row: DraftRow = { ...place, base: edit.base, revision: edit.seen + 1, ...saved }
      // A field that is as in the registry again stays, with its revision, so that a form opened before it is not taken for the newest.
      const inserting = db.insertInto('draft_field').values(row)
      await inserting.onConflict((conflict) => conflict.columns(['owner', 'record_id', 'field']).doUpdateSet(row)).execute()
    }
    return conflicts
  })
}

/** Takes an area's fields out of the draft, as far as nobody has saved them since they were read. */
export async function takeFromDraft(side: SideTables, rows: readonly DraftRow[]): Promise<void> {
  await side.write(async (db) => {
    for (const { owner, record_id, field, revision } of rows)
      await db
        .deleteFrom('draft_field')
        .where('owner', '=', owner)
        .where('record_id', '=', record_id)
        .where('field', '=', field)
        .where('revision', '=', revision)
        .execute()
  })
}

/** Takes an account out of drafts when it is ended; what it wrote stays, as role. */
export const forgetWriter = (side: SideTables, accountId: string): Promise<void> =>
  side.write(async (db) => {
    await db.updateTable('draft_field').set({ saved_by: '' }).where('saved_by', '=', accountId).execute()
    await db.updateTable('draft_past').set({ saved_by: '' }).where('saved_by', '=', accountId).execute()
    await db.deleteFrom('parked_text').where('account_id', '=', accountId).execute()
  })

/** What an account has saved in drafts, for the person who asks what is kept. */
export const findSavedBy = (side: SideTables, accountId: string) =>
  side.read
    .selectFrom('draft_past')
    .select(['owner', 'record_id', 'field', 'value', 'saved_at'])
    .where('saved_by', '=', accountId)
    .orderBy('saved_at')
    .execute()

/** Puts what was proposed back into the draft where nobody has written since: it was returned, or taken back. */
export async function putBack(
  side: SideTables,
  owner: Owner,
  { edits, by }: { edits: readonly Omit<DraftEdit, 'seen'>[]; by: DraftWriter },
): Promise<void> {
  await saveDraft(side, owner, { edits: edits.map((edit) => ({ ...edit, seen: 0 })), by })
}
