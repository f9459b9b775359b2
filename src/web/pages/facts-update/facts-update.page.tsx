import type { FactsPlan } from '../../../changes/facts/plan-facts-update.ts'
import { kindOf } from '../../../records/record.ts'
import type { RecordKind } from '../../../records/record.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { PlanItem, PlanLines } from '../../frame/plan-items.tsx'
import { TokenField } from '../../frame/token-field.tsx'
import { factsNews, fingerprintOfPlan } from './facts-news.ts'
import { factsUpdateAddress } from './facts-update.address.ts'
import { factsUpdateForms } from './facts-update.form.tsx'
import { factsUpdateText } from './facts-update.text.ts'

/** What is new in the facts that ship, to look at and accept. */
export const factsUpdatePage = definePage({
  ...factsUpdateAddress,
  section: 'review',
  isHiddenFromRobots: true,
  needs: [factsNews],
  read: ({ snapshot }) => factsNews(snapshot),
  render(context, plan) {
    const { title, description } = factsUpdateText[context.lang]
    return { title, description, body: <FactsUpdate context={context} plan={plan} /> }
  },
  forms: factsUpdateForms,
})

interface Props {
  context: PageContext
  plan: FactsPlan
}

function FactsUpdate({ context, plan }: Props) {
  const text = factsUpdateText[context.lang]
  return (
    <article>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead(plan.items.length)}</p>
      </header>
      {plan.items.length > 0 ? <Choice context={context} plan={plan} /> : null}
      <Declined context={context} plan={plan} />
      <Kept context={context} plan={plan} />
      <p>
        <a href={context.paths.to('review')}>{text.back}</a>
      </p>
    </article>
  )
}

function Choice({ context, plan }: Props) {
  const text = factsUpdateText[context.lang]
  return (
    <form method="post" action={context.paths.action('factsUpdate')} enctype="multipart/form-data">
      <p>{text.keeps}</p>
      <input type="hidden" name="seen" value={fingerprintOfPlan(plan)} />
      <h2>{text.choose}</h2>
      <ul class="link-list">
        {plan.items.map((item, index) => (
          <li key={item.id}>
            <PlanItem context={context} item={item} index={index} />
          </li>
        ))}
      </ul>
      {plan.base ? (
        <section class="note">
          <p>{text.alongWithAny}</p>
          <PlanLines context={context} lines={plan.base.lines} />
        </section>
      ) : null}
      <div class="form-row">
        <TokenField context={context} />
        <button type="submit">{text.publish}</button>
      </div>
      <div class="form-row">
        <div class="field field-grow">
          <label for="decline-reason">{text.reason}</label>
          <input id="decline-reason" type="text" name="note" maxLength={300} />
        </div>
        <button type="submit" formaction={`${context.paths.action('factsUpdate')}/decline`}>
          {text.decline}
        </button>
      </div>
      <p class="muted small">{text.declineNote}</p>
      <p class="muted small">
        {text.atCommandLine} <code>npm run spets -- facts update</code>
      </p>
    </form>
  )
}

/** What has been declined, by whom and when, to be proposed again. */
function Declined({ context, plan: { declined } }: Props) {
  const { lang, paths } = context
  const text = factsUpdateText[lang]
  if (declined.length === 0) return null
  return (
    <section>
      <h2>{text.declined}</h2>
      <form method="post" action={`${paths.action('factsUpdate')}/reopen`} enctype="multipart/form-data">
        <ul class="link-list">
          {declined.map(({ id, what, about, on, by, note }, index) => (
            <li key={id}>
              <input type="checkbox" id={`declined-${index}`} name="id[]" value={id} />{' '}
              <label for={`declined-${index}`}>
                {kindOf(about.kind as RecordKind).label.one[lang]} {what[lang]}
              </label>{' '}
              <a class="muted small" href={paths.to('history', { kind: 'declinedFact', id })}>
                {text.declinedBy(on, by, note)}
              </a>
            </li>
          ))}
        </ul>
        <div class="form-row">
          <TokenField context={context} id="reopen-token" />
          <button type="submit">{text.reopen}</button>
        </div>
      </form>
    </section>
  )
}

function Kept({ context: { lang }, plan: { kept } }: Props) {
  if (kept.length === 0) return null
  return (
    <section>
      <h2>{factsUpdateText[lang].kept}</h2>
      <ul class="link-list">
        {kept.map(({ kind, recordId, title, reason }) => (
          <li key={`${kind} ${recordId}`}>
            {title[lang]} <span class="muted small">{reason[lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
