import type { Writable } from 'node:stream'
import type { Logger } from 'pino'
import type { RegionActivities } from '../records/region-activities.ts'
import type { CubeFiles } from '../store/cube-files.ts'
import type { Store } from '../store/store.ts'
import type { Language } from '../records/language.ts'
import type { Environment } from './settings.ts'
import type { CountyOutline } from '../documents/deck/county-shapes.ts'
import type { HitPaths } from '../search/hit-link.ts'

/** The settings and effects that the site is started with. */
export interface SiteOptions {
  store: Store
  clock: () => Date
  logger: Logger
  /** The folder of the build for the browser. */
  clientFolder: string
  port: number
  host: string
  adminToken: string | null
  baseUrl: string | null
  smtp: { url: string; from: string } | null
  /** What is shown is invented, and every page says so. */
  isDemo: boolean
  statistics: RegionActivities | null
  cubes: CubeFiles
  isProxyTrusted: boolean
  /** Resolves when the registry has been checked; no page is shown before. Rejects when the registry is damaged. */
  isSound: Promise<void>
  /** Called when everything is ready, just before the port is taken. */
  beforeListening: () => Promise<void>
  /** Requests a second for each client, and how many it can save up; null = as many as the site finds reasonable. */
  rate: { perSecond: number; burst: number } | null
  /** The program that its worker threads run. */
  workerEntry?: URL
}

/** A running site. */
export interface RunningSite {
  url: string
  stop(): Promise<void>
}

/** The effects that a command may use. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Standard output as a stream, for output that is too long to keep in memory. */
  output: Writable
  /** The program that worker threads run; without it a command runs in its own thread. */
  workerEntry?: URL
  /** Starts the site; passed in, because the command line does not import the web. */
  startSite?: (options: SiteOptions) => Promise<RunningSite>
  /** Answers on the site's port while the registry cannot be reached yet; passed in too. */
  startWaiting?: (place: { port: number; host: string }) => Promise<{ url: string; stop(): Promise<void> }>
  /** Makes the addresses of pages as of a day; passed in for the same reason. */
  hitPathsFor?: (asked: { lang: Language; date: string | undefined }) => Promise<HitPaths>
  /** The regions’ outlines for maps; passed in for the same reason. */
  mapOutlines?: () => Promise<readonly CountyOutline[]>
  env: Environment
  clock: () => Date
  isTty: boolean
  /** Shows how far long work has come, on one line that the next text replaces; left out where nobody looks on. */
  progress?: (text: string) => void
  /** Waits; tests let time pass at once. */
  sleep?: (ms: number) => Promise<void>
}

/** One `spets` command. `run` returns the exit code: 0 success, 1 a problem, 2 wrong usage. */
export interface Command {
  name: string
  summary: { sv: string; en: string }
  usage: string
  run(args: string[], io: Io): Promise<number>
}

export { languageOf as langOf } from './settings.ts'
