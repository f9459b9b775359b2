import { searchIndexOf } from '../search/search-of-snapshot.ts'
import { readRoutes } from './api/read-routes.ts'
import type { SiteContents } from './frame/page.ts'
import type { ReadRoute } from './frame/read-route.ts'
import { pages } from './pages/all-pages.ts'
import { errorPage } from './pages/error/error.page.tsx'
import { demoPage } from './pages/demo/demo.page.tsx'
import { notFoundPage } from './pages/not-found/not-found.page.tsx'

const byPath = (a: ReadRoute, b: ReadRoute) => (a.path < b.path ? -1 : 1)

/** Puts together what a site has: its pages with their data, and data without a page. */
export function makeSiteContents(parts: Omit<SiteContents, 'addresses' | 'needs'>): SiteContents {
  const readRoutes = [...parts.pages.flatMap(({ api = [] }) => api), ...parts.readRoutes].toSorted(byPath)
  const needs = new Set([
    // First what is asked for most: a page that is not there shows what search finds instead.
    ...(parts.notFoundNeeds ?? []),
    ...[...parts.pages, ...readRoutes].flatMap((one) => one.needs ?? []),
    ...parts.pages.flatMap(({ prepares = [] }) => prepares),
  ])
  const addresses = new Map(parts.pages.map((page) => [page.name, page]))
  return { ...parts, addresses, readRoutes, needs: [...needs] }
}

/** What this site is put together from. */
export const siteParts = { pages, readRoutes, notFoundNeeds: [searchIndexOf], notFound: notFoundPage, failed: errorPage }

/** What this site has, for those who serve it: they are given this value and import no page. */
export const siteContents = makeSiteContents(siteParts)

/** The same for a demonstration, with the page on which one steps into a role. */
export const demoContents = makeSiteContents({ ...siteParts, pages: [...pages, demoPage], isDemo: true })
