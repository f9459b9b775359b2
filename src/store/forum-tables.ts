/** The tables of the forum: questions, answers and reports, for the signed in, and in no archive. What was done by whom is in the log. */
export const forumTables: readonly string[] = [
  `create table if not exists forum_question (id text primary key, theme_id text, title text not null, body text not null, by_role text not null, by_owner text not null,
   asked_at text not null, last_at text not null, search_text text not null, hidden_why text)`,
  'create index if not exists forum_question_last on forum_question (last_at, id)',
  `create table if not exists forum_answer (id text primary key, question_id text not null references forum_question (id), body text not null, by_role text not null,
   by_owner text not null, answered_at text not null, search_text text not null, hidden_why text)`,
  'create index if not exists forum_answer_question on forum_answer (question_id, answered_at, id)',
  `create table if not exists forum_report (id text primary key, question_id text not null references forum_question (id), answer_id text, why text not null, by_role text not null,
   reported_at text not null, decision text check (decision in ('hidden', 'kept')), note text, decided_by text, decided_at text)`,
  'create index if not exists forum_report_at on forum_report (reported_at, id)',
]
