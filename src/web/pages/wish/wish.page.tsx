import { ExpectedError } from '../../../records/expected-error.ts'
import { answerStates } from '../../../records/wish-answer.ts'
import { askerWords } from '../../../records/wish-asker.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { wishDetailShape } from '../../../shapes/wish-shape.ts'
import type { WishDetailShape } from '../../../shapes/wish-shape.ts'
import { Citation } from '../../frame/priority-parts.tsx'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { ownerRoles } from '../../../records/owner-roles.ts'
import { mayWrite, SignInToWrite } from '../sign-in/who-may-write.tsx'
import { RegionField } from './ask-form.tsx'
import { Askers, InSwedish, OwnerLine, Proof, RoleWords, WishMark, Written } from './wish-parts.tsx'
import { wishAddress } from './wish.address.ts'
import { wishApi } from './wish.api.ts'
import { wishForms } from './wish.form.ts'
import { timeBetween, wishText } from './wish.text.ts'

/** One wish: its state, its answer and its time line; below, where the national level answers and regions join or close. */
export const wishPage = definePage({
  ...wishAddress,
  section: 'wishes',
  sitemap: (snapshot) => snapshot.inForce('wish').map(({ id }) => ({ id })),
  examples: { sv: ['/onskemal/wish-2018-07', '/onskemal/wish-2018-02?sparat=ja'], en: ['/en/wishes/wish-2018-07'] },
  read({ snapshot, lang, url }, { id = '' }) {
    const wish = snapshot.get('wish', id)
    if (!wish) throw new ExpectedError('not_found', { detail: id.slice(0, 120) })
    const regions = findRegions(snapshot).map(({ code, slug, name }) => ({ code, slug, name }))
    return {
      wish: wishDetailShape(snapshot, wish),
      regions,
      today: snapshot.validAt,
      isSaved: url.searchParams.has(namesIn(wishAddress, lang).saved),
    }
  },
  render(context, shape) {
    const { heading, text } = shape.wish
    return {
      title: (heading ?? text)[context.lang].slice(0, 90),
      description: text[context.lang],
      body: <Wish context={context} shape={shape} />,
    }
  },
  forms: wishForms,
  api: [wishApi],
})

interface Props {
  context: PageContext
  shape: { wish: WishDetailShape; regions: readonly RegionRef[]; today: string; isSaved: boolean }
}

function Wish({ context, shape }: Props) {
  const { lang, paths, time } = context
  const text = wishText[lang]
  const { wish, isSaved } = shape
  const isNow = time.isToday && time.knownOn === null
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('wishes')}>{text.eyebrow}</a>
        </p>
        <h1>
          <Written text={asHeading(wish.heading ?? wish.text)} lang={lang} />
        </h1>
        {wish.heading ? <p class="lead">{wish.text[lang]}</p> : null}
        <p>
          <WishMark context={context} wish={wish} /> · <OwnerLine context={context} wish={wish} />
        </p>
        {isSaved ? (
          <p class="callout" role="status">
            {text.saved}
          </p>
        ) : null}
      </header>
      <Steps context={context} shape={shape} />
      <p>
        <Askers context={context} wish={wish} />
      </p>
      {wish.citation ? <Citation context={context} citation={wish.citation} /> : null}
      <Answer context={context} wish={wish} />
      <TimeLine context={context} wish={wish} />
      {isNow ? <Write context={context} shape={shape} /> : <p class="note">{text.otherDay}</p>}
      <p class="small">
        <a href={paths.to('history', { kind: 'wish', id: wish.id })}>{text.versions}</a>
      </p>
    </article>
  )
}

/** A heading does not end with a full stop, though the sentence that it is does. */
const asHeading = ({ sv, en }: LocalText): LocalText => ({ sv: sv.replace(/\.$/, ''), en: en.replace(/\.$/, '') })

/** What the one who is signed in may write: a region's word for its editors, the answer for officers. */
function Write({ context, shape }: Props) {
  const { wish, regions } = shape
  const own = regions.filter(({ code }) => mayWrite(context, 'wishAsker', { kind: 'region', id: code }))
  return (
    <>
      {own.length > 0 ? <RegionSays context={context} shape={{ ...shape, regions: own }} /> : null}
      {mayWrite(context, 'wishAnswer', null) ? <Officer context={context} wish={wish} /> : null}
      <SignInToWrite context={context} back={context.paths.action('wish', { id: wish.id })} />
    </>
  )
}

/** The five steps in a line, each with its day; those to come are open. */
function Steps({ context, shape: { wish, today } }: Props) {
  const { lang } = context
  const text = wishText[lang]
  const { steps } = text
  const isDeclined = wish.state === 'declined'
  const days: [label: string, on: string | null][] = [
    [steps.asked, wish.askedOn],
    [steps.owned, wish.ownedOn],
    [isDeclined ? steps.declined : steps.answered, wish.answeredOn],
    [steps.done, wish.doneOn],
    [steps.closed, wish.closedOn],
  ]
  return (
    <>
      <ol class="steps">
        {days.map(([label, on]) => (
          <li key={label} class={on ? 'step-done' : undefined}>
            <strong>{label}</strong>{' '}
            <span class="muted">{on ?? (label === steps.done && wish.dueOn ? steps.promised(wish.dueOn) : steps.notYet)}</span>
          </li>
        ))}
      </ol>
      <p class="small muted">
        {wish.answeredOn
          ? text.answeredAfter(wish.answeredOn, timeBetween(wish.askedOn, wish.answeredOn, lang))
          : text.waitedSince(wish.askedOn, timeBetween(wish.askedOn, today, lang))}
      </p>
    </>
  )
}

