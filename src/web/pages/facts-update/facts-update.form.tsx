import { chosenItems } from '../../../changes/import-choice.ts'
import type { ImportItem } from '../../../changes/import-plan-types.ts'
import { readerOf } from '../../../changes/facts/facts-readers.ts'
import { declineNotes } from '../../../changes/facts/decline-facts.ts'
import { planFactsUpdate } from '../../../changes/facts/plan-facts-update.ts'
import { firstFacts } from '../../../changes/first-facts.ts'
import { submit } from '../../../changes/submit.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { FormAction, FormActions, FormContext, PageContext, RenderedPage } from '../../frame/page.ts'
import { fingerprintOfPlan } from './facts-news.ts'
import { factsUpdateText } from './facts-update.text.ts'

/** Takes in what was chosen of the difference that was shown. */
const publish: FormAction = async (context) => {
  const { registry, actor } = context
  const { plan, items: accept } = await readChoice(context)
  await submit(registry, { type: 'import', plan, accept }, actor)
  return { show: (page) => factsTakenIn(page, chosenItems(plan, accept)) }
}

/** Declines what was chosen, for as long as nothing about it is new. */
const decline: FormAction = async (context) => {
  const { registry, actor, form, lang } = context
  const { plan, items } = await readChoice(context)
  const written = await submit(
    registry,
    { type: 'declineFacts', plan, items, changeNote: noteIn(form) ?? declineNotes.declined },
    actor,
  )
  const text = factsUpdateText[lang]
  return {
    show: (page) =>
      done(page, { title: text.declinedTitle, lead: written.length === 0 ? text.nothingDone : text.declinedNow(written.length) }),
  }
}

/** Proposes declined facts again. */
const reopen: FormAction = async ({ registry, actor, form, lang }) => {
  const ids = form.getAll('id[]').map(String)
  const written = await submit(registry, { type: 'reopenFacts', ids, changeNote: noteIn(form) ?? declineNotes.reopened }, actor)
  const text = factsUpdateText[lang]
  return {
    show: (page) =>
      done(page, { title: text.reopenedTitle, lead: written.length === 0 ? text.nothingDone : text.reopenedNow(written.length) }),
  }
}

const noteIn = (form: FormData): string | null => {
  const note = form.get('note')
  return typeof note === 'string' ? note.trim().slice(0, 300) || null : null
}

/** What was chosen of the difference. @throws ExpectedError `version_outdated` when it is another one than was shown */
async function readChoice({ form, lang, registry, today }: FormContext) {
  const { known, numbers } = await registry.view()
  const plan = planFactsUpdate({ reader: readerOf(known), numbers, shipped: firstFacts(), today })
  if (form.get('seen') !== fingerprintOfPlan(plan))
    throw new ExpectedError('version_outdated', { detail: factsUpdateText[lang].stale })
  return { plan, items: form.getAll('item[]').map(String) }
}

export const factsUpdateForms: FormActions = {
  mostBytes: 256 * 1024,
  refusals: factsUpdateText,
  actions: { '': publish, '/decline': decline, '/reopen': reopen },
}

function factsTakenIn(context: PageContext, items: readonly ImportItem[]): RenderedPage {
  const text = factsUpdateText[context.lang]
  return done(context, { title: text.doneTitle, lead: items.length === 0 ? text.noneChosen : text.done(items.length), items })
}

interface Done {
  title: string
  lead: string
  items?: readonly ImportItem[]
}

function done(context: PageContext, { title, lead, items = [] }: Done): RenderedPage {
  const text = factsUpdateText[context.lang]
  return {
    title,
    description: text.description,
    body: (
      <article>
        <header class="page-head">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </header>
        <ul class="link-list">
          {items.map((item) => (
            <li key={item.id}>{item.title[context.lang]}</li>
          ))}
        </ul>
        <p>
          <a href={context.paths.to('factsUpdate')}>{text.title}</a>
        </p>
      </article>
    ),
  }
}
