import { z } from '@hono/zod-openapi'
import { isRecordKind, recordKinds, SourceRef, versionStates } from '../../records/record.ts'
import type { RecordKind } from '../../records/record.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { diffSnapshots } from '../../snapshot/diff.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { search } from '../../search/search.ts'
import { searchIndexOf } from '../../search/search-of-snapshot.ts'
import { PriorityDetailShape, priorityView } from '../../shapes/priority-detail-shape.ts'
import { tableView } from '../../shapes/priority-table.ts'
import { makePaths } from '../frame/paths.ts'
import type { PageName } from '../frame/paths.ts'
import { ChangesShape, changesShape } from '../../shapes/changes-shape.ts'
import { clusterShape, findRegion, jointAreaShape, regionRef, sourceShape, statementShape } from '../../shapes/from-snapshot.ts'
import { suggestHits } from '../frame/suggest-hits.ts'
import { PeriodDetailShape, periodDetailShape } from '../../shapes/period-shape.ts'
import { regionShape, regionSummaries } from '../../shapes/region-shape.ts'
import {
  ClusterShape,
  JointAreaShape,
  LocalTextShape,
  PriorityShape,
  RegionShape,
  RegionSummaryShape,
  SourceShape,
  StatementShape,
} from '../../shapes/shapes.ts'
import { allPriorities, ThemeSummaryShape, themeSummaries } from '../../shapes/theme-shape.ts'
import { dateFromQuery } from '../frame/query.ts'
import { codingRoutes } from './coding-routes.ts'
import { matchRoutes } from './match-routes.ts'
import type { ReadRoute } from '../frame/read-route.ts'
import type { Language } from '../../records/language.ts'

const text = (description: string) => z.string().max(200).optional().describe(description)
const whole = (description: string, largest: number) =>
  z.coerce.number().int().min(0).max(largest).optional().describe(description)
const lang = z.enum(['sv', 'en']).optional().describe('Language of the query and of explanations; sv when left out.')
const listOf = <T extends z.ZodType>(shape: T) => z.object({ total: z.number(), items: z.array(shape) })
const all = <T>(items: readonly T[]) => ({ total: items.length, items })

/** The areas that fit an API query or a table's. */
export function prioritiesFor(snapshot: Snapshot, input: Record<string, string>): PriorityShape[] {
  const choice = {
    text: input['q'] ?? '',
    region: input['region'] ?? '',
    theme: input['theme'] ?? '',
    period: input['period'] ?? '',
    onlyInForce: input['inForce'] === 'true',
    sort: 'owner' as const,
    isDescending: false,
  }
  const owned = allPriorities(snapshot).filter(({ owner }) => !input['owner'] || owner.kind === input['owner'])
  return tableView(owned, choice, 'sv')
}

export const priorityQuery = {
  q: text('Words that must stand in the label, the owner or a theme.'),
  region: text('A region’s slug or code, or a joint area’s id.'),
  theme: text('A theme’s id.'),
  period: text('A programme period’s id, for example 2014-2020.'),
  owner: z.enum(['region', 'jointArea']).optional().describe('Only what a region has chosen itself, or regions together.'),
  inForce: z.enum(['true', 'false']).optional().describe('true: only areas in force on the day.'),
}

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
      conceptIds: z.array(z.string()),
      programmePeriodId: z.string().nullable(),
      isInForce: z.boolean(),
      href: z.string(),
      score: z.number(),
      why: LocalTextShape.nullable(),
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
      conceptIds: z.array(z.string()).readonly(),
      programmePeriodId: z.string().nullable(),
      isInForce: z.boolean(),
      target: z.object({ page: z.string(), params: z.record(z.string(), z.string()) }),
    }),
  ),
  regionNames: z.record(z.string(), z.string()).describe('By the region’s code.'),
})

