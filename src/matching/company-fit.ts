import { derive } from '../snapshot/derive.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { compareAreas } from './area-scores.ts'
import type { AreaTables } from './area-scores.ts'
import { areaWordsOf } from './area-words.ts'
import { findClues, isLocalTrade } from './company-clues.ts'
import type { Clue } from './company-clues.ts'
import { findClusterFits } from './company-clusters.ts'
import type { ClusterFit } from './company-clusters.ts'
import { reasonFinder } from './company-reason.ts'
import type { FitReason } from './company-reason.ts'
import { subjectsOf } from './company-subjects.ts'
import type { Company, CompanySubject } from './company-subjects.ts'
import { type SubjectTable, subjectTableOf } from './subject-table.ts'

export interface AreaFit extends FitReason {
  area: Known<'priorityArea'>
  /** How much of what the business writes the area explains, 0–1. */
  score: number
}

/** Why nothing fits: nothing was understood, the business serves those nearby, or no area is about it. */
export type NothingFits = 'notUnderstood' | 'localTrade' | 'noArea'

export interface CompanyFit {
  /** The subjects of the business, surest first. */
  subjects: readonly CompanySubject[]
  /** Areas of the own region and of its joint areas, best first. */
  own: readonly AreaFit[]
  /** The best areas of other regions, at most eight and at most two per region, best first. */
  elsewhere: readonly AreaFit[]
  /** Clusters that work with what the business does, those of the own region first. */
  clusters: readonly ClusterFit[]
  /** Null when any area or cluster fits. */
  nothingFits: NothingFits | null
}

/** Areas that explain less are not shown; the own region's are shown a little sooner, since they are nearest to act on. */
const leastFit = 0.25
const leastElsewhere = 0.3
const mostElsewhere = 8
const mostOfRegion = 2
/** Areas that explain less than this share of what the best one does are left out. */
const leastOfBest = 0.4

/** Finds the priority areas and clusters that fit a business, with reasons, or why nothing does. Pure: nothing is stored. */
export function findCompanyFit(snapshot: Snapshot, company: Company): CompanyFit {
  const { subjects, clues } = readCompany(snapshot, company)
  const fits = fitsOf(snapshot, { clues, regionCode: company.regionCode, most: Infinity })
  const clusters = findClusterFits(snapshot, clues, company.regionCode)
  const isNothing = fits.own.length + fits.elsewhere.length + clusters.length === 0
  const why = subjects.length === 0 ? 'notUnderstood' : isLocalTrade(clues) ? 'localTrade' : 'noArea'
  return { subjects, ...fits, clusters, nothingFits: isNothing ? why : null }
}

/**
 * Like `findCompanyFit` without clusters, and with at most `most` areas of the own region and of others; used to match a
 * register.
 */
export const findAreaFits = (snapshot: Snapshot, company: Company, most: number): Pick<CompanyFit, 'own' | 'elsewhere'> =>
  fitsOf(snapshot, { clues: readCompany(snapshot, company).clues, regionCode: company.regionCode, most })

function readCompany(snapshot: Snapshot, company: Company): { subjects: readonly CompanySubject[]; clues: readonly Clue[] } {
  const thesaurus = thesaurusOf(snapshot)
  const subjects = subjectsOf(thesaurus, company)
  return { subjects, clues: findClues(thesaurus, { ...company, subjects }) }
}

function fitsOf(
  snapshot: Snapshot,
  { clues, regionCode, most }: { clues: readonly Clue[]; regionCode: string | null; most: number },
): Pick<CompanyFit, 'own' | 'elsewhere'> {
  const thesaurus = thesaurusOf(snapshot)
  const table = subjectTableOf(snapshot)
  const tables: AreaTables = { subjects: table, words: areaWordsOf(snapshot) }
  const ownPlaces = ownAreas(snapshot, table, regionCode)
  const { scores, connectionAt } = compareAreas(thesaurus, tables, clues)
  let best = 0
  for (const score of scores) best = Math.max(best, score)
  const own: number[] = []
  const others: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const isOwn = ownPlaces.has(at)
    if (scores[at]! < Math.max(isOwn ? leastFit : leastElsewhere, leastOfBest * best)) continue
    if (isOwn) own.push(at)
    else others.push(at)
  }
  // Areas are sorted by id in the table, so equal scores fall back on their index.
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b
  const { reasonAt, themeReason } = reasonFinder(thesaurus, table, connectionAt)
  const isFirm = ({ isFaint }: FitReason) => !isFaint
  const fitAt = (at: number): AreaFit => ({ area: table.areas[at]!, score: scores[at]!, ...reasonAt(at) })
  const firm = own.sort(byScore).map(fitAt).filter(isFirm)
  const elsewhere = fewOfEach(table, {
    places: others,
    byScore,
    isFirm: (at) => isFirm(fitAt(at)),
    most: Math.min(most, mostElsewhere),
  }).map(fitAt)
  // Where others have it, an own area of the same theme is not passed over, though it does not name the trade.
  const ofTheme = firm.length === 0 && elsewhere.length > 0 ? sameThemeAreas(thesaurus, table, { clues, ownPlaces }) : []
  const byTheme = ofTheme.map(({ at, subject, about }) => ({ ...fitAt(at), ...themeReason(subject, about) }))
  return { own: [...firm, ...byTheme].slice(0, most), elsewhere }
}

/** The own region's areas that are, in their own words, about a theme of what weighs most in a business. */
function sameThemeAreas(
  { findConcept }: Thesaurus,
  { subjectsOfArea }: SubjectTable,
  { clues, ownPlaces }: { clues: readonly Clue[]; ownPlaces: ReadonlySet<number> },
) {
  const read = clues.filter(({ senses }) => senses.length > 0)
  const main = read.toSorted((a, b) => b.weight - a.weight)[0]
  // Concepts come first, because they tell the reader more than themes.
  const senses =
    main?.senses.toSorted((a, b) => Number(findConcept(b.subject.id) !== null) - Number(findConcept(a.subject.id) !== null)) ?? []
  return [...ownPlaces].flatMap((at) => {
    for (const { subject } of senses) {
      const themeIds = findConcept(subject.id)?.themeIds ?? [subject.id]
      const about = subjectsOfArea[at]!.find(({ id, isOnlyDescribed }) => !isOnlyDescribed && themeIds.includes(id))
      if (about) return [{ at, subject, about }]
    }
    return []
  })
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

/**
 * The best places with at most `mostOfRegion` per owner. Few are wanted, so they are picked one by one instead of
 * sorting all.
 */
function fewOfEach(
  { areas }: SubjectTable,
  {
    places,
    byScore,
    isFirm,
    most,
  }: { places: number[]; byScore: (a: number, b: number) => number; isFirm: (at: number) => boolean; most: number },
): number[] {
  const counts = new Map<string, number>()
  const kept: number[] = []
  while (places.length > 0 && kept.length < most) {
    let first = 0
    for (let at = 1; at < places.length; at++) if (byScore(places[at]!, places[first]!) < 0) first = at
    const place = places[first]!
    places[first] = places.at(-1)!
    places.pop()
    if (!isFirm(place)) continue
    const key = ownerKey(areas[place]!.owner)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= mostOfRegion) kept.push(place)
  }
  return kept
}
