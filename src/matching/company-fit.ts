import type { LocalText } from '../records/shared-fields.ts'
import { joinWords, quoted as quotedWord } from '../language/join-words.ts'
import { derive } from '../snapshot/derive.ts'
import { deriveEach, deriveEachWith } from '../snapshot/derive-each.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { suggestSubjects } from '../coding/coding.ts'
import type { Industry } from '../records/thesaurus-facts.ts'
import { subjectsOfIndustry } from '../coding/industry-subjects.ts'
import { kinship } from '../thesaurus/kinship.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { type AreaSubject, type Subject, type SubjectTable, subjectTableOf } from './subject-table.ts'
import type { Language } from '../records/language.ts'

/** A business described in its own words, with its industry and region when known. */
export interface Company {
  text: string
  industry: Industry | null
  /** Its further industries, which count less than the first. */
  moreIndustries?: readonly Industry[]
  regionCode: string | null
}

/** A subject of the business, and what it was read from. */
export interface CompanySubject extends Subject {
  label: LocalText
  /** The company's own words that suggest it; empty when it comes from the industry code. */
  words: readonly string[]
  /** Words treated as misspelt, with the term that each was read as. */
  readAs: ReadonlyMap<string, string>
  fromIndustry: boolean
}

/**
 * `shared`: the business and the area have a concept in common; `near`: they have closely related subjects; `theme`:
 * only the theme in common.
 */
export type Closeness = 'shared' | 'near' | 'theme'

export interface AreaFit {
  area: Known<'priorityArea'>
  /** 0–1. */
  score: number
  /**
   * The subject that best connects the two, with how close it is to the area's nearest subject, and the reason in a
   * plain sentence.
   */
  subject: CompanySubject
  closeness: Closeness
  reason: LocalText
}

export interface CompanyFit {
  /** The subjects of the business, surest first. */
  subjects: readonly CompanySubject[]
  /** Areas of the own region and of its joint areas, best first. */
  own: readonly AreaFit[]
  /** The best areas of other regions, at most eight and at most two per region, best first. */
  elsewhere: readonly AreaFit[]
  clusters: readonly { cluster: Known<'cluster'>; score: number; isOwnRegion: boolean }[]
}

const leastFit = 0.35
const leastElsewhere = 0.4
const mostElsewhere = 8
const mostOfRegion = 2
const industryShare = 0.75
const furtherIndustryShare = 0.45

/**
 * Finds the priority areas and clusters that fit a business, with reasons. Pure: nothing is stored. The score of an area
 * is 1 − Π(1 − confidence · nearness) over the subjects of the business, where nearness is to the closest subject of the
 * area.
 */
export function findCompanyFit(snapshot: Snapshot, company: Company): CompanyFit {
  const subjects = subjectsOf(thesaurusOf(snapshot), company)
  return {
    subjects,
    ...fitsOf(snapshot, { subjects, regionCode: company.regionCode, most: Infinity }),
    clusters: clustersFor(snapshot, company, subjects),
  }
}

/**
 * Like `findCompanyFit` without clusters, and with at most `most` areas of the own region and of others; used to match a
 * register.
 */
export const findAreaFits = (snapshot: Snapshot, company: Company, most: number): Pick<CompanyFit, 'own' | 'elsewhere'> =>
  fitsOf(snapshot, { subjects: subjectsOf(thesaurusOf(snapshot), company), regionCode: company.regionCode, most })

function fitsOf(
  snapshot: Snapshot,
  { subjects, regionCode, most }: { subjects: readonly CompanySubject[]; regionCode: string | null; most: number },
): Pick<CompanyFit, 'own' | 'elsewhere'> {
  const thesaurus = thesaurusOf(snapshot)
  const table = subjectTableOf(snapshot)
  const ownPlaces = ownAreas(snapshot, table, regionCode)
  const scores = scoreAreas(table, subjects)
  const own: number[] = []
  const others: number[] = []
  for (let at = 0; at < scores.length; at++)
    if (ownPlaces.has(at)) {
      if (scores[at]! >= leastFit) own.push(at)
    } else if (scores[at]! >= leastElsewhere) others.push(at)
  // Areas are sorted by id in the table, so equal scores fall back on their index.
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b
  const reasons = new Map<string, LocalText>()
  const nearest = nearestFinder(thesaurus, table, subjects)
  const fitAt = (at: number): AreaFit => {
    const subject = nearest(at)
    const about = nearestOfArea(thesaurus, { table, subject, at })
    const key = `${subject.id} ${about.id} ${about.isOnlyDescribed}`
    const reason = reasons.get(key) ?? reasonFor(thesaurus, subject, about)
    reasons.set(key, reason)
    const closeness = closenessOf(thesaurus, subject, about.id)
    return { area: table.areas[at]!, score: scores[at]!, subject, closeness, reason }
  }
  return {
    own: own.sort(byScore).slice(0, most).map(fitAt),
    elsewhere: fewOfEach(table, { places: others, byScore, most: Math.min(most, mostElsewhere) }).map(fitAt),
  }
}

