import { chosenTime } from '../../../conversation/joint-actions.ts'
import { isResting, waitsFor } from '../../../conversation/joint-action-waiting.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { swedishDay } from '../../../records/time.ts'
import { regionRef } from '../../../shapes/from-snapshot.ts'
import { areaRef, jointActionShape } from '../../../shapes/joint-action-shape.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { Page, PageContext, RenderedPage } from '../../frame/page.ts'
import { InSwedish, RoleWords } from '../wish/wish-parts.tsx'
import { findOwnTalk } from './joint-action-access.ts'
import { jointActionAddress } from './joint-action.address.ts'
import { jointActionApi } from './joint-action.api.ts'
import { jointActionForms } from './joint-action.form.ts'
import { OwnCall, OwnForms } from './joint-action-forms.tsx'
import { jointActionText } from './joint-action.text.ts'
import type { ActionProps, OwnView, ShownAction } from './shown-action.ts'

/** One joint action. Before all have said yes there is none but for its parties. */
export const jointActionPage: Page = {
  ...jointActionAddress,
  section: 'jointActions',
  sitemap: (snapshot) => snapshot.inForce('jointAction').map(({ id }) => ({ id })),
  // None ships: a reader is led to sign in, whether there is one or not.
  examples: { sv: ['/samarbete/samarbete-0a1b2c3d'], en: ['/en/joint-actions/samarbete-0a1b2c3d'] },
  show: (context, { id = '' }) => render(context, publicAction(context.snapshot, id) ?? notThere(id)),
  visit: async (context, visit, { id = '' }) => {
    const agreed = publicAction(context.snapshot, id)
    const found = await findOwnTalk(visit.store.side, id, visit.viewer)
    // A party that has not signed in yet is not told apart from anybody else.
    if (!agreed && !visit.viewer) throw new ExpectedError('sign_in_needed')
    if (!found) return render(context, agreed ?? notThere(id))
    const { talk, own } = found
    const parties = own.map((code) => ({
      code,
      name: regionRef(context.snapshot, code).name,
      waits: waitsFor(talk, code, visit.now),
    }))
    const view: OwnView = { talk, parties, time: chosenTime(talk), now: visit.now }
    const shown = agreed ? { ...agreed, own: view } : privateAction(context.snapshot, view)
    return { ...render(context, shown), isPrivate: true }
  },
  forms: jointActionForms,
  api: [jointActionApi],
}

const notThere = (id: string): never => {
  throw new ExpectedError('not_found', { detail: id.slice(0, 60) })
}

function publicAction(snapshot: Snapshot, id: string): ShownAction | null {
  const action = snapshot.get('jointAction', id)
  if (!action) return null
  const shape = jointActionShape(snapshot, action)
  return { ...shape, own: null, seen: shape.version, isAgreed: true }
}

function privateAction(snapshot: Snapshot, own: OwnView): ShownAction {
  const { talk, now } = own
  const { id, title, stage, next_step: nextStep, owner_role: ownerRole, due_on: dueOn, money, why, revision } = talk
  return {
    id,
    title,
    nextStep,
    ownerRole,
    dueOn,
    money,
    why,
    own,
    state: isResting(talk, now) ? 'resting' : stage,
    agreedOn: null,
    result: null,
    partners: talk.parties.map(({ region_code: code, area_id: area, needs, offers }) => ({
      region: regionRef(snapshot, code),
      area: area ? areaRef(snapshot, area) : null,
      needs,
      offers,
    })),
    seen: revision,
    isAgreed: false,
  }
}

const render = (context: PageContext, shown: ShownAction): RenderedPage => ({
  title: shown.title,
  crumb: jointActionText[context.lang].one,
  description: shown.partners
    .map(({ region, offers }) => `${region.name}: ${offers}`)
    .join('. ')
    .slice(0, 200),
  body: <Action context={context} shown={shown} />,
})

