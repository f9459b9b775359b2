import { finish } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Theme } from '../records/thesaurus-facts.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { documentOfRecord, searchedKinds, searchedRecords } from './record-documents.ts'
import { keptWhole } from './search-document.ts'
import type { KeptDocument, SearchDocument, SearchKind } from './search-document.ts'

/** Kinds listed first, because readers look for them most often. Ties in the score are broken by `DocumentColumns.order`. */
const firstKinds: readonly SearchKind[] = ['region', 'jointArea', 'priorityArea', 'theme', 'cluster']
const orderedKinds: readonly SearchKind[] = [...firstKinds, ...searchedKinds.filter((kind) => !firstKinds.includes(kind))]

/** Everything in a snapshot that search finds: records of every searched kind, and themes. */
export const findSearchDocuments = (snapshot: Snapshot): SearchDocument[] =>
  finish(searchDocumentSteps(snapshot)).map((document) => document.whole())

const documentsAStep = 20

/** The same as an index keeps them, as work that can be interrupted. */
export function* searchDocumentSteps(snapshot: Snapshot): Steps<KeptDocument[]> {
  const documents: KeptDocument[] = []
  for (const kind of orderedKinds)
    for (const { id } of kind === 'theme' ? thesaurusOf(snapshot).themes : searchedRecords(snapshot, kind)) {
      documents.push(findDocument(snapshot, kind, id)!)
      if (documents.length % documentsAStep === 0) yield
    }
  return documents
}

/** The search document of one record or theme; null when search does not find it. */
export const findDocument = (snapshot: Snapshot, kind: SearchKind, id: string): KeptDocument | null =>
  kind === 'theme' ? themeDocument(thesaurusOf(snapshot).findTheme(id)) : documentOfRecord(snapshot, kind, id)

const themeDocument = (theme: Theme | null): KeptDocument | null =>
  theme &&
  keptWhole({
    id: theme.id,
    kind: 'theme',
    title: theme.label.sv,
    titleEn: theme.label.en,
    text: `${theme.definition.sv} ; ${theme.definition.en}`,
    description: null,
    regionCodes: [],
    themeIds: [theme.id],
    describedThemeIds: [],
    touchedThemeIds: [],
    conceptIds: [],
    programmePeriodId: null,
    isInForce: true,
    target: { page: 'theme', params: { id: theme.id }, paramsEn: { id: theme.slugEn } },
  })