const VersionShape = z.object({
  kind: z.string(),
  recordId: z.string(),
  version: z.number(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  changeNote: z.string(),
  state: z.enum(versionStates),
  source: SourceRef.nullable(),
  body: z.record(z.string(), z.unknown()),
})

const Body = z.record(z.string(), z.unknown()).nullable()
const DifferenceShape = z.object({
  kind: z.string(),
  recordId: z.string(),
  outcome: z.enum(['begun', 'ended', 'changed']),
  fields: z.array(z.string()),
  before: Body,
  after: Body,
})

const SnapshotShape = z.object({
  id: z.string(),
  validAt: z.string(),
  knownAt: z.string().nullable().describe('When the newest of what it holds was recorded; null when it holds nothing.'),
  counts: z.record(z.string(), z.number()),
})

export const readRoutes: readonly ReadRoute[] = [
  {
    path: 'regions',
    summary: 'All regions with their current areas',
    response: listOf(RegionSummaryShape),
    read: ({ snapshot }) => all(regionSummaries(snapshot)),
  },
  {
    path: 'regions/{slugOrCode}',
    summary: 'One region, then and now',
    params: { slugOrCode: z.string().describe('For example varmland or 17.') },
    response: RegionShape,
    read: ({ snapshot }, { slugOrCode }) => {
      const region = findRegion(snapshot, slugOrCode!)
      if (!region)
        throw new ExpectedError('region_not_found', {
          detail: `«${slugOrCode}» is no region’s slug or code. See /api/v1/regions.`,
        })
      return regionShape(snapshot, region)
    },
  },
  {
    path: 'priorities',
    summary: 'Priority areas of every period, filtered',
    query: {
      ...priorityQuery,
      limit: whole('At most this many; 100 when left out.', 1000),
      offset: whole('Leave out this many first.', 1_000_000),
    },
    response: listOf(PriorityShape),
    read: ({ snapshot }, input) => {
      const found = prioritiesFor(snapshot, input)
      const offset = Number(input['offset'] ?? 0)
      return { total: found.length, items: found.slice(offset, offset + Number(input['limit'] ?? 100)) }
    },
  },
  {
    path: 'priorities/{id}',
    summary: 'One priority area with its history and what is like it',
    params: { id: z.string() },
    response: PriorityDetailShape,
    read: ({ snapshot }, { id }) => priorityView(snapshot, id!),
  },
  {
    path: 'themes',
    summary: 'All themes with how many regions choose them',
    response: listOf(ThemeSummaryShape),
    read: ({ snapshot }) => all(themeSummaries(snapshot)),
  },
  {
    path: 'periods',
    summary: 'Programme periods with their lists',
    response: listOf(PeriodDetailShape),
    read: ({ snapshot }) => all(snapshot.everBegun('programmePeriod').map((period) => periodDetailShape(snapshot, period))),
  },
  {
    path: 'joint-areas',
    summary: 'Regions that have chosen areas together',
    response: listOf(JointAreaShape),
    read: ({ snapshot }) => all(snapshot.inForce('jointArea').map((area) => jointAreaShape(snapshot, area))),
  },
  {
    path: 'changes',
    summary: 'What changed between two days, as known',
    query: { from: text('First day; 2018-01-31 when left out.'), to: text('Last day; the chosen day when left out.') },
    response: ChangesShape,
    read: ({ snapshot }, { from, to }) => changesShape(snapshot, readSpan(snapshot, { from, to })),
  },
  {
    path: 'differences',
    summary: 'Every record that began, ended or changed between two days, with the fields that differ',
    query: { from: text('First day; 2018-01-31 when left out.'), to: text('Last day; the chosen day when left out.') },
    response: listOf(DifferenceShape),
    read: ({ snapshot }, { from, to }) => {
      const span = readSpan(snapshot, { from, to })
      return all(diffSnapshots(snapshot.at(span.from), snapshot.at(span.to)))
    },
  },
  {
    path: 'search',
    summary: 'Ranked search in Swedish and English',
    query: {
      q: text('What to look for.'),
      lang,
      kind: text('Only this kind of record.'),
      theme: text('Only this theme’s id.'),
      region: text('Only this region’s code.'),
      period: text('Only this programme period.'),
      limit: whole('At most this many; 20 when left out.', 100),
      offset: whole('Leave out this many first.', 10_000),
    },
    response: SearchShape,
    read: ({ snapshot }, input) => searchAnswer(snapshot, input),
  },
  {
    path: 'suggest',
    summary: 'A few hits while one types',
    query: { q: text('What is typed so far.'), lang },
    response: SuggestShape,
    read: ({ snapshot }, input) => suggestAnswer(snapshot, input),
  },
  {
    path: 'search-documents',
    summary: 'All that search looks through, for an index in the browser',
    response: SearchDocumentsShape,
    read: ({ snapshot }) => documentsAnswer(snapshot),
  },
  {
    path: 'statements',
    summary: 'Findings, wishes and next steps',
    response: listOf(StatementShape),
    read: ({ snapshot }) =>
      all(
        (['finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
          snapshot
            .inForce(kind)
            .map((statement) => statementShape(snapshot, statement))
            .sort((a, b) => a.order - b.order),
        ),
      ),
  },
  {
    path: 'clusters',
    summary: 'Clusters',
    response: listOf(ClusterShape),
    read: ({ snapshot }) => all(snapshot.inForce('cluster').map((cluster) => clusterShape(snapshot, cluster))),
  },
  {
    path: 'sources',
    summary: 'Sources',
    response: listOf(SourceShape),
    read: ({ snapshot }) => all(snapshot.everBegun('source').map(sourceShape)),
  },
  {
    path: 'snapshot',
    summary: 'Which snapshot answers, and how much it holds',
    response: SnapshotShape,
    read: ({ snapshot }) => ({
      id: snapshot.id,
      validAt: snapshot.validAt,
      knownAt: snapshot.newestRecordedAt,
      counts: Object.fromEntries(recordKinds.map((kind) => [kind, snapshot.inForce(kind).length])),
    }),
  },
  {
    path: 'records/{kind}/{id}/history',
    summary: 'All published versions of a record, oldest first',
    params: { kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]), id: z.string() },
    response: listOf(VersionShape),
    read: ({ snapshot }, { kind, id }) => {
      const versions = isRecordKind(kind!) ? snapshot.versions(kind, id!) : []
      if (versions.length === 0) throw new ExpectedError('not_found', { detail: `There is no ${kind} «${id}».` })
      return all(versions.map(({ sequence: _sequence, contentHash: _contentHash, ...version }) => version))
    },
  },
  ...codingRoutes,
  ...matchRoutes,
]

