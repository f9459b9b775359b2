import type { HeardStep, HeardTopic } from '../records/heard-topics.ts'

/** The tables of dialogues. What is in them is private to the region and the national level. */
declare module '../store/version-rows.ts' {
  interface Tables {
    dialogue: DialogueRow
    dialogue_note: DialogueNoteRow
    dialogue_finding: DialogueFindingRow
    dialogue_follow_up: DialogueFollowUpRow
  }
}

export interface DialogueRow {
  id: string
  region_code: string
  held_on: string
  /** Hour and minute, `13:00`. */
  starts_at: string
  /** A list as JSON. */
  roles: string
  agenda: string
  state: 'planned' | 'running' | 'withRegion' | 'closed'
  created_at: string
  /** By role. */
  created_by: string
}

export interface DialogueNoteRow {
  dialogue_id: string
  note_id: string
  /** 1, 2, 3 …; the newest is the note. */
  revision: number
  body: string
  written_by: string
  written_at: string
}

export interface DialogueFindingRow {
  id: string
  dialogue_id: string
  sentence: string
  topic: HeardTopic
  step: HeardStep
  area_id: string | null
  /** `marked`: the region has not answered, and silence is no. */
  state: 'marked' | 'published' | 'withoutQuote' | 'vetoed'
  marked_by: string
  marked_at: string
  decided_by: string | null
  decided_at: string | null
}

export interface DialogueFollowUpRow {
  id: string
  dialogue_id: string
  what: string
  owner_role: string
  due_on: string
  is_done: number
  created_at: string
}
