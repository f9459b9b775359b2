import type { Language } from '../../records/language.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Page, SiteContents } from './page.ts'
import { makePaths, pathIn } from './paths.ts'

/** What follows from the pages' declarations: menus, what robots read, what the tests visit. */
type Pages = Pick<SiteContents, 'pages'>

/** The pages that have an entry in a menu, in the menu's order. */
export const menuOf = ({ pages }: Pages, where: 'header' | 'footer'): Page[] =>
  pages.filter(({ menu }) => menu?.where === where).toSorted((a, b) => a.menu!.place - b.menu!.place)

/** The address of every page that readers and robots may want, in both languages; those where nothing varies come first. */
export function sitemapOf({ pages, addresses }: Pick<SiteContents, 'pages' | 'addresses'>, snapshot: Snapshot): string[] {
  const inOrder = [...pages.filter((page) => !isVarying(page)), ...pages.filter(isVarying)]
  return (['sv', 'en'] as const).flatMap((lang) => {
    const paths = makePaths(addresses, { lang, time: null })
    return inOrder.flatMap((page) => sitemapParams(page, { snapshot, lang }).map((params) => paths.to(page.name, params)))
  })
}

function sitemapParams(page: Page, { snapshot, lang }: { snapshot: Snapshot; lang: Language }): Record<string, string>[] {
  if (page.isHiddenFromRobots) return []
  if (page.sitemap === undefined) return isVarying(page) ? [] : [{}]
  return page.sitemap?.(snapshot, lang) ?? []
}

/** Where robots are asked to stay away, in both languages. */
export const hiddenPaths = ({ pages }: Pages): string[] =>
  pages
    .filter(({ isHiddenFromRobots }) => isHiddenFromRobots)
    .flatMap(({ paths }) => [pathIn('sv', paths.sv), pathIn('en', paths.en)])

/** At least one address of every page in a language, with what makes each show all it has. */
export const examplesIn = ({ pages }: Pages, lang: Language): string[] =>
  pages.flatMap((page) => page.examples?.[lang] ?? [pathIn(lang, page.paths[lang])])

const isVarying = ({ paths }: Page): boolean => paths.sv.includes(':')
