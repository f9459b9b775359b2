import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { ExpectedError } from '../records/expected-error.ts'
import { auditTables } from './audit-tables.ts'
import { draftTables } from './draft-tables.ts'
import { accountTables } from './account-tables.ts'
import { conversationTables } from './conversation-tables.ts'
import { digestTables } from './digest-tables.ts'
import { forumTables } from './forum-tables.ts'
import { jointActionTables } from './joint-action-tables.ts'
import { dialogueTables } from './dialogue-tables.ts'
import type { Tables } from './version-rows.ts'

export type Engine = 'sqlite' | 'postgres'

interface Migration {
  number: number
  name: string
  statements: Record<Engine, readonly string[]>
}

const createVersions = (integer: string, states = ['draft', 'proposed', 'published', 'rejected', 'withdrawn']) => `
  create table record_version (
    sequence ${integer} primary key,
    kind text not null,
    record_id text not null,
    version integer not null check (version > 0),
    valid_from text not null,
    valid_to text check (valid_to is null or valid_to > valid_from),
    recorded_at text not null,
    recorded_by text not null,
    change_note text not null,
    state text not null check (state in (${states.map((state) => `'${state}'`).join(', ')})),
    source text,
    body text not null,
    content_hash text not null check (length(content_hash) = 64),
    unique (kind, record_id, version)
  )`

const sqliteGuards = [
  `create trigger record_version_is_never_changed before update on record_version
   begin select raise(abort, 'versions are appended, never changed'); end`,
  `create trigger record_version_is_never_removed before delete on record_version
   begin select raise(abort, 'versions are appended, never removed'); end`,
]

const sqlitePutLast = `create trigger record_version_is_put_last before insert on record_version
   when new.sequence <> (select coalesce(max(sequence), 0) + 1 from record_version)
     or new.version <> (select coalesce(max(version), 0) + 1 from record_version
                        where kind = new.kind and record_id = new.record_id)
   begin select raise(abort, 'versions are appended last, never in the place of another'); end`

const statesWithReturned = ['draft', 'proposed', 'published', 'returned', 'rejected', 'withdrawn']

/** Existing records are in the first form of their kind. */
const createForms = [
  'create table record_form (kind text primary key, form integer not null, since text not null)',
  "insert into record_form select distinct kind, 1, '0.1.0' from record_version",
]

/** Migrations only go forward: a released one is never changed, and there is no way back. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'versions, never changed or removed',
    statements: {
      sqlite: [createVersions('integer'), ...sqliteGuards],
      postgres: [
        createVersions('bigint'),
        `create function refuse_change_of_versions() returns trigger language plpgsql as $$
         begin raise exception 'versions are appended, never changed or removed'; end $$`,
        `create trigger record_version_is_never_changed before update or delete or truncate on record_version
         for each statement execute function refuse_change_of_versions()`,
      ],
    },
  },
  {
    number: 2,
    name: 'versions are put last, never in the place of another',
    statements: {
      // SQLite's «insert or replace» deletes rows without firing the delete trigger, so a trigger on insert refuses them too.
      sqlite: [sqlitePutLast],
      postgres: [
        `create function refuse_version_out_of_order() returns trigger language plpgsql as $$
         begin
           if new.sequence <> (select coalesce(max(sequence), 0) + 1 from record_version)
             or new.version <> (select coalesce(max(version), 0) + 1 from record_version
                                where kind = new.kind and record_id = new.record_id)
           then raise exception 'versions are appended last, never in the place of another';
           end if;
           return new;
         end $$`,
        `create trigger record_version_is_put_last before insert on record_version
         for each row execute function refuse_version_out_of_order()`,
      ],
    },
  },
  {
    number: 3,
    name: 'proposals can be returned; which program can read what is noted',
    statements: {
      // SQLite cannot change a check constraint, so the table and its triggers are created again.
      sqlite: [
        'alter table record_version rename to record_version_before',
        createVersions('integer', statesWithReturned),
        'insert into record_version select * from record_version_before order by sequence',
        'drop table record_version_before',
        ...sqliteGuards,
        sqlitePutLast,
        ...createForms,
      ],
      postgres: [
        'alter table record_version drop constraint record_version_state_check',
        `alter table record_version add constraint record_version_state_check
         check (state in (${statesWithReturned.map((state) => `'${state}'`).join(', ')}))`,
        ...createForms,
      ],
    },
  },
  {
    number: 4,
    name: 'accounts, what they may do, and mail to send',
    statements: { sqlite: accountTables('sqlite'), postgres: accountTables('postgres') },
  },
  {
    number: 5,
    name: 'drafts of regions, and texts of those who were signed out',
    statements: { sqlite: draftTables, postgres: draftTables },
  },
  {
    number: 6,
    name: 'a log of who did what, and named keys of programs',
    statements: { sqlite: auditTables('sqlite'), postgres: auditTables('postgres') },
  },
  {
    number: 7,
    name: 'links of yearly rounds',
    statements: { sqlite: conversationTables, postgres: conversationTables },
  },
  {
    number: 8,
    name: 'dialogues',
    statements: { sqlite: dialogueTables, postgres: dialogueTables },
  },
  {
    number: 9,
    name: 'joint actions that regions agree on',
    statements: { sqlite: jointActionTables, postgres: jointActionTables },
  },
  {
    number: 10,
    name: 'the forum',
    statements: { sqlite: forumTables, postgres: forumTables },
  },
  {
    number: 11,
    name: 'weekly digests, and jobs that are done once',
    statements: { sqlite: digestTables, postgres: digestTables },
  },
]

/**
 * Migrates the tables to this program's version, within the caller's transaction, which must keep other writers out.
 * @throws ExpectedError `store_unavailable` when a newer program has already changed the tables
 */
export async function migrate(db: Kysely<Tables>, { engine, now }: { engine: Engine; now: Date }): Promise<void> {
  await sql`create table if not exists schema_migration (number integer primary key, name text not null, applied_at text not null)`.execute(
    db,
  )
  const { newest } = await db
    .selectFrom('schema_migration')
    .select((e) => e.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow()
  const applied = Number(newest ?? 0)
  const known = migrations.at(-1)!.number
  if (applied > known) {
    throw new ExpectedError('store_unavailable', {
      detail: `The registry was written by a newer Spets (its tables are at version ${applied}; this program knows ${known}). Update Spets, then open it again.`,
    })
  }
  for (const migration of migrations.filter(({ number }) => number > applied)) {
    for (const statement of migration.statements[engine]) await sql.raw(statement).execute(db)
    await db
      .insertInto('schema_migration')
      .values({ number: migration.number, name: migration.name, applied_at: now.toISOString() })
      .execute()
  }
}
