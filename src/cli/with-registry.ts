import { logging } from '../accounts/log-of-versions.ts'
import { registryOver } from '../changes/registry.ts'
import type { Registry } from '../changes/registry.ts'
import { commandLineActor } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import { errorCodes, ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import type { Store } from '../store/store.ts'
import { langOf } from './command.ts'
import type { Io } from './command.ts'
import { loadFirstFacts } from './load-first-facts.ts'
import { openRegistry } from './open-registry.ts'
import { writerOf } from './settings.ts'

/** The command was written wrongly; the exit code is 2. */
export class UsageError extends Error {}

/** Runs a command. An expected error is shown as a message that a person can act on; any other error is a bug and is thrown on. */
export async function reporting({ usage }: { usage: string }, io: Io, work: () => Promise<number>): Promise<number> {
  const lang = langOf(io.env)
  try {
    return await work()
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      io.stderr(`${error.message}\n\n${lang === 'sv' ? 'Så här skrivs det' : 'Usage'}:\n  ${usage}`)
      return 2
    }
    if (!(error instanceof ExpectedError)) throw error
    const words = error.data['words'] as LocalText | undefined
    const file = typeof error.data['fileName'] === 'string' ? `${error.data['fileName']}: ` : ''
    const detail = words ? `${file}${words[lang]}` : error.detail
    io.stderr(`${errorCodes[error.code][lang]}${detail ? ` ${detail}` : ''}`)
    return 1
  }
}

/** Opens the registry for one command, loads the shipped facts into it if it is empty, and closes it afterwards. */
export async function withRegistry<T>(io: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRegistry(io)
  try {
    await loadFirstFacts(store, io.clock)
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The registry that a command writes to; a warning about the clock goes to standard error. */
export const registryToWrite = (store: Store, { env, clock, stderr }: Io): Registry =>
  registryOver(store, getShippedBeside(), { clock, warn: (words) => stderr(words[langOf(env)]), ...logging(store.side, clock) })

/** What a command has published; nothing when the registry was the same already. */
export function publishedLine(version: RecordVersion | undefined, sv: boolean): string {
  if (!version) return sv ? 'Inget skrevs: så står det redan.' : 'Nothing was written: it is so already.'
  const name = `${version.kind} ${version.recordId}, version ${version.version}.`
  return sv ? `Publicerat: ${name}` : `Published: ${name}`
}

/** The writer of a change that is made at the command line. */
export function actorOf({ env }: Io): Actor {
  return commandLineActor(writerOf(env).slice(0, 120))
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
