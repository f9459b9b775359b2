import { randomUUID } from 'node:crypto'
import type { HeardStep, HeardTopic } from '../records/heard-topics.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { SideTables } from '../store/store.ts'
import type { DialogueFindingRow, DialogueFollowUpRow, DialogueNoteRow, DialogueRow } from './dialogue-rows.ts'

export interface Dialogue extends Omit<DialogueRow, 'agenda' | 'roles'> {
  /** Who is there, by role. */
  roles: readonly string[]
  agenda: readonly string[]
}

export interface DialogueDetail {
  dialogue: Dialogue
  /** The newest revision of each note, in the order that they were begun. */
  notes: readonly DialogueNoteRow[]
  findings: readonly DialogueFindingRow[]
  followUps: readonly DialogueFollowUpRow[]
}

const mostListed = 50
const mostNotes = 500

/** The newest dialogues, of some regions or of all, a page at a time: those before `cursor`. */
export async function findDialogues(
  side: SideTables,
  { regionCodes, cursor = null }: { regionCodes: readonly string[] | 'all'; cursor?: string | null },
): Promise<{ dialogues: Dialogue[]; next: string | null }> {
  if (regionCodes !== 'all' && regionCodes.length === 0) return { dialogues: [], next: null }
  const rows = await side.read
    .selectFrom('dialogue')
    .selectAll()
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .$if(regionCodes !== 'all', (all) => all.where('region_code', 'in', [...regionCodes]))
    .$if(cursor !== null, (all) => {
      const [day = '', id = ''] = cursor!.split('_')
      return all.where((e) => e.or([e('held_on', '<', day), e.and([e('held_on', '=', day), e('id', '<', id)])]))
    })
    .limit(mostListed + 1)
    .execute()
  const shown = rows.slice(0, mostListed)
  const last = shown.at(-1)
  return { dialogues: shown.map(dialogueOf), next: rows.length > mostListed && last ? `${last.held_on}_${last.id}` : null }
}

/** One dialogue with all that belongs to it; null when there is none. */
export async function findDialogue(side: SideTables, id: string): Promise<DialogueDetail | null> {
  const row = await side.read.selectFrom('dialogue').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const revisions = await side.read
    .selectFrom('dialogue_note')
    .selectAll()
    .where('dialogue_id', '=', id)
    .orderBy('written_at')
    .orderBy('revision')
    .execute()
  const newest = new Map<string, DialogueNoteRow>()
  for (const note of revisions) newest.set(note.note_id, note)
  const [findings, followUps] = [
    await side.read.selectFrom('dialogue_finding').selectAll().where('dialogue_id', '=', id).orderBy('marked_at').execute(),
    await side.read.selectFrom('dialogue_follow_up').selectAll().where('dialogue_id', '=', id).orderBy('created_at').execute(),
  ]
  return { dialogue: dialogueOf(row), notes: [...newest.values()].filter(({ body }) => body !== ''), findings, followUps }
}

export type PlannedDialogue = Pick<Dialogue, 'region_code' | 'held_on' | 'starts_at' | 'roles' | 'agenda' | 'created_by'>

/** Plans a dialogue. The same region, day and hour planned twice is one. @returns its id */
export async function planDialogue(side: SideTables, planned: PlannedDialogue, now: Date): Promise<string> {
  const id = `${planned.region_code.toLowerCase()}-${planned.held_on}-${planned.starts_at.replace(':', '')}`
  const row: DialogueRow = {
    ...planned,
    id,
    roles: JSON.stringify(planned.roles),
    agenda: JSON.stringify(planned.agenda),
    state: 'planned',
    created_at: now.toISOString(),
  }
  await side.write((db) =>
    db
      .insertInto('dialogue')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  )
  return id
}

export const setDialogueState = async (side: SideTables, id: string, state: DialogueRow['state']): Promise<void> => {
  await side.write((db) => db.updateTable('dialogue').set({ state }).where('id', '=', id).execute())
}

export interface WrittenNote {
  dialogueId: string
  noteId: string
  body: string
  by: string
}

