import { randomUUID } from 'node:crypto'
import {
  addFollowUp,
  decideFinding,
  finishFollowUp,
  markSentence,
  planDialogue,
  saveNote,
  setDialogueState,
} from '../../../conversation/dialogues.ts'
import type { DialogueDetail } from '../../../conversation/dialogues.ts'
import type { DialogueFindingRow } from '../../../conversation/dialogue-rows.ts'
import { submit } from '../../../changes/submit.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { isRole } from '../../../records/confirming-roles.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { heardSteps, heardTopics, sentencesOf } from '../../../records/heard-topics.ts'
import { findPersonalNumber } from '../../../records/personal-number.ts'
import { dayAfter, IsoDate } from '../../../records/time.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { getDialogue, partyTo, speaksFor } from './dialogue-access.ts'
import { openPoints } from './dialogue-agenda.ts'
import { dialogueText } from './dialogue.text.ts'

const longestNote = 4000

/** Plans a dialogue; its agenda is what is open. */
const plan: FormAction = async (context) => {
  const { form, lang, actor, registry, today, visit, paths } = context
  const text = dialogueText[lang]
  const regionCode = words(form, 'region')
  const own = partyTo(actor)
  if (own !== 'all' && !own.includes(regionCode)) throw new ExpectedError('not_allowed', { detail: text.noPermission })
  const view = await registry.view()
  const snapshot = snapshotAt(view.known, today, view.beside)
  if (!snapshot.get('region', regionCode)) throw new ExpectedError('region_not_found', { detail: regionCode.slice(0, 10) })
  const hour = words(form, 'hour')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) throw new ExpectedError('bad_request', { detail: text.badHour })
  const { side } = visit.store
  const planned = {
    region_code: regionCode,
    held_on: dayIn(form, 'day'),
    starts_at: hour,
    roles: words(form, 'roles')
      .split('\n')
      .map((line) => roleIn(line.trim(), context))
      .filter(Boolean),
    agenda: await openPoints(snapshot, { side, regionCode, lang: 'sv' }),
    created_by: actor.name,
  }
  return { redirectTo: paths.to('dialogue', { id: await planDialogue(side, planned, visit.now) }) }
}

type Deciding = (asked: { context: FormContext; detail: DialogueDetail; id: string }) => Promise<void>

/** An action of a party to a dialogue. */
const byParty =
  (act: Deciding): FormAction =>
  async (context, { id = '' }) => {
    const detail = await getDialogue(context.visit.store.side, id, context.actor)
    await act({ context, detail, id })
    return { redirectTo: context.paths.to('dialogue', { id }) }
  }

const note = byParty(async ({ context: { form, visit, actor, lang }, id }) => {
  const body = words(form, 'body')
  if (body.length > longestNote) throw new ExpectedError('bad_request', { detail: dialogueText[lang].needText })
  const noteId = /^[0-9a-f-]{36}$/.exec(words(form, 'note'))?.[0] ?? randomUUID()
  await saveNote(visit.store.side, { dialogueId: id, noteId, body, by: visit.viewer?.account.id ?? actor.name }, visit.now)
})

const mark = byParty(async ({ context, detail, id }) => {
  const { form, visit, actor, lang } = context
  const sentence = words(form, 'sentence')
  const topic = heardTopics.find((one) => one.id === form.get('topic'))?.id
  const step = heardSteps.find((one) => one === form.get('step')) ?? 'action'
  const isNoted = detail.notes.some(({ body }) => sentencesOf(body).includes(sentence))
  if (!topic || !isNoted || sentence.length > 1000)
    throw new ExpectedError('bad_request', { detail: dialogueText[lang].wrongForm })
  const marked = { dialogueId: id, sentence, topic, step, areaId: words(form, 'area') || null, by: actor.name }
  await markSentence(visit.store.side, marked, visit.now)
})

const outcomes = { published: 'published', withoutQuote: 'withoutQuote', vetoed: 'vetoed' } as const

