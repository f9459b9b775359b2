import { search, type SearchDocument, type SearchIndex } from '../../search/search.ts'
import { findTheme } from '../../thesaurus/thesaurus.ts'
import { searchText } from '../pages/search/search.text.ts'
import { makePaths, type PageName, type TimeChoice } from './paths.ts'
import type { Language } from '../../records/language.ts'

/** A line of the list under the search field. */
export interface SuggestHit {
  title: string
  kind: string
  where: string
  href: string
}

const mostHits = 8
const mostRegions = 3

/** The first hits for what is typed so far; the same on the server and in the browser. */
export function suggestHits(
  index: SearchIndex,
  text: string,
  { lang, time, nameOfRegion }: { lang: Language; time: TimeChoice | null; nameOfRegion: (code: string) => string },
): SuggestHit[] {
  const paths = makePaths(lang, time)
  const whereOf = ({ kind, regionCodes }: SearchDocument) =>
    kind === 'region' ? '' : regionCodes.slice(0, mostRegions).map(nameOfRegion).join(', ')
  return search(index, { text, lang, limit: mostHits }).hits.map(({ document }) => {
    const { id, kind, title, titleEn, target } = document
    const params = kind === 'theme' && lang === 'en' ? { id: findTheme(id)!.slugEn } : target.params
    return {
      title: lang === 'en' ? (titleEn ?? title) : title,
      kind: searchText[lang].kinds[kind]!,
      where: whereOf(document),
      href: paths.to(target.page as PageName, params) + (target.page === 'heard' ? `#${id}` : ''),
    }
  })
}
