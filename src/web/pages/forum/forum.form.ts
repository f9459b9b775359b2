import { logDeed } from '../../../accounts/audit-log.ts'
import { changeSeen, seenIn } from '../../../changes/seen-record.ts'
import { submit } from '../../../changes/submit.ts'
import { answerQuestion, askQuestion, decideReport, findThread, reportPost } from '../../../conversation/forum.ts'
import type { Beside, ForumWriter } from '../../../conversation/forum.ts'
import { mayAtLeast, powersOf } from '../../../records/actor.ts'
import type { Actor } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { findPersonalNumber } from '../../../records/personal-number.ts'
import { swedishDay } from '../../../records/time.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import { themeRef } from '../../../shapes/forum-shape.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { forumText } from './forum.text.ts'

const longest = 4000

/** Whom somebody writes for: the first region or cluster, or the nation. */
export function ownerKeyOf(actor: Actor): string {
  const owner = powersOf(actor).flatMap(({ owners }) => (owners === 'all' ? [] : owners))[0]
  return mayAtLeast(actor, 'officer') || !owner ? 'nation' : `${owner.kind} ${owner.id}`
}

/** Who writes, when, and the entry in the log that goes with it. */
function posting({ actor, now, visit }: FormContext, action: string, object: string) {
  const by: ForumWriter = { role: actor.name, owner: ownerKeyOf(actor) }
  const accountId = visit.viewer?.account.id ?? ''
  const beside: Beside = (db) => logDeed(db, { accountId, actor: actor.name, action, object }, now)
  return { by, now, beside }
}

const ask: FormAction = async (context) => {
  const { visit, registry, today, paths, lang, form } = context
  mustBeSignedIn(context)
  const [title, body] = [textIn(context, 'title'), textIn(context, 'body')]
  if (title === '' || title.length > 160) throw new ExpectedError('bad_request', { detail: forumText[lang].needText })
  const view = await registry.view()
  const theme = themeRef(snapshotAt(view.known, today, view.beside), String(form.get('theme') ?? '') || null)
  const id = `fraga-${idIn(form)}`
  const asked = { id, theme_id: theme?.id ?? null, title, body }
  await askQuestion(visit.store.side, asked, posting(context, 'asked in the forum', id))
  return { redirectTo: paths.to('forumQuestion', { id }) }
}

const answer: FormAction = async (context, { id = '' }) => {
  const { visit, paths, lang, form } = context
  mustBeSignedIn(context)
  const body = textIn(context, 'body')
  if (body === '') throw new ExpectedError('bad_request', { detail: forumText[lang].needText })
  const written = { id: `${id}-${idIn(form)}`, question_id: id, body }
  await answerQuestion(visit.store.side, written, posting(context, 'answered in the forum', written.id))
  return { redirectTo: paths.to('forumQuestion', { id }) }
}

const report: FormAction = async (context, { id = '' }) => {
  const { visit, paths, lang, form } = context
  mustBeSignedIn(context)
  const why = textIn(context, 'why').slice(0, 500)
  if (why === '') throw new ExpectedError('bad_request', { detail: forumText[lang].needNote })
  const thread = await findThread(visit.store.side, id)
  const answerId = String(form.get('answer') ?? '') || null
  if (!thread || (answerId !== null && !answerId.startsWith(`${id}-`))) throw new ExpectedError('not_found')
  const reported = { question_id: id, answer_id: answerId, why }
  await reportPost(visit.store.side, reported, posting(context, 'reported in the forum', answerId ?? id))
  return { redirectTo: paths.to('forumQuestion', { id }) }
}

const decide: FormAction = async (context) => {
  const { visit, paths, lang, form, actor } = context
  if (!mayAtLeast(actor, 'officer')) throw new ExpectedError('not_allowed')
  const note = textIn(context, 'note').slice(0, 500)
  if (note === '') throw new ExpectedError('bad_request', { detail: forumText[lang].needNote })
  const decision = form.get('decision') === 'hidden' ? 'hidden' : 'kept'
  const reportId = String(form.get('report') ?? '')
  await decideReport(visit.store.side, { reportId, decision, note }, posting(context, `${decision} in the forum`, reportId))
  return { redirectTo: paths.to('forum') }
}

/** An officer says what came of it; that is a record and public. */
const conclude: FormAction = async (context, { id = '' }) => {
  const { visit, registry, actor, today, paths, lang, form } = context
  const thread = await findThread(visit.store.side, id)
  if (!thread || thread.question.hidden_why !== null) throw new ExpectedError('not_found')
  const [sv, en] = [textIn(context, 'conclusion'), textIn(context, 'conclusionEn')]
  if (sv === '' || Math.max(sv.length, en.length) > 2000)
    throw new ExpectedError('bad_request', { detail: forumText[lang].needText })
  const { title: question, theme_id: themeId, asked_at: askedAt } = thread.question
  const versions = changeSeen(await registry.view(), {
    kind: 'forumConclusion',
    recordId: id,
    body: { question, themeId, conclusion: { sv, en: en === '' ? sv : en }, askedOn: swedishDay(askedAt) },
    from: today,
    seen: seenIn(form),
    changeNote: 'Slutsats av en fråga i forumet.',
  })
  await submit(registry, { type: 'versions', versions }, actor)
  return { redirectTo: paths.to('forumQuestion', { id }) }
}

function mustBeSignedIn({ visit }: FormContext): void {
  if (!visit.viewer) throw new ExpectedError('sign_in_needed')
}

/** What was written. @throws ExpectedError `bad_request` when it is too long, or has a personal identity number */
function textIn({ form, lang }: FormContext, name: string): string {
  const value = form.get(name)
  const text = typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
  if (text.length > longest) throw new ExpectedError('bad_request', { detail: forumText[lang].needText })
  const number = findPersonalNumber(text)
  if (number) throw new ExpectedError('bad_request', { detail: forumText[lang].personalNumber(number) })
  return text
}

/** The number that the form was shown with, so that what is sent twice is one. */
const idIn = (form: FormData): string =>
  /^[0-9a-f]{8}-[0-9a-f]{4}/.exec(String(form.get('post')))?.[0] ?? crypto.randomUUID().slice(0, 13)

const common = { mostBytes: 64 * 1024, least: 'proposer', refusals: forumText } as const

export const forumForms: FormActions = { ...common, actions: { '': ask, '/anmalda': decide } }

export const forumQuestionForms: FormActions = {
  ...common,
  actions: { '': answer, '/anmal': report, '/slutsats': conclude },
}
