import { parseArgs } from 'node:util'
import { ExpectedError } from '../domain/expected-error.ts'
import { readArchiveFile, writeArchive, writeArchiveFile } from '../store/archive.ts'
import { setSqliteFileAside } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { openRegistry, sqlitePathOf } from './open-registry.ts'
import { reporting, UsageError } from './with-registry.ts'

/** Saves every version to a file. Reads in one statement, so it is consistent while others write. */
export const backupCommand: Command = {
  name: 'backup',
  summary: { sv: 'Spara hela registret i en fil (.gz packar den)', en: 'Save the whole registry to a file (.gz packs it)' },
  usage: 'spets backup FILE',
  run: (args, io) => reporting(backupCommand, io, () => saveTo(readFileName(args, backupCommand.usage), io)),
}

/** The same file by another name: it also moves a registry between SQLite and PostgreSQL. */
export const dumpCommand: Command = {
  name: 'dump',
  summary: {
    sv: 'Skriv ut registret för flytt till en annan databas',
    en: 'Write the registry out, to move it to another database',
  },
  usage: 'spets dump FILE',
  run: (args, io) => reporting(dumpCommand, io, () => saveTo(readFileName(args, dumpCommand.usage), io)),
}

export const loadCommand: Command = {
  name: 'load',
  summary: { sv: 'Läs in ett utskrivet register i en tom databas', en: 'Load a dumped registry into an empty database' },
  usage: 'spets load FILE',
  run: (args, io) =>
    reporting(loadCommand, io, async () => {
      const versions = readArchiveFile(readFileName(args, loadCommand.usage))
      await withStore(io, (store) => store.load(versions))
      io.stdout(
        say(io, { sv: `${versions.length} versioner har lästs in.`, en: `${versions.length} versions have been loaded.` }),
      )
      return 0
    }),
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: { sv: 'Återställ registret från en säkerhetskopia', en: 'Restore the registry from a backup' },
  usage: 'spets restore FILE [--replace]',
  run: (args, io) => reporting(restoreCommand, io, () => restore(args, io)),
}

export const checkCommand: Command = {
  name: 'check',
  summary: { sv: 'Kontrollera att registret är helt', en: 'Check that the registry is whole' },
  usage: 'spets check',
  run: (args, io) => reporting(checkCommand, io, () => check(args, io)),
}

async function restore(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { replace: { type: 'boolean' } } })
  // Everything about the file is checked before the registry is touched.
  const versions = readArchiveFile(readFileName(positionals, restoreCommand.usage))
  if (!(await isRegistryEmpty(io))) makeRoom(io, values.replace ?? false)
  await withStore(io, async (store) => {
    await store.load(versions)
    await store.checkIntegrity()
  })
  io.stdout(say(io, { sv: `Återställt: ${versions.length} versioner.`, en: `Restored: ${versions.length} versions.` }))
  return 0
}

async function check(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {} })
  const count = await withStore(io, async (store) => {
    await store.checkIntegrity()
    return store.getSequence()
  })
  io.stdout(say(io, { sv: `Registret är helt: ${count} versioner.`, en: `The registry is whole: ${count} versions.` }))
  return 0
}

async function saveTo(path: string, io: Io): Promise<number> {
  const versions = await withStore(io, async (store) => {
    await store.checkIntegrity()
    return store.readVersions()
  })
  writeArchiveFile(path, writeArchive(versions, io.clock()))
  io.stdout(
    say(io, {
      sv: `${versions.length} versioner är sparade i ${path}.`,
      en: `${versions.length} versions are saved in ${path}.`,
    }),
  )
  return 0
}

/** Sets the registry that is there aside; never deletes it. */
function makeRoom(io: Io, isReplacing: boolean): void {
  if (!isReplacing) {
    throw new ExpectedError('bad_request', {
      detail: 'The registry is not empty. Add --replace to set the present one aside and restore over it.',
    })
  }
  if (io.env['DATABASE_URL']) {
    throw new ExpectedError('bad_request', {
      detail: 'On PostgreSQL, restore into a new, empty database and point DATABASE_URL at it; the present one is left as it is.',
    })
  }
  const path = sqlitePathOf(io.env)
  const aside = `${path}.${io.clock().toISOString().replaceAll(/[:.]/g, '-')}`
  setSqliteFileAside(path, aside)
  io.stdout(say(io, { sv: `Det förra registret finns kvar som ${aside}.`, en: `The previous registry is kept as ${aside}.` }))
}

/** Whether there is nothing to lose. A registry too damaged to open is something: it is set aside like any other. */
async function isRegistryEmpty(io: Io): Promise<boolean> {
  try {
    return await withStore(io, async (store) => (await store.getSequence()) === 0)
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'store_damaged') return false
    throw error
  }
}

function readFileName(args: string[], usage: string): string {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [path, ...rest] = positionals
  if (!path || rest.length > 0) throw new UsageError(usage)
  return path
}

async function withStore<T>(io: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRegistry(io)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const say = ({ env }: Io, words: { sv: string; en: string }): string => words[langOf(env)]
