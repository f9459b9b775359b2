import type { LocalText } from '../domain/record.ts'
import { joinWords } from '../language/join-words.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { suggestConcepts, suggestThemes } from '../themes/coding.ts'
import { findConcept } from '../themes/concepts.ts'
import { conceptsOfIndustry, type Industry } from '../themes/industry-codes.ts'
import { findTheme } from '../themes/thesaurus.ts'
import { type Subject, subjectTableOf } from './subject-table.ts'

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
  fromIndustry: boolean
}

export interface AreaFit {
  area: Known<'priorityArea'>
  /** 0–1. */
  score: number
  /** The subject that brings the two together, and why in a plain sentence. */
  subject: CompanySubject
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

const leastFit = 0.2
const leastElsewhere = 0.34
const mostElsewhere = 12
const mostOfRegion = 2
/** A theme says what its narrower concepts say already, so it counts less beside them. */
const themeShare = 0.7
const industryShare = 0.75

/**
 * Which priority areas a business fits, and why. Pure; nothing is kept.
 * A fit is 1 − Π(1 − surety · nearness) over the subjects of the business, each with the nearest subject of the area.
 */
export function findCompanyFit(snapshot: Snapshot, company: Company): CompanyFit {
  const subjects = subjectsOf(company)
  const { areas, nearness } = subjectTableOf(snapshot)
  const joint = new Set(
    snapshot
      .inForce('jointArea')
      .filter(({ memberCodes }) => memberCodes.includes(company.regionCode ?? ''))
      .map(({ id }) => `jointArea:${id}`),
  )
  const isOwn = ({ owner }: Known<'priorityArea'>) =>
    owner.kind === 'region' ? owner.id === company.regionCode : joint.has(`jointArea:${owner.id}`)
  const fits = areas
    .map((area, at) => fitOf(area, subjects, (id) => nearness.get(id)?.[at] ?? 0))
    .filter((fit): fit is AreaFit => fit !== null)
    .sort((a, b) => b.score - a.score || (a.area.id < b.area.id ? -1 : 1))
  return {
    subjects,
    own: fits.filter(({ area, score }) => isOwn(area) && score >= leastFit),
    elsewhere: fewOfEach(fits.filter(({ area, score }) => !isOwn(area) && score >= leastElsewhere)).slice(0, mostElsewhere),
    clusters: clustersFor(snapshot, company, subjects),
  }
}

function fitOf(
  area: Known<'priorityArea'>,
  subjects: readonly CompanySubject[],
  nearness: (id: string) => number,
): AreaFit | null {
  let doubt = 1
  let best: { subject: CompanySubject; strength: number } | null = null
  for (const subject of subjects) {
    const strength = subject.confidence * nearness(subject.id)
    doubt *= 1 - strength
    if (strength > (best?.strength ?? 0)) best = { subject, strength }
  }
  return best && { area, score: 1 - doubt, subject: best.subject, reason: reasonFor(best.subject) }
}

/** What a business is about: its own words first, then what its industry code says. */
export function subjectsOf({ text, industry }: Company): CompanySubject[] {
  const own = suggestConcepts(text).map(({ conceptId, confidence, words }) => ({
    id: conceptId,
    confidence,
    words,
    fromIndustry: false,
  }))
  const themes = suggestThemes(text).map(({ themeId, confidence, words }) => ({
    id: themeId,
    confidence: confidence * (own.length > 0 ? themeShare : 1),
    words,
    fromIndustry: false,
  }))
  const byCode = (industry ? conceptsOfIndustry(industry) : []).map(({ conceptId, confidence }) => ({
    id: conceptId,
    confidence: confidence * industryShare,
    words: [],
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

function reasonFor({ words, fromIndustry, label }: CompanySubject): LocalText {
  const quoted = (lang: 'sv' | 'en') =>
    joinWords(
      words.slice(0, 3).map((word) => `${lang === 'sv' ? '”' : '“'}${word.toLocaleLowerCase('sv')}”`),
      lang,
    )
  if (words.length === 0 || fromIndustry)
    return { sv: `Er bransch hör till ${label.sv}.`, en: `Your industry belongs to ${label.en}.` }
  return {
    sv: `Ni skriver ${quoted('sv')}, som hör till ${label.sv}.`,
    en: `You write ${quoted('en')}, which belongs to ${label.en}.`,
  }
}

function fewOfEach(fits: readonly AreaFit[]): AreaFit[] {
  const counts = new Map<string, number>()
  return fits.filter(({ area }) => {
    const key = ownerKey(area.owner)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.get(key)! <= mostOfRegion
  })
}

const leastCluster = 0.3

function clustersFor(snapshot: Snapshot, company: Company, subjects: readonly CompanySubject[]): CompanyFit['clusters'] {
  const ids = new Map(subjects.map(({ id, confidence }) => [id, confidence]))
  return snapshot
    .inForce('cluster')
    .map((cluster) => {
      const about = [
        ...suggestThemes(cluster.name).map(({ themeId }) => themeId),
        ...suggestConcepts(cluster.name).map(({ conceptId }) => conceptId),
      ]
      const isOwnRegion = cluster.regionCode === company.regionCode
      return { cluster, isOwnRegion, score: Math.max(0, ...about.map((id) => ids.get(id) ?? 0)) }
    })
    .filter(({ score }) => score >= leastCluster)
    .sort((a, b) => Number(b.isOwnRegion) - Number(a.isOwnRegion) || b.score - a.score || (a.cluster.id < b.cluster.id ? -1 : 1))
}
