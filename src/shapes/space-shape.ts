import { activitySpaceOf } from '../evidence/activity-space.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { specialisationsOf } from '../evidence/specialisations.ts'
import type { EvidenceSpaceShape, RegionEvidenceShape } from './evidence-shapes.ts'

interface Asked {
  /** All years: the places on the map come from the last one, so that they are the same whichever year is asked for. */
  main: ActivityPanel
  /** Until the year asked for: the figures. */
  panel: ActivityPanel
  regionCode: string
}

type Marked = Pick<RegionEvidenceShape, 'chosen' | 'mentioned' | 'unsettled' | 'notChosen' | 'nextSteps'>

/** The map of occupations with a region's strengths and nearest next steps marked. */
export function spaceShape({ main, panel, regionCode }: Asked, marked: Marked): EvidenceSpaceShape {
  const { nodes, edges } = activitySpaceOf(main)
  const markOf = marksByCode(marked)
  const own = new Map(specialisationsOf(panel, regionCode).map((one) => [one.activity, one]))
  return {
    nodes: nodes.map(({ activity, x, y }) => ({
      code: activity,
      label: main.labels[main.activities.indexOf(activity)]!,
      x,
      y,
      mark: markOf.get(activity) ?? 'other',
      count: own.get(activity)?.count ?? null,
      quotient: own.get(activity)?.quotient ?? null,
    })),
    edges: edges.map(({ source, target, proximity }) => ({
      source: nodes[source]!.activity,
      target: nodes[target]!.activity,
      proximity,
    })),
  }
}

function marksByCode({ chosen, mentioned, unsettled, notChosen, nextSteps }: Marked) {
  const steps = nextSteps?.steps.filter(({ quadrant }) => quadrant.startsWith('low-risk')) ?? []
  const marked = (codes: readonly { code: string }[], mark: EvidenceSpaceShape['nodes'][number]['mark']) =>
    codes.map(({ code }) => [code, mark] as const)
  return new Map([
    ...marked(steps, 'step'),
    ...marked([...unsettled, ...notChosen], 'open'),
    ...marked([...chosen, ...mentioned], 'chosen'),
  ])
}
