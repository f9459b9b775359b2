import { z } from '@hono/zod-openapi'
import type { Language } from '../../../records/language.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { linkOfHit } from '../../../search/hit-link.ts'
import { findSearchDocuments } from '../../../search/search-documents.ts'
import { kindNames } from '../../../search/record-documents.ts'
import { searchIndexOf } from '../../../search/search-of-snapshot.ts'
import { search } from '../../../search/search.ts'
import { regionRef } from '../../../shapes/from-snapshot.ts'
import { LocalTextShape } from '../../../shapes/shapes.ts'
import { language, text, whole } from '../../frame/read-parts.ts'
import type { ReadContext, ReadRoute } from '../../frame/read-route.ts'
import { suggestHits } from './suggest-hits.ts'

const SearchShape = z.object({
  total: z.number(),
  hits: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      titleEn: z.string().nullable(),
      regionCodes: z.array(z.string()),
      themeIds: z.array(z.string()),
      /** Those of `themeIds` that the name does not show. */
      describedThemeIds: z.array(z.string()),
      /** Further themes that a word of the name belongs to. */
      touchedThemeIds: z.array(z.string()),
      conceptIds: z.array(z.string()),
      description: z.string().nullable(),
      programmePeriodId: z.string().nullable(),
      isInForce: z.boolean(),
      href: z.string(),
      score: z.number(),
      why: LocalTextShape.nullable(),
      how: z
        .enum(['word', 'description', 'synonym', 'theme', 'place'])
        .describe(
          '`word`: its names have the word; `description`: only our description does; `synonym`: other words for it; `theme`: its theme; `place`: only the place that is named',
        ),
    }),
  ),
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number() }))),
  suggestion: z.string().nullable(),
})

const SuggestShape = z.object({
  hits: z.array(z.object({ title: z.string(), kind: z.string(), where: z.string(), href: z.string() })),
})

const SearchDocumentsShape = z.object({
  isWhole: z.boolean().describe('False, and no documents, when there are too many to send.'),
  documents: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      titleEn: z.string().nullable(),
      text: z.string(),
      regionCodes: z.array(z.string()).readonly(),
      themeIds: z.array(z.string()).readonly(),
      /** Those of `themeIds` that the name does not show. */
      describedThemeIds: z.array(z.string()).readonly(),
      /** Further themes that a word of the name belongs to. */
      touchedThemeIds: z.array(z.string()).readonly(),
      conceptIds: z.array(z.string()).readonly(),
      description: z.string().nullable(),
      programmePeriodId: z.string().nullable(),
      isInForce: z.boolean(),
      target: z.object({
        page: z.string(),
        params: z.record(z.string(), z.string()),
        paramsEn: z.record(z.string(), z.string()).optional().describe('The English page’s, where they differ.'),
        fragment: z.string().optional().describe('The place on the page.'),
      }),
    }),
  ),
  regionNames: z.record(z.string(), z.string()).describe('By the region’s code.'),
  kindNames: z.record(z.string(), LocalTextShape).describe('What a record of each kind is called.'),
})

/** Search as data: its hits, the first while one types, and all it looks through. */
export const searchApi: readonly ReadRoute[] = [
  {
    path: 'search',
    summary: 'Ranked search in Swedish and English',
    query: {
      q: text('What to look for.'),
      lang: language,
      kind: text('Only this kind of record.'),
      theme: text('Only this theme’s id.'),
      region: text('Only this region, by any of its codes and names.'),
      period: text('Only this programme period.'),
      limit: whole('At most this many; 20 when left out.', 100),
      offset: whole('Leave out this many first.', 10_000),
    },
    takes: { region: 'regionCode' },
    response: SearchShape,
    needs: [searchIndexOf],
    read: searchAnswer,
  },
  {
    path: 'suggest',
    summary: 'A few hits while one types',
    query: { q: text('What is typed so far.'), lang: language },
    response: SuggestShape,
    needs: [searchIndexOf],
    read: suggestAnswer,
  },
  {
    path: 'search-documents',
    summary: 'All that search looks through, for an index in the browser',
    response: SearchDocumentsShape,
    needs: [searchIndexOf],
    read: ({ snapshot }) => documentsAnswer(snapshot),
  },
]

function searchAnswer({ snapshot, pathsIn }: ReadContext, input: Record<string, string>) {
  const lang = languageOf(input)
  const choice = { kind: input['kind'], themeId: input['theme'], regionCode: input['region'], programmePeriodId: input['period'] }
  const facets = Object.fromEntries(Object.entries(choice).flatMap(([name, value]) => (value ? [[name, [value]]] : [])))
  const {
    askedWords: _words,
    askedThemeIds: _themes,
    ...result
  } = search(searchIndexOf(snapshot), {
    text: input['q'] ?? '',
    lang,
    facets,
    limit: Number(input['limit'] ?? 20),
    offset: Number(input['offset'] ?? 0),
  })
  const paths = pathsIn(lang)
  return {
    ...result,
    hits: result.hits.map(({ document, score, why, how }) => {
      const { target: _target, text: _text, ...shown } = document
      return { ...shown, href: linkOfHit(document, paths), score, why, how }
    }),
  }
}

function suggestAnswer({ snapshot, pathsIn }: ReadContext, input: Record<string, string>) {
  const paths = pathsIn(languageOf(input))
  const nameOfRegion = (code: string) => regionRef(snapshot, code).name
  return { hits: suggestHits(searchIndexOf(snapshot), input['q'] ?? '', { paths, nameOfRegion, kindNames }) }
}

const languageOf = (input: Record<string, string>): Language => (input['lang'] === 'en' ? 'en' : 'sv')

/** More than this is too much to send to a browser; it asks while one types instead. */
const mostSentDocuments = 5000

function documentsAnswer(snapshot: Snapshot) {
  const isWhole = searchIndexOf(snapshot).documents.length <= mostSentDocuments
  return {
    isWhole,
    documents: isWhole ? findSearchDocuments(snapshot) : [],
    regionNames: Object.fromEntries(snapshot.everBegun('region').map(({ code, name }) => [code, name])),
    kindNames,
  }
}
