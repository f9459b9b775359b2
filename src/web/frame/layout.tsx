import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { ownersOf } from '../../records/account-roles.ts'
import type { Viewer } from '../../accounts/accounts.ts'
import type { FramedPage, PageContext } from './page.ts'
import { otherLanguage } from './other-language.ts'
import { PageBar } from './page-bar.tsx'
import { PageMeta } from './page-meta.tsx'
import { timeQueryNames } from './paths.ts'
import { menuOf } from './site-lists.ts'
import { layoutText } from './layout.text.ts'

/** Addresses of the built files, from the client manifest. */
export interface Assets {
  styles: readonly string[]
  scripts: readonly string[]
  preloadFonts: readonly string[]
}

/** The whole HTML document for a page. */
export function renderDocument(context: PageContext, page: FramedPage, assets: Assets): string {
  return `<!DOCTYPE html>${render(
    <Document context={context} page={page} assets={assets}>
      {page.body}
    </Document>,
  )}`
}

interface DocumentProps {
  context: PageContext
  page: FramedPage
  assets: Assets
  children: ComponentChildren
}

function Document({ context, page, assets, children }: DocumentProps) {
  const { lang } = context
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(context, page)}</title>
        <PageMeta context={context} page={page} />
        <meta name="theme-color" content="#faf8f3" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0d1420" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        <link rel="alternate" type="application/atom+xml" href={`/api/v1/feed.atom?lang=${lang}`} title="Spets" />
        {page.alternates?.map(({ type, href }) => (
          <link key={type} rel="alternate" type={type} href={href} />
        ))}
        {assets.preloadFonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script src="/theme.js" />
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {layoutText[lang].skip}
        </a>
        {context.contents.isDemo ? <DemoBar context={context} /> : null}
        <SiteHeader context={context} page={page} />
        {context.viewer ? <ViewerBar context={context} viewer={context.viewer} /> : null}
        <PageBar context={context} page={page} />
        {context.awaySince ? (
          <p class="wrap note" role="status">
            {layoutText[lang].away(context.awaySince)}
          </p>
        ) : null}
        <main id="content" class="wrap" tabIndex={-1}>
          {children}
          {page.foot ? (
            <aside class="page-foot" aria-label={layoutText[lang].pageFoot}>
              {page.foot}
            </aside>
          ) : null}
        </main>
        <SiteFooter context={context} />
      </body>
    </html>
  )
}

function titleOf({ lang, contents }: PageContext, { title }: FramedPage): string {
  const text = layoutText[lang]
  const own = title === 'Spets' ? text.tagline : `${title} – Spets`
  return contents.isDemo ? `${text.demo}: ${own}` : own
}

/** Says on every page of a demonstration that it is one, on paper too. */
function DemoBar({ context: { lang, paths } }: { context: PageContext }) {
  const text = layoutText[lang]
  return (
    <aside class="demo-bar" aria-label={text.demo}>
      <div class="wrap">
        <strong>{text.demo}.</strong> {text.demoNote} <a href={paths.to('demo')}>{text.demoRoles}</a>
      </div>
    </aside>
  )
}

function SiteHeader({ context, page }: { context: PageContext; page: FramedPage }) {
  const { lang, paths } = context
  const text = layoutText[lang]
  return (
    <header class="site-header">
      <div class="wrap">
        <a class="brand" href={paths.to('start')}>
          <Mark />
          Spets
        </a>
        <nav class="main-menu" id="main-menu" popover="auto" aria-label={text.menuLabel}>
          <ul>
            {menuOf(context.contents, 'header').map(({ name, menu }) => (
              <li key={name}>
                <a href={paths.to(name)} aria-current={page.section === name ? 'true' : undefined}>
                  {menu!.label[lang]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {page.hasOwnSearch ? null : <SearchForm context={context} class="header-search" id="header-search" />}
        <div class="header-tools">
          {page.hasOwnSearch ? null : (
            <a class="tool narrow-only" href={paths.to('search')} aria-label={text.search}>
              <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
                <circle cx="10.5" cy="10.5" r="6.5" />
                <path d="m15.500 15.500 5 5" stroke-linecap="round" />
              </svg>
            </a>
          )}
          <button type="button" class="tool theme-toggle no-js-hidden" data-theme-toggle aria-label={text.toggleTheme}>
            <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8">
              <circle cx="12" cy="12" r="8.5" />
              <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
            </svg>
          </button>
          <a class="tool" href={alternatePath(context, page)} lang={otherLanguage(lang)} hreflang={otherLanguage(lang)}>
            {text.otherLanguageShort}
          </a>
          <button type="button" class="tool menu-button narrow-only" popovertarget="main-menu">
            {text.menu}
          </button>
        </div>
      </div>
    </header>
  )
}

/** Who is signed in, and the ways to the own pages. */
function ViewerBar({ context: { lang, paths }, viewer }: { context: PageContext; viewer: Viewer }) {
  const text = layoutText[lang]
  return (
    <nav class="viewer-bar" aria-label={text.viewerLabel}>
      <div class="wrap">
        {ownersOf(viewer.account.grants).length > 0 ? <a href={paths.action('myRegion')}>{text.myRegion}</a> : null}
        <a href={paths.action('toDo')}>{text.toDo}</a>
        <a href={paths.action('signIn')}>{viewer.account.email}</a>
      </div>
    </nav>
  )
}

/** The search field; the island makes it answer while one types. */
export function SearchForm({
  context,
  class: className,
  id,
  value,
}: {
  context: PageContext
  class: string
  id: string
  value?: string
}) {
  const text = layoutText[context.lang]
  const names = timeQueryNames[context.lang]
  const { isToday, validAt, knownOn } = context.time
  return (
    <search class={className}>
      <form action={context.paths.action('search')} class="form-row search-form" data-search>
        <label class="visually-hidden" for={id}>
          {text.searchLabel}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          value={value}
          placeholder={className === 'header-search' ? text.searchLabel : text.searchPlaceholder}
          autocomplete="off"
          maxLength={200}
        />
        {isToday ? null : <input type="hidden" name={names.validAt} value={validAt} />}
        {knownOn ? <input type="hidden" name={names.knownOn} value={knownOn} /> : null}
        <button type="submit" class={className === 'header-search' ? 'visually-hidden' : undefined}>
          {text.search}
        </button>
      </form>
    </search>
  )
}

function SiteFooter({ context }: { context: PageContext }) {
  const { lang, paths } = context
  const text = layoutText[lang]
  return (
    <footer class="site-footer">
      <div class="wrap">
        <nav aria-label={text.footerLabel}>
          <ul>
            {menuOf(context.contents, 'footer').map(({ name, menu }) => (
              <li key={name}>
                <a href={paths.to(name)}>{((context.viewer ? menu!.labelSignedIn : null) ?? menu!.label)[lang]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {text.openData} <a href={paths.api('documents/everything.zip', { lang })}>{text.downloadAll}</a>
        </p>
      </div>
    </footer>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M3 25 10 11l4.5 8L20.500 5 29 25"
        fill="none"
        stroke="currentColor"
        stroke-width="2.6"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle cx="20.5" cy="5" r="2.4" fill="currentColor" />
    </svg>
  )
}

/** The same page in the other language, at the same time. */
const alternatePath = ({ lang, pathsIn }: PageContext, page: FramedPage): string =>
  page.alternatePath ?? pathsIn(otherLanguage(lang)).to('start')
