/** The tables of dialogues, their notes, what is marked in them and what is to be done: private to the parties, and in no archive. */
export const dialogueTables: readonly string[] = [
  `create table if not exists dialogue (id text primary key, region_code text not null, held_on text not null, starts_at text not null, roles text not null,
   agenda text not null, state text not null check (state in ('planned', 'running', 'withRegion', 'closed')), created_at text not null, created_by text not null)`,
  'create index if not exists dialogue_region on dialogue (region_code, held_on)',
  `create table if not exists dialogue_note (dialogue_id text not null references dialogue (id), note_id text not null, revision integer not null,
   body text not null, written_by text not null, written_at text not null, primary key (dialogue_id, note_id, revision))`,
  `create table if not exists dialogue_finding (id text primary key, dialogue_id text not null references dialogue (id), sentence text not null, topic text not null,
   step text not null, area_id text, state text not null check (state in ('marked', 'published', 'withoutQuote', 'vetoed')), marked_by text not null,
   marked_at text not null, decided_by text, decided_at text, unique (dialogue_id, sentence, topic))`,
  `create table if not exists dialogue_follow_up (id text primary key, dialogue_id text not null references dialogue (id), what text not null, owner_role text not null,
   due_on text not null, is_done integer not null, created_at text not null, unique (dialogue_id, what))`,
]
