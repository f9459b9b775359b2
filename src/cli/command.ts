import type { Writable } from 'node:stream'
import type { Logger } from 'pino'
import type { RegionActivities } from '../records/region-activities.ts'
import type { CubeFiles } from '../store/cube-files.ts'
import type { Store } from '../store/store.ts'
import type { Language } from '../records/language.ts'
import type { HitPaths } from '../search/hit-link.ts'

/** What the site is started with. */
export interface SiteOptions {
  store: Store
  clock: () => Date
  logger: Logger
  /** The folder of what was built for the browser. */
  clientFolder: string
  port: number
  host: string
  adminToken: string | null
  baseUrl: string | null
  statistics: RegionActivities | null
  cubes: CubeFiles
  isProxyTrusted: boolean
  /** Nothing is shown before this has come true; it fails when the registry is damaged. */
  isSound: Promise<void>
  /** Requests a second for each client, and how many it can save up; null = as many as the site finds reasonable. */
  rate: { perSecond: number; burst: number } | null
  /** The program that its threads run. */
  workerEntry?: URL
}

/** A running site. */
export interface RunningSite {
  url: string
  stop(): Promise<void>
}

/** What a command may touch of the world. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Standard output as a stream, for output that is too long to keep in memory. */
  output: Writable
  /** The program that worker threads run; without one a command does all in its own thread. */
  workerEntry?: URL
  /** Starts the site; given from outside, since the command line knows nothing of the web. */
  startSite?: (options: SiteOptions) => Promise<RunningSite>
  /** Makes the pages' addresses as of a day; given from outside too. */
  hitPathsFor?: (asked: { lang: Language; date: string | undefined }) => Promise<HitPaths>
  env: Record<string, string | undefined>
  clock: () => Date
  isTty: boolean
}

/** One `spets` command. `run` gives the exit code: 0 fine, 1 a problem, 2 wrong usage. */
export interface Command {
  name: string
  summary: { sv: string; en: string }
  usage: string
  run(args: string[], io: Io): Promise<number>
}

/** Swedish unless the terminal is set to another language. */
export const langOf = (env: Io['env']): Language => {
  const asked = env['SPETS_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'sv'
  return asked === '' || asked.startsWith('sv') ? 'sv' : 'en'
}
