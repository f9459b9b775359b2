import { z } from 'zod'
import { JointAction } from '../records/joint-action.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { regionRef } from './from-snapshot.ts'
import { LocalTextShape, RegionRef } from './shapes.ts'

const { title, agreedOn, state, nextStep, ownerRole, dueOn, money, result, why } = JointAction.shape

export const JointActionShape = z.object({
  id: z.string(),
  title,
  agreedOn,
  state,
  nextStep,
  ownerRole,
  dueOn,
  money,
  result,
  why,
  jointArea: z
    .object({
      id: z.string(),
      name: LocalTextShape,
    })
    .nullable(),
  partners: z.array(
    z.object({
      region: RegionRef,
      area: z
        .object({
          id: z.string(),
          label: z.string(),
        })
        .nullable(),
      needs: z.string(),
      offers: z.string(),
    }),
  ),
  version: z.number(),
})
export type JointActionShape = z.infer<typeof JointActionShape>

/** A joint action that is agreed on, and therefore public. */
export function jointActionShape(snapshot: Snapshot, action: Known<'jointAction'>): JointActionShape {
  const { id, title, agreedOn, state, nextStep, ownerRole, dueOn, money, result, why, jointAreaId, partners, meta } = action
  const joint = jointAreaId ? snapshot.getBegun('jointArea', jointAreaId) : null
  return {
    id,
    title,
    agreedOn,
    state,
    nextStep,
    ownerRole,
    dueOn,
    money,
    result,
    why,
    jointArea: joint && {
      id: joint.id,
      name: {
        sv: joint.name,
        en: joint.nameEn,
      },
    },
    partners: partners.map(({ regionCode, priorityAreaId, needs, offers }) => ({
      region: regionRef(snapshot, regionCode),
      area: priorityAreaId ? areaRef(snapshot, priorityAreaId) : null,
      needs,
      offers,
    })),
    version: meta.version,
  }
}

/** An area by its label; by its id alone where nothing is known of it on the day. */
export const areaRef = (snapshot: Snapshot, id: string): { id: string; label: string } => ({
  id,
  label: snapshot.getBegun('priorityArea', id)?.displayLabel ?? id,
})

export interface JointActionsOf {
  regionCode?: string
  priorityAreaId?: string
  jointAreaId?: string
}

/** The public joint actions, the newest first; of one region, area or joint area. Those that are over come last. */
export const jointActionShapes = (snapshot: Snapshot, of: JointActionsOf = {}): JointActionShape[] =>
  snapshot
    .inForce('jointAction')
    .filter(
      ({ partners, jointAreaId }) =>
        (!of.regionCode || partners.some(({ regionCode }) => regionCode === of.regionCode)) &&
        (!of.priorityAreaId || partners.some(({ priorityAreaId }) => priorityAreaId === of.priorityAreaId)) &&
        (!of.jointAreaId || jointAreaId === of.jointAreaId),
    )
    .map((action) => jointActionShape(snapshot, action))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.agreedOn < b.agreedOn ? 1 : a.agreedOn > b.agreedOn ? -1 : 0))

const rankOf = ({ state }: JointActionShape): number => (state === 'done' || state === 'closed' ? 1 : 0)
