import type { Language } from '../../records/language.ts'

/** Which day a page shows, and what was known when; both as the reader asked. */
export interface TimeChoice {
  validAt: string
  /** The day the knowledge is of; null = what is known now. */
  knownOn: string | null
  /** True when the reader asked for no other day than today. */
  isToday: boolean
}

/** Query names for the two time axes, per language. Both are understood everywhere. */
export const timeQueryNames = { sv: { validAt: 'datum', knownOn: 'kant' }, en: { validAt: 'date', knownOn: 'known' } } as const

/** Every page's address pattern. The English ones are served under `/en`. */
export const pagePaths = {
  start: { sv: '/', en: '/' },
  region: { sv: '/region/:slug', en: '/region/:slug' },
  jointArea: { sv: '/samverkan/:slug', en: '/joint-area/:slug' },
  priority: { sv: '/prioritet/:id', en: '/priority/:id' },
  coding: { sv: '/prioritet/:id/kodning', en: '/priority/:id/coding' },
  review: { sv: '/granska', en: '/review' },
  themes: { sv: '/tema', en: '/theme' },
  theme: { sv: '/tema/:id', en: '/theme/:id' },
  periods: { sv: '/period', en: '/period' },
  period: { sv: '/period/:id', en: '/period/:id' },
  compare: { sv: '/jamfor', en: '/compare' },
  match: { sv: '/matchning', en: '/matching' },
  company: { sv: '/foretag', en: '/company' },
  searchMethod: { sv: '/metod/sok', en: '/method/search' },
  changes: { sv: '/andrat', en: '/changes' },
  heard: { sv: '/hort', en: '/heard' },
  table: { sv: '/tabell', en: '/table' },
  search: { sv: '/sok', en: '/search' },
  sources: { sv: '/kallor', en: '/sources' },
  source: { sv: '/kalla/:id', en: '/source/:id' },
  history: { sv: '/historik/:kind/:id', en: '/history/:kind/:id' },
  about: { sv: '/om', en: '/about' },
  accessibility: { sv: '/tillganglighet', en: '/accessibility' },
  api: { sv: '/api', en: '/api' },
  import: { sv: '/import', en: '/import' },
} as const satisfies Record<string, Record<Language, string>>
export type PageName = keyof typeof pagePaths

type Query = Record<string, string | number | null | undefined | readonly string[]>

/** Makes addresses in one language that keep the reader's chosen time. */
export interface Paths {
  /** `to('region', { slug: 'varmland' })`, with an optional query. Null and empty query values are left out. */
  to(page: PageName, params?: Record<string, string>, query?: Query): string
  /** The same for an address under `/api/v1/`, or a file; language-neutral, time kept under its English names. */
  api(path: string, query?: Query): string
}

export function makePaths(lang: Language, time: TimeChoice | null): Paths {
  return {
    to(page, params = {}, query = {}) {
      const pattern: string = pagePaths[page][lang]
      const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
      const prefixed = lang === 'en' ? `/en${path === '/' ? '' : path}` : path
      return prefixed + queryText({ ...query, ...timeQuery(lang, time) })
    },
    api: (path, query = {}) => `/api/v1/${path}` + queryText({ ...query, ...timeQuery('en', time) }),
  }
}

/** The reader's chosen time as query values; nothing for today and now. */
export function timeQuery(lang: Language, time: TimeChoice | null): Query {
  if (!time) return {}
  const names = timeQueryNames[lang]
  return { [names.validAt]: time.isToday ? null : time.validAt, [names.knownOn]: time.knownOn }
}

function queryText(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
  }
  const text = search.toString()
  return text && `?${text}`
}
