import type { LocalText } from '../../../records/shared-fields.ts'
import { linkOfHit, type HitPaths } from '../../../search/hit-link.ts'
import { search, type SearchDocument, type SearchIndex } from '../../../search/search.ts'
import { searchText } from './search.text.ts'

/** A line of the list under the search field. */
export interface SuggestHit {
  title: string
  kind: string
  where: string
  href: string
}

const mostHits = 8
const mostRegions = 3

/** What hits are called, and where they lead. */
export interface HitNames {
  paths: HitPaths
  nameOfRegion: (code: string) => string
  /** The kinds that search finds. */
  kindNames: Readonly<Record<string, LocalText>>
}

/** The first hits for what is typed so far, in the language of `paths`; the same on the server and in the browser. */
export function suggestHits(index: SearchIndex, text: string, { paths, nameOfRegion, kindNames }: HitNames): SuggestHit[] {
  const { lang } = paths
  const whereOf = ({ kind, regionCodes }: SearchDocument) =>
    kind === 'region' ? '' : regionCodes.slice(0, mostRegions).map(nameOfRegion).join(', ')
  return search(index, { text, lang, isTyping: true, limit: mostHits }).hits.map(({ document }) => ({
    title: lang === 'en' ? (document.titleEn ?? document.title) : document.title,
    kind: searchText[lang].kinds[document.kind] ?? kindNames[document.kind]?.[lang] ?? document.kind,
    where: whereOf(document),
    href: linkOfHit(document, paths),
  }))
}
