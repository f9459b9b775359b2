import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../records/expected-error.ts'
import { findRegionGroups, type RegionGroup } from '../matching/region-groups.ts'
import { type Complement, findRegionProposals, promiseOf, type RegionProposal } from '../matching/region-match.ts'
import { type RelatedActivity, structuralPeers } from '../matching/region-structure.ts'
import { matchingTableOf } from '../evidence/matching-table.ts'
import type { RegionActivities } from '../records/region-activities.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { fieldComplementReason } from './complement-words.ts'
import { findRegion, priorityShape, regionRef } from './from-snapshot.ts'
import { findUnreadRegions } from './unread-regions.ts'
import { LocalTextShape, PriorityShape } from './shapes.ts'

const RegionRefShape = z.object({ code: z.string(), slug: z.string(), name: z.string() })
const ThemeRefShape = z.object({ id: z.string(), slugEn: z.string(), label: LocalTextShape })
const ComplementShape = z.object({
  theme: ThemeRefShape,
  beside: ThemeRefShape,
  area: PriorityShape,
  figures: z
    .object({
      year: z.string(),
      quotient: z.number().describe('Location quotient of the region that brings it; the whole interval is above 1.'),
      lower: z.number(),
      count: z.number(),
      otherQuotient: z.number().describe('Of the other region, below 1.'),
      density: z.number().describe('How much of what is related to it the region that brings it has, 0–1.'),
      otherDensity: z.number(),
      meanDensity: z.number().describe('The mean of all regions; both are at least that near.'),
      reason: LocalTextShape,
    })
    .nullable()
    .describe('The figures by which it complements the other region; null where they do not show that it does.'),
})
const JointRefShape = z.object({ id: z.string(), name: LocalTextShape })

const IndustryShape = z.object({
  activity: z.string(),
  label: LocalTextShape,
  quotient: z.number().describe('Location quotient in the region that has it.'),
  density: z.number().describe('How much of what is near it the other region has, 0–1 (relatedness density).'),
  beside: LocalTextShape.describe('What of the other region’s lies nearest to it.'),
})

export const ProposalShape = z.object({
  region: RegionRefShape,
  areasKnown: z
    .enum(['known', 'unknown'])
    .describe('`unknown`: nobody has read the areas of one of the two, so that what they share or lack is not known.'),
  shared: z.array(z.object({ own: PriorityShape, other: PriorityShape, score: z.number(), reason: LocalTextShape })),
  brings: z
    .array(ComplementShape)
    .describe('Themes that the other region has chosen and the asking one has not, each beside one of the asking region’s.'),
  gives: z.array(ComplementShape).describe('The same the other way.'),
  industries: z
    .object({
      year: z.string().nullable().describe('The year of the figures.'),
      areOccupations: z.boolean().describe('The table counts occupations; then only those that speak for a theme are named.'),
      brings: z.array(IndustryShape),
      gives: z.array(IndustryShape),
    })
    .nullable()
    .describe(
      'By statistics: industries one is specialised in and the other is not, near what the other has; null when none are loaded.',
    ),
  nearness: z.enum(['byLand', 'acrossLake', 'apart']),
  jointAreas: z.array(JointRefShape),
  isPromising: z.boolean(),
})
export type ProposalShape = z.infer<typeof ProposalShape>

export const GroupShape = z.object({
  regions: z.array(RegionRefShape),
  covers: z.array(z.object({ theme: ThemeRefShape, by: z.array(z.object({ region: RegionRefShape, area: PriorityShape })) })),
  missing: z.array(ThemeRefShape),
  neighbours: z
    .array(z.object({ regions: z.array(RegionRefShape).length(2), nearness: z.enum(['byLand', 'acrossLake']) }))
    .describe('Pairs in the group that share a border, or else a lake.'),
  jointAreas: z.array(JointRefShape),
})
export type GroupShape = z.infer<typeof GroupShape>

export const PeersShape = z.object({
  /** What the statistics count, and for which year. */
  statistics: z
    .object({
      title: LocalTextShape,
      year: z.string().nullable(),
      missingRegions: z.array(z.string()).describe('The regions that the table has nothing of, by name.'),
    })
    .nullable(),
  peers: z.array(
    z.object({
      region: RegionRefShape,
      distance: z.number().describe('Jensen–Shannon distance of the shares of activities, 0–1.'),
      alike: z.array(LocalTextShape).describe('What both have more of than the regions together.'),
    }),
  ),
})
export type PeersShape = z.infer<typeof PeersShape>

/**
 * The five regions with the most similar structure, by name; empty when no statistics are loaded. @throws ExpectedError
 * when there is no such region
 */
export function peersView(snapshot: Snapshot, slugOrCode: string): PeersShape {
  const { code } = getRegion(snapshot, slugOrCode)
  const statistics = matchingTableOf(snapshot)
  if (!statistics) return { statistics: null, peers: [] }
  const label = activityLabelsOf(thesaurusOf(snapshot), statistics)
  const peers = structuralPeers(statistics, code)
    .filter(({ regionCode }) => snapshot.get('region', regionCode))
    .map(({ regionCode, distance, alike }) => ({
      region: regionRef(snapshot, regionCode),
      distance,
      alike: alike.map(label),
    }))
    .sort((a, b) => a.region.name.localeCompare(b.region.name, 'sv'))
  return { statistics: statisticsRef(snapshot), peers }
}

