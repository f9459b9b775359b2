import { linkOfHit } from '../../../search/hit-link.ts'
import { searchIndexOf } from '../../../search/search-of-snapshot.ts'
import type { GroupedHit } from '../../../shapes/search-answer.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { SearchForm } from '../../frame/layout.tsx'
import { kindNames } from '../../../search/record-documents.ts'
import { countSentence, SearchAnswerPart } from './search-answer.tsx'
import { searchText } from './search.text.ts'
import { facetNames, hitsPerPage, searchView } from './search.view.ts'
import type { FacetName, SearchShape } from './search.view.ts'
import { Gloss } from '../../frame/priority-parts.tsx'
import type { Language } from '../../../records/language.ts'
import { namesIn } from '../../frame/page-address.ts'
import { searchApi } from './search.api.ts'
import { searchAddress } from './search.address.ts'

export const searchPage = definePage({
  ...searchAddress,
  sitemap: null,
  needs: [searchIndexOf],
  examples: { sv: ['/sok?q=skog', '/sok?q=xyzzyx'], en: ['/en/search?q=forest'] },
  read: ({ snapshot, lang, url }) => searchView(snapshot, { query: url.searchParams, lang }),
  render(context, shape) {
    const text = searchText[context.lang]
    return {
      title: shape.text ? text.titleOf(shape.text) : text.title,
      description: text.description,
      isHiddenFromRobots: shape.text !== '',
      hasOwnSearch: true,
      body: <Search context={context} shape={shape} />,
    }
  },
  api: searchApi,
})

interface Props {
  context: PageContext
  shape: SearchShape
}

function Search({ context, shape }: Props) {
  const text = searchText[context.lang]
  const { result } = shape
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <SearchForm context={context} class="hero-search" id="page-search" value={shape.text} />
        <p role="status">
          <strong>{result.total === 0 && shape.text ? text.none(shape.text) : countSentence(shape, context.lang)}</strong>
        </p>
        {result.suggestion ? (
          <p>
            {text.didYouMean} <a href={context.paths.to('search', {}, { q: result.suggestion })}>{result.suggestion}</a>?
          </p>
        ) : null}
        {result.total === 0 ? <NoHits context={context} /> : null}
      </header>
      {shape.answer ? <SearchAnswerPart context={context} answer={shape.answer} /> : null}
      <div class="search-layout">
        <div class="hits-column">
          {result.total > 0 ? (
            <p class="to-facets">
              <button type="button" class="button-quiet" popovertarget="facets">
                {text.narrow}
              </button>
            </p>
          ) : null}
          <Hits context={context} shape={shape} />
        </div>
        <div class="facets" id="facets" popover="auto">
          {facetNames.map((name) => (
            <Facet key={name} context={context} shape={shape} name={name} />
          ))}
        </div>
      </div>
    </>
  )
}

/** A kind answer: where else to look. */
export function NoHits({ context }: { context: PageContext }) {
  const { lang, paths } = context
  return (
    <p class="muted">
      {searchText[lang].noneHelp} <a href={paths.to('themes')}>{lang === 'sv' ? 'temana' : 'the themes'}</a>{' '}
      {lang === 'sv' ? 'eller' : 'or'} <a href={paths.to('start')}>{lang === 'sv' ? 'kartan' : 'the map'}</a>.
    </p>
  )
}

function Facet({ context, shape, name }: Props & { name: FacetName }) {
  const { lang, paths } = context
  const text = searchText[lang]
  const chosen = shape.chosen[name]
  const rows = shape.result.facets[name]
  if (rows.length === 0) return null
  const link = (value: string | null) => paths.to('search', {}, queryWith(shape, { lang, name, value }))
  const row = ({ value, count }: { value: string; count: number }) => (
    <li key={value}>
      <a href={link(value)} aria-current={chosen === value ? 'true' : undefined}>
        {facetLabel({ context, shape }, name, value)}
      </a>
      <span class="muted numeric">{count}</span>
    </li>
  )
  return (
    <div class="facet">
      <h2 class="facet-name">{text.facets[name]}</h2>
      <ul>
        {chosen ? (
          <li>
            <a href={link(null)}>← {text.clear}</a>
          </li>
        ) : null}
        {rows.slice(0, 8).map(row)}
      </ul>
      {rows.length > 8 ? (
        <details>
          <summary class="small">{text.more}</summary>
          <ul>{rows.slice(8).map(row)}</ul>
        </details>
      ) : null}
    </div>
  )
}

