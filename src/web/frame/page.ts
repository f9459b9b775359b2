import type { VNode } from 'preact'
import { ExpectedError } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import type { Actor, Role } from '../../records/actor.ts'
import type { Accounts, Viewer } from '../../accounts/accounts.ts'
import type { Store } from '../../store/store.ts'
import type { Registry } from '../../changes/registry.ts'
import type { CubeFiles } from '../../store/cube-files.ts'
import type { Derived } from '../../snapshot/derive.ts'
import type { Steps } from '../../snapshot/in-pieces.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Resource } from '../../documents/linked-data/resource-names.ts'
import type { DocumentRoute } from './document-route.ts'
import type { FigureSet } from './figure.ts'
import type { PageAddress, PageName } from './page-address.ts'
import type { PartContext } from './part-context.ts'
import type { Addresses, Paths } from './paths.ts'
import type { ReadContext, ReadRoute } from './read-route.ts'

/** All that a page is rendered with, besides its shape. The registry is not in it: what is shown comes from `read` alone. */
export interface PageContext extends PartContext, Omit<ReadContext, 'snapshot' | 'time'> {
  /** Today in Sweden, for words like "in 3 days" and default dates. */
  today: string
  /** When the store answered for the last time, while it is away: readers are told, and see what was known then. */
  awaySince: string | null
  /** The whole site, for the menu and for pages that list what there is. */
  contents: SiteContents
  /** Who is signed in; null or omitted for readers, whose pages are kept and sent to all of them. */
  viewer?: Viewer | null
}

/** What a page with something of its own for each visitor may use besides the snapshot. */
export interface Visit {
  viewer: Viewer | null
  accounts: Accounts
  store: Store
  registry: Registry
  /** The site's own address, for links in mail; never taken from the request. */
  siteUrl: string
  /** The moment of the request. */
  now: Date
  /** Where a form was sent from, as the browser says; null when it does not. */
  origin: string | null
  /** The request's cookies as they came, for signing out. */
  cookies: string
  /** Who the request counts for, such as an address. */
  client: string
}

/** All that a page may read. A page is a pure function of this and of the names in its address. */
export interface PageReading extends PageContext, ReadContext {}

/** A step of the way down to a page. */
export interface Crumb {
  label: string
  href: string
  /** The label's language, where it is another than the page's. */
  lang?: string | undefined
}

export interface RenderedPage {
  title: string
  description: string
  body: VNode
  /** The page has a search field of its own, so the header needs none. */
  hasOwnSearch?: boolean
  /** 200 when omitted. */
  status?: number
  /** The page shows what somebody wrote about themselves: it is not cached, and robots are asked to stay away. */
  isPrivate?: boolean
  /** The pages between the start page and this one, from the top; the page's section when omitted. */
  trail?: readonly Crumb[]
  /** Search engines are asked not to show the page as it was asked for. */
  isHiddenFromRobots?: boolean
  /** What the page is about in the words of schema.org, for search engines: `@type`, `name` and what belongs to it. */
  about?: { '@type': string; name: string } & Record<string, unknown>
  /** How the trail names the page; its title when omitted. */
  crumb?: string
  /** For those who share it: `regions/varmland` has its picture at `/api/v1/regions/varmland/picture.png`. */
  picture?: string
  /** Identifiers, files and the record of what is shown: it goes into a quiet foot below the page. */
  foot?: VNode
  /** The variable parts of the address in the other language; the same as in this one when omitted. */
  alternateParams?: Record<string, string>
}

/** A rendered page with the parts of its declaration and address that the frame shows; an error page has neither. */
export interface FramedPage extends RenderedPage {
  name?: PageName
  section?: PageName
  alternatePath?: string
  /** The site's public address; null or absent where it has none. */
  baseUrl?: string | null
  /** Whether other sites may show a part of it in a frame. */
  isEmbeddable?: boolean
  /** The same for machines. */
  alternates?: readonly { type: string; href: string }[]
}

