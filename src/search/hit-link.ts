import type { Language } from '../records/language.ts'
import type { SearchDocument } from './search-document.ts'

/** Builds the addresses of pages in one language. */
export interface HitPaths {
  lang: Language
  to(page: string, params: Record<string, string>): string
}

/**
 * The link to a hit. Pages, the API, suggestions, the browser and the command line all use it, so that they give the
 * same address.
 */
export function linkOfHit({ target }: Pick<SearchDocument, 'target'>, paths: HitPaths): string {
  const params = paths.lang === 'en' ? (target.paramsEn ?? target.params) : target.params
  return paths.to(target.page, params) + (target.fragment ? `#${target.fragment}` : '')
}
