import { randomUUID } from 'node:crypto'
import { submit } from '../../../changes/submit.ts'
import { seenIn } from '../../../changes/seen-record.ts'
import { writeJointAction } from '../../../changes/joint-action-changes.ts'
import {
  acceptAgreement,
  endJointAction,
  hasBeenAccepted,
  inviteToJointAction,
  noteAgreement,
  noteMeeting,
  pickTime,
  proposeTimes,
  writeAgreement,
} from '../../../conversation/joint-actions.ts'
import type { JointActionTalk } from '../../../conversation/joint-actions.ts'
import { partyActor } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { jointActionStates } from '../../../records/joint-action.ts'
import type { BodyOf } from '../../../records/record.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { speaksFor } from '../dialogue/dialogue-access.ts'
import { getOwnTalk } from './joint-action-access.ts'
import { aimIn, nextStepIn, timesIn, whyIn, writtenIn } from './joint-action-fields.ts'
import { jointActionText } from './joint-action.text.ts'

const mostInvited = 7

/** A region invites others. */
const invite: FormAction = async (context) => {
  const { form, lang, actor, visit, registry, today, now, paths } = context
  const regionCode = writtenIn(context, 'region')
  if (!speaksFor(actor, regionCode)) throw new ExpectedError('not_allowed')
  const view = await registry.view()
  const snapshot = snapshotAt(view.known, today, view.beside)
  const codes = [...new Set(form.getAll('invited').map(String))].filter((code) => code !== regionCode)
  const areKnown = [regionCode, ...codes].every((code) => snapshot.get('region', code) !== null)
  if (codes.length === 0 || codes.length > mostInvited || !areKnown)
    throw new ExpectedError('bad_request', { detail: jointActionText[lang].needPartner })
  const { title, needs, offers } = aimIn(context)
  const id = `samarbete-${/^[0-9a-f]{8}/.exec(String(form.get('invitation')))?.[0] ?? randomUUID().slice(0, 8)}`
  const jointArea = writtenIn(context, 'jointArea')
  const own = { region_code: regionCode, area_id: areaIn(snapshot, writtenIn(context, 'area'), regionCode), needs, offers }
  const invited = codes.map((code) => ({
    region_code: code,
    area_id: areaIn(snapshot, writtenIn(context, 'partnerArea'), code),
    needs: '',
    offers: '',
  }))
  const invitation = {
    id,
    title,
    joint_area_id: snapshot.get('jointArea', jointArea)?.id ?? null,
    created_by: actor.name,
    times: timesIn(context),
    parties: [own, ...invited],
  }
  await inviteToJointAction(visit.store.side, invitation, now)
  return { redirectTo: paths.to('jointAction', { id }) }
}

/** An area that is the region's own; null for any other. */
function areaIn(snapshot: Snapshot, id: string, regionCode: string): string | null {
  const area = snapshot.get('priorityArea', id)
  return area?.owner.kind === 'region' && area.owner.id === regionCode ? id : null
}

interface Acting {
  context: FormContext
  talk: JointActionTalk
  id: string
  regionCode: string
}

/** What somebody does who speaks for a region that is a party. */
const byParty =
  (act: (acting: Acting) => Promise<void>): FormAction =>
  async (context, { id = '' }) => {
    const { visit, actor, paths } = context
    const regionCode = writtenIn(context, 'region')
    const { talk } = await getOwnTalk(visit.store.side, { id, viewer: visit.viewer, actor, regionCode })
    await act({ context, talk, id, regionCode })
    return { redirectTo: paths.to('jointAction', { id }) }
  }

const pick = byParty(({ context, id, regionCode }) =>
  pickTime(context.visit.store.side, { id, regionCode, now: context.now, time: String(context.form.get('time')) }),
)

const propose = byParty(({ context, id, regionCode }) =>
  proposeTimes(context.visit.store.side, { id, regionCode, now: context.now, times: timesIn(context) }),
)

const meet = byParty(({ context, id }) => noteMeeting(context.visit.store.side, { id, now: context.now }))

const write = byParty(async ({ context, id, regionCode }) => {
  const { nextStep, ownerRole, dueOn, money } = nextStepIn(context)
  const text = { ...aimIn(context), next_step: nextStep, owner_role: ownerRole, due_on: dueOn, money }
  await writeAgreement(context.visit.store.side, { id, regionCode, now: context.now, text, seen: seenIn(context.form) })
})

const end = byParty(({ context, id }) => endJointAction(context.visit.store.side, { id, now: context.now, why: whyIn(context) }))

/**
 * A region says yes for itself. With the last yes it becomes a record; should the program end in between, whoever presses again
 * finds all yeses there and writes it.
 */
const accept = byParty(async ({ context, talk, id, regionCode }) => {
  const { visit, actor, form, now, lang, registry, today } = context
  const own = talk.parties.find(({ region_code: code }) => code === regionCode)!
  if (own.needs === '' || own.offers === '') throw new ExpectedError('bad_request', { detail: jointActionText[lang].fillFirst })
  const accepted = await acceptAgreement(visit.store.side, { id, regionCode, now, seen: seenIn(form), by: actor.name })
  if (!hasBeenAccepted(accepted)) return
  if ((await registry.store.findNewest([{ kind: 'jointAction', recordId: id }])).length === 0) {
    const change = writeJointAction(await registry.view(), { id, body: agreedBody(accepted, today), seen: 0, today })
    await submit(registry, change, partyActor(actor, codesOf(accepted)))
  }
  await noteAgreement(visit.store.side, { id, now })
})

const codesOf = ({ parties }: JointActionTalk): string[] => parties.map(({ region_code: code }) => code)

const agreedBody = (talk: JointActionTalk, today: string): BodyOf<'jointAction'> => ({
  title: talk.title,
  partners: talk.parties.map(({ region_code: regionCode, area_id: priorityAreaId, needs, offers }) => ({
    regionCode,
    priorityAreaId,
    needs,
    offers,
  })),
  jointAreaId: talk.joint_area_id,
  agreedOn: today,
  state: 'agreed',
  nextStep: talk.next_step,
  ownerRole: talk.owner_role,
  dueOn: talk.due_on,
  money: talk.money,
  result: null,
  why: null,
})

/** How far it has come after it was agreed; any party tells. */
const progress = byParty(async ({ context, talk, id }) => {
  const { form, lang, actor, registry, today } = context
  const state = jointActionStates.find((one) => one === form.get('state'))
  const view = await registry.view()
  const before = snapshotAt(view.known, today, view.beside).get('jointAction', id)
  if (!state || !before) throw new ExpectedError('bad_request', { detail: jointActionText[lang].wrongForm })
  const { title, partners, jointAreaId, agreedOn } = before
  const isOver = state === 'done' || state === 'closed'
  const body = {
    title,
    partners,
    jointAreaId,
    agreedOn,
    state,
    ...nextStepIn(context),
    result: writtenIn(context, 'result').slice(0, 1e3) || null,
    why: isOver ? whyIn(context) : null,
  }
  const change = writeJointAction(view, { id, body, seen: seenIn(form), today })
  await submit(registry, change, partyActor(actor, codesOf(talk)))
})

const common = { mostBytes: 64 * 1024, least: 'proposer', refusals: jointActionText } as const

export const jointActionsForms: FormActions = { ...common, actions: { '': invite } }

export const jointActionForms: FormActions = {
  ...common,
  actions: {
    '/tid': pick,
    '/tider': propose,
    '/mote': meet,
    '/text': write,
    '/ja': accept,
    '/avsluta': end,
    '/lage': progress,
  },
}