/**
 * Saves a note. The same note saved again is a further revision of it, and one that says the same is none, so that what is saved by
 * itself and then by the button is there once. Earlier revisions stay.
 */
export async function saveNote(side: SideTables, { dialogueId, noteId, body, by }: WrittenNote, now: Date): Promise<void> {
  await side.write(async (db) => {
    const before = await db
      .selectFrom('dialogue_note')
      .select(['revision', 'body', 'written_by'])
      .where('dialogue_id', '=', dialogueId)
      .where('note_id', '=', noteId)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (before?.body === body || (!before && body === '')) return
    if (before && before.written_by !== by)
      throw new ExpectedError('not_allowed', { detail: othersNote.en, data: { words: othersNote } })
    const { count } = await db
      .selectFrom('dialogue_note')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('dialogue_id', '=', dialogueId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostNotes * 20) throw new ExpectedError('too_large')
    const revision = (before?.revision ?? 0) + 1
    const row = { dialogue_id: dialogueId, note_id: noteId, revision, body, written_by: by, written_at: now.toISOString() }
    await db.insertInto('dialogue_note').values(row).execute()
  })
}

const othersNote = {
  sv: 'Anteckningen är någon annans. Skriv en egen.',
  en: 'The note is somebody else’s. Write one of your own.',
}

export interface MarkedSentence {
  dialogueId: string
  sentence: string
  topic: HeardTopic
  step: HeardStep
  areaId: string | null
  by: string
}

/** Marks a sentence as a finding. Nothing is public: the region has not seen it. Marked twice it is one. */
export async function markSentence(side: SideTables, marked: MarkedSentence, now: Date): Promise<void> {
  const row: DialogueFindingRow = {
    id: randomUUID(),
    dialogue_id: marked.dialogueId,
    sentence: marked.sentence,
    topic: marked.topic,
    step: marked.step,
    area_id: marked.areaId,
    state: 'marked',
    marked_by: marked.by,
    marked_at: now.toISOString(),
    decided_by: null,
    decided_at: null,
  }
  await side.write((db) =>
    db
      .insertInto('dialogue_finding')
      .values(row)
      .onConflict((conflict) => conflict.columns(['dialogue_id', 'sentence', 'topic']).doNothing())
      .execute(),
  )
}

/** Notes what the region decided. @returns false when somebody had decided already */
export async function decideFinding(
  side: SideTables,
  { id, state, by, now }: { id: string; state: DialogueFindingRow['state']; by: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await side.write((db) =>
    db
      .updateTable('dialogue_finding')
      .set({ state, decided_by: by, decided_at: now.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'marked')
      .executeTakeFirstOrThrow(),
  )
  return numUpdatedRows === 1n
}

/** Adds a follow-up, by a role. The same one twice is one. */
export async function addFollowUp(
  side: SideTables,
  row: Omit<DialogueFollowUpRow, 'id' | 'is_done' | 'created_at'>,
  now: Date,
): Promise<void> {
  await side.write((db) =>
    db
      .insertInto('dialogue_follow_up')
      .values({ ...row, id: randomUUID(), is_done: 0, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.columns(['dialogue_id', 'what']).doNothing())
      .execute(),
  )
}

export const finishFollowUp = async (side: SideTables, dialogueId: string, id: string): Promise<void> => {
  await side.write((db) =>
    db.updateTable('dialogue_follow_up').set({ is_done: 1 }).where('id', '=', id).where('dialogue_id', '=', dialogueId).execute(),
  )
}

/** What is still to be done for a region, from all of its dialogues, by the day it is due. */
export const findOpenFollowUps = (side: SideTables, regionCode: string): Promise<DialogueFollowUpRow[]> =>
  side.read
    .selectFrom('dialogue_follow_up')
    .selectAll()
    .where('is_done', '=', 0)
    .where('dialogue_id', 'in', (e) => e.selectFrom('dialogue').select('id').where('region_code', '=', regionCode))
    .orderBy('due_on')
    .limit(20)
    .execute()

const dialogueOf = (row: DialogueRow): Dialogue => ({
  ...row,
  roles: JSON.parse(row.roles) as string[],
  agenda: JSON.parse(row.agenda) as string[],
})