const ownAreasByRegion = derive(
  'own areas',
  ['priorityArea', 'coding', 'jointArea', 'thesaurus'],
  () => new Map<string, ReadonlySet<number>>(),
)

/** The indexes in the table of a region's areas and of the areas of its joint areas. */
function ownAreas(snapshot: Snapshot, table: SubjectTable, regionCode: string | null): ReadonlySet<number> {
  if (regionCode === null) return new Set()
  const byRegion = ownAreasByRegion(snapshot)
  const known = byRegion.get(regionCode)
  if (known) return known
  const joint = new Set(
    snapshot
      .inForce('jointArea')
      .filter(({ memberCodes }) => memberCodes.includes(regionCode))
      .map(({ id }) => id),
  )
  const isOwn = ({ owner }: Known<'priorityArea'>) => (owner.kind === 'region' ? owner.id === regionCode : joint.has(owner.id))
  const own = new Set([...table.areas.keys()].filter((at) => isOwn(table.areas[at]!)))
  byRegion.set(regionCode, own)
  return own
}

function scoreAreas({ areas, nearness }: SubjectTable, subjects: readonly CompanySubject[]): Float64Array {
  const scores = new Float64Array(areas.length).fill(1)
  for (const { id, confidence } of subjects) {
    const near = nearness.get(id)!
    for (let at = 0; at < scores.length; at++) scores[at]! *= 1 - confidence * near[at]!
  }
  for (let at = 0; at < scores.length; at++) scores[at] = 1 - scores[at]!
  return scores
}

const conceptTells = 1.5

/**
 * Finds the subject that best connects a business with an area. Concepts get more weight, because they tell the reader
 * more than themes.
 */
function nearestFinder(
  { findConcept }: Thesaurus,
  { nearness }: SubjectTable,
  subjects: readonly CompanySubject[],
): (at: number) => CompanySubject {
  const weighed = subjects.map((subject) => ({
    subject,
    near: nearness.get(subject.id)!,
    weight: subject.confidence * (findConcept(subject.id) ? conceptTells : 1),
  }))
  return (at) => weighed.reduce((best, one) => (one.weight * one.near[at]! > best.weight * best.near[at]! ? one : best)).subject
}

const nearestBySubject = deriveEach('nearest of area', (_table: SubjectTable) => new Map<string, AreaSubject[]>())

/** The area's theme or concept that is closest to a subject. */
function nearestOfArea(
  thesaurus: Thesaurus,
  { table, subject: { id }, at }: { table: SubjectTable; subject: CompanySubject; at: number },
): AreaSubject {
  const ofTable = nearestBySubject(table)
  const ofSubject = ofTable.get(id) ?? []
  ofTable.set(id, ofSubject)
  const strength = (one: Subject) => one.confidence * kinship(thesaurus, id, one.id)
  return (ofSubject[at] ??= table.subjectsOfArea[at]!.reduce((best, one) => (strength(one) > strength(best) ? one : best)))
}

const nearKinship = 0.5

function closenessOf(thesaurus: Thesaurus, { id }: CompanySubject, about: string): Closeness {
  if (!thesaurus.findConcept(about)) return id === about ? 'near' : 'theme'
  const nearness = kinship(thesaurus, id, about)
  return nearness === 1 ? 'shared' : nearness >= nearKinship ? 'near' : 'theme'
}

/** The subjects of a business, from its own words and its industry code; the words take precedence in the reason. */
export function subjectsOf(
  thesaurus: Thesaurus,
  { text, industry, moreIndustries = [] }: Pick<Company, 'text' | 'industry' | 'moreIndustries'>,
): CompanySubject[] {
  const { findTheme, findConcept } = thesaurus
  const { themes, concepts, readAs } = suggestSubjects(thesaurus, text)
  const all = new Map<string, CompanySubject>()
  const add = (id: string, added: number, words: readonly string[], fromIndustry: boolean) => {
    const known = all.get(id)
    const confidence = known ? 1 - (1 - known.confidence) * (1 - added) : added
    all.set(id, { id, confidence, words, readAs, fromIndustry, label: (findConcept(id) ?? findTheme(id))!.label })
  }
  for (const { subjectId, confidence } of industry ? subjectsOfIndustry(thesaurus, industry) : [])
    add(subjectId, confidence * industryShare, [], true)
  for (const further of moreIndustries)
    for (const { subjectId, confidence } of subjectsOfIndustry(thesaurus, further))
      add(subjectId, confidence * furtherIndustryShare, [], true)
  for (const { themeId, confidence, words } of themes) add(themeId, confidence, words, false)
  for (const { conceptId, confidence, words } of concepts) add(conceptId, confidence, words, false)
  return [...all.values()].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
}

