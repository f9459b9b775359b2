import type { Quad } from 'n3'
import { findLineage } from '../../likeness/lineage.ts'
import type { SourceRef } from '../../records/shared-fields.ts'
import { dayAfter } from '../../records/time.ts'
import { editionsByOwner, findEditions } from '../../snapshot/editions.ts'
import type { Edition } from '../../snapshot/editions.ts'
import { ownerKey } from '../../snapshot/snapshot.ts'
import type { Known, Meta, Snapshot } from '../../snapshot/snapshot.ts'
import { themesOfArea } from '../../coding/area-coding.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { ownerResource, resourceIri } from './resource-names.ts'
import type { Resource, ResourceKind } from './resource-names.ts'
import { statementsBySubject } from './thesaurus-skos.ts'
import { cc0, dayLiteral, inBoth, literal, Statements, term } from './vocabulary.ts'

interface Described {
  snapshot: Snapshot
  /** What names begin with. */
  base: string
  out: Statements
}

/**
 * What is known of one thing, as linked data, with the licence of the data; null when there is no such thing. Suggestions by
 * the machine are given as things to see also, never as what a thing is about.
 */
export function describeResource(snapshot: Snapshot, resource: Resource, base: string): Quad[] | null {
  const found = findResource(snapshot, resource)
  if (found === null) return null
  const { out } = found({ snapshot, base, out: new Statements() })
  const name = resourceIri(base, resource)
  out.add(name, 'dct:license', cc0)
  return out.quads
}

/** The moment from which a thing is known as it is, for `Last-Modified`; null for what is no record. */
export function recordedAt(snapshot: Snapshot, { kind, id }: Resource): string | null {
  const record = recordOf(snapshot, { kind, id })
  return record?.meta.recordedAt ?? null
}

type Describe = (described: Described) => Described

function findResource(snapshot: Snapshot, { kind, id }: Resource): Describe | null {
  if (kind === 'scheme' || kind === 'theme' || kind === 'concept') return findSubject(snapshot, { kind, id })
  const record = recordOf(snapshot, { kind, id })
  if (record === null) return null
  const describe = describers[kind] as (described: Described, record: Known<RecordResource>) => void
  return (described) => {
    describe(described, record)
    return described
  }
}

type RecordResource = Exclude<ResourceKind, 'scheme' | 'theme' | 'concept'>

function recordOf(snapshot: Snapshot, { kind, id }: Resource): Known<RecordResource> | null {
  if (kind === 'scheme' || kind === 'theme' || kind === 'concept') return null
  if (kind === 'region') return snapshot.everBegun('region').find(({ slug }) => slug === id) ?? null
  return snapshot.getBegun(kind, id)
}

const nameOf = ({ base }: Pick<Described, 'base'>, kind: ResourceKind, id: string): string => resourceIri(base, { kind, id })

/** The days in force; the last day is named, since `validTo` is the day after it. */
function addDays({ out }: Described, name: string, { inForceFrom, inForceTo }: Meta): void {
  out.add(name, 'schema:validFrom', dayLiteral(inForceFrom))
  if (inForceTo) out.add(name, 'schema:validThrough', dayLiteral(dayAfter(inForceTo, -1)))
}

function addSource(described: Described, name: string, source: SourceRef | null): void {
  if (source) described.out.add(name, 'dct:source', nameOf(described, 'source', source.sourceId))
}

type Describers = { [K in RecordResource]: (described: Described, record: Known<K>) => void }

const describers: Describers = {
  region(described, { code, slug, name, countyName, regionName, nuts3, meta }) {
    const { out, snapshot } = described
    const iri = nameOf(described, 'region', slug)
    out.isA(iri, 'schema:AdministrativeArea')
    out.add(iri, 'schema:name', literal(name))
    out.add(iri, 'schema:alternateName', literal(countyName, 'sv'), literal(regionName, 'sv'))
    out.add(iri, 'dct:identifier', literal(code))
    out.add(iri, 'skos:exactMatch', `http://data.europa.eu/nuts/code/${nuts3}`)
    const editions = findEditions(snapshot, { kind: 'region', id: code })
    out.add(iri, 'rdfs:seeAlso', ...editions.map(({ strategy }) => nameOf(described, 'strategy', strategy.id)))
    addSource(described, iri, meta.source)
  },
  jointArea(described, { id, name, nameEn, memberCodes, meta }) {
    const { out, snapshot } = described
    const iri = nameOf(described, 'jointArea', id)
    out.isA(iri, 'schema:AdministrativeArea')
    out.add(iri, 'schema:name', ...inBoth({ sv: name, en: nameEn }))
    const members = memberCodes.map((code) => resourceIri(described.base, ownerResource(snapshot, { kind: 'region', id: code })))
    out.add(iri, 'dct:hasPart', ...members)
    addSource(described, iri, meta.source)
  },
  strategy: describeStrategy,
  priorityArea: describeArea,
  source({ out, base }, { id, title, publisher, date, datePrecision, url }) {
    const iri = nameOf({ base }, 'source', id)
    out.isA(iri, 'dct:BibliographicResource')
    out.add(iri, 'dct:title', ...inBoth(title))
    out.add(iri, 'schema:publisher', literal(publisher))
    if (date && datePrecision === 'day') out.add(iri, 'dct:issued', dayLiteral(date))
    if (url) out.add(iri, 'foaf:page', url)
  },
  programmePeriod({ out, base }, { id, label, from, to }) {
    const iri = nameOf({ base }, 'programmePeriod', id)
    out.isA(iri, 'dct:PeriodOfTime')
    out.add(iri, 'rdfs:label', literal(label))
    out.add(iri, 'dcat:startDate', dayLiteral(from))
    out.add(iri, 'dcat:endDate', dayLiteral(dayAfter(to, -1)))
  },
}

