import type { Context } from 'hono'
import { errorCodes, ExpectedError } from '../../records/expected-error.ts'
import type { Viewer } from '../../accounts/accounts.ts'
import type { Page, PageContext, PageReading, RenderedPage } from '../frame/page.ts'
import { canonical, canonicalInput } from '../frame/identifiers.ts'
import { makePaths, pathIn, timeQueryNames } from '../frame/paths.ts'
import type { PageName } from '../frame/page-address.ts'
import { renderDocument } from '../frame/layout.tsx'
import type { AppEnv, Effects } from './effects.ts'
import { withWriter } from './kept-forms.ts'
import { readLimitedBody } from './limited-body.ts'
import { inLanguage } from './problem.ts'
import { viewerOf, visitOf } from './visitor.ts'
import { otherLanguage, queryInOtherLanguage } from '../frame/other-language.ts'
import { alternatesOf, answerResource } from './resource-answer.ts'
import { askedDay } from './snapshot-source.ts'
import type { Reading } from './snapshot-source.ts'
import type { Language } from '../../records/language.ts'
import { finishInPieces } from '../../snapshot/in-pieces.ts'

/** An address under which a page is served, with its language. */
export interface PageRoute {
  path: string
  lang: Language
  page: Page
}

/** Every page's two addresses. */
export const pageRoutesOf = (pages: readonly Page[]): PageRoute[] =>
  pages.flatMap((page) => (['sv', 'en'] as const).map((lang) => ({ path: pathIn(lang, page.paths[lang]), lang, page })))

/** Renders the page that a request asks for. @param sent fields sent in a body, which stay out of every address */
export async function answerPage(
  c: Context<AppEnv>,
  { route, effects, sent = null }: { route: PageRoute; effects: Effects; sent?: URLSearchParams | null },
): Promise<Response> {
  const asked = new URL(c.req.url)
  const data = sent ? null : await answerResource(c, { page: route.page, effects })
  if (data) return data
  for (const [name, value] of sent ?? []) if (timeNames.has(name)) asked.searchParams.set(name, value)
  const { context: framed, reading } = await makePageContext(effects, {
    url: asked,
    lang: route.lang,
    needs: route.page.needs,
    viewer: await viewerOf(c, effects),
  })
  const context = sent ? withSent(framed, sent) : framed
  const params = c.req.param() as Record<string, string>
  const elsewhere = canonicalAddress(c, { context, route, params })
  if (elsewhere !== null) return c.redirect(elsewhere, 308)
  if (route.page.makeReady) await finishInPieces(route.page.makeReady(context.snapshot, params))
  const page = await showPage(c, { route, effects, context }).catch((error: unknown) => leadToSignIn(error, context))
  if ('signInAt' in page) return c.redirect(page.signInAt, 303)
  const resource = route.page.resource?.(context.snapshot, params) ?? null
  const shown = {
    ...page,
    ...frameOf({ context: framed, declared: route.page, params: page.alternateParams ?? params }),
    baseUrl: effects.baseUrl,
    isEmbeddable: route.page.showEmbed !== undefined,
    isHiddenFromRobots: (page.isHiddenFromRobots ?? false) || (route.page.isHiddenFromRobots ?? false),
    alternates: resource ? alternatesOf(resource, route.lang) : [],
  }
  return effects.answer(c, {
    body: await withWriter(renderDocument(framed, shown, effects.client.assets), framed.viewer ?? null, effects.accounts),
    type: 'text/html; charset=utf-8',
    // The day is named too: pages for another day tell which day today is.
    etag: `${reading.etag()}-${effects.client.buildId}-${context.today.replaceAll('-', '')}`,
    madeAt: reading.madeAt(),
    status: page.status ?? 200,
    headers: resource ? { vary: 'accept, accept-encoding' } : {},
    isPrivate:
      framed.viewer != null ||
      sent !== null ||
      (page.isPrivate ?? false) ||
      ((route.page.isPrivateWhenAsked ?? false) && asksMoreThanDay(context.url)),
  })
}

interface Showing {
  route: PageRoute
  effects: Effects
  context: PageReading
}

