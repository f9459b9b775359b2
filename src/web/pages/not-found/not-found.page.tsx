import { errorCodes } from '../../../records/expected-error.ts'
import type { ErrorCode } from '../../../records/expected-error.ts'
import { linkOfHit } from '../../../search/hit-link.ts'
import { search } from '../../../search/search.ts'
import type { SearchResult } from '../../../search/search.ts'
import { searchIndexOf } from '../../../search/search-of-snapshot.ts'
import type { PageReading, RenderedPage } from '../../frame/page.ts'
import { SearchForm } from '../../frame/layout.tsx'

const text = {
  sv: {
    lead: 'Adressen leder ingenstans. Den kan vara felskriven, eller så fanns det som söks inte den dag du valt.',
    perhaps: 'Kanske söker du',
    search: 'Sök i atlasen',
  },
  en: {
    lead: 'The address leads nowhere. It may be misspelt, or what you look for did not exist on the day you chose.',
    perhaps: 'Perhaps you look for',
    search: 'Search the atlas',
  },
}

interface NotFoundShape {
  /** The address's last part as words. */
  words: string
  hits: SearchResult['hits']
}

/** What search finds for the words of the address. */
function readNotFound({ lang, snapshot, url }: PageReading): NotFoundShape {
  const words = wordsOf(url.pathname)
  return { words, hits: words ? search(searchIndexOf(snapshot), { text: words, lang, limit: 5 }).hits : [] }
}

/** The page for an address that leads nowhere, with what search finds for its words. */
export function notFoundPage(
  context: PageReading,
  { code = 'not_found', detail }: { code?: ErrorCode; detail?: string | null } = {},
): RenderedPage {
  const { lang, paths } = context
  const { words, hits } = readNotFound(context)
  const title = detail ?? errorCodes[code][lang]
  return {
    title,
    description: text[lang].lead,
    status: 404,
    hasOwnSearch: true,
    body: (
      <div class="prose">
        <h1>{title}</h1>
        <p class="lead">{text[lang].lead}</p>
        <SearchForm context={context} class="hero-search" id="page-search" value={words} />
        {hits.length > 0 ? (
          <>
            <h2>{text[lang].perhaps}</h2>
            <ul>
              {hits.map(({ document }) => (
                <li key={document.kind + document.id}>
                  <a href={linkOfHit(document, paths)}>{document.title}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    ),
  }
}

/** The address's last part as words to search for. */
function wordsOf(pathname: string): string {
  const last = pathname.split('/').findLast(Boolean) ?? ''
  try {
    return decodeURIComponent(last)
      .replace(/[-_.]+/g, ' ')
      .slice(0, 80)
  } catch {
    return ''
  }
}
