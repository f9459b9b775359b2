import { readRoutes } from './api/read-routes.ts'
import type { SiteContents } from './frame/page.ts'
import type { ReadRoute } from './frame/read-route.ts'
import { pages } from './pages/all-pages.ts'
import { errorPage } from './pages/error/error.page.tsx'
import { notFoundPage } from './pages/not-found/not-found.page.tsx'

const byPath = (a: ReadRoute, b: ReadRoute) => (a.path < b.path ? -1 : 1)

/** What the site has, for those who serve it: they are given this value and import no page. */
export const siteContents: SiteContents = {
  pages,
  readRoutes: [...pages.flatMap(({ api = [] }) => api), ...readRoutes].sort(byPath),
  notFound: notFoundPage,
  failed: errorPage,
}