function Answer({ context: { lang }, wish }: { context: PageContext; wish: WishDetailShape }) {
  const text = wishText[lang]
  return (
    <section>
      <h2>{wish.state === 'declined' ? text.reason : text.answer}</h2>
      {wish.answer ? (
        <p class="lead">
          <Written text={wish.answer} lang={lang} />
        </p>
      ) : (
        <p class="empty">{text.noAnswer}</p>
      )}
      {wish.proof ? (
        <p>
          {text.proof}: <Proof proof={wish.proof} lang={lang} />
        </p>
      ) : null}
    </section>
  )
}

function TimeLine({ context, wish }: { context: PageContext; wish: WishDetailShape }) {
  const { lang } = context
  const text = wishText[lang]
  return (
    <section>
      <h2>{text.timeLine}</h2>
      <ol class="link-list">
        {wish.events.map(({ on, what, region, role, words }, at) => (
          <li key={at}>
            <span class="numeric">{on}</span> <strong>{text.events[what]}</strong>
            {region ? `, ${region.name}` : null}
            {role ? (
              <>
                , <RoleWords role={role} lang={lang} />
              </>
            ) : null}
            {!region && !role ? `, ${text.fromSource}` : null}
            {words ? (
              <>
                : <InSwedish words={words} lang={lang} />
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function RegionSays({ context, shape: { wish, regions } }: Props) {
  const { lang, paths } = context
  const text = wishText[lang]
  const isAnswered = wish.answer !== null
  const choices = askerWords.filter((one) => one === 'wishes' || (isAnswered && wish.askers.length > 0))
  return (
    <section id="region">
      <h2>{text.regionForm}</h2>
      <form method="post" action={`${paths.action('wish', { id: wish.id })}/region`} enctype="multipart/form-data" class="stack">
        <RegionField context={context} regions={regions} chosen={regions.length === 1 ? regions[0]!.code : ''} id="say-region" />
        <div class="field">
          <label for="say-comment">{text.comment}</label>
          <textarea id="say-comment" name="comment" rows={2} maxLength={1000} lang="sv" />
        </div>
        <p class="actions">
          {choices.map((one) => (
            <button key={one} type="submit" name="says" value={one} class={one === 'notSolved' ? 'button-quiet' : undefined}>
              {text.regionSays[one]}
            </button>
          ))}
        </p>
      </form>
    </section>
  )
}

function Officer({ context, wish }: { context: PageContext; wish: WishDetailShape }) {
  const { lang, paths } = context
  const text = wishText[lang]
  const english = wish.answer && wish.answer.en !== wish.answer.sv ? wish.answer.en : ''
  return (
    <details class="fold">
      <summary>{text.officer}</summary>
      <form method="post" action={paths.action('wish', { id: wish.id })} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="seen" value={wish.answerVersion} />
        <Owner context={context} wish={wish} />
        <div class="field">
          <label for="answer-text">{text.answerText}</label>
          <textarea id="answer-text" name="answer" rows={3} maxLength={2000} lang="sv">
            {wish.answer?.sv ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="answer-text-en">{text.answerTextEn}</label>
          <textarea id="answer-text-en" name="answerEn" rows={2} maxLength={2000} lang="en">
            {english}
          </textarea>
        </div>
        <div class="field">
          <label for="answer-proof">{text.proofText}</label>
          <input id="answer-proof" name="proof" maxLength={500} value={wish.proof ?? ''} />
        </div>
        <p class="actions">
          {answerStates.map((state) => (
            <button
              key={state}
              type="submit"
              name="state"
              value={state}
              class={state === 'answered' ? undefined : 'button-quiet'}
            >
              {text.officerStates[state]}
            </button>
          ))}
        </p>
      </form>
    </details>
  )
}

/** Who owns it and until when. */
function Owner({ context: { lang, today }, wish }: { context: PageContext; wish: WishDetailShape }) {
  const text = wishText[lang]
  // A day that has passed may stand as it was promised; a new one may not.
  const earliest = wish.dueOn && wish.dueOn < today ? wish.dueOn : today
  return (
    <div class="form-row">
      <div class="field field-grow">
        <label for="answer-owner">{text.ownerRole}</label>
        <input
          id="answer-owner"
          name="ownerRole"
          maxLength={120}
          required
          value={wish.ownerRole ?? ''}
          placeholder={text.ownerRoleExample}
          list="answer-owners"
        />
        <datalist id="answer-owners">
          {ownerRoles.map((role) => (
            <option key={role.sv} value={`${role[lang]}, `} />
          ))}
        </datalist>
      </div>
      <div class="field">
        <label for="answer-due">{text.dueOn}</label>
        <input id="answer-due" type="date" name="dueOn" min={earliest} value={wish.dueOn ?? ''} />
      </div>
    </div>
  )
}