/** One page in both languages, as the site knows it. */
export interface Page extends PageAddress {
  /** Its entry in the menu at the top or in the footer, by rising place. */
  menu?: {
    where: 'header' | 'footer'
    place: number
    label: Record<Language, string>
    /** What the entry is called for those who are signed in, where that differs. */
    labelSignedIn?: Record<Language, string>
  }
  /** The page whose entry in the menu is marked while this one is shown; the page itself when omitted. */
  section?: PageName
  /**
   * The variable parts of the addresses in the sitemap, for each page of this sort; null for none. When omitted, a page is
   * in the sitemap if its address has no variable part.
   */
  sitemap?: ((snapshot: Snapshot, lang: Language) => Record<string, string>[]) | null
  /**
   * Readers may write about themselves in its query, under whatever name: asked for with more than a day, it is kept nowhere.
   */
  isPrivateWhenAsked?: boolean
  /** It may also be asked in a body, so that what is asked is in no address and in no log; nothing is written. */
  isAskedByPost?: boolean
  /** Robots are asked to stay away. */
  isHiddenFromRobots?: boolean
  /**
   * Addresses that together show everything that the page can show; the tests of accessibility and HTML visit them. The
   * page's own address when omitted; required where the address has a variable part.
   */
  examples?: Readonly<Record<Language, readonly string[]>>
  /** Derived values that take long to make; they are prepared in pieces before `read`. */
  needs?: readonly Derived<unknown>[]
  /** Derived values that are made in pieces when the site starts, and that no answer waits for. */
  prepares?: readonly Derived<unknown>[]
  /** Makes what this one page takes long to shape, in pieces before `read`, so that others are answered in between. */
  makeReady?: (snapshot: Snapshot, params: Record<string, string>) => Steps<unknown>
  /** The page as asked for. @throws ExpectedError for what is not there or not understood */
  show(context: PageReading, params: Record<string, string>): RenderedPage
  /** Shows it to one visitor, from more than the snapshot: it is kept nowhere, and `show` is not used. */
  visit?: (context: PageReading, visit: Visit, params: Record<string, string>) => Promise<RenderedPage>
  /** The actions of forms that are sent to the page's address, or below it. */
  forms?: FormActions
  /** The thing that the page is about, which has a name in linked data; the page's address answers machines too. */
  resource?: (snapshot: Snapshot, params: Record<string, string>) => Resource | null
  /** What the page shows, as data. */
  api?: readonly ReadRoute[]
  /** The documents that it offers to download. */
  documents?: readonly DocumentRoute[]
  /** Its figures, as files. */
  figures?: FigureSet
  /** What other sites may show of it in a frame of theirs, under `/embed`. */
  showEmbed?: (context: PageReading, params: Record<string, string>) => Embed
}

/** A part of a page for a frame on another site. It is the same for everybody, and needs no script. */
export interface Embed {
  title: string
  body: VNode
  /** The height that it wants at 600 pixels’ width. */
  height: number
}

interface PageDeclaration<Shape> extends Omit<Page, 'show' | 'showEmbed'> {
  embed?: (context: PageContext, shape: Shape) => Embed
  /** Reads parameters and query and shapes what is shown; pure. @throws ExpectedError for what is not there or not understood */
  read(context: PageReading, params: Record<string, string>): Shape
  render(context: PageContext, shape: Shape): RenderedPage
}

/** Declares a page: all that the site needs to know of it. It is served when it has a line in `pages/all-pages.ts`. */
export const definePage = <Shape>(page: PageDeclaration<Shape>): PageDeclaration<Shape> & Page => ({
  ...page,
  show: (context, params) => page.render(context, page.read(context, params)),
  ...(page.embed ? { showEmbed: (context, params) => page.embed!(context, page.read(context, params)) } : {}),
})

