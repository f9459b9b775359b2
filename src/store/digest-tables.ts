/** Who wants no weekly digest, and which jobs are taken or done, so that of several servers one does each. */
export const digestTables: readonly string[] = [
  'create table if not exists digest_off (user_id text primary key references account_user (id) on delete cascade, since text not null)',
  'create table if not exists job_run (name text primary key, taken_by text not null, taken_at text not null, done_at text)',
]
