import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { findLeftovers } from '../store/sqlite-file.ts'
import { readArchiveFile, writeArchiveFile } from '../store/archive-file.ts'
import { writeArchive } from '../store/archive.ts'
import type { LoadableVersion } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { placedAt, withStore } from './open-registry.ts'
import { databaseUrlOf, sqlitePathOf } from './settings.ts'
import { reporting, UsageError } from './with-registry.ts'

/** Saves every version to a file. Writes that come meanwhile are not in it, in whole transactions. */
export const backupCommand: Command = {
  name: 'backup',
  summary: { sv: 'Spara hela registret i en fil (.gz packar den)', en: 'Save the whole registry to a file (.gz packs it)' },
  usage: 'spets backup FILE [--database postgres://…]',
  run: (args, io) => reporting(backupCommand, io, () => save(args, io)),
}

/** Writes the same file as `backup`; the name is for moving a registry between SQLite and PostgreSQL. */
export const dumpCommand: Command = {
  name: 'dump',
  summary: {
    sv: 'Skriv ut registret för flytt till en annan databas',
    en: 'Write the registry out, to move it to another database',
  },
  usage: 'spets dump FILE [--database postgres://…]',
  run: (args, io) => reporting(dumpCommand, io, () => save(args, io)),
}

export const loadCommand: Command = {
  name: 'load',
  summary: { sv: 'Läs in ett utskrivet register i en tom databas', en: 'Load a dumped registry into an empty database' },
  usage: 'spets load FILE [--database postgres://…]',
  run: (args, io) => reporting(loadCommand, io, () => load(args, io)),
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: { sv: 'Återställ registret från en säkerhetskopia', en: 'Restore the registry from a backup' },
  usage: 'spets restore FILE [--replace] [--database postgres://…]',
  run: (args, io) => reporting(restoreCommand, io, () => restore(args, io)),
}

async function save(args: string[], io: Io): Promise<number> {
  const { path, at } = readFileArgs({ args }, io)
  const count = await withStore(at, async (store) => {
    await store.checkIntegrity()
    await writeArchiveFile(path, writeArchive(store, io.clock()))
    return (await readArchiveFile(path)).length
  })
  io.stdout(say(io, { sv: `${count} versioner är sparade i ${path}.`, en: `${count} versions are saved in ${path}.` }))
  return 0
}

async function load(args: string[], io: Io): Promise<number> {
  const { path, at } = readFileArgs({ args }, io)
  const versions = await readArchiveFile(path)
  await withStore(at, (store) => store.load(versions))
  io.stdout(say(io, { sv: `${versions.length} versioner har lästs in.`, en: `${versions.length} versions have been loaded.` }))
  return 0
}

async function restore(args: string[], io: Io): Promise<number> {
  const { path, at, isReplacing } = readFileArgs({ args, mayReplace: true }, io)
  // Everything about the file is checked before the registry is touched.
  const versions = await readArchiveFile(path)
  if (await isRegistryEmpty(at)) {
    await withStore(at, async (store) => {
      await store.load(versions)
      await store.checkIntegrity()
    })
  } else await replaceRegistry(versions, { at, isReplacing })
  io.stdout(say(io, { sv: `Återställt: ${versions.length} versioner.`, en: `Restored: ${versions.length} versions.` }))
  return 0
}

/** Replaces the registry; the one that exists is renamed, never deleted. */
async function replaceRegistry(
  versions: LoadableVersion[],
  { at, isReplacing }: { at: Io; isReplacing: boolean },
): Promise<void> {
  if (!isReplacing) {
    throw refusal({
      sv: 'Registret är inte tomt. Lägg till --replace för att ställa undan det som finns och återställa i dess ställe.',
      en: 'The registry is not empty. Add --replace to keep the present one under another name and restore in its place.',
    })
  }
  if (databaseUrlOf(at.env) !== null) {
    throw refusal({
      sv: 'I PostgreSQL återställs till en ny, tom databas, som DATABASE_URL sedan pekar på. Den som finns lämnas som den är.',
      en: 'On PostgreSQL, restore into a new, empty database and point DATABASE_URL at it. The present one is left as it is.',
    })
  }
  const { replaceSqliteRegistry } = await import('../store/sqlite-store.ts')
  const path = sqlitePathOf(at.env)
  const aside = `${path}.${at.clock().toISOString().replaceAll(/[:.]/g, '-')}`
  const isThere = existsSync(path)
  await replaceSqliteRegistry({ path, aside, versions }, { clock: at.clock })
  if (isThere)
    at.stdout(say(at, { sv: `Det förra registret finns kvar som ${aside}.`, en: `The previous registry is kept as ${aside}.` }))
}

/** Whether the registry has no versions. One too damaged to open does not count as empty, nor does what a broken restore left. */
async function isRegistryEmpty(at: Io): Promise<boolean> {
  if (databaseUrlOf(at.env) === null && findLeftovers(sqlitePathOf(at.env)).length > 0) return false
  try {
    return await withStore(at, async (store) => (await store.getSequence()) === 0)
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'store_damaged') return false
    throw error
  }
}

function readFileArgs({ args, mayReplace = false }: { args: string[]; mayReplace?: boolean }, io: Io) {
  const options = { database: { type: 'string' }, replace: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [path, ...rest] = positionals
  if (!path || rest.length > 0) throw new UsageError(say(io, { sv: 'Ange en fil.', en: 'Name one file.' }))
  if (values.replace && !mayReplace) {
    throw new UsageError(say(io, { sv: '--replace hör till restore.', en: '--replace belongs to restore.' }))
  }
  return { path, at: placedAt(io, values.database), isReplacing: values.replace ?? false }
}

const refusal = (words: { sv: string; en: string }): ExpectedError =>
  new ExpectedError('bad_request', { detail: words.en, data: { words } })
const say = ({ env }: Io, words: { sv: string; en: string }): string => words[langOf(env)]
