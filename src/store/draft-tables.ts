/** Tables of what regions are working on: drafts field by field, all that was ever saved of them, and texts of those who were signed out. */
export const draftTables: readonly string[] = [
  `create table if not exists draft_field (owner text not null, record_id text not null, field text not null, base text not null,
   value text not null, revision integer not null, saved_at text not null, saved_by text not null, saved_role text not null,
   primary key (owner, record_id, field))`,
  `create table if not exists draft_past (id text primary key, owner text not null, record_id text not null, field text not null,
   value text not null, saved_at text not null, saved_by text not null, saved_role text not null)`,
  'create index if not exists draft_past_owner on draft_past (owner, saved_at)',
  `create table if not exists parked_text (key_hash text primary key, account_id text not null, fields text not null, parked_at text not null)`,
]
