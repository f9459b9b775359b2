import type { Crumb, PageContext, RenderedPage } from './page.ts'
import type { PageName } from './page-address.ts'
import { layoutText } from './layout.text.ts'

type Trailed = Pick<RenderedPage, 'title' | 'trail'> & { section?: PageName; name?: PageName }

/** The way down to a page, from the start page to the page above it; empty for the start page and for errors. */
export function trailOf({ lang, paths, contents }: PageContext, { trail, section, name }: Trailed): readonly Crumb[] {
  if (!name || name === 'start') return []
  const start = { label: layoutText[lang].startCrumb, href: paths.to('start') }
  if (trail) return [start, ...trail]
  const above = contents.pages.find((page) => page.name === section && page.name !== name && page.name !== 'start')
  return above?.menu ? [start, { label: above.menu.label[lang], href: paths.to(above.name) }] : [start]
}