/** Explains a fit in a sentence: the words of the business, their subject, and how that relates to the area's subject. */
function reasonFor(thesaurus: Thesaurus, subject: CompanySubject, about: AreaSubject): LocalText {
  const bridge = bridgeTo(thesaurus, subject, about.id)
  const described = about.isOnlyDescribed ? onlyDescribed : { sv: '', en: '' }
  const [sv, en] = [`${bridge('sv')}.${described.sv}`, `${bridge('en')}.${described.en}`]
  const { label, words, fromIndustry } = subject
  if (words.length === 0 || fromIndustry)
    return { sv: `Er bransch hör till ${label.sv}${sv}`, en: `Your industry belongs to ${label.en}${en}` }
  return {
    sv: `Ni skriver ${quoted(subject, 'sv')}, som hör till ${label.sv}${sv}`,
    en: `You write ${quoted(subject, 'en')}, which belongs to ${label.en}${en}`,
  }
}

/** A label is the owner's words; a description is ours, so a fit through it is said to be one. */
const onlyDescribed: LocalText = {
  sv: ' Det framgår av vår beskrivning av området, inte av dess namn.',
  en: ' That is in our description of the area, not in its name.',
}

function quoted({ words, readAs }: CompanySubject, lang: Language): string {
  const quote = (word: string) => quotedWord(word.toLowerCase(), lang)
  const reading = (word: string) => (lang === 'sv' ? ` (läst som ${quote(word)})` : ` (read as ${quote(word)})`)
  return joinWords(
    words.slice(0, 3).map((word) => quote(word) + (readAs.has(word) ? reading(readAs.get(word)!) : '')),
    lang,
  )
}

/** Describes how the subject of a business relates to the area's; empty when they are the same. */
const bridgeTo =
  ({ findTheme, findConcept }: Thesaurus, { id }: CompanySubject, about: string) =>
  (lang: Language): string => {
    if (id === about) return ''
    const { label } = (findConcept(about) ?? findTheme(about))!
    const isPart = findConcept(id)?.themeIds.includes(about) || findConcept(id)?.broaderIds.includes(about)
    if (lang === 'sv') return isPart ? `, en del av ${label.sv}` : `; det ligger intill ${label.sv}, som området handlar om`
    return isPart ? `, a part of ${label.en}` : `; it lies beside ${label.en}, which the area is about`
  }

/**
 * The best places with at most `mostOfRegion` per owner. Few are wanted, so they are picked one by one instead of
 * sorting all.
 */
function fewOfEach(
  { areas }: SubjectTable,
  { places, byScore, most }: { places: number[]; byScore: (a: number, b: number) => number; most: number },
): number[] {
  const counts = new Map<string, number>()
  const kept: number[] = []
  while (places.length > 0 && kept.length < most) {
    let first = 0
    for (let at = 1; at < places.length; at++) if (byScore(places[at]!, places[first]!) < 0) first = at
    const place = places[first]!
    places[first] = places.at(-1)!
    places.pop()
    const key = ownerKey(areas[place]!.owner)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= mostOfRegion) kept.push(place)
  }
  return kept
}

const leastCluster = 0.5
const subjectsOfCluster = deriveEachWith(
  'subjects of a cluster',
  (thesaurus: Thesaurus, cluster: Known<'cluster'>): readonly string[] => {
    const { themes, concepts } = codeCluster(thesaurus, cluster)
    return [...themes.map(({ themeId }) => themeId), ...concepts.map(({ conceptId }) => conceptId)]
  },
)

/** Every cluster with its subjects. */
const codedClusters = derive('coded clusters', ['cluster', 'thesaurus'], (snapshot) => {
  const thesaurus = thesaurusOf(snapshot)
  return snapshot.inForce('cluster').map((cluster) => ({ cluster, about: subjectsOfCluster(thesaurus, cluster) }))
})

function clustersFor(snapshot: Snapshot, company: Company, subjects: readonly CompanySubject[]): CompanyFit['clusters'] {
  const ids = new Map(subjects.map(({ id, confidence }) => [id, confidence]))
  return codedClusters(snapshot)
    .map(({ cluster, about }) => ({
      cluster,
      isOwnRegion: cluster.regionCode === company.regionCode,
      score: Math.max(0, ...about.map((id) => ids.get(id) ?? 0)),
    }))
    .filter(({ score }) => score >= leastCluster)
    .sort((a, b) => Number(b.isOwnRegion) - Number(a.isOwnRegion) || b.score - a.score || (a.cluster.id < b.cluster.id ? -1 : 1))
}
