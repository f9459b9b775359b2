import type { LocalText } from '../domain/record.ts'
import { joinWords } from '../language/join-words.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { suggestSubjects } from '../themes/coding.ts'
import { findConcept } from '../themes/concepts.ts'
import { subjectsOfIndustry, type Industry } from '../themes/industry-codes.ts'
import { kinship } from '../themes/kinship.ts'
import { findTheme } from '../themes/thesaurus.ts'
import { type Subject, type SubjectTable, subjectTableOf } from './subject-table.ts'

/** A business in its own words, with what else is known of it. */
export interface Company {
  text: string
  industry: Industry | null
  regionCode: string | null
}

/** A subject of the business, and where it was read from. */
export interface CompanySubject extends Subject {
  label: LocalText
  /** The company's own words; empty when the industry code says it. */
  words: readonly string[]
  /** Of those, the ones taken for misspelt → what they were read as. */
  readAs: ReadonlyMap<string, string>
  fromIndustry: boolean
}

/** `shared`: the business and the area have a concept in common; `near`: concepts close to each other; `theme`: the theme only. */
export type Closeness = 'shared' | 'near' | 'theme'

export interface AreaFit {
  area: Known<'priorityArea'>
  /** 0–1. */
  score: number
  /** The subject that brings the two together, how close it lies to what the area is about, and why in a plain sentence. */
  subject: CompanySubject
  closeness: Closeness
  reason: LocalText
}

export interface CompanyFit {
  /** What the business seems to be about, surest first. */
  subjects: readonly CompanySubject[]
  /** Areas of the own region and of joint areas it belongs to, best first. */
  own: readonly AreaFit[]
  /** Areas of other regions, best first, each region once at most three times. */
  elsewhere: readonly AreaFit[]
  clusters: readonly { cluster: Known<'cluster'>; score: number; isOwnRegion: boolean }[]
}

const leastFit = 0.35
const leastElsewhere = 0.4
const mostElsewhere = 8
const mostOfRegion = 2
const industryShare = 0.75

/**
 * Which priority areas a business fits, and why. Pure; nothing is kept.
 * A fit is 1 − Π(1 − surety · nearness) over the subjects of the business, each with the nearest subject of the area.
 */
export function findCompanyFit(snapshot: Snapshot, company: Company): CompanyFit {
  const subjects = subjectsOf(company)
  const table = subjectTableOf(snapshot)
  const own = ownAreas(snapshot, table, company.regionCode)
  const scores = scoreAreas(table, subjects)
  const places: number[] = []
  for (let at = 0; at < scores.length; at++) if (scores[at]! >= (own.has(at) ? leastFit : leastElsewhere)) places.push(at)
  places.sort((a, b) => scores[b]! - scores[a]! || (table.areas[a]!.id < table.areas[b]!.id ? -1 : 1))
  const reasons = new Map<string, LocalText>()
  const fitAt = (at: number): AreaFit => {
    const subject = nearestSubject(table, subjects, at)
    const about = nearestOfArea(table, subject, at)
    const key = `${subject.id} ${about}`
    const reason = reasons.get(key) ?? reasonFor(subject, about)
    reasons.set(key, reason)
    return { area: table.areas[at]!, score: scores[at]!, subject, closeness: closenessOf(subject, about), reason }
  }
  return {
    subjects,
    own: places.filter((at) => own.has(at)).map(fitAt),
    elsewhere: fewOfEach(
      table,
      places.filter((at) => !own.has(at)),
    ).map(fitAt),
    clusters: clustersFor(snapshot, company, subjects),
  }
}

const ownCache = new WeakMap<SubjectTable, Map<string, ReadonlySet<number>>>()

/** Where the areas of a region, and of the joint areas it belongs to, stand in the table. */
function ownAreas(snapshot: Snapshot, table: SubjectTable, regionCode: string | null): ReadonlySet<number> {
  if (regionCode === null) return new Set()
  const ofTable = ownCache.get(table) ?? new Map<string, ReadonlySet<number>>()
  ownCache.set(table, ofTable)
  const known = ofTable.get(regionCode)
  if (known) return known
  const joint = new Set(
    snapshot
      .inForce('jointArea')
      .filter(({ memberCodes }) => memberCodes.includes(regionCode))
      .map(({ id }) => id),
  )
  const isOwn = ({ owner }: Known<'priorityArea'>) => (owner.kind === 'region' ? owner.id === regionCode : joint.has(owner.id))
  const own = new Set([...table.areas.keys()].filter((at) => isOwn(table.areas[at]!)))
  ofTable.set(regionCode, own)
  return own
}

function scoreAreas({ areas, nearness }: SubjectTable, subjects: readonly CompanySubject[]): Float64Array {
  const doubts = new Float64Array(areas.length).fill(1)
  for (const { id, confidence } of subjects) {
    const near = nearness.get(id)!
    for (let at = 0; at < doubts.length; at++) doubts[at]! *= 1 - confidence * near[at]!
  }
  return doubts.map((doubt) => 1 - doubt)
}

const conceptTells = 1.5

