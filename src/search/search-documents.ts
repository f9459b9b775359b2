import type { Snapshot } from '../snapshot/snapshot.ts'
import { codePriorities, conceptsOfArea } from '../coding/area-coding.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { themes } from '../thesaurus/thesaurus.ts'

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
export function findSearchDocuments(snapshot: Snapshot): SearchDocument[] {
  return [
    ...placeDocuments(snapshot),
    ...priorityDocuments(snapshot),
    ...themeDocuments(),
    ...clusterDocuments(snapshot),
    ...statementDocuments(snapshot),
  ]
}

function placeDocuments(snapshot: Snapshot): SearchDocument[] {
  const common = { titleEn: null, themeIds: [], conceptIds: [], programmePeriodId: null, isInForce: true }
  const regions = snapshot.inForce('region').map((region): SearchDocument => ({
    ...common,
    id: region.code,
    kind: 'region',
    title: region.name,
    text: [
      region.countyName,
      region.regionName,
      region.residenceCity,
      region.nuts3,
      region.nuts2,
      region.nuts2Name,
      region.iso3166,
      region.code,
      ...region.nameVariants,
    ].join(' ; '),
    regionCodes: [region.code],
    target: { page: 'region', params: { slug: region.slug } },
  }))
  const joint = snapshot.inForce('jointArea').map((area): SearchDocument => ({
    ...common,
    id: area.id,
    kind: 'jointArea',
    title: area.name,
    titleEn: area.nameEn,
    text: area.note ? `${area.note.sv} ; ${area.note.en}` : '',
    regionCodes: area.memberCodes,
    target: { page: 'jointArea', params: { slug: area.id } },
  }))
  return [...regions, ...joint]
}

function priorityDocuments(snapshot: Snapshot): SearchDocument[] {
  const coded = codePriorities(snapshot)
  return snapshot.everBegun('priorityArea').map((priority): SearchDocument => {
    const area = priority.owner.kind === 'jointArea' ? snapshot.getBegun('jointArea', priority.owner.id) : null
    const region = priority.owner.kind === 'region' ? snapshot.getBegun('region', priority.owner.id) : null
    const isSwedish = priority.language === 'sv'
    return {
      id: priority.id,
      kind: 'priorityArea',
      title: priority.displayLabel,
      titleEn: isSwedish ? priority.translatedLabel : priority.displayLabel,
      text: [
        region?.name,
        area?.name,
        priority.verbatimLabel === priority.displayLabel ? '' : priority.verbatimLabel,
        isSwedish ? '' : priority.translatedLabel,
      ]
        .filter(Boolean)
        .join(' ; '),
      regionCodes: region ? [region.code] : (area?.memberCodes ?? []),
      themeIds: (coded.get(priority.id) ?? []).map((theme) => theme.themeId),
      conceptIds: conceptsOfArea(snapshot, priority).map(({ conceptId }) => conceptId),
      programmePeriodId: priority.programmePeriodId,
      isInForce: snapshot.get('priorityArea', priority.id) !== null,
      target: { page: 'priority', params: { id: priority.id } },
    }
  })
}

const themeDocuments = (): SearchDocument[] =>
  themes.map((theme) => ({
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
  }))

function clusterDocuments(snapshot: Snapshot): SearchDocument[] {
  return snapshot.inForce('cluster').map((cluster): SearchDocument => {
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
  })
}

function statementDocuments(snapshot: Snapshot): SearchDocument[] {
  return (['finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
    snapshot.inForce(kind).map((statement): SearchDocument => ({
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
    })),
  )
}
