import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Accounts, Viewer } from '../../accounts/accounts.ts'
import type { CubeFiles } from '../../store/cube-files.ts'
import type { Store } from '../../store/store.ts'
import type { SiteContents } from '../frame/page.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { ClientFiles } from './client-files.ts'
import type { MadeAt, SnapshotSource } from './snapshot-source.ts'

export interface AppEnv {
  Variables: { requestId: string; viewer?: Promise<Viewer | null> }
  /** From the listener; a test that asks the app itself has none. */
  Bindings: { charge?: (cost: number) => void; client?: string }
}

/** All that the routes may touch, put together once in `web/main.ts`. */
export interface Effects {
  store: Store
  source: SnapshotSource
  accounts: Accounts
  /** The tables of statistics; null when none are read. */
  cubes: CubeFiles | null
  client: ClientFiles
  /** Its pages and the API's addresses. */
  contents: SiteContents
  cache: AnswerCache
  logger: Logger
  clock: () => Date
  /** Null: editing over HTTP is off. */
  adminToken: string | null
  /** The site's public address, without a slash at the end; null: it has none, and nothing published claims one. Never taken from a request. */
  baseUrl: string | null
  /** The address for links in mail: the public one, or this machine's. */
  siteUrl: string
  /** The program that threads run; without one all is done in this thread. */
  workerEntry?: URL
  /** Sends a rendered answer, or 304, and keeps it for the next reader. */
  answer(c: Context<AppEnv>, rendered: Rendered): Promise<Response>
}

export interface Rendered {
  body: string
  type: string
  /** Without quotes; names all that the body was made from. */
  etag: string
  /** What of the registry it was made from; null when it was made from the program alone. */
  madeAt: MadeAt | null
  status?: number
  headers?: Record<string, string>
  /** It shows what somebody wrote about themselves: kept neither here nor on the way, and without an ETag. */
  isPrivate?: boolean
}