function describeStrategy(described: Described, strategy: Known<'strategy'>): void {
  const { out, snapshot, base } = described
  const iri = nameOf(described, 'strategy', strategy.id)
  const edition = editionOf(snapshot, strategy)
  out.isA(iri, 'schema:ItemList')
  out.add(iri, 'dct:creator', resourceIri(base, ownerResource(snapshot, strategy.owner)))
  out.add(iri, 'schema:version', literal(strategy.edition))
  out.add(iri, 'dct:temporal', nameOf(described, 'programmePeriod', strategy.programmePeriodId))
  if (strategy.decidedOn) out.add(iri, 'dct:issued', dayLiteral(strategy.decidedOn))
  if (strategy.note) out.add(iri, 'rdfs:comment', ...inBoth(strategy.note))
  addDays(described, iri, strategy.meta)
  addSource(described, iri, strategy.meta.source)
  const areas = edition ? [...edition.priorities, ...edition.parts] : []
  out.add(iri, 'dct:hasPart', ...areas.map(({ id }) => nameOf(described, 'priorityArea', id)))
  for (const area of areas) addLabels(described, area)
}

const editionOf = (snapshot: Snapshot, { id, owner }: Known<'strategy'>): Edition | undefined =>
  editionsByOwner(snapshot)
    .get(ownerKey(owner))
    ?.find((edition) => edition.strategy.id === id)

/** The owner's words are the preferred label in their language; our translation is an alternative one. */
function addLabels(described: Described, area: Known<'priorityArea'>): string {
  const { out } = described
  const iri = nameOf(described, 'priorityArea', area.id)
  out.isA(iri, 'skos:Concept')
  out.add(iri, 'skos:prefLabel', literal(area.displayLabel, area.language))
  if (area.verbatimLabel !== area.displayLabel) out.add(iri, 'skos:altLabel', literal(area.verbatimLabel, area.language))
  if (area.translatedLabel) out.add(iri, 'skos:altLabel', literal(area.translatedLabel, area.language === 'sv' ? 'en' : 'sv'))
  return iri
}

function describeArea(described: Described, area: Known<'priorityArea'>): void {
  const { out, snapshot, base } = described
  const iri = addLabels(described, area)
  out.add(iri, 'dct:isPartOf', nameOf(described, 'strategy', area.strategyId))
  if (area.parentId) out.add(iri, 'dct:isPartOf', nameOf(described, 'priorityArea', area.parentId))
  out.add(iri, 'dct:creator', resourceIri(base, ownerResource(snapshot, area.owner)))
  out.add(iri, 'dct:temporal', nameOf(described, 'programmePeriod', area.programmePeriodId))
  if (area.description) out.add(iri, 'rdfs:comment', ...inBoth(area.description))
  for (const { themeId, decision } of themesOfArea(snapshot, area))
    out.add(iri, decision === 'confirmed' ? 'dct:subject' : 'rdfs:seeAlso', nameOf(described, 'theme', themeId))
  out.add(iri, 'dct:subject', ...(area.sdgGoals ?? []).map((goal) => `http://metadata.un.org/sdg/${goal}`))
  for (const predecessorId of predecessorsOf(snapshot, area))
    out.add(iri, 'prov:wasDerivedFrom', nameOf(described, 'priorityArea', predecessorId))
  addDays(described, iri, area.meta)
  addSource(described, iri, area.meta.source)
}

/** The areas that it continues, as reviewed or decided by people. */
function predecessorsOf(snapshot: Snapshot, { id, owner }: Known<'priorityArea'>): string[] {
  const links = findLineage(snapshot, owner).flatMap((step) => step.links)
  return links.flatMap(({ predecessor, successor, basis }) =>
    successor?.id === id && predecessor !== null && basis !== 'suggested' ? [predecessor.id] : [],
  )
}

/** A theme or concept out of the thesaurus, or the whole of it. */
function findSubject(snapshot: Snapshot, { kind, id }: Resource): Describe | null {
  const thesaurus = thesaurusOf(snapshot)
  const isKnown = kind === 'scheme' || thesaurus.findTheme(id)?.id === id || thesaurus.findConcept(id)?.id === id
  if (!isKnown) return null
  return (described) => {
    const bySubject = statementsBySubject(thesaurus, described.base)
    const own = bySubject.get(nameOf(described, kind, id)) ?? []
    // What it names besides has its label, so that one file is enough to read it.
    const beside = [...new Set(own.map(({ object }) => object.value))].flatMap((name) => bySubject.get(name) ?? [])
    const labels = beside.filter(({ predicate }) => predicate.value === term('skos:prefLabel'))
    described.out.quads.push(...(kind === 'scheme' ? [...bySubject.values()].flat() : [...own, ...labels]))
    return described
  }
}
