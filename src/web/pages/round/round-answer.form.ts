import { askForTime, confirmInRound, proposeInRound, takeBackAnswer } from '../../../changes/round-changes.ts'
import type { AskedChanges } from '../../../changes/round-changes.ts'
import type { Change } from '../../../changes/change.ts'
import { submit } from '../../../changes/submit.ts'
import type { RegistryView } from '../../../changes/registry-view.ts'
import { linkActor } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { IsoDate } from '../../../records/time.ts'
import { snapshotAt } from '../../../snapshot/snapshot.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { roundAnswerAddress } from './round.address.ts'
import { readRoundAnswer } from './round-answer.view.ts'
import type { RoundAnswerView } from './round-answer.view.ts'
import { roundText } from './round.text.ts'

type Open = Extract<RoundAnswerView, { outcome: 'open' }>

/** An action of a region's page: the link says who answers, and in which round; nothing else that is sent does. */
const answering =
  (plan: (asked: { context: FormContext; view: RegistryView; open: Open }) => Change | Promise<Change>): FormAction =>
  async (context, { year = '' }) => {
    const { lang, form, registry, visit, today, paths } = context
    const text = roundText[lang]
    const token = words(form, 'key')
    const view = await registry.view()
    const open = await readRoundAnswer(visit.store.side, snapshotAt(view.known, today, view.beside), { token, year })
    if (open.outcome === 'noLink') throw new ExpectedError('not_allowed', { detail: text.noLink })
    if (open.outcome === 'expired') throw new ExpectedError('not_allowed', { detail: text.expired(open.closedOn) })
    await submit(registry, await plan({ context, view, open }), linkActor(open.link))
    return { redirectTo: paths.to('roundAnswer', { year }, { [namesIn(roundAnswerAddress, lang).key]: token }) }
  }

const who = ({ link }: Open, { today }: FormContext) => ({
  roundId: link.roundId,
  regionCode: link.regionCode,
  role: link.role,
  today,
})

const confirm = answering(({ context, view, open }) => confirmInRound(view, who(open, context)))

const wait = answering(({ context, view, open }) => {
  const until = words(context.form, 'until')
  if (!IsoDate.safeParse(until).success) throw new ExpectedError('invalid_date')
  return askForTime(view, who(open, context), until)
})

const change = answering(({ context, view, open }) =>
  proposeInRound(view, who(open, context), readChanges(context.form, open, context.lang)),
)

const takeBack = answering(async ({ context, view, open }) => {
  const ids = open.given?.changedIds ?? []
  const newest = await context.registry.store.findNewest(ids.map((recordId) => ({ kind: 'priorityArea' as const, recordId })))
  return takeBackAnswer(view, who(open, context), newest)
})

const mostAdded = 20

function readChanges(form: FormData, { edition }: Open, lang: FormContext['lang']): AskedChanges {
  const areas = [...(edition?.priorities ?? []), ...(edition?.parts ?? [])]
  const labels = new Map(
    areas
      .filter(({ id }) => form.get(`wrong.${id}`) === 'yes')
      .map(({ id }) => [id, words(form, `label.${id}`).slice(0, 200) || null] as const),
  )
  const added = words(form, 'added')
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, mostAdded)
  const reason = words(form, 'reason').slice(0, 400)
  if (reason === '') throw new ExpectedError('bad_request', { detail: roundText[lang].reason })
  return { labels, added, reason, source: words(form, 'source').slice(0, 300) }
}

function words(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
}

/** What a region's page does: anybody may send it, and the link in it is what counts. */
export const roundAnswerForms: FormActions = {
  mostBytes: 64 * 1024,
  least: 'reader',
  refusals: roundText,
  actions: { '': confirm, '/tid': wait, '/andring': change, '/ta-tillbaka': takeBack },
}