/** The two days of a comparison. @throws ExpectedError when they are not days, or in the wrong order */
export function readSpan(
  snapshot: Snapshot,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const span = { from: dateFromQuery(from ?? null, '2018-01-31'), to: dateFromQuery(to ?? null, snapshot.validAt) }
  if (span.from > span.to) throw new ExpectedError('bad_request', { detail: 'from must not be later than to.' })
  return span
}

function searchAnswer(snapshot: Snapshot, input: Record<string, string>) {
  const asked = (input['lang'] ?? 'sv') as Language
  const choice = { kind: input['kind'], themeId: input['theme'], regionCode: input['region'], programmePeriodId: input['period'] }
  const facets = Object.fromEntries(Object.entries(choice).flatMap(([name, value]) => (value ? [[name, [value]]] : [])))
  const result = search(searchIndexOf(snapshot), {
    text: input['q'] ?? '',
    lang: asked,
    facets,
    limit: Number(input['limit'] ?? 20),
    offset: Number(input['offset'] ?? 0),
  })
  const paths = makePaths(asked, null)
  return {
    ...result,
    hits: result.hits.map(({ document: { target, text: _text, ...document }, score, why }) => ({
      ...document,
      href: paths.to(target.page as PageName, target.params),
      score,
      why,
    })),
  }
}

function suggestAnswer(snapshot: Snapshot, input: Record<string, string>) {
  const asked = (input['lang'] ?? 'sv') as Language
  const time = {
    validAt: snapshot.validAt,
    knownOn: input['known'] ?? input['kant'] ?? null,
    isToday: !(input['date'] ?? input['datum']),
  }
  const nameOfRegion = (code: string) => regionRef(snapshot, code).name
  return { hits: suggestHits(searchIndexOf(snapshot), input['q'] ?? '', { lang: asked, time, nameOfRegion }) }
}

/** More than this is too much to send to a browser; it asks while one types instead. */
const mostSentDocuments = 5000

function documentsAnswer(snapshot: Snapshot) {
  const { documents } = searchIndexOf(snapshot)
  const isWhole = documents.length <= mostSentDocuments
  return {
    isWhole,
    documents: isWhole ? documents : [],
    regionNames: Object.fromEntries(snapshot.everBegun('region').map(({ code, name }) => [code, name])),
  }
}