/** The region decides what may be shown: with its yes the sentence becomes a record, in its name and nobody else's. */
const decide = byParty(async ({ context, detail }) => {
  const { form, visit, actor, lang, registry } = context
  const text = dialogueText[lang]
  const { region_code: regionCode, held_on: heldOn } = detail.dialogue
  if (!speaksFor(actor, regionCode)) throw new ExpectedError('not_allowed', { detail: text.onlyRegion })
  const found = detail.findings.find(({ id }) => id === form.get('finding'))
  const state = outcomes[String(form.get('to')) as keyof typeof outcomes]
  if (!found || !state) throw new ExpectedError('bad_request', { detail: text.wrongForm })
  if (found.state === state) return
  if (found.state !== 'marked') throw new ExpectedError('version_outdated', { detail: text.alreadyDecided })
  const retold = words(form, 'retold')
  if (state === 'withoutQuote' && retold === '') throw new ExpectedError('bad_request', { detail: text.retoldNeeded })
  // The record is written first: should the program end here, the region is asked again, and its yes finds the record there.
  if (state !== 'vetoed')
    await publish({ context, found, words: state === 'published' ? found.sentence : retold, regionCode, heldOn })
  const decided = await decideFinding(visit.store.side, { id: found.id, state, by: actor.name, now: visit.now })
  if (!decided) throw new ExpectedError('version_outdated', { detail: text.alreadyDecided })
  await registry.view()
})

interface Published {
  context: FormContext
  found: DialogueFindingRow
  words: string
  regionCode: string
  heldOn: IsoDate
}

async function publish({
  context: { registry, actor, today },
  found,
  words: said,
  regionCode,
  heldOn,
}: Published): Promise<void> {
  const recordId = `heard-${found.id}`
  if ((await registry.store.findNewest([{ kind: 'finding', recordId }])).length > 0) return
  const { known } = await registry.view()
  const orders = snapshotAt(known, today)
    .inForce('finding')
    .map(({ order }) => order)
  const version = {
    kind: 'finding',
    recordId,
    validFrom: heldOn > today ? today : heldOn,
    validTo: null,
    changeNote: 'Regionen har sagt ja till att det visas.',
    state: 'published',
    source: null,
    body: {
      order: Math.max(0, ...orders) + 1,
      text: { sv: said, en: said },
      fingerprint: null,
      regionCode,
      topic: found.topic,
      step: found.step,
      ...(found.area_id ? { priorityAreaId: found.area_id } : {}),
      isQuote: said === found.sentence,
    },
  } as const
  await submit(registry, { type: 'versions', versions: [{ version, expectedVersion: 0 }] }, actor)
}

const followUp = byParty(async ({ context, id }) => {
  const { form, visit, lang, today } = context
  const what = words(form, 'what')
  if (what === '' || what.length > 300) throw new ExpectedError('bad_request', { detail: dialogueText[lang].needText })
  const due = words(form, 'due') === '' ? dayAfter(today, 14) : dayIn(form, 'due')
  await addFollowUp(
    visit.store.side,
    { dialogue_id: id, what, owner_role: roleIn(words(form, 'owner'), context), due_on: due },
    visit.now,
  )
})

const finish = byParty(async ({ context, id }) => finishFollowUp(context.visit.store.side, id, words(context.form, 'followUp')))

const move = byParty(async ({ context, id }) => {
  const { form, visit, actor, lang } = context
  if (!mayAtLeast(actor, 'officer')) throw new ExpectedError('not_allowed', { detail: dialogueText[lang].noPermission })
  const state = (['running', 'withRegion', 'closed'] as const).find((one) => one === form.get('to'))
  if (!state) throw new ExpectedError('bad_request', { detail: dialogueText[lang].wrongForm })
  await setDialogueState(visit.store.side, id, state)
})

/** A role as it was written. @throws ExpectedError `bad_request` when it is a person's name */
function roleIn(text: string, { lang }: FormContext): string {
  const role = text.slice(0, 120)
  if (role === '' || (isRole(role) && findPersonalNumber(role) === null)) return role
  throw new ExpectedError('bad_request', { detail: dialogueText[lang].needRole(role.slice(0, 60)) })
}

function dayIn(form: FormData, name: string): IsoDate {
  const day = words(form, name)
  if (!IsoDate.safeParse(day).success) throw new ExpectedError('invalid_date', { detail: day.slice(0, 20) })
  return day
}

function words(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
}

const common = { mostBytes: 64 * 1024, least: 'proposer', refusals: dialogueText } as const

/** What the page of all dialogues does. */
export const dialoguesForms: FormActions = { ...common, actions: { '': plan } }

/** What a dialogue's page does. */
export const dialogueForms: FormActions = {
  ...common,
  actions: {
    '': note,
    '/iakttagelse': mark,
    '/beslut': decide,
    '/uppfoljning': followUp,
    '/gjort': finish,
    '/lage': move,
  },
}
