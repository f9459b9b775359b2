import { buildSearchIndex } from '../../search/search-index.ts'
import type { SearchDocument } from '../../search/search.ts'
import { noCodeRules } from '../../records/thesaurus-facts.ts'
import { makeThesaurus } from '../../thesaurus/thesaurus.ts'
import type { TimeChoice } from '../frame/paths.ts'
import { makePaths } from '../frame/paths.ts'
import { allAddresses } from '../pages/all-addresses.ts'
import { suggestHits, type SuggestHit } from '../pages/search/suggest-hits.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { Language } from '../../records/language.ts'

/** The first message from the page: where the documents are, and the language and time of the page. */
export interface SearchSetting {
  documentsUrl: string
  lang: Language
  time: TimeChoice | null
}

/** A message from the worker: its state, or the hits for a text. `unable` means that it will never be ready. */
export type SearchReply = { state: 'listening' | 'ready' | 'unable' } | { text: string; hits: SuggestHit[] }

interface DocumentsAnswer {
  isWhole: boolean
  documents: SearchDocument[]
  regionNames: Record<string, string>
  kindNames: Record<string, LocalText>
}

const reply = (message: SearchReply): void => postMessage(message)
let answer: (text: string) => SuggestHit[] = () => []

addEventListener('message', ({ data }: MessageEvent<SearchSetting | string>) => {
  if (typeof data === 'string') reply({ text: data, hits: answer(data) })
  else
    void prepare(data).then(
      (isReady) => reply({ state: isReady ? 'ready' : 'unable' }),
      () => reply({ state: 'unable' }),
    )
})

// A message that is sent before this line has run would be lost.
reply({ state: 'listening' })

async function fetchJson<T>(url: string): Promise<T | null> {
  const response = await fetch(url)
  return response.ok ? ((await response.json()) as T) : null
}

/** No themes and no terms: they are several times the size of the documents, and the server answers with them soon after. */
const lettersOnly = makeThesaurus({ themes: [], concepts: [], industries: [], scienceFields: [], codeRules: noCodeRules })

/** Builds an index of the documents by their words alone, with the server's code. */
async function prepare({ documentsUrl, lang, time }: SearchSetting): Promise<boolean> {
  const answered = await fetchJson<DocumentsAnswer>(documentsUrl)
  if (!answered?.isWhole) return false
  const { documents, regionNames, kindNames } = answered
  const index = buildSearchIndex(
    lettersOnly,
    documents.map((document) => ({ ...document, themeIds: [], conceptIds: [] })),
  )
  const paths = makePaths(allAddresses, { lang, time })
  answer = (text) => suggestHits(index, text, { paths, nameOfRegion: (code) => regionNames[code] ?? code, kindNames })
  // The first answer compiles what the later ones use.
  answer('a')
  return true
}
