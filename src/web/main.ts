import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { makeAccounts } from '../accounts/accounts.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { sendBySmtp } from '../accounts/smtp.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { RegionActivities } from '../records/region-activities.ts'
import type { ThesaurusFacts } from '../records/thesaurus-facts.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { editionsByOwner } from '../snapshot/editions.ts'
import { readyThesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { CubeFiles } from '../store/cube-files.ts'
import type { Store } from '../store/store.ts'
import { addApiRoutes } from './api/api-routes.ts'
import type { SiteContents } from './frame/page.ts'
import { parseBaseUrl } from './frame/public-address.ts'
import { makeAnswerCache } from './http/answer-cache.ts'
import { makeAnswerer, makeApp } from './http/app.ts'
import type { Effects } from './http/effects.ts'
import { readClientFiles } from './http/client-files.ts'
import { listenOn } from './http/listen-on.ts'
import { connectionLimits, guardConnections, stopServer } from './http/connections.ts'
import { makeListener } from './http/listener.ts'
import { makeRateLimit } from './http/rate-limit.ts'
import { makeSnapshotSource } from './http/snapshot-source.ts'
import { demoContents, siteContents } from './site-contents.ts'
import { startTimedWork } from './timed-work.ts'

const shortestToken = 24

export interface ServerOptions {
  store: Store
  /** Where the build for the browser lies. */
  clientFolder: string
  clock: () => Date
  logger?: Logger
  adminToken?: string | null
  baseUrl?: string | null
  /** Where mail is sent by, and from whom; null: it is kept for an administrator to hand on. */
  smtp?: { url: string; from: string } | null
  /** The port that the site listens on, for links when it has no public address. */
  port?: number
  /** A table that was chosen for matching; null: the main cube serves. */
  statistics?: RegionActivities | null
  /** The tables of statistics; null: none are shown, and nothing is measured. */
  cubes?: CubeFiles | null
  /** What texts are coded by; what ships with the program when left out. */
  thesaurus?: ThesaurusFacts | null
  isProxyTrusted?: boolean
  /** The pages and the API's addresses; the site's own unless said. */
  contents?: SiteContents
  /** What is shown is invented, and every page says so. */
  isDemo?: boolean
  /** Requests a second for each client, and how many it can save up. */
  rate?: { perSecond: number; burst: number } | null
  /** The program that threads run; without one all is done in this thread. */
  workerEntry?: URL
}

const defaultRate = { perSecond: 50, burst: 400 }

/** The site's parts, put together. @throws ExpectedError when the administrator's key is too short to be safe */
export function makeSite({
  store,
  clientFolder,
  clock,
  logger = pino({ level: 'silent' }),
  adminToken = null,
  baseUrl = null,
  smtp = null,
  port = 2121,
  statistics = null,
  cubes = null,
  thesaurus = getShippedBeside().thesaurus,
  isProxyTrusted = false,
  isDemo = false,
  contents = isDemo ? demoContents : siteContents,
  rate = null,
  workerEntry,
}: ServerOptions) {
  if (adminToken !== null && adminToken.length < shortestToken) {
    throw new ExpectedError('bad_request', {
      detail: `SPETS_ADMIN_TOKEN must have at least ${shortestToken} characters. Make one with: node -e "console.log(crypto.randomUUID() + crypto.randomUUID())"`,
    })
  }
  const ownAddress = baseUrl === null ? null : checkedBaseUrl(baseUrl)
  const report = (err: ExpectedError) => logger.error({ err }, 'readers no longer get what is newest')
  const source = makeSnapshotSource({ store, clock, beside: { ...getShippedBeside(), statistics, thesaurus }, cubes, report })
  const cache = makeAnswerCache()
  const siteUrl = ownAddress ?? `http://localhost:${port}`
  const accounts = makeAccountsOf({ store, clock, logger, smtp, siteUrl })
  const effects: Effects = {
    store,
    source,
    accounts,
    cache,
    clock,
    logger,
    adminToken,
    baseUrl: ownAddress,
    siteUrl,
    contents,
    cubes,
    client: readClientFiles(clientFolder),
    answer: makeAnswerer({ cache, isDemo }),
    ...(workerEntry ? { workerEntry } : {}),
  }
  const app = makeApp(effects, addApiRoutes)
  const listener = makeListener({
    fetch: (request, bindings) => app.fetch(request, bindings),
    cache,
    source,
    rateLimit: makeRateLimit(rate ?? defaultRate),
    logger,
    isProxyTrusted,
    isTls: ownAddress?.startsWith('https:') ?? false,
    styles: effects.client.assets.styles,
  })
  return { app, listener, effects }
}

function makeAccountsOf({
  store,
  clock,
  logger,
  smtp,
  siteUrl,
}: Pick<ServerOptions, 'store' | 'clock' | 'smtp'> & { logger: Logger; siteUrl: string }): Accounts {
  const report = (err: unknown) => logger.error({ err }, 'a link to sign in was not sent')
  return makeAccounts({ store, clock, siteUrl, send: smtp ? sendBySmtp(smtp) : null, report })
}

function checkedBaseUrl(text: string): string {
  const address = parseBaseUrl(text)
  if (address !== null) return address
  throw new ExpectedError('bad_request', {
    detail: `SPETS_BASE_URL is «${text}»: the address that readers use is needed, for example https://spets.example.se, without a user, query or fragment.`,
  })
}

/** A running site. */
export interface RunningServer {
  url: string
  server: Server
  /** Takes no new requests, lets those under way finish (at most `graceMs`), and ends. The store is the caller's to close. */
  stop(graceMs?: number): Promise<void>
}

interface StartOptions extends ServerOptions {
  port: number
  host: string
  isSound?: Promise<void>
  /** Called when everything is ready, just before the port is taken. */
  beforeListening?: () => Promise<void>
}

/** Starts the site on a port (0 = any free one). @throws ExpectedError when the port is taken, or the registry is not sound */
export async function startServer({
  isSound = Promise.resolve(),
  beforeListening = () => Promise.resolve(),
  ...options
}: StartOptions): Promise<RunningServer> {
  const { listener, effects } = makeSite(options)
  // The registry is read and checked at the same time; nothing of it is shown before it has been found sound.
  await Promise.all([isSound, effects.source.prepare([editionsByOwner, readyThesaurusOf])])
  const server = createServer(connectionLimits, listener)
  guardConnections(server, { isProxyTrusted: options.isProxyTrusted ?? false })
  await beforeListening()
  const url = await listenOn(server, options)
  const stopping = new AbortController()
  const stopTimedWork = startTimedWork(effects)
  effects.source.prepare(effects.contents.needs, stopping.signal).catch((err: unknown) => {
    if (!stopping.signal.aborted) effects.logger.error({ err }, 'preparing failed')
  })
  const stop = (graceMs = 10_000) => {
    stopping.abort()
    stopTimedWork()
    return stopServer(server, graceMs)
  }
  return { url, server, stop }
}
