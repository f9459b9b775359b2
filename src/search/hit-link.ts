import type { Language } from '../records/language.ts'
import type { SearchDocument } from './search-document.ts'

/** What makes the addresses of pages in one language. */
export interface HitPaths {
  lang: Language
  to(page: string, params: Record<string, string>): string
}

/** Where a hit leads: the one link to it, for pages, API, the list under the search field, the browser and the command line. */
export function linkOfHit({ target }: Pick<SearchDocument, 'target'>, paths: HitPaths): string {
  const params = paths.lang === 'en' ? (target.paramsEn ?? target.params) : target.params
  return paths.to(target.page, params) + (target.fragment ? `#${target.fragment}` : '')
}
