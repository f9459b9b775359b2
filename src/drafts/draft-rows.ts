declare module '../store/version-rows.ts' {
  interface Tables {
    draft_field: DraftRow
    draft_past: Omit<DraftRow, 'base' | 'revision'> & { id: string }
    parked_text: { key_hash: string; account_id: string; fields: string; parked_at: string }
  }
}

/** One field of one area in the draft that the people of a region share. */
export interface DraftRow {
  owner: string
  record_id: string
  field: string
  /** What the registry had when the draft began. */
  base: string
  value: string
  /** Grows with each save; a form names the one that it was opened at. */
  revision: number
  saved_at: string
  /** The account, for the people of the same region; shown as the role. */
  saved_by: string
  saved_role: string
}
