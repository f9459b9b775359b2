import { chosenItems } from '../../../changes/import-choice.ts'
import type { ImportItem } from '../../../changes/import-plan-types.ts'
import { readerOf } from '../../../changes/facts/facts-readers.ts'
import { planFactsUpdate } from '../../../changes/facts/plan-facts-update.ts'
import { firstFacts } from '../../../changes/first-facts.ts'
import { submit } from '../../../changes/submit.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { FormAction, FormActions, PageContext, RenderedPage } from '../../frame/page.ts'
import { fingerprintOfPlan } from './facts-news.ts'
import { factsUpdateText } from './facts-update.text.ts'

/** Takes in what was chosen of the difference that was shown. */
const publish: FormAction = async ({ form, lang, registry, actor, today }) => {
  const { known, numbers } = await registry.view()
  const plan = planFactsUpdate({ reader: readerOf(known), numbers, shipped: firstFacts(), today })
  if (form.get('seen') !== fingerprintOfPlan(plan))
    throw new ExpectedError('version_outdated', { detail: factsUpdateText[lang].stale })
  const accept = form.getAll('item[]').map(String)
  await submit(registry, { type: 'import', plan, accept }, actor)
  return { show: (page) => factsTakenIn(page, chosenItems(plan, accept)) }
}

export const factsUpdateForms: FormActions = {
  mostBytes: 256 * 1024,
  refusals: factsUpdateText,
  actions: { '': publish },
}

function factsTakenIn(context: PageContext, items: readonly ImportItem[]): RenderedPage {
  const text = factsUpdateText[context.lang]
  return {
    title: text.doneTitle,
    description: text.description,
    body: (
      <article>
        <header class="page-head">
          <h1>{text.doneTitle}</h1>
          <p class="lead">{items.length === 0 ? text.noneChosen : text.done(items.length)}</p>
        </header>
        <ul class="link-list">
          {items.map(({ id, title }) => (
            <li key={id}>{title[context.lang]}</li>
          ))}
        </ul>
        <p>
          <a href={context.paths.to('factsUpdate')}>{text.title}</a>
        </p>
      </article>
    ),
  }
}