interface VisitedDeclaration<Shape> extends Omit<Page, 'show' | 'visit' | 'showEmbed'> {
  /** Reads what this visitor is shown. @throws ExpectedError `sign_in_needed` leads the visitor to sign in, and back */
  load(context: PageReading, visit: Visit, params: Record<string, string>): Promise<Shape>
  render(context: PageContext, shape: Shape): RenderedPage
}

/** Declares a page that shows each visitor something of their own, from tables beside the registry. No robot and no cache gets it. */
export const defineVisitedPage = <Shape>(page: VisitedDeclaration<Shape>): Page => ({
  sitemap: null,
  isHiddenFromRobots: true,
  ...page,
  show: () => {
    throw new Error(`«${page.name}» is shown to a visitor only.`)
  },
  visit: async (context, visit, params) => ({
    ...page.render(context, await page.load(context, visit, params)),
    isPrivate: true,
  }),
})

/** The account of whoever is signed in. @throws ExpectedError `sign_in_needed` */
export function signedIn({ viewer }: Pick<Visit, 'viewer'>): Viewer {
  if (!viewer) throw new ExpectedError('sign_in_needed')
  return viewer
}

/** What a page does with the forms that are sent to it. Each action gets a form from this site whose sender may write. */
export interface FormActions {
  /** The most bytes of a form that are read. */
  mostBytes: number
  /** The most that may run at once; no limit when omitted. */
  mostAtOnce?: number
  /**
   * The least role that may send them; the administrator when omitted. `reader`: anybody may, from this site. What is written is judged
   * by `submit` in each case.
   */
  least?: Role
  /** The messages for a refused sender. */
  refusals: Record<Language, FormRefusals>
  /** By the path below the page's address; '' is the address itself. */
  actions: Readonly<Record<`/${string}`, FormAction>> & { readonly ''?: FormAction }
}

export interface FormRefusals {
  editingOff: string
  otherSite: string
  wrongForm: string
  tooMuch: string
  /** What to do after a wrong key, where that is more than to try again: a browser does not keep a chosen file. */
  wrongKey?: string
  /** Required with `mostAtOnce`. */
  busy?: string
}

/** @throws ExpectedError in the words of the page's language, or with both languages' as `words` in its data */
export type FormAction = (context: FormContext, params: Record<string, string>) => Promise<FormAnswer>

export interface FormContext {
  lang: Language
  form: FormData
  /** The current registry, for `submit(registry, change, actor)`. */
  registry: Registry
  /** The sender of the form. */
  actor: Actor
  /** The sender's account and what is beside the registry. */
  visit: Visit
  /** Today in Sweden. */
  today: string
  /** The moment of the sending. */
  now: Date
  /** The tables of statistics; null when the site has none. */
  cubes: CubeFiles | null
  /** Makes addresses in `lang`, as of now. */
  paths: Paths
  /** The program that worker threads run; without it everything runs in this thread. */
  workerEntry: URL | undefined
}

/** The address that the reader is sent to, or a page that shows the state after the action and is not cached. */
export type FormAnswer = { redirectTo: string; cookies?: readonly string[] } | { show(context: PageReading): RenderedPage }

/** An error, for the page that reports it. */
export interface PageProblem {
  code: ErrorCode
  detail: string | null
  requestId: string
}

/** Everything that the site consists of, passed as a value to the server. */
export interface SiteContents {
  pages: readonly Page[]
  /** The pages' addresses by name. */
  addresses: Addresses
  /** Every address to read under `/api/v1/`: the pages' and those without a page. */
  readRoutes: readonly ReadRoute[]
  /** What takes so long to derive that it is made in pieces when the site starts: all that pages and addresses need or prepare. */
  needs: readonly Derived<unknown>[]
  /** Of that, what the page for an unknown address needs. */
  notFoundNeeds?: readonly Derived<unknown>[]
  /** The registry is a demonstration: every page and answer says so. */
  isDemo?: boolean
  notFound(context: PageReading, problem: PageProblem): RenderedPage
  failed(context: PageReading, problem: PageProblem): RenderedPage
}
