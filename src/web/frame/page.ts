import type { VNode } from 'preact'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Paths } from './paths.ts'
import type { Language } from '../../records/language.ts'

/** Which day a page shows, and what was known when; both as the reader asked. */
export interface TimeChoice {
  validAt: string
  /** The day the knowledge is of; null = what is known now. */
  knownOn: string | null
  /** True when the reader asked for no other day than today. */
  isToday: boolean
}

/** All that a page may use. A page is a pure function of this. */
export interface PageContext {
  lang: Language
  snapshot: Snapshot
  time: TimeChoice
  /** Path and query as asked for, without host. */
  url: URL
  /** Makes addresses in `lang` that keep the chosen time. */
  paths: Paths
  /** Today in Sweden, for words like "in 3 days" and default dates. */
  today: string
}

export interface RenderedPage {
  title: string
  description: string
  body: VNode
  /** Highlights an entry in the main menu. */
  section?: 'map' | 'themes' | 'table' | 'changes' | 'heard' | 'compare' | 'match' | 'company' | 'about'
  /** The page has a search field of its own, so the header needs none. */
  hasOwnSearch?: boolean
  /** 200 unless said. */
  status?: number
  /** It shows what somebody wrote about themselves: kept nowhere, and not for robots. */
  isPrivate?: boolean
  /** The same page in the other language; the address with the language's path unless said. */
  alternatePath?: string
}

/** One page in both languages. `paths` use Hono's `:name`; the English one is served under `/en`. */
export interface Page {
  name: string
  paths: Record<Language, string>
  /** Reads the query and parameters, shapes and renders. @throws ExpectedError for what is not there or not understood */
  render(context: PageContext, params: Record<string, string>): RenderedPage
}
