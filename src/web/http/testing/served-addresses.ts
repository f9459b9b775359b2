import type { makeSite } from '../../main.ts'
import { examplesIn } from '../../frame/site-lists.ts'

type Site = ReturnType<typeof makeSite>

const area = 'varmland-2018-systemlosningar-med-sol'
/** What names in paths are filled in with; longer pieces first. */
const examples = [
  ['records/:kind/:id', 'records/region/17'],
  ['priorities/:id', `priorities/${area}`],
  ['prioritet/:id', `prioritet/${area}`],
  ['priority/:id', `priority/${area}`],
  ['match/areas/:id', 'match/areas/norrbotten-2021-energiteknik'],
  ['themes/:id', 'themes/energi'],
  ['lists/:id', 'lists/norrbotten-2018'],
  ['sources/:id', 'sources/deck-2018-01-31'],
  ['joint-areas/:id', 'joint-areas/ostra-mellansverige'],
  ['periods/:id', 'periods/2021-2027'],
  ['concepts/:id', 'concepts/lakemedel'],
  ['wishes/:id', 'wishes/wish-2018-01'],
  ['bridge/:year', 'bridge/2028'],
  ['rounds/:year', 'rounds/2027'],
  ['onskemal/:id', 'onskemal/wish-2018-01'],
  ['bro/:year', 'bro/2028'],
  ['joint-actions/:id', 'joint-actions/none'],
  ['samarbete/:id', 'samarbete/none'],
  ['forum/:id', 'forum/none'],
  ['dialog/:id', 'dialog/none'],
  ['dialogue/:id', 'dialogue/none'],
  ['runda/:year', 'runda/2027'],
  ['round/:year', 'round/2027'],
  [':slugOrCode', 'varmland'],
  [':slug', 'varmland'],
  [':figure', 'axis'],
  [':file', 'axis.svg'],
] as const

/** Every route of the router by method and path, once; what is done for all of them left out. */
export const routesOf = ({ app }: Site): { method: string; path: string }[] =>
  [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))].map((one) => {
    const [method, path] = one.split(' ') as [string, string]
    return { method, path }
  })

/** An address that a route with names in its path answers at; names without an example are left as they are. */
export const addressOf = (path: string): string =>
  examples.reduce((filled, [piece, example]) => filled.replaceAll(piece, example), path)

/**
 * Something to read at every route that reads, from the pages' own examples and the table above, so that a new route is
 * found without a list. @throws Error naming the routes that nothing is found for
 */
export async function readAddresses(site: Site): Promise<string[]> {
  const { contents } = site.effects
  const found = [...examplesIn(contents, 'sv'), ...examplesIn(contents, 'en'), '/api/v1/coding?text=Vi+bygger+hus']
  found.push('/api/v1/search?q=skog', '/api/v1/suggest?q=sko', '/api/v1/match/groups?themes=energi,livsmedel')
  const reading = routesOf(site).filter(({ method }) => method === 'GET')
  const isServed = (path: string) =>
    found.some((address) =>
      site.app.router.match('GET', new URL(address, 'http://x').pathname)[0].some(([[, route]]) => route.path === path),
    )
  for (const { path } of reading) if (!isServed(path)) found.push(addressOf(path))
  const missing = reading.filter(({ path }) => !isServed(path))
  if (missing.length > 0) throw new Error(`No example of ${missing.map(({ path }) => path).join(', ')}.`)
  return [...new Set(found)]
}
