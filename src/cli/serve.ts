import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { ExpectedError } from '../records/expected-error.ts'
import type { Store } from '../store/store.ts'
import { checkApart } from './check-apart.ts'
import { clientFolder } from './client-folder.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { loadFirstFacts } from './load-first-facts.ts'
import { loadStatistics } from './load-statistics.ts'
import { openCubes } from './open-cubes.ts'
import { openDemonstration, openRegistry } from './open-registry.ts'
import { demonstrationOf, readServeSettings } from './settings.ts'
import { reporting } from './with-registry.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: { sv: 'Visa atlasen på en webbadress', en: 'Serve the atlas at a web address' },
  usage: 'spets serve [--port 2121] [--host localhost] [--demo]',
  run: (args, io) => reporting(serveCommand, io, () => serve(args, io)),
}

async function serve(args: string[], given: Io): Promise<number> {
  const options = { port: { type: 'string' }, host: { type: 'string' }, demo: { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options })
  const isDemo = values.demo ?? false
  const io = isDemo ? { ...given, env: demonstrationOf(given.env) } : given
  const { env, clock, startSite } = io
  if (!startSite) throw new Error('The command line was started without a site to serve.')
  const { logLevel, ...settings } = readServeSettings(env, values)
  const { store, stopWaiting } = await openWhenThere(io, { ...settings, isDemo })
  try {
    await loadFirstFacts(store, clock)
    if (isDemo) await (await import('./demo-registry.ts')).fillDemonstration(store, io)
    const isSound = checkApart(store, io)
    // The site awaits the check later and handles its failure; until then an unhandled rejection would end the program.
    isSound.catch(() => undefined)
    const logger = pino(
      { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      // Lines are written together, at the latest after a quarter of a second: one write a request would cost a third of the
      // speed. When the reader of the log stops reading, 4 MB are kept and later lines are lost, but the server goes on.
      pino.destination({ dest: 2, sync: false, minLength: 4096, maxLength: 4 * 1024 * 1024, periodicFlush: 250 }),
    )
    const server = await startSite({
      store,
      clock,
      logger,
      clientFolder,
      ...settings,
      isDemo,
      statistics: await loadStatistics(store, io),
      cubes: await openCubes(io),
      isSound,
      beforeListening: stopWaiting,
      ...(io.workerEntry ? { workerEntry: io.workerEntry } : {}),
    })
    io.stdout(
      langOf(env) === 'sv'
        ? `Spets finns nu på ${server.url} (avsluta med Ctrl+C)`
        : `Spets is now at ${server.url} (end with Ctrl+C)`,
    )
    await signalToStop()
    await server.stop()
    return 0
  } finally {
    await stopWaiting()
    await store.close()
  }
}

const firstRetryMs = 500
const longestRetryMs = 10_000

/**
 * Opens the registry. A database that is away, and may come back, is tried again, more and more seldom, and meanwhile the site's
 * port answers that the registry cannot be reached.
 */
async function openWhenThere(
  io: Io,
  { isDemo, ...place }: { port: number; host: string; isDemo: boolean },
): Promise<{ store: Store; stopWaiting: () => Promise<void> }> {
  let waiting: { url: string; stop(): Promise<void> } | null = null
  const stopWaiting = async () => {
    await waiting?.stop()
    waiting = null
  }
  for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
    try {
      return { store: await (isDemo ? openDemonstration : openRegistry)(io), stopWaiting }
    } catch (error) {
      const isAway = error instanceof ExpectedError && error.data['mayComeBack'] === true
      if (!isAway || !io.startWaiting) {
        await stopWaiting()
        throw error
      }
      if (!waiting) {
        waiting = await io.startWaiting(place)
        const [sv, en] = [
          `Försöker igen; ${waiting.url} svarar så länge 503.`,
          `Trying again; ${waiting.url} answers 503 meanwhile.`,
        ]
        io.stderr(`${error.detail} ${langOf(io.env) === 'sv' ? sv : en}`)
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}

/** Ctrl+C may arrive twice, from the terminal and from the program that started this one; within this time it counts as one. */
const sameSignalMs = 1000

/** Resolves at the first signal to stop. A second one after a while ends the program at once. */
function signalToStop(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        firstAt ??= performance.now()
        if (performance.now() - firstAt > sameSignalMs) process.exit(1)
        resolve()
      })
    }
  })
}
