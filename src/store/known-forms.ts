import type { Kysely } from 'kysely'
import type { KindDefinition } from '../records/define-kind.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { allKinds } from '../records/version.ts'
import type { KindList } from '../records/version.ts'
import type { RecordForm } from './store.ts'
import type { Tables } from './version-rows.ts'

type Database = Kysely<Tables>

const formOf = ({ form = 1 }: KindDefinition): number => form

/**
 * Refuses a registry that contains a kind of record, or a newer form of one, that this program cannot read. Another
 * program may have written it after this one opened the registry, so it is checked at opening, before writing, and when
 * new versions are read.
 * @throws ExpectedError `program_outdated` naming the kinds and the version of Spets that can read them
 */
export async function refuseUnknownForms(db: Database, kinds: KindList): Promise<void> {
  refuseForms(await findForms(db), kinds)
}

/** The kinds that have been written, with their forms. */
export const findForms = (db: Database): Promise<RecordForm[]> =>
  db.selectFrom('record_form').selectAll().orderBy('kind').execute()

/** @throws ExpectedError `program_outdated` when this program cannot read some of these */
export function refuseForms(rows: readonly RecordForm[], kinds: KindList = allKinds): void {
  const unknown = rows.filter(({ kind, form }) => !Object.hasOwn(kinds, kind) || form > formOf(kinds[kind]!))
  if (unknown.length > 0) throw outdatedProgram(unknown)
}

/** Records which kinds and forms have been written, within the transaction that writes them. */
export async function noteForms(db: Database, written: Iterable<string>, kinds: KindList): Promise<void> {
  const rows = await db.selectFrom('record_form').selectAll().execute()
  const noted = new Map(rows.map(({ kind, form }) => [kind, form]))
  for (const kind of new Set(written)) {
    const { since, ...definition } = kinds[kind]!
    const form = formOf({ since, ...definition })
    if ((noted.get(kind) ?? 0) >= form) continue
    await db
      .insertInto('record_form')
      .values({ kind, form, since })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ form, since }))
      .execute()
  }
}

function outdatedProgram(unknown: readonly RecordForm[]): ExpectedError {
  const names = unknown.map(({ kind, form }) => (form > 1 ? `${kind} (${form})` : kind)).join(', ')
  const since = unknown.map((row) => row.since).reduce((a, b) => (isLater(b, a) ? b : a))
  const words = {
    sv: `Registret har poster som det här programmet inte kan läsa: ${names}. Det kan Spets från version ${since}. Uppdatera Spets och försök igen.`,
    en: `The registry has records that this program cannot read: ${names}. Spets can from version ${since} on. Update Spets and try again.`,
  }
  return new ExpectedError('program_outdated', {
    detail: words.en,
    data: { kinds: unknown.map(({ kind }) => kind), since, words },
  })
}

/** Whether a version such as 1.10.0 is later than another. */
function isLater(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
