import type { Language } from '../../records/language.ts'
import type { PageAddress, PageName } from './page-address.ts'

/** The day that a page shows, and the day of the knowledge, as the reader asked for them. */
export interface TimeChoice {
  validAt: string
  /** Only what was known on this day is shown; null = what is known now. */
  knownOn: string | null
  /** True when the reader asked for no other day than today. */
  isToday: boolean
}

/** Query names for the two time axes, per language. Both are understood everywhere. */
export const timeQueryNames = { sv: { validAt: 'datum', knownOn: 'kant' }, en: { validAt: 'date', knownOn: 'known' } } as const

type Query = Record<string, string | number | null | undefined | readonly string[]>

/** Makes addresses in one language that keep the reader's chosen time. */
export interface Paths {
  lang: Language
  /** `to('region', { slug: 'varmland' })`, with an optional query. Null and empty query values are left out. */
  to(page: PageName, params?: Record<string, string>, query?: Query): string
  /** The same without the chosen time, for a form: it sends the time as fields. */
  action(page: PageName, params?: Record<string, string>): string
  /** The same for an address under `/api/v1/`, or a file; language-neutral, time kept under its English names. */
  api(path: string, query?: Query): string
}

/** Page addresses by the page's name. */
export type Addresses = ReadonlyMap<string, PageAddress>

/** Makes addresses of pages. Its `to` throws an Error for a page that is not among `addresses`, or a name that its path needs. */
export function makePaths(addresses: Addresses, { lang, time }: { lang: Language; time: TimeChoice | null }): Paths {
  const action: Paths['action'] = (page, params = {}) => {
    const address = addresses.get(page)
    if (!address) throw new Error(`There is no page named «${page}».`)
    return pathIn(lang, fillIn(address, { lang, params }))
  }
  return {
    lang,
    action,
    to: (page, params, query = {}) => action(page, params) + queryText({ ...query, ...timeQuery(lang, time) }),
    api: (path, query = {}) => `/api/v1/${path}` + queryText({ ...query, ...timeQuery('en', time) }),
  }
}

/** A page's path as it is served: English is under `/en`. */
export const pathIn = (lang: Language, path: string): string => (lang === 'en' ? `/en${path === '/' ? '' : path}` : path)

function fillIn(
  { name: page, paths }: PageAddress,
  { lang, params }: { lang: Language; params: Record<string, string> },
): string {
  return paths[lang].replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The address of «${page}» needs «${name}».`)
    return encodeURIComponent(value)
  })
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