function Hits({ context, shape }: Props) {
  const { lang, paths } = context
  const text = searchText[lang]
  const { result, page } = shape
  const pageLink = (target: number) =>
    paths.to('search', {}, { ...queryWith(shape, { lang, name: null, value: null }), s: target === 1 ? null : target })
  return (
    <>
      {shape.groups.map(({ how, hits }) => (
        <section key={how}>
          {shape.text !== '' && (shape.groups.length > 1 || how !== 'word') ? (
            <h2 class="hit-group">{text.groups[how]}</h2>
          ) : null}
          <ol class="hits">
            {hits.map((grouped) => (
              <Hit
                key={`${grouped.hit.document.kind}${grouped.hit.document.id}`}
                context={context}
                shape={shape}
                grouped={grouped}
              />
            ))}
          </ol>
        </section>
      ))}
      {result.total > hitsPerPage ? (
        <p class="pager">
          {page > 1 ? <a href={pageLink(page - 1)}>← {text.previous}</a> : null}
          <span class="numeric">
            {page} / {Math.ceil(result.total / hitsPerPage)}
          </span>
          {page * hitsPerPage < result.total ? <a href={pageLink(page + 1)}>{text.next} →</a> : null}
        </p>
      ) : null}
    </>
  )
}

const kindName = (kind: string, lang: Language): string => searchText[lang].kinds[kind] ?? kindNames[kind]?.[lang] ?? kind

function Hit({ context, shape, grouped: { hit, otherPeriods } }: Props & { grouped: GroupedHit }) {
  const { lang, paths } = context
  const { document, matches, why } = hit
  const isTranslated = lang === 'en' && Boolean(document.titleEn) && document.titleEn !== document.title
  const places = document.kind === 'region' ? [] : document.regionCodes.map((code) => shape.names.regions.get(code)!)
  return (
    <li>
      <p class="eyebrow">
        {[
          kindName(document.kind, lang),
          places.slice(0, 5).join(', '),
          document.programmePeriodId?.replace('-', '–'),
          document.isInForce ? null : searchText[lang].earlier,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <a class="label" href={linkOfHit(document, paths)} lang={isTranslated ? 'sv' : undefined}>
        <Highlighted text={document.title} matches={matches} />
      </a>
      <Gloss gloss={isTranslated ? document.titleEn : null} lang={lang} />
      {why ? <p class="muted small">{why[lang]}</p> : null}
      {otherPeriods.length > 0 ? (
        <p class="muted small">{searchText[lang].inPeriods(otherPeriods.map((period) => period.replace('-', '–')))}.</p>
      ) : null}
    </li>
  )
}

function Highlighted({ text, matches }: { text: string; matches: readonly { start: number; end: number }[] }) {
  const parts = []
  let at = 0
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

function facetLabel({ context, shape }: Props, name: FacetName, value: string): string {
  if (name === 'kind') return kindName(value, context.lang)
  if (name === 'themeId') return shape.names.themes.get(value)!
  if (name === 'regionCode') return shape.names.regions.get(value)!
  return value.replace('-', '–')
}

function queryWith(shape: SearchShape, { lang, name, value }: { lang: Language; name: FacetName | null; value: string | null }) {
  const names = namesIn(searchAddress, lang)
  const facets = facetNames.map((facet) => [names[facet], facet === name ? value : shape.chosen[facet]] as const)
  return { [names.text]: shape.text, ...Object.fromEntries(facets) }
}