function nearestSubject({ nearness }: SubjectTable, subjects: readonly CompanySubject[], at: number): CompanySubject {
  // A concept says more to the reader than the theme above it.
  const strength = ({ id, confidence }: CompanySubject) =>
    confidence * nearness.get(id)![at]! * (findConcept(id) ? conceptTells : 1)
  return subjects.reduce((best, subject) => (strength(subject) > strength(best) ? subject : best))
}

/** What the area is about that lies closest to a subject: a theme or a concept. */
function nearestOfArea({ subjectsOfArea }: SubjectTable, { id }: CompanySubject, at: number): string {
  const strength = (one: Subject) => one.confidence * kinship(id, one.id)
  return subjectsOfArea[at]!.reduce((best, one) => (strength(one) > strength(best) ? one : best)).id
}

const nearKinship = 0.5

function closenessOf({ id }: CompanySubject, about: string): Closeness {
  if (!findConcept(about)) return id === about ? 'near' : 'theme'
  const nearness = kinship(id, about)
  return nearness === 1 ? 'shared' : nearness >= nearKinship ? 'near' : 'theme'
}

/** What a business is about: its own words first, then what its industry code says. */
export function subjectsOf({ text, industry }: Company): CompanySubject[] {
  const suggested = suggestSubjects(text)
  const own = suggested.concepts.map(({ conceptId, confidence, words }) => ({
    id: conceptId,
    confidence,
    words,
    readAs: suggested.readAs,
    fromIndustry: false,
  }))
  const themes = suggested.themes.map(({ themeId, confidence, words }) => ({
    id: themeId,
    confidence,
    words,
    readAs: suggested.readAs,
    fromIndustry: false,
  }))
  const byCode = (industry ? subjectsOfIndustry(industry) : []).map(({ subjectId, confidence }) => ({
    id: subjectId,
    confidence: confidence * industryShare,
    words: [],
    readAs: suggested.readAs,
    fromIndustry: true,
  }))
  const all = new Map<string, Omit<CompanySubject, 'label'>>()
  for (const subject of [...byCode, ...themes, ...own]) {
    const known = all.get(subject.id)
    const confidence = known ? 1 - (1 - known.confidence) * (1 - subject.confidence) : subject.confidence
    all.set(subject.id, { ...subject, confidence })
  }
  return [...all.values()]
    .map((subject) => ({ ...subject, label: (findConcept(subject.id) ?? findTheme(subject.id))!.label }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
}

/** Why a business and an area belong together: what it says, what that belongs to, and what of the area it meets. */
function reasonFor(subject: CompanySubject, about: string): LocalText {
  const [sv, en] = [bridgeTo(subject, about, 'sv'), bridgeTo(subject, about, 'en')]
  const { label, words, fromIndustry } = subject
  if (words.length === 0 || fromIndustry)
    return { sv: `Er bransch hör till ${label.sv}${sv}.`, en: `Your industry belongs to ${label.en}${en}.` }
  return {
    sv: `Ni skriver ${quoted(subject, 'sv')}, som hör till ${label.sv}${sv}.`,
    en: `You write ${quoted(subject, 'en')}, which belongs to ${label.en}${en}.`,
  }
}

function quoted({ words, readAs }: CompanySubject, lang: 'sv' | 'en'): string {
  const quote = (word: string) => `${lang === 'sv' ? '”' : '“'}${word.toLocaleLowerCase('sv')}”`
  const reading = (word: string) => (lang === 'sv' ? ` (läst som ${quote(word)})` : ` (read as ${quote(word)})`)
  return joinWords(
    words.slice(0, 3).map((word) => quote(word) + (readAs.has(word) ? reading(readAs.get(word)!) : '')),
    lang,
  )
}

/** How the subject of a business leads to the area's, where they are not the same. */
function bridgeTo({ id }: CompanySubject, about: string, lang: 'sv' | 'en'): string {
  if (id === about) return ''
  const { label } = (findConcept(about) ?? findTheme(about))!
  const isPart = findConcept(id)?.themeIds.includes(about) || findConcept(id)?.broaderIds.includes(about)
  if (lang === 'sv') return isPart ? `, en del av ${label.sv}` : `; det ligger intill ${label.sv}, som området handlar om`
  return isPart ? `, a part of ${label.en}` : `; it lies beside ${label.en}, which the area is about`
}

/** The first places that leave room for others: of each region a few. */
function fewOfEach({ areas }: SubjectTable, places: readonly number[]): number[] {
  const counts = new Map<string, number>()
  const kept: number[] = []
  for (const at of places) {
    const key = ownerKey(areas[at]!.owner)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= mostOfRegion) kept.push(at)
    if (kept.length === mostElsewhere) break
  }
  return kept
}

const leastCluster = 0.5
const clusterCache = new WeakMap<Snapshot, readonly { cluster: Known<'cluster'>; about: readonly string[] }[]>()

/** Every cluster with what its name is about; read once for a snapshot. */
function codedClusters(snapshot: Snapshot) {
  const made =
    clusterCache.get(snapshot) ??
    snapshot.inForce('cluster').map((cluster) => {
      const { themes, concepts } = suggestSubjects(cluster.name)
      return { cluster, about: [...themes.map(({ themeId }) => themeId), ...concepts.map(({ conceptId }) => conceptId)] }
    })
  clusterCache.set(snapshot, made)
  return made
}

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