function Action({ context, shown }: ActionProps) {
  const { lang, paths } = context
  const text = jointActionText[lang]
  const { id, title, partners, state, agreedOn, why, own, isAgreed } = shown
  return (
    <article class="joint-action">
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('jointActions')}>{text.title}</a> · {partners.map(({ region }) => region.name).join(', ')}
        </p>
        <h1>
          <InSwedish words={title} lang={lang} />
        </h1>
        <p>
          <strong class="joint-state">{text.states[state]}</strong>. {agreedOn ? text.agreedOn(agreedOn) : text.onlyParties}
        </p>
        {why ? (
          <p class="callout">
            {text.why}: <InSwedish words={why} lang={lang} />
          </p>
        ) : null}
      </header>
      <Steps context={context} shown={shown} />
      {own ? <OwnCall context={context} shown={shown} own={own} /> : null}
      <Partners context={context} shown={shown} />
      <Facts context={context} shown={shown} />
      {own ? <OwnForms context={context} shown={shown} own={own} /> : null}
      {isAgreed ? (
        <p class="actions small">
          <a href={paths.to('history', { kind: 'jointAction', id })}>{text.history}</a>
          <a href={paths.api(`joint-actions/${id}`)}>{text.data}</a>
        </p>
      ) : null}
    </article>
  )
}

/** Where it is on its way, from the invitation to how it ended. */
function Steps({ context: { lang }, shown: { state, own, isAgreed, agreedOn } }: ActionProps) {
  const text = jointActionText[lang]
  const isOver = state === 'done' || state === 'closed'
  const hasMet = isAgreed || state === 'met'
  const steps = [
    { words: text.steps.invited, isDone: true, on: own ? swedishDay(own.talk.created_at) : null },
    { words: text.steps.time, isDone: hasMet || (own?.time ?? null) !== null, on: own?.time?.slice(0, 10) ?? null },
    { words: text.steps.met, isDone: hasMet, on: null },
    { words: text.steps.agreed, isDone: isAgreed, on: agreedOn },
    { words: text.steps.running, isDone: state === 'running' || state === 'done', on: null },
    { words: text.steps.over, isDone: isOver, on: null },
  ]
  return (
    <section>
      <h2 class="visually-hidden">{text.where}</h2>
      <ol class="steps">
        {steps.map(({ words, isDone, on }) => (
          <li key={words} class={isDone ? 'step-done' : undefined}>
            <span>{isDone ? <strong>{words}</strong> : <span class="muted">{words}</span>}</span>
            {isDone && on ? <span class="small muted numeric">{on}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Partners({ context, shown: { partners, own, isAgreed } }: ActionProps) {
  const { lang, paths } = context
  const text = jointActionText[lang]
  return (
    <section>
      <h2>{text.partners}</h2>
      <div class="joint-partners">
        {partners.map(({ region, area, needs, offers }) => {
          const party = own?.talk.parties.find(({ region_code: code }) => code === region.code)
          return (
            <div key={region.code} class="callout">
              <p class="small">
                <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
                {!isAgreed && own?.talk.stage === 'met' ? (
                  <span class="muted">
                    {' '}
                    · {party?.accepted_at ? text.accepted(swedishDay(party.accepted_at)) : text.notAccepted}
                  </span>
                ) : null}
              </p>
              {area ? (
                <h3>
                  <a href={paths.to('priority', { id: area.id })} lang={lang === 'sv' ? undefined : 'sv'}>
                    {area.label}
                  </a>
                </h3>
              ) : null}
              <dl>
                <dt>{text.needs}</dt>
                <dd>{needs ? <InSwedish words={needs} lang={lang} /> : <span class="muted">{text.notWritten}</span>}</dd>
                <dt>{text.offers}</dt>
                <dd>{offers ? <InSwedish words={offers} lang={lang} /> : <span class="muted">{text.notWritten}</span>}</dd>
              </dl>
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Facts({ context: { lang }, shown: { nextStep, ownerRole, dueOn, money, result } }: ActionProps) {
  const text = jointActionText[lang]
  return (
    <dl class="joint-facts">
      <div>
        <dt>{text.nextStep}</dt>
        <dd>
          {nextStep ? <InSwedish words={nextStep} lang={lang} /> : text.notDecided}
          {ownerRole || dueOn ? (
            <span class="small muted">
              <br />
              {ownerRole ? <RoleWords role={ownerRole} lang={lang} /> : null}
              {ownerRole && dueOn ? ', ' : ''}
              {dueOn ? text.due(dueOn) : ''}
            </span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{text.money}</dt>
        <dd>{money ? <InSwedish words={money} lang={lang} /> : text.notDecided}</dd>
      </div>
      <div>
        <dt>{text.result}</dt>
        <dd>{result ? <InSwedish words={result} lang={lang} /> : text.noResult}</dd>
      </div>
    </dl>
  )
}
