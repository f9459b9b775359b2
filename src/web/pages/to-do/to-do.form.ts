import { mayAtLeast } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { answerProposal } from '../../../drafts/proposals.ts'
import { putBack } from '../../../drafts/region-draft.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { toDoAddress } from './to-do.address.ts'
import { toDoText } from './to-do.text.ts'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

const backTo = ({ lang, paths }: FormContext, done: 'published' | 'returned') => ({
  redirectTo: paths.to('toDo', {}, { [namesIn(toDoAddress, lang).done]: wordsIn(toDoAddress.query.done, lang)[done] }),
})

const proposalIn = (form: FormData) => ({ areaId: textOf(form, 'area'), version: Number(textOf(form, 'version')) })

/** Publishes a proposal as the region wrote it. */
const publish: FormAction = async (context) => {
  const { form, registry, actor } = context
  await answerProposal(registry, { ...proposalIn(form), to: 'published', changeNote: '' }, actor)
  return backTo(context, 'published')
}

/** Returns a proposal with a note; its words go back to the region's draft. */
const giveBack: FormAction = async (context) => {
  const { form, registry, actor, lang, visit } = context
  const note = textOf(form, 'note').slice(0, 1000)
  if (note === '') throw new ExpectedError('bad_request', { detail: toDoText[lang].noteNeeded })
  if (!mayAtLeast(actor, 'officer')) throw new ExpectedError('not_allowed')
  const { areaId } = proposalIn(form)
  const { owner, by, changes } = await answerProposal(registry, { ...proposalIn(form), to: 'returned', changeNote: note }, actor)
  const edits = changes.map(({ field, before, after }) => ({ recordId: areaId, field, value: after, base: before }))
  await putBack(visit.store.side, owner, {
    edits,
    by: { accountId: visit.viewer?.account.id ?? actor.kind, role: by, now: visit.now },
  })
  return backTo(context, 'returned')
}

export const toDoForms: FormActions = {
  mostBytes: 16 * 1024,
  least: 'officer',
  refusals: toDoText,
  actions: { '/publicera': publish, '/lamna-tillbaka': giveBack },
}
