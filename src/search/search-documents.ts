import { conceptsOfArea, themesOfArea } from '../coding/area-coding.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { finish } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { findTheme, themes } from '../thesaurus/thesaurus.ts'
import type { Theme } from '../thesaurus/thesaurus.ts'

export type SearchKind = 'region' | 'jointArea' | 'priorityArea' | 'theme' | 'cluster' | 'finding' | 'wish' | 'nextStep'

/** Where a document leads: a page's name and what varies in its address; `linkOfHit` makes the link. */
export interface SearchTarget {
  page: string
  params: Record<string, string>
  /** What varies in the English page's address, where it differs. */
  paramsEn?: Record<string, string>
  /** The place on the page. */
  fragment?: string
}

/** What can be found: one record, with the words it is found by and where it leads. */
export interface SearchDocument {
  id: string
  kind: SearchKind
  title: string
  titleEn: string | null
  /** Further words it is found by, weighing less than the title. */
  text: string
  regionCodes: readonly string[]
  themeIds: readonly string[]
  /** Narrower concepts, surest first. */
  conceptIds: readonly string[]
  programmePeriodId: string | null
  isInForce: boolean
  target: SearchTarget
}

/** Everything in a snapshot that can be searched: areas of every period begun, regions, themes, clusters, what was heard. */
export const findSearchDocuments = (snapshot: Snapshot): SearchDocument[] => finish(searchDocumentSteps(snapshot))

const documentsAStep = 20

/** The same as work that can be interrupted. */
export function* searchDocumentSteps(snapshot: Snapshot): Steps<SearchDocument[]> {
  const documents: SearchDocument[] = []
  const addAll = function* (kind: SearchKind, ids: Iterable<string>): Steps<void> {
    for (const id of ids) {
      documents.push(findDocument(snapshot, kind, id)!)
      if (documents.length % documentsAStep === 0) yield
    }
  }
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)
  for (const kind of ['region', 'jointArea'] as const) yield* addAll(kind, idsOf(snapshot.inForce(kind)))
  yield* addAll('priorityArea', idsOf(snapshot.everBegun('priorityArea')))
  yield* addAll('theme', idsOf(themes))
  for (const kind of ['cluster', 'finding', 'wish', 'nextStep'] as const) yield* addAll(kind, idsOf(snapshot.inForce(kind)))
  return documents
}

/** How one record, or one theme, can be found; null when it cannot. */
export function findDocument(snapshot: Snapshot, kind: SearchKind, id: string): SearchDocument | null {
  switch (kind) {
    case 'region':
      return regionDocument(snapshot.get('region', id))
    case 'jointArea':
      return jointAreaDocument(snapshot.get('jointArea', id))
    case 'priorityArea':
      return priorityDocument(snapshot, snapshot.getBegun('priorityArea', id))
    case 'theme':
      return themeDocument(findTheme(id))
    case 'cluster':
      return clusterDocument(snapshot, snapshot.get('cluster', id))
    case 'finding':
    case 'wish':
    case 'nextStep':
      return statementDocument(kind, snapshot.get(kind, id))
  }
}

const ofPlaces = { titleEn: null, themeIds: [], conceptIds: [], programmePeriodId: null, isInForce: true }

function regionDocument(region: Known<'region'> | null): SearchDocument | null {
  if (!region) return null
  const { countyName, regionName, residenceCity, nuts3, nuts2, nuts2Name, iso3166, code, nameVariants } = region
  return {
    ...ofPlaces,
    id: region.id,
    kind: 'region',
    title: region.name,
    text: [countyName, regionName, residenceCity, nuts3, nuts2, nuts2Name, iso3166, code, ...nameVariants].join(' ; '),
    regionCodes: [code],
    target: { page: 'region', params: { slug: region.slug } },
  }
}

const jointAreaDocument = (area: Known<'jointArea'> | null): SearchDocument | null =>
  area && {
    ...ofPlaces,
    id: area.id,
    kind: 'jointArea',
    title: area.name,
    titleEn: area.nameEn,
    text: area.note ? `${area.note.sv} ; ${area.note.en}` : '',
    regionCodes: area.memberCodes,
    target: { page: 'jointArea', params: { slug: area.id } },
  }

function priorityDocument(snapshot: Snapshot, priority: Known<'priorityArea'> | null): SearchDocument | null {
  if (!priority) return null
  const area = priority.owner.kind === 'jointArea' ? snapshot.getBegun('jointArea', priority.owner.id) : null
  const region = priority.owner.kind === 'region' ? snapshot.getBegun('region', priority.owner.id) : null
  const isSwedish = priority.language === 'sv'
  const verbatim = priority.verbatimLabel === priority.displayLabel ? '' : priority.verbatimLabel
  return {
    id: priority.id,
    kind: 'priorityArea',
    title: priority.displayLabel,
    titleEn: isSwedish ? priority.translatedLabel : priority.displayLabel,
    text: [region?.name, area?.name, verbatim, isSwedish ? '' : priority.translatedLabel].filter(Boolean).join(' ; '),
    regionCodes: region ? [region.code] : (area?.memberCodes ?? []),
    themeIds: themesOfArea(snapshot, priority).map((theme) => theme.themeId),
    conceptIds: conceptsOfArea(snapshot, priority).map(({ conceptId }) => conceptId),
    programmePeriodId: priority.programmePeriodId,
    isInForce: snapshot.get('priorityArea', priority.id) !== null,
    target: { page: 'priority', params: { id: priority.id } },
  }
}

const themeDocument = (theme: Theme | null): SearchDocument | null =>
  theme && {
    id: theme.id,
    kind: 'theme',
    title: theme.label.sv,
    titleEn: theme.label.en,
    text: `${theme.definition.sv} ; ${theme.definition.en}`,
    regionCodes: [],
    themeIds: [theme.id],
    conceptIds: [],
    programmePeriodId: null,
    isInForce: true,
    target: { page: 'theme', params: { id: theme.id }, paramsEn: { id: theme.slugEn } },
  }

function clusterDocument(snapshot: Snapshot, cluster: Known<'cluster'> | null): SearchDocument | null {
  if (!cluster) return null
  const region = snapshot.getBegun('region', cluster.regionCode)
  const { themes: ofCluster, concepts } = codeCluster(cluster)
  return {
    id: cluster.id,
    kind: 'cluster',
    title: cluster.name,
    titleEn: null,
    text: `${cluster.programme} ; ${region?.name ?? ''}`,
    regionCodes: [cluster.regionCode],
    themeIds: ofCluster.map(({ themeId }) => themeId),
    conceptIds: concepts.map(({ conceptId }) => conceptId),
    programmePeriodId: null,
    isInForce: true,
    target: { page: 'region', params: { slug: region?.slug ?? cluster.regionCode } },
  }
}

const statementDocument = (
  kind: 'finding' | 'wish' | 'nextStep',
  statement: Known<'finding' | 'wish' | 'nextStep'> | null,
): SearchDocument | null =>
  statement && {
    id: statement.id,
    kind,
    title: statement.text.sv,
    titleEn: statement.text.en,
    text: '',
    regionCodes: [],
    themeIds: [],
    conceptIds: [],
    programmePeriodId: null,
    isInForce: true,
    target: { page: 'heard', params: {}, fragment: statement.id },
  }
