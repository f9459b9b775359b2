import type { Language } from '../../records/language.ts'
import type { Paths, TimeChoice } from './paths.ts'

/** What parts of pages are drawn with that are drawn in the browser as well. */
export interface PartContext {
  lang: Language
  /** Path and query as asked for, without host. */
  url: URL
  /** Makes addresses in `lang` that keep the chosen time. */
  paths: Paths
  time: TimeChoice
  /** The site's public address, for citations; null where it has none. Never taken from a request. */
  baseUrl: string | null
}
