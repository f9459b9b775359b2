/**
 * The tables of what is said beside the registry: links of yearly rounds, dialogues and their notes. No part of the registry's history,
 * and in no archive; what is decided out of them becomes a record.
 */
export const conversationTables: readonly string[] = [
  `create table if not exists round_link (token_hash text primary key, round_id text not null, region_code text not null, role text not null,
   recipient text, lang text not null, issued_at text not null, expires_on text not null, opened_at text)`,
  `create table if not exists round_recipient (round_id text not null, region_code text not null, email text not null, role text not null, lang text not null,
   primary key (round_id, region_code))`,
  'create index if not exists round_link_round on round_link (round_id, region_code)',
]
