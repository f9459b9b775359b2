import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { ExpectedError } from '../records/expected-error.ts'
import { checkApart } from './check-apart.ts'
import { clientFolder } from './client-folder.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { loadFirstFacts } from './load-first-facts.ts'
import { loadStatistics } from './load-statistics.ts'
import { openCubes } from './open-cubes.ts'
import { openRegistry } from './open-registry.ts'
import { reporting } from './with-registry.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: { sv: 'Visa atlasen på en webbadress', en: 'Serve the atlas at a web address' },
  usage: 'spets serve [--port 2121] [--host localhost]',
  run: (args, io) => reporting(serveCommand, io, () => serve(args, io)),
}

async function serve(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' } } })
  const { env, clock, startSite } = io
  if (!startSite) throw new Error('The command line was started without a site to serve.')
  const store = await openRegistry(io)
  try {
    await loadFirstFacts(store)
    const isSound = checkApart(store, io)
    // The site awaits the check later and handles its failure; until then an unhandled rejection would end the program.
    isSound.catch(() => undefined)
    const logger = pino(
      { level: env['SPETS_LOG'] ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
      // Lines are written together, at the latest after a quarter of a second: one write a request would cost a third of the
      // speed. When the reader of the log stops reading, 4 MB are kept and later lines are lost, but the server goes on.
      pino.destination({ dest: 2, sync: false, minLength: 4096, maxLength: 4 * 1024 * 1024, periodicFlush: 250 }),
    )
    const server = await startSite({
      store,
      clock,
      logger,
      clientFolder,
      port: readPort(values.port ?? env['PORT'] ?? '2121'),
      host: values.host ?? env['HOST'] ?? 'localhost',
      adminToken: env['SPETS_ADMIN_TOKEN'] || null,
      baseUrl: env['SPETS_BASE_URL'] || null,
      statistics: await loadStatistics(store, io),
      cubes: await openCubes(io),
      isSound,
      isProxyTrusted: env['SPETS_TRUST_PROXY'] === '1',
      rate: readRate(env['SPETS_RATE_LIMIT']),
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
    await store.close()
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ExpectedError('bad_request', { detail: `«${text}» is not a port: a whole number from 1 to 65535 is needed.` })
  return port
}

/** `SPETS_RATE_LIMIT=50` allows 50 requests a second for each client, and eight seconds' worth saved up. */
function readRate(text: string | undefined) {
  if (!text) return null
  const perSecond = Number(text)
  if (!(perSecond > 0))
    throw new ExpectedError('bad_request', {
      detail: `SPETS_RATE_LIMIT is «${text}»: a number of requests a second is needed, for example 50.`,
    })
  return { perSecond, burst: perSecond * 8 }
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
