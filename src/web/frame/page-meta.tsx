import type { FramedPage, PageContext } from './page.ts'
import { otherLanguage } from './other-language.ts'
import { trailOf } from './page-trail.ts'

/** Another day, a search and what is somebody's own are for the reader, not for search engines. */
export const isIndexed = ({ time, contents }: Pick<PageContext, 'time' | 'contents'>, page: FramedPage): boolean =>
  !contents.isDemo &&
  time.isToday &&
  time.knownOn === null &&
  !page.isPrivate &&
  !page.isHiddenFromRobots &&
  (page.status ?? 200) === 200

/** What search engines and those who share a page read: its one address, its other language, title, picture and linked data. */
export function PageMeta({ context, page }: { context: PageContext; page: FramedPage }) {
  const { lang, url } = context
  const { baseUrl = null, alternatePath } = page
  const indexed = isIndexed(context, page)
  const own = `${baseUrl}${url.pathname}`
  const other = alternatePath === undefined ? null : `${baseUrl ?? ''}${alternatePath.replace(/\?.*$/, '')}`
  return (
    <>
      <meta name="description" content={page.description} />
      {indexed ? null : <meta name="robots" content="noindex" />}
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Spets" />
      <meta property="og:locale" content={lang === 'sv' ? 'sv_SE' : 'en_GB'} />
      {baseUrl !== null && indexed ? (
        <>
          <link rel="canonical" href={own} />
          <meta property="og:url" content={own} />
          {page.picture === undefined ? null : <SharedPicture address={`${baseUrl}${pictureOf(context, page.picture)}`} />}
          <link rel="alternate" hreflang={lang} href={own} />
          {other === null ? null : <link rel="alternate" hreflang={otherLanguage(lang)} href={other} />}
          {other === null ? null : <link rel="alternate" hreflang="x-default" href={lang === 'sv' ? own : other} />}
          <link rel="search" type="application/opensearchdescription+xml" title="Spets" href={`/opensearch-${lang}.xml`} />
          {page.isEmbeddable ? (
            <link
              rel="alternate"
              type="application/json+oembed"
              href={`${baseUrl}/oembed?url=${encodeURIComponent(own)}`}
              title={page.title}
            />
          ) : null}
          <LinkedData data={linkedDataOf(context, page, own)} />
        </>
      ) : alternatePath === undefined ? null : (
        <link rel="alternate" hreflang={otherLanguage(lang)} href={alternatePath} />
      )}
    </>
  )
}

const pictureOf = ({ paths, lang }: PageContext, picture: string): string => paths.api(`${picture}/picture.png`, { lang })

/** The page's picture where it is shared; whoever shows it knows no address but a whole one. */
function SharedPicture({ address }: { address: string }) {
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/** The way down to the page, and what it is about, in the words of schema.org. */
function linkedDataOf(context: PageContext, page: FramedPage, own: string): unknown[] {
  const { baseUrl } = page
  const trail = [...trailOf(context, page), { label: page.crumb ?? page.title, href: context.url.pathname }]
  const crumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: `${baseUrl}${href}`,
    })),
  }
  return [
    ...(trail.length > 1 ? [crumbs] : []),
    ...(page.about ? [{ url: own, description: page.description, inLanguage: context.lang, ...page.about }] : []),
  ]
}

function LinkedData({ data }: { data: readonly unknown[] }) {
  if (data.length === 0) return null
  // A «<» in a label could end the script element.
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
