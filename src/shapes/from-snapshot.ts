import type { Owner, SourceRef } from '../records/shared-fields.ts'
import { swedishDay } from '../records/time.ts'
import { findRegionCalled } from '../places/region-called.ts'
import { areasKnownIn } from '../snapshot/areas-known.ts'
import { deriveEach, deriveEachWith } from '../snapshot/derive-each.ts'
import type { Edition } from '../snapshot/editions.ts'
import type { Known, Meta, Snapshot } from '../snapshot/snapshot.ts'
import { type AreaTheme, themesOfArea } from '../coding/area-coding.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type {
  CitationShape,
  ClusterShape,
  ContactShape,
  EditionShape,
  JointAreaShape,
  MetaShape,
  OwnerRef,
  PeriodShape,
  PriorityShape,
  RegionRef,
  SourceShape,
  StatementShape,
  StrategyShape,
  ThemeRef,
} from './shapes.ts'

const swedish = new Intl.Collator('sv')

/** The regions that exist on the snapshot's day, in Swedish alphabetical order. */
export const findRegions = (snapshot: Snapshot): Known<'region'>[] =>
  snapshot.inForce('region').toSorted((a, b) => swedish.compare(a.name, b.name))

/** Finds a region by any of its codes and names; null when there is none. */
export const findRegion = findRegionCalled

export function regionRef(snapshot: Snapshot, code: string): RegionRef {
  const region = snapshot.getBegun('region', code)
  return { code, slug: region?.slug ?? code, name: region?.name ?? code }
}

/** The regions in force, for a map. */
export const regionsInForce = (snapshot: Snapshot): RegionRef[] =>
  snapshot.inForce('region').map(({ code, slug, name }) => ({ code, slug, name }))

/** The counties' letters by region code, as on the map: AB for Stockholm. */
export const countyLetters = (snapshot: Snapshot): ReadonlyMap<string, string> =>
  new Map(snapshot.inForce('region').map(({ code, iso3166 }) => [code, iso3166.replace(/^.*-/, '')]))

export const regionRefs = (snapshot: Snapshot, codes: readonly string[]): RegionRef[] =>
  codes.map((code) => regionRef(snapshot, code)).sort((a, b) => swedish.compare(a.name, b.name))

export function ownerRef(snapshot: Snapshot, owner: Owner): OwnerRef {
  const { kind, id } = owner
  if (kind === 'region') {
    const region = snapshot.getBegun('region', id)
    return region ? refOfRegion(region) : { kind, id, slug: id, name: { sv: id, en: id } }
  }
  const area = snapshot.getBegun('jointArea', id)
  return area ? refOfJointArea(area) : { kind, id, slug: id, name: { sv: id, en: id } }
}

// Shared by all that an owner has: there are hundreds of areas for each.
const refOfRegion = deriveEach('reference to region', ({ id, slug, name }: Known<'region'>): OwnerRef => ({
  kind: 'region',
  id,
  slug,
  name: { sv: name, en: name },
}))
const refOfJointArea = deriveEach('reference to joint area', ({ id, name, nameEn }: Known<'jointArea'>): OwnerRef => ({
  kind: 'jointArea',
  id,
  slug: id,
  name: { sv: name, en: nameEn },
}))

/** The region codes of an owner: a region's own code, or those of a joint area's members. */
export function regionCodesOf(snapshot: Snapshot, owner: Owner): readonly string[] {
  return owner.kind === 'region' ? [owner.id] : (snapshot.getBegun('jointArea', owner.id)?.memberCodes ?? [])
}

export function sourceShape({ id, title, publisher, kind, date, datePrecision, url, note }: Known<'source'>): SourceShape {
  return { id, title, publisher, kind, date, datePrecision, url, note }
}

export function citationShape(snapshot: Snapshot, ref: SourceRef | null): CitationShape | null {
  const source = ref && snapshot.getBegun('source', ref.sourceId)
  return ref && source && citationOf(source, ref)
}

const citationOf = deriveEachWith('citation', (source: Known<'source'>, { line, page, url }: SourceRef): CitationShape => ({
  source: sourceShape(source),
  line,
  page,
  url: url ?? source.url,
}))

export function metaShape({ kind: _kind, source: _source, ...meta }: Meta): MetaShape {
  return meta
}

export function themeRefs(snapshot: Snapshot, priorityId: string): ThemeRef[] {
  const priority = snapshot.getBegun('priorityArea', priorityId)
  return priority ? themeRefsOf(thesaurusOf(snapshot), themesOfArea(snapshot, priority)) : []
}

export function themeRefsOf({ findTheme }: Thesaurus, themes: readonly AreaTheme[]): ThemeRef[] {
  return themes.flatMap(({ themeId, confidence, words, basis, decision }) => {
    const theme = findTheme(themeId)
    if (!theme) return []
    const { id, slugEn, label, family } = theme
    return [{ id, slugEn, label, family, confidence, words: [...words], basis, decision }]
  })
}