/** What the statistics are, and which regions they leave out; null when none are loaded. */
export function statisticsRef(snapshot: Snapshot): PeersShape['statistics'] {
  const statistics = matchingTableOf(snapshot)
  if (!statistics) return null
  const counted = new Set(statistics.regionCodes)
  const missing = snapshot.inForce('region').filter(({ code }) => !counted.has(code))
  const missingRegions = missing.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'sv'))
  return { title: statistics.title, year: statistics.year, missingRegions }
}

/**
 * The name of an activity: the table's own, or of a code its SNI 2007 name ("16 Tillverkning av trä …"), which is in Swedish
 * alone, or the activity as the table has it.
 */
function activityLabelsOf(
  { findIndustry }: Thesaurus,
  { activities, labels }: RegionActivities,
): (activity: string) => LocalText {
  return (activity) => {
    const own = labels?.[activities.indexOf(activity)]
    if (own) return own
    const industry = /^[\d.]+$/.test(activity) ? findIndustry(activity) : null
    const text = industry ? `${activity} ${industry.labelSv}` : activity
    return { sv: text, en: text }
  }
}

/** How many proposals a region is named first. */
const mostPromising = 3
const leastPromise = 0.6

/** Every other region as a partner of one, by name. @throws ExpectedError when there is no such region */
export function proposalsView(snapshot: Snapshot, slugOrCode: string): ProposalShape[] {
  const region = getRegion(snapshot, slugOrCode)
  const proposals = findRegionProposals(snapshot, region.code)
  const promising = new Set(
    proposals
      .toSorted((a, b) => promiseOf(b) - promiseOf(a))
      .slice(0, mostPromising)
      .filter((proposal) => promiseOf(proposal) >= leastPromise),
  )
  const unread = new Set(findUnreadRegions(snapshot).map(({ code }) => code))
  const isUnknown = (code: string) => unread.has(region.code) || unread.has(code)
  return proposals.map((proposal) => ({
    ...proposalShape(snapshot, { ownCode: region.code, proposal, isPromising: promising.has(proposal) }),
    areasKnown: isUnknown(proposal.region.code) ? 'unknown' : 'known',
  }))
}

/** @throws ExpectedError `region_not_found`, with another message when no region exists on the day */
function getRegion(snapshot: Snapshot, asked: string): Known<'region'> {
  const region = findRegion(snapshot, asked)
  if (region) return region
  const detail =
    snapshot.inForce('region').length === 0
      ? `The registry has no regions on ${snapshot.validAt}. Ask for another date.`
      : `«${asked.slice(0, 60)}» is not the slug or code of a region. See /api/v1/regions.`
  throw new ExpectedError('region_not_found', { detail, data: { asked } })
}

export interface GroupInput {
  /** Ids or English slugs of themes. */
  themeIds: readonly string[]
  region: string | null
  size: number
}

export const mostGroupThemes = 6
export const groupSizes: readonly number[] = [3, 4, 5]

/** A fault in a request for groups. */
export type GroupProblem =
  | { kind: 'unknownTheme'; asked: string }
  | { kind: 'tooManyThemes' }
  | { kind: 'size' }
  | { kind: 'unknownRegion'; asked: string }

/** The first fault in a request for groups; null when there is none. */
export function findGroupProblem(snapshot: Snapshot, { themeIds, region, size }: GroupInput): GroupProblem | null {
  const unknown = themeIds.find((id) => !thesaurusOf(snapshot).findTheme(id))
  if (unknown !== undefined) return { kind: 'unknownTheme', asked: unknown.slice(0, 60) }
  if (themeIds.length > mostGroupThemes) return { kind: 'tooManyThemes' }
  if (!groupSizes.includes(size)) return { kind: 'size' }
  if (region && !findRegion(snapshot, region)) return { kind: 'unknownRegion', asked: region.slice(0, 60) }
  return null
}

/** Groups that cover the themes; empty when no theme is given or the request is faulty. */
export function groupsView(snapshot: Snapshot, input: GroupInput): GroupShape[] {
  if (input.themeIds.length === 0 || findGroupProblem(snapshot, input)) return []
  const regionCode = input.region ? findRegion(snapshot, input.region)!.code : null
  const themeIds = [...new Set(input.themeIds.map((id) => thesaurusOf(snapshot).findTheme(id)!.id))]
  return findRegionGroups(snapshot, { themeIds, regionCode, size: input.size }).map((group) => groupShape(snapshot, group))
}

