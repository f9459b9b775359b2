/** The log of who did what when, and the named keys of programs. An entry is never changed or removed. */
export const auditTables = (engine: 'sqlite' | 'postgres'): string[] => [
  `create table if not exists audit_entry (sequence ${engine === 'sqlite' ? 'integer' : 'bigint'} primary key, at text not null,
   account_id text not null, actor text not null, action text not null, object text not null, previous_hash text not null, hash text not null unique)`,
  ...(engine === 'sqlite'
    ? ['update', 'delete'].map(
        (change) => `create trigger if not exists audit_entry_is_never_${change}d before ${change} on audit_entry
         begin select raise(abort, 'entries of the log are never changed or removed'); end`,
      )
    : [
        `create or replace function refuse_change_of_log() returns trigger language plpgsql as $$
         begin raise exception 'entries of the log are never changed or removed'; end $$`,
        'drop trigger if exists audit_entry_is_never_changed on audit_entry',
        `create trigger audit_entry_is_never_changed before update or delete or truncate on audit_entry
         for each statement execute function refuse_change_of_log()`,
      ]),
  `create table if not exists api_token (id text primary key, user_id text not null references account_user (id) on delete cascade,
   name text not null, scope text not null, token_hash text not null unique, created_at text not null, used_on text)`,
]
