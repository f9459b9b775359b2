import { noteOpened } from '../../../conversation/round-links.ts'
import { takeBackDays } from '../../../changes/round-changes.ts'
import { dayAfter } from '../../../records/time.ts'
import { defineVisitedPage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { roundAnswerAddress } from './round.address.ts'
import { roundAnswerForms } from './round-answer.form.ts'
import { readRoundAnswer } from './round-answer.view.ts'
import type { RoundAnswerView } from './round-answer.view.ts'
import { roundText } from './round.text.ts'

type Open = Extract<RoundAnswerView, { outcome: 'open' }>

interface Shape {
  view: RoundAnswerView
  token: string
  year: string
  isChanging: boolean
}

/** A region's own page of a round, opened by its link. Looking at it confirms nothing: mail filters look, too. */
export const roundAnswerPage = defineVisitedPage<Shape>({
  ...roundAnswerAddress,
  section: 'round',
  examples: { sv: ['/runda/2027/svar'], en: ['/en/round/2027/answer'] },
  async load({ snapshot, url, lang }, { store, now }, { year = '' }) {
    const names = namesIn(roundAnswerAddress, lang)
    const token = url.searchParams.get(names.key) ?? ''
    const view = await readRoundAnswer(store.side, snapshot, { token, year })
    if (view.outcome === 'open' && view.link.openedAt === null) await noteOpened(store.side, token, now)
    const isChanging = url.searchParams.get(names.step) === wordsIn(roundAnswerAddress.query.step, lang).change
    return { view, token, year, isChanging }
  },
  render(context, shape) {
    const text = roundText[context.lang]
    const { view } = shape
    const title = view.outcome === 'open' ? text.answerTitle(view.region.name) : text.title(shape.year)
    return { title, description: text.description, body: <Answer context={context} shape={shape} /> }
  },
  forms: roundAnswerForms,
})

interface Props {
  context: PageContext
  shape: Shape
}

function Answer({ context, shape }: Props) {
  const text = roundText[context.lang]
  const { view, year, isChanging } = shape
  if (view.outcome !== 'open')
    return (
      <article class="prose">
        <header class="page-head">
          <h1>{text.title(year)}</h1>
          <p class="callout" role="alert">
            {view.outcome === 'expired' ? text.expired(view.closedOn) : text.noLink}
          </p>
        </header>
      </article>
    )
  const { region, edition, given, link } = view
  return (
    <article class="round-answer">
      <header class="page-head">
        <p class="eyebrow">
          {region.regionName}, {text.title(year)}
        </p>
        <h1>{text.answerTitle(region.name)}</h1>
        {edition ? <p class="lead">{text.answerLead(edition.priorities.length, edition.strategy.meta.inForceFrom)}</p> : null}
      </header>
      {given ? <Given context={context} shape={shape} open={view} /> : null}
      {edition === null ? <p class="empty">{text.noAreas}</p> : null}
      {edition && isChanging ? <ChangeForm context={context} shape={shape} open={view} /> : null}
      {edition && !isChanging ? <Buttons context={context} shape={shape} open={view} /> : null}
      <p class="small muted">{text.opens(link.expiresOn)}</p>
    </article>
  )
}

interface OpenProps extends Props {
  open: Open
}

function Given({ context, shape, open: { given, region, link } }: OpenProps) {
  const { lang, paths, today } = context
  const text = roundText[lang]
  const { answer, answeredOn, changedIds, until } = given!
  const lastDay = dayAfter(answeredOn, takeBackDays)
  return (
    <section class="callout">
      <p role="status">
        <strong>{text.thanks}</strong> {answer === 'confirmed' ? text.given.confirmed(answeredOn) : null}
        {answer === 'changes' ? text.given.changes(answeredOn, changedIds.length) : null}
        {answer === 'moreTime' ? text.given.moreTime(answeredOn, until ?? '') : null}{' '}
        <a href={paths.to('region', { slug: region.slug })}>{text.seeRegion}</a>
      </p>
      {today < lastDay ? (
        <form
          method="post"
          action={`${paths.action('roundAnswer', { year: link.roundId })}/ta-tillbaka`}
          enctype="multipart/form-data"
        >
          <input type="hidden" name="key" value={shape.token} />
          <p class="small">
            {text.wrongButton(lastDay)} <button class="button-quiet">{text.takeBack}</button>
          </p>
        </form>
      ) : null}
      <p>{text.answerAgain}</p>
    </section>
  )
}

function Buttons({ context, shape: { token, year }, open: { edition, link } }: OpenProps) {
  const { lang, paths, today } = context
  const text = roundText[lang]
  const address = paths.action('roundAnswer', { year })
  const names = namesIn(roundAnswerAddress, lang)
  const changing = { [names.key]: token, [names.step]: wordsIn(roundAnswerAddress.query.step, lang).change }
  return (
    <>
      <ol class="plain-words">
        {edition!.priorities.map(({ id, displayLabel, language }) => (
          <li key={id} lang={language === lang ? undefined : language}>
            {displayLabel}
          </li>
        ))}
      </ol>
      <div class="round-buttons">
        <form method="post" action={address} enctype="multipart/form-data">
          <input type="hidden" name="key" value={token} />
          <button type="submit">{text.stillRight}</button>
        </form>
        <a class="button button-quiet" href={paths.to('roundAnswer', { year }, changing)}>
          {text.somethingChanged}
        </a>
        <details>
          <summary>{text.moreTime}</summary>
          <form method="post" action={`${address}/tid`} enctype="multipart/form-data" class="form-row">
            <input type="hidden" name="key" value={token} />
            <div class="field">
              <label for="round-until">{text.untilDay}</label>
              <input id="round-until" type="date" name="until" min={dayAfter(today, 1)} max={link.expiresOn} required />
            </div>
            <button type="submit" class="button-quiet">
              {text.moreTime}
            </button>
          </form>
        </details>
      </div>
    </>
  )
}

function ChangeForm({ context, shape: { token, year }, open: { edition } }: OpenProps) {
  const { lang, paths } = context
  const text = roundText[lang]
  const names = namesIn(roundAnswerAddress, lang)
  return (
    <section>
      <h2>{text.whatChanged}</h2>
      <p class="section-note">{text.tick}</p>
      <form method="post" action={`${paths.action('roundAnswer', { year })}/andring`} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="key" value={token} />
        {[...edition!.priorities, ...edition!.parts].map(({ id, displayLabel, language }) => (
          <fieldset key={id} class="round-area">
            <legend lang={language === lang ? undefined : language}>{displayLabel}</legend>
            <p>
              <input type="checkbox" id={`wrong-${id}`} name={`wrong.${id}`} value="yes" />{' '}
              <label for={`wrong-${id}`}>{text.notRight}</label>
            </p>
            <div class="field">
              <label for={`label-${id}`}>{text.shouldBe}</label>
              <input id={`label-${id}`} name={`label.${id}`} maxLength={200} value={displayLabel} lang={language} />
            </div>
          </fieldset>
        ))}
        <div class="field">
          <label for="round-added">{text.missing}</label>
          <textarea id="round-added" name="added" rows={2} maxLength={2000} lang="sv" />
        </div>
        <div class="field">
          <label for="round-reason">{text.reason}</label>
          <textarea id="round-reason" name="reason" rows={2} maxLength={400} required />
        </div>
        <div class="field">
          <label for="round-source">{text.source}</label>
          <input id="round-source" name="source" maxLength={300} />
        </div>
        <p class="actions">
          <button type="submit">{text.send}</button>
          <a href={paths.to('roundAnswer', { year }, { [names.key]: token })}>{text.back}</a>
        </p>
      </form>
    </section>
  )
}