/** Like `groupsView` for the API. @throws ExpectedError naming the fault */
export function groupsAnswer(snapshot: Snapshot, input: GroupInput): GroupShape[] {
  const problem = findGroupProblem(snapshot, input)
  if (problem?.kind === 'unknownRegion') getRegion(snapshot, problem.asked)
  const detail =
    input.themeIds.length === 0
      ? 'Name one to six themes, for example themes=energi,livsmedel. See /api/v1/themes.'
      : problem && groupProblemDetail(problem)
  if (detail) throw new ExpectedError('bad_request', { detail })
  return groupsView(snapshot, input)
}

function groupProblemDetail(problem: GroupProblem): string {
  if (problem.kind === 'unknownTheme') return `«${problem.asked}» is no theme’s id. See /api/v1/themes.`
  if (problem.kind === 'tooManyThemes') return `At most ${mostGroupThemes} themes can be asked for.`
  return 'A group has 3, 4 or 5 regions.'
}

/** A region's themes, each with the other regions that have chosen it. Pages show it both as a risk and as an opportunity. */
export function overlapView(
  snapshot: Snapshot,
  slugOrCode: string,
): { theme: z.infer<typeof ThemeRefShape>; regions: z.infer<typeof RegionRefShape>[] }[] {
  const own = findRegion(snapshot, slugOrCode)
  if (!own) return []
  const byTheme = new Map<string, Set<string>>()
  const ownThemeIds = new Set<string>()
  for (const priority of snapshot.inForce('priorityArea')) {
    if (priority.owner.kind !== 'region') continue
    for (const { id } of priorityShape(snapshot, priority).themes) {
      byTheme.set(id, (byTheme.get(id) ?? new Set()).add(priority.owner.id))
      if (priority.owner.id === own.code) ownThemeIds.add(id)
    }
  }
  const thesaurus = thesaurusOf(snapshot)
  return thesaurus.themes
    .filter(({ id }) => ownThemeIds.has(id))
    .map(({ id }) => ({
      theme: themeRef(thesaurus, id),
      regions: [...byTheme.get(id)!]
        .filter((code) => code !== own.code)
        .map((code) => regionRef(snapshot, code))
        .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    }))
}

const industryShaper =
  (label: (activity: string) => LocalText) =>
  ({ activity, quotient, density, besideActivity }: RelatedActivity) => ({
    activity,
    label: label(activity),
    quotient,
    density,
    beside: label(besideActivity),
  })

interface Proposed {
  ownCode: string
  proposal: RegionProposal
  isPromising: boolean
}

function proposalShape(snapshot: Snapshot, { ownCode, proposal, isPromising }: Proposed): Omit<ProposalShape, 'areasKnown'> {
  const thesaurus = thesaurusOf(snapshot)
  const table = matchingTableOf(snapshot)
  const industryOf = table && industryShaper(activityLabelsOf(thesaurus, table))
  const names = [ownCode, proposal.region.code].map((code) => regionRef(snapshot, code).name) as [string, string]
  const complementFrom =
    (from: string, to: string) =>
    ({ themeId, besideThemeId, area, figures }: Complement) => ({
      theme: themeRef(thesaurus, themeId),
      beside: themeRef(thesaurus, besideThemeId),
      area: priorityShape(snapshot, area),
      figures: figures && { ...figures, reason: fieldComplementReason(figures, { from, to }) },
    })
  return {
    region: regionRef(snapshot, proposal.region.code),
    shared: proposal.shared.map(({ own, other, score, reason }) => ({
      own: priorityShape(snapshot, own),
      other: priorityShape(snapshot, other),
      score,
      reason,
    })),
    industries: table &&
      industryOf &&
      proposal.industries && {
        year: table.year,
        areOccupations: proposal.industries.areOccupations,
        brings: proposal.industries.brings.map(industryOf),
        gives: proposal.industries.gives.map(industryOf),
      },
    brings: proposal.brings.map(complementFrom(names[1], names[0])),
    gives: proposal.gives.map(complementFrom(names[0], names[1])),
    nearness: proposal.nearness,
    jointAreas: proposal.jointAreas.map(jointRef),
    isPromising,
  }
}

function groupShape(snapshot: Snapshot, group: RegionGroup): GroupShape {
  const thesaurus = thesaurusOf(snapshot)
  return {
    regions: group.regions.map(({ code }) => regionRef(snapshot, code)),
    covers: group.covers.map(({ themeId, by }) => ({
      theme: themeRef(thesaurus, themeId),
      by: by.map(({ region, area }) => ({ region: regionRef(snapshot, region.code), area: priorityShape(snapshot, area) })),
    })),
    missing: group.missing.map((id) => themeRef(thesaurus, id)),
    neighbours: group.neighbours.map(({ regions, nearness }) => ({
      regions: regions.map(({ code }) => regionRef(snapshot, code)),
      nearness,
    })),
    jointAreas: group.jointAreas.map(jointRef),
  }
}

const jointRef = ({ id, name, nameEn }: { id: string; name: string; nameEn: string | null }) => ({
  id,
  name: { sv: name, en: nameEn ?? name },
})

function themeRef({ findTheme }: Thesaurus, id: string) {
  const { slugEn, label } = findTheme(id)!
  return { id, slugEn, label }
}