async function showPage(c: Context<AppEnv>, { route: { page }, effects, context }: Showing): Promise<RenderedPage> {
  const params = c.req.param() as Record<string, string>
  return page.visit ? page.visit(context, await visitOf(c, effects), params) : page.show(context, params)
}

/** Where somebody signs in who has to, and comes back from to what was asked for. */
function leadToSignIn(error: unknown, { contents, lang, url }: PageReading): { signInAt: string } {
  const signIn = contents.addresses.get('signIn')
  if (!(error instanceof ExpectedError) || error.code !== 'sign_in_needed' || !signIn?.query?.['to']) throw error
  const query = new URLSearchParams({ [signIn.query['to'][lang]]: url.pathname + url.search })
  return { signInAt: `${pathIn(lang, signIn.paths[lang])}?${query.toString()}` }
}

/** A question in a body is a few sentences and some words. */
const mostAskedBytes = 16 * 1024
const tooMuchWritten = { sv: `Högst ${mostAskedBytes / 1024} kB.`, en: `At most ${mostAskedBytes / 1024} kB.` }
/** Another kind of body would be read as an empty question, and answered as if nothing had been written. */
const notAForm = {
  sv: 'Frågan ska skickas som application/x-www-form-urlencoded.',
  en: 'The question must be sent as application/x-www-form-urlencoded.',
}

/** Answers a question that was sent as a form in a body. Nothing is written, so that no key is needed. */
export async function answerAskedPage(
  c: Context<AppEnv>,
  { route, effects }: { route: PageRoute; effects: Effects },
): Promise<Response> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    throw new ExpectedError('bad_request', { detail: notAForm.en, data: { words: notAForm } })
  const body = await readLimitedBody(c.req.raw, { mostBytes: mostAskedBytes, tooMuch: tooMuchWritten })
  return answerPage(c, { route, effects, sent: new URLSearchParams(body.toString('utf8')) })
}

function withSent(context: PageReading, sent: URLSearchParams): PageReading {
  refuseControlCharacters(sent)
  const url = new URL(context.url)
  for (const [name, value] of sent) if (!timeNames.has(name)) url.searchParams.append(name, value)
  return { ...context, url }
}

/** The address with each region and area in its one form, all else kept; null when it is asked for in that form. */
function canonicalAddress(
  c: Context<AppEnv>,
  { context, route: { page, lang }, params }: { context: PageReading; route: PageRoute; params: Record<string, string> },
): string | null {
  const { snapshot } = context
  const url = new URL(c.req.url)
  const takes = new Map(Object.values(page.query ?? {}).flatMap((field) => (field.takes ? [[field[lang], field.takes]] : [])))
  const asked = [...url.searchParams]
  const query = asked.map(
    ([name, value]) => [name, takes.has(name) ? canonical(snapshot, takes.get(name)!, value) : value] as const,
  )
  const named = canonicalInput(snapshot, params, page.takes)
  const isSame = query.every(([, value], at) => value === asked[at]![1])
  if (isSame && Object.keys(params).every((name) => named[name] === params[name])) return null
  const search = isSame ? url.search : `?${new URLSearchParams(query.map(([name, value]) => [name, value])).toString()}`
  return makePaths(context.contents.addresses, { lang, time: null }).action(page.name, named) + search
}

/** Whether a query has anything besides the two times. The page shows all of it again, in its links and forms. */
const asksMoreThanDay = ({ searchParams }: URL): boolean => [...searchParams.keys()].some((name) => !timeNames.has(name))
const timeNames = new Set<string>(Object.values(timeQueryNames).flatMap((names) => Object.values(names)))

