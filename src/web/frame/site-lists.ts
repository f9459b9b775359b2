import type { Language } from '../../records/language.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { Page, SiteContents } from './page.ts'
import { makePaths, pathIn } from './paths.ts'

/** Lists made from the pages' declarations: menus, addresses for robots, and addresses that the tests visit. */
type Pages = Pick<SiteContents, 'pages'>

/** The pages that have an entry in a menu, in the menu's order. */
export const menuOf = ({ pages }: Pages, where: 'header' | 'footer'): Page[] =>
  pages.filter(({ menu }) => menu?.where === where).toSorted((a, b) => a.menu!.place - b.menu!.place)

/** The address of every page for the sitemap, in both languages; those without variable parts come first. */
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

/** Where robots are asked to stay away, in both languages; `*` for what varies. */
export const hiddenPaths = ({ pages }: Pages): string[] =>
  pages
    .filter(({ isHiddenFromRobots }) => isHiddenFromRobots)
    .flatMap(({ paths }) => [pathIn('sv', paths.sv), pathIn('en', paths.en)].map((path) => path.replaceAll(/:\w+/g, '*')))

/** Addresses in a language that together show everything that every page can show. */
export const examplesIn = ({ pages }: Pages, lang: Language): string[] =>
  pages.flatMap((page) => page.examples?.[lang] ?? [pathIn(lang, page.paths[lang])])

const isVarying = ({ paths }: Page): boolean => paths.sv.includes(':')
