import { ExpectedError } from '../../../records/expected-error.ts'
import type { Language } from '../../../records/language.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { areaPartnersView } from '../../../shapes/area-partners-shape.ts'
import type { AreaPartnersShape } from '../../../shapes/area-partners-shape.ts'
import { isEmptyDay } from '../../../shapes/empty-day.ts'
import { findRegion, findRegions, regionRef } from '../../../shapes/from-snapshot.ts'
import {
  statisticsRef,
  findGroupProblem,
  type GroupInput,
  type GroupProblem,
  type GroupShape,
  groupSizes,
  groupsView,
  overlapView,
  type PeersShape,
  peersView,
  type ProposalShape,
  proposalsView,
} from '../../../shapes/match-shape.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { regionNetworkOf } from '../../../shapes/region-network.ts'
import type { RegionNetwork } from '../../../shapes/region-network.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { namesIn } from '../../frame/page-address.ts'
import { matchAddress } from './match.address.ts'
import { matrixView } from './match-matrix.view.ts'
import type { MatrixShape } from './match-matrix.view.ts'
import { matchText } from './match.text.ts'

/** What a region has to find with others. */
export interface RegionMatch {
  region: RegionRef
  proposals: ProposalShape[]
  peers: PeersShape
  overlap: ReturnType<typeof overlapView>
}

/** A theme in the form for groups. */
export interface ThemeChoice {
  id: string
  slugEn: string
  label: LocalText
  isChosen: boolean
}

export interface MatchShape {
  /** No area is in force on the day: nothing can be matched. */
  isEmpty: boolean
  region: RegionRef | null
  /** Null where no region is asked for, or nothing can be matched. */
  match: RegionMatch | null
  group: GroupInput
  /** Whether the group finder has been used. */
  isGroupAsked: boolean
  problem: GroupProblem | null
  /** Null where no group is asked for that could be found. */
  groups: GroupShape[] | null
  /** The name of the region that a group must have. */
  member: string | null
  /** What both forms may choose among. */
  choices: RegionRef[]
  /** The themes that a group may be asked to cover. */
  themes: ThemeChoice[]
  /** The names of the themes that are asked for, in the order in which they were. */
  askedThemes: LocalText[]
  statistics: PeersShape['statistics']
  /** Partners for one area; null when none is asked for. */
  areaPartners: AreaPartnersShape | null
  /** Who has areas alike; null where nothing can be matched. */
  network: RegionNetwork | null
  /** Who has chosen what; null where a region, an area or a group is asked about. */
  matrix: MatrixShape | null
}

/** What the matching page shows. @throws ExpectedError for what no form here can have sent, in the page’s language */
export function matchView(snapshot: Snapshot, { query, lang }: { query: URLSearchParams; lang: Language }): MatchShape {
  const names = namesIn(matchAddress, lang)
  const isEmpty = isEmptyDay(snapshot)
  const asked = query.get(names.region) ?? ''
  const found = asked ? findRegion(snapshot, asked) : null
  if (asked && !found && !isEmpty)
    throw new ExpectedError('region_not_found', { detail: matchText[lang].unknownRegion(asked.slice(0, 60)), data: { asked } })
  const region = found && regionRef(snapshot, found.code)
  const group: GroupInput = {
    themeIds: [...new Set(query.getAll(names.theme).filter(Boolean))],
    region: query.get(names.member) ?? region?.slug ?? null,
    size: Number(query.get(names.size) ?? groupSizes[0]),
  }
  // The form always sends a size, also when no theme is ticked.
  const isGroupAsked = group.themeIds.length > 0 || query.has(names.size)
  const { themes, findTheme } = thesaurusOf(snapshot)
  const problem = findGroupProblem(snapshot, group)
  const area = query.get(names.area)
  const isOverview = !isEmpty && !region && !area && !isGroupAsked
  return {
    isEmpty,
    region,
    match: region && !isEmpty ? regionMatch(snapshot, region) : null,
    group,
    isGroupAsked,
    problem,
    groups: !isEmpty && isGroupAsked && problem === null && group.themeIds.length > 0 ? groupsView(snapshot, group) : null,
    member: group.region ? (findRegion(snapshot, group.region)?.name ?? null) : null,
    choices: findRegions(snapshot).map(({ code }) => regionRef(snapshot, code)),
    askedThemes: group.themeIds.flatMap((id) => findTheme(id)?.label ?? []),
    themes: themes.map(({ id, slugEn, label }) => ({
      id,
      slugEn,
      label,
      isChosen: group.themeIds.includes(id) || group.themeIds.includes(slugEn),
    })),
    statistics: statisticsRef(snapshot),
    areaPartners: area && !isEmpty ? areaPartnersView(snapshot, area) : null,
    network: isEmpty ? null : regionNetworkOf(snapshot),
    matrix: isOverview ? matrixView(snapshot, { asked: query.get(names.order), lang }) : null,
  }
}

const regionMatch = (snapshot: Snapshot, region: RegionRef): RegionMatch => ({
  region,
  proposals: proposalsView(snapshot, region.slug),
  peers: peersView(snapshot, region.slug),
  overlap: overlapView(snapshot, region.slug),
})