/** The page for an error, in the address's language. Never cached. */
export async function answerErrorPage(
  c: Context<AppEnv>,
  { error, effects }: { error: ExpectedError; effects: Effects },
): Promise<Response> {
  c.env?.charge?.(2)
  const url = new URL(c.req.url)
  const lang: Language = /^\/en(\/|$)/.test(url.pathname) ? 'en' : 'sv'
  const { status } = errorCodes[error.code]
  const needs = status === 404 ? effects.contents.notFoundNeeds : []
  // What is wrong may be the time asked for, so the error is shown as of today.
  url.search = ''
  const viewer = await viewerOf(c, effects).catch(() => null)
  const { context } = await makePageContext(effects, { url, lang, needs, viewer })
  const show = status === 404 ? effects.contents.notFound : effects.contents.failed
  const { detail } = inLanguage(error, lang)
  const page = show(context, { code: error.code, detail, requestId: c.get('requestId') })
  return c.html(renderDocument(context, page, effects.client.assets), status, { 'cache-control': 'no-store' })
}

/** What a form's action shows, kept nowhere. */
export async function answerFormPage(
  c: Context<AppEnv>,
  {
    route,
    effects,
    show,
  }: {
    route: PageRoute
    effects: Pick<Effects, 'source' | 'contents' | 'client' | 'accounts' | 'baseUrl'>
    show: (context: PageReading) => RenderedPage
  },
): Promise<Response> {
  const { context } = await makePageContext(effects, {
    url: new URL(route.path, c.req.url),
    lang: route.lang,
    viewer: await viewerOf(c, effects),
  })
  const params = c.req.param() as Record<string, string>
  const shown = { ...show(context), ...frameOf({ context, declared: route.page, params }) }
  const html = await withWriter(renderDocument(context, shown, effects.client.assets), context.viewer ?? null, effects.accounts)
  return c.html(html, (shown.status ?? 200) as 200, { 'cache-control': 'no-store' })
}

export async function makePageContext(
  { source, contents, baseUrl }: Pick<Effects, 'source' | 'contents' | 'baseUrl'>,
  { url, lang, needs, viewer }: { url: URL; lang: Language; needs?: Page['needs']; viewer: Viewer | null },
): Promise<{ context: PageReading; reading: Reading }> {
  refuseControlCharacters(url.searchParams)
  const reading = await source.read(url.searchParams, needs)
  const { time, today, snapshot, awaySince } = reading
  const pathsIn = (one: Language) => makePaths(contents.addresses, { lang: one, time })
  const ownUrl = withOwnTimeNames(url, lang)
  const places = { url: ownUrl, paths: pathsIn(lang), pathsIn, baseUrl, contents }
  return { context: { ...places, lang, snapshot, time, today, awaySince, viewer }, reading }
}

/** `/en/…?datum=2019-01-01` as `/en/…?date=2019-01-01`, so that a page finds, keeps and clears its time under one name. */
function withOwnTimeNames(url: URL, lang: Language): URL {
  const own = new URL(url)
  for (const axis of ['validAt', 'knownOn'] as const) {
    const other = timeQueryNames[otherLanguage(lang)][axis]
    if (!own.searchParams.has(other)) continue
    own.searchParams.delete(other)
    own.searchParams.set(timeQueryNames[lang][axis], askedDay(url.searchParams, axis) ?? '')
  }
  return own
}

const unshowable = {
  sv: 'Det som skickades har tecken som inte går att visa.',
  en: 'What was sent has characters that cannot be shown.',
}

/** Refuses characters that no keyboard writes and no page can show. @throws ExpectedError `bad_request` */
function refuseControlCharacters(query: URLSearchParams): void {
  for (const [name, value] of query) {
    if (/[^\P{Cc}\t\n\r]/u.test(name + value)) {
      throw new ExpectedError('bad_request', { detail: unshowable.en, data: { words: unshowable } })
    }
  }
}

interface Framed {
  context: PageContext
  declared: Page
  /** What varies in the address in the other language. */
  params: Record<string, string>
}

/** What the frame shows of a page: its place in the menu, and the same page in the other language with all that was asked. */
function frameOf({ context, declared, params }: Framed): { name: PageName; section: PageName; alternatePath: string } {
  const query = queryInOtherLanguage(declared, { query: context.url.searchParams, from: context.lang })
  const alternatePath = context.pathsIn(otherLanguage(context.lang)).to(declared.name, params, query)
  return { name: declared.name, section: declared.section ?? declared.name, alternatePath }
}
