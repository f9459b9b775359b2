import { activitiesOf, describedFieldsOf, fieldsOf } from '../evidence/area-fields.ts'
import type { AreaField } from '../evidence/area-fields.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { fewestInNation, nextStepsOf, peersOf } from '../evidence/related-activities.ts'
import { fewestInStrength, specialisationsOf, strengthsOf } from '../evidence/specialisations.ts'
import type { Specialisation } from '../evidence/specialisations.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { derive } from '../snapshot/derive.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { areaEvidenceOf } from './area-evidence.ts'
import { evidenceContext } from './evidence-context.ts'
import type { EvidenceStrengthShape, RegionEvidenceShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { evidenceMethod, fewestInArea, regionSentence } from './evidence-words.ts'
import { findRegion, regionRef } from './from-snapshot.ts'

const mostSteps = 40
const namedOfPeer = 5
const limits = { fewestInStrength, fewestInNation, fewestInArea }

const madeAnswers = derive(
  'evidence on regions',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'cubes', 'activityKey'],
  () => new Map<string, RegionEvidenceShape>(),
)

/** What the figures say about a region and its choices. @throws ExpectedError `region_not_found` */
export function regionEvidenceView(snapshot: Snapshot, slugOrCode: string): RegionEvidenceShape {
  const region = findRegion(snapshot, slugOrCode)
  if (!region) throw new ExpectedError('region_not_found', { data: { asked: slugOrCode } })
  const made = madeAnswers(snapshot)
  const evidence = made.get(region.code) ?? makeEvidence(snapshot, region.code)
  made.set(region.code, evidence)
  return evidence
}

function makeEvidence(snapshot: Snapshot, code: string): RegionEvidenceShape {
  const panel = mainPanelOf(snapshot)
  const own = findCurrentEdition(snapshot, { kind: 'region', id: code })?.priorities ?? []
  const joint = jointAreasOf(snapshot, code)
  const base = {
    region: regionRef(snapshot, code),
    areas: own.map((area) => areaEvidenceOf(snapshot, area)),
    context: evidenceContext(snapshot, code),
    limits,
    method: evidenceMethod,
    source: panel && evidenceSource(panel.listing, panel.years),
  }
  if (!panel || specialisationsOf(panel, code).length === 0)
    return {
      ...base,
      hasData: false,
      notChosen: [],
      chosen: [],
      withoutBacking: [],
      grewInto: [],
      grewOutOf: [],
      nextSteps: null,
      peers: [],
      sentence: regionSentence({ regionName: base.region.name, notChosen: [], withoutBacking: 0, measured: 0, source: null }),
    }
  const coded = (area: Known<'priorityArea'>) => fieldsOf(snapshot, area).fields
  const strength = strengthShaper(panel, {
    own: occupationsByArea(panel, own, coded),
    joint: occupationsByArea(panel, joint, coded),
    mentioned: occupationsByArea(panel, own, (area) => describedFieldsOf(snapshot, area)),
  })
  const strengths = strengthsOf(panel, code).map(strength)
  const notChosen = strengths.filter(({ areaIds }) => areaIds.length === 0)
  const measured = base.areas.filter(({ status }) => status === 'measured')
  const withoutBacking = measured.filter(({ verdict }) => verdict !== 'backed').map(({ priorityId }) => priorityId)
  const sentence = regionSentence({
    regionName: base.region.name,
    notChosen,
    withoutBacking: withoutBacking.length,
    measured: measured.length,
    source: base.source,
  })
  return {
    ...base,
    hasData: true,
    notChosen,
    chosen: strengths.filter(({ areaIds }) => areaIds.length > 0),
    withoutBacking,
    grewInto: strengths.filter(({ firstQuotient }) => firstQuotient !== null && firstQuotient < 1),
    grewOutOf: grewOutOf(panel, code).map(strength),
    nextSteps: nextStepsShape(panel, code),
    peers: peersShape(snapshot, panel, code),
    sentence,
  }
}

/** Areas in force that the region has chosen together with others. */
function jointAreasOf(snapshot: Snapshot, code: string): readonly Known<'priorityArea'>[] {
  return snapshot
    .inForce('jointArea')
    .filter(({ memberCodes }) => memberCodes.includes(code))
    .flatMap(({ id }) => findCurrentEdition(snapshot, { kind: 'jointArea', id })?.priorities ?? [])
}

/** Which areas each occupation speaks for, by one reading of the areas. */
function occupationsByArea(
  panel: ActivityPanel,
  areas: readonly Known<'priorityArea'>[],
  readFields: (area: Known<'priorityArea'>) => readonly AreaField[],
): ReadonlyMap<string, string[]> {
  const pairs = areas.flatMap((area) => {
    const subjects = readFields(area).flatMap((field) => field.subjects)
    return activitiesOf(subjects, panel.activities).map((code) => ({ code, id: area.id }))
  })
  return new Map([...Map.groupBy(pairs, ({ code }) => code)].map(([code, ofCode]) => [code, ofCode.map(({ id }) => id)]))
}

interface SpokenFor {
  own: ReadonlyMap<string, string[]>
  joint: ReadonlyMap<string, string[]>
  mentioned: ReadonlyMap<string, string[]>
}

const strengthShaper =
  (panel: ActivityPanel, { own, joint, mentioned }: SpokenFor) =>
  ({ activity, count, quotient, lower, upper, firstQuotient }: Specialisation): EvidenceStrengthShape => ({
    code: activity,
    label: panel.labels[panel.activities.indexOf(activity)]!,
    count,
    quotient,
    lower,
    upper,
    firstQuotient: known(firstQuotient),
    areaIds: own.get(activity) ?? [],
    jointAreaIds: joint.get(activity) ?? [],
    mentionedByIds: mentioned.get(activity) ?? [],
  })

/** Strengths of the first year that are beyond doubt below the nation's share in the last, the largest then first. */
function grewOutOf(panel: ActivityPanel, code: string): Specialisation[] {
  const then = new Map(strengthsOf(panel, code, panel.years[0]!).map((one) => [one.activity, one.quotient]))
  return specialisationsOf(panel, code)
    .filter(({ activity, upper }) => then.has(activity) && upper < 1)
    .sort((a, b) => then.get(b.activity)! - then.get(a.activity)!)
}

function nextStepsShape(panel: ActivityPanel, code: string): RegionEvidenceShape['nextSteps'] {
  const found = nextStepsOf(panel, code)
  if (!found) return null
  const steps = found.steps
    .slice(0, mostSteps)
    .map(({ activity, density, complexity, complexityRank, quadrant, score, ...counts }) => ({
      code: activity,
      label: panel.labels[panel.activities.indexOf(activity)]!,
      density,
      complexity,
      complexityRank,
      quadrant,
      score,
      count: known(counts.count),
      nationCount: counts.nationCount,
    }))
  return { steps, splits: found.splits, ranked: found.ranked }
}

function peersShape(snapshot: Snapshot, panel: ActivityPanel, code: string): RegionEvidenceShape['peers'] {
  const named = <T extends { activity: string; share: number; peerShare: number }>({ activity, share, peerShare }: T) => ({
    code: activity,
    label: panel.labels[panel.activities.indexOf(activity)]!,
    share,
    peerShare,
  })
  return peersOf(panel, code, namedOfPeer).map(({ region, distance, alike, apart }) => ({
    region: regionRef(snapshot, region),
    distance,
    alike: alike.map(named),
    apart: apart.map(named),
  }))
}