export function priorityShape(snapshot: Snapshot, priority: Known<'priorityArea'>): PriorityShape {
  const { id, programmePeriodId, strategyId, order, verbatimLabel, displayLabel, language, description } = priority
  const { descriptionBasis, types, role, parentId, joinedThemeIds, sdgGoals } = priority
  return {
    id,
    owner: ownerRef(snapshot, priority.owner),
    programmePeriodId,
    strategyId,
    order,
    verbatimLabel,
    displayLabel,
    language,
    translatedLabel: priority.translatedLabel,
    description,
    descriptionBasis,
    types,
    role,
    parentId,
    joinedThemeIds,
    sdgGoals,
    isInForce: snapshot.get('priorityArea', id) !== null,
    confirmedOn: priority.confirmedOn,
    confirmedByRole: priority.confirmedByRole,
    themes: themeRefs(snapshot, id),
    citation: citationShape(snapshot, priority.meta.source),
    meta: metaShape(priority.meta),
  }
}

export function strategyShape(
  snapshot: Snapshot,
  { strategy, priorities }: Pick<Edition, 'strategy' | 'priorities'>,
): StrategyShape {
  const { id, programmePeriodId, edition, datePrecision, status, decidedOn, isComplete, note } = strategy
  const confirmations = priorities.flatMap((priority) => (priority.confirmedOn ? [priority.confirmedOn] : []))
  return {
    id,
    owner: ownerRef(snapshot, strategy.owner),
    programmePeriodId,
    edition,
    datePrecision,
    status,
    decidedOn,
    isComplete,
    isInForce: snapshot.get('strategy', id) !== null,
    isPeriodOver: isPeriodOver(snapshot, programmePeriodId),
    lastStatedOn: [strategy.meta.inForceFrom, ...confirmations].toSorted().at(-1)!,
    note,
    citation: citationShape(snapshot, strategy.meta.source),
    meta: metaShape(strategy.meta),
  }
}

/** Whether a programme period has ended by the snapshot's day. */
function isPeriodOver(snapshot: Snapshot, programmePeriodId: string): boolean {
  const end = snapshot.getBegun('programmePeriod', programmePeriodId)?.to
  return end !== undefined && end <= snapshot.validAt
}

export function editionShape(snapshot: Snapshot, edition: Edition): EditionShape {
  return {
    strategy: strategyShape(snapshot, edition),
    areasKnown: areasKnownIn(edition),
    priorities: edition.priorities.map((priority) => priorityShape(snapshot, priority)),
    parts: edition.parts.map((part) => priorityShape(snapshot, part)),
  }
}

/** Whom to ask about a strategy, or about one of its areas; coordinators first. */
export function contactsOf(snapshot: Snapshot, { strategyId, priorityAreaId }: ContactsAsked): ContactShape[] {
  const rank = ['coordinator', 'contact', 'partner']
  return snapshot
    .inForce('contact')
    .filter((contact) => contact.strategyId === strategyId && (contact.priorityAreaId ?? null) === priorityAreaId)
    .toSorted((a, b) => rank.indexOf(a.use) - rank.indexOf(b.use))
    .map(({ id, use, role, organisation, url, priorityAreaId: areaId, meta }) => ({
      id,
      use,
      role,
      organisation,
      url,
      priorityAreaId: areaId,
      citation: citationShape(snapshot, meta.source),
    }))
}

interface ContactsAsked {
  strategyId: string
  /** Null asks for those of the whole strategy. */
  priorityAreaId: string | null
}

export function clusterShape(snapshot: Snapshot, cluster: Known<'cluster'>): ClusterShape {
  const { id, name, programme, year, url, status } = cluster
  return {
    id,
    name,
    programme,
    year,
    url,
    status,
    region: regionRef(snapshot, cluster.regionCode),
    citation: citationShape(snapshot, cluster.meta.source),
  }
}

export function statementShape(snapshot: Snapshot, statement: Known<'finding' | 'wish' | 'nextStep'>): StatementShape {
  const { id, order, text, meta } = statement
  const kind = meta.kind as StatementShape['kind']
  return { id, kind, order, text, citation: citationShape(snapshot, meta.source), meta: metaShape(meta) }
}

/** The day on which the shipped facts were loaded into the registry; null where it was not recorded, or is not known yet. */
export function factsLoadedOn(snapshot: Snapshot): string | null {
  const loaded = snapshot.history('loadedFacts', 'first')[0]
  return loaded ? swedishDay(loaded.meta.recordedAt) : null
}

export const periodShape = ({ id, label, from, to }: Known<'programmePeriod'>): PeriodShape => ({ id, label, from, to })

export function jointAreaShape(snapshot: Snapshot, area: Known<'jointArea'>): JointAreaShape {
  return {
    id: area.id,
    name: { sv: area.name, en: area.nameEn },
    members: regionRefs(snapshot, area.memberCodes),
    note: area.note,
  }
}
