import { z } from 'zod'
import { defineKind, partiesAgree } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, RegionCode } from './shared-fields.ts'
import { IsoDate } from './time.ts'

/** How far an agreed joint action has come. */
export const jointActionStates = ['agreed', 'running', 'done', 'closed'] as const
export type JointActionState = (typeof jointActionStates)[number]

/** What one region brings into a joint action, and what it needs from the others. */
export const JointActionPartner = z.object({
  regionCode: RegionCode,
  priorityAreaId: RecordId.nullable(),
  needs: z.string().min(1).max(500),
  offers: z.string().min(1).max(500),
})
export type JointActionPartner = z.infer<typeof JointActionPartner>

/** Something that regions do together, as each of them has accepted it. Before that it is a conversation and no record. */
export const JointAction = z
  .object({
    title: labelled(z.string().min(1).max(120), 'Rubrik', 'Title'),
    /** The region that invited comes first and owns the record. */
    partners: labelled(z.array(JointActionPartner).min(2).max(8), 'Parter', 'Partners'),
    jointAreaId: labelled(RecordId.nullable(), 'Samverkansområde', 'Joint area'),
    agreedOn: labelled(IsoDate, 'Överenskommet', 'Agreed'),
    state: labelled(z.enum(jointActionStates), 'Läge', 'State'),
    nextStep: labelled(z.string().min(1).max(300).nullable(), 'Nästa steg', 'Next step'),
    /** Role and organisation, never a name. */
    ownerRole: labelled(z.string().min(1).max(120).nullable(), 'Ansvarig för nästa steg (roll)', 'Owner of the next step (role)'),
    dueOn: labelled(IsoDate.nullable(), 'Nästa steg klart senast', 'Next step due'),
    /** Null is “not decided”, never nothing. */
    money: labelled(z.string().min(1).max(300).nullable(), 'Pengar', 'Money'),
    result: labelled(z.string().min(1).max(1000).nullable(), 'Resultat', 'Result'),
    why: labelled(z.string().min(1).max(1000).nullable(), 'Varför det är klart eller avslutat', 'Why it is done or closed'),
  })
  .refine(({ state, why }) => (state === 'done' || state === 'closed') === (why !== null), {
    path: ['why'],
    error: 'A joint action that is done or closed says why, and no other does.',
  })
  .refine(({ partners }) => new Set(partners.map(({ regionCode }) => regionCode)).size === partners.length, {
    path: ['partners'],
    error: 'A region is a partner once.',
  })
export type JointAction = z.infer<typeof JointAction>

export const jointAction = defineKind({
  name: 'jointAction',
  label: { one: { sv: 'samarbete', en: 'joint action' }, many: { sv: 'samarbeten', en: 'joint actions' } },
  schema: JointAction,
  since: '0.1.0',
  owner: ({ partners }) => ({ kind: 'region', id: partners[0]!.regionCode }),
  references: ({ partners, jointAreaId }) => [
    ...partners.flatMap(({ regionCode, priorityAreaId }) => [
      { field: 'partners', kind: 'region', id: regionCode, on: 'anyDay' } as const,
      ...(priorityAreaId ? [{ field: 'partners', kind: 'priorityArea', id: priorityAreaId, on: 'anyDay' } as const] : []),
    ]),
    ...(jointAreaId ? [{ field: 'jointAreaId', kind: 'jointArea', id: jointAreaId, on: 'anyDay' } as const] : []),
  ],
  title: ({ title }) => ({ sv: title, en: title }),
  search: {
    among: 'inForce',
    texts: ({ partners, result }) => ({
      titleEn: null,
      texts: [...partners.flatMap(({ needs, offers }) => [needs, offers]), result],
    }),
  },
  page: (_body, id) => ({ page: 'jointAction', params: { id } }),
  may: partiesAgree,
  ownWords: ['title', 'partners', 'jointAreaId', 'agreedOn', 'state', 'nextStep', 'ownerRole', 'dueOn', 'money', 'result', 'why'],
})
