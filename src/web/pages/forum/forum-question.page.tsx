import { randomUUID } from 'node:crypto'
import { findThread } from '../../../conversation/forum.ts'
import type { ForumThread } from '../../../conversation/forum.ts'
import type { ForumAnswerRow } from '../../../conversation/forum-rows.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { swedishDay } from '../../../records/time.ts'
import { conclusionShape, themeRef } from '../../../shapes/forum-shape.ts'
import type { ConclusionShape } from '../../../shapes/forum-shape.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { Page, PageContext, RenderedPage } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { SignInToWrite } from '../sign-in/who-may-write.tsx'
import { InSwedish, RoleWords, Written } from '../wish/wish-parts.tsx'
import { forumQuestionAddress } from './forum.address.ts'
import { forumQuestionForms } from './forum.form.ts'
import { forumText } from './forum.text.ts'

interface Shape {
  id: string
  title: string
  askedOn: string
  theme: ConclusionShape['theme']
  conclusion: ConclusionShape | null
  /** Null for a reader. */
  thread: (ForumThread & { isOfficer: boolean; post: string }) | null
}

/** One question: what came of it, for all; the question and its answers for the signed in. */
export const forumQuestionPage: Page = {
  ...forumQuestionAddress,
  section: 'forum',
  sitemap: (snapshot) => snapshot.inForce('forumConclusion').map(({ id }) => ({ id })),
  // None ships: a reader is led to sign in, whether there is one or not.
  examples: { sv: ['/forum/fraga-0a1b2c3d-0a1b'], en: ['/en/forum/fraga-0a1b2c3d-0a1b'] },
  show: (context, { id = '' }) => render(context, publicPart(context.snapshot, id) ?? notThere(id)),
  visit: async (context, { viewer, store }, { id = '' }) => {
    const open = publicPart(context.snapshot, id)
    if (!viewer || viewer.actor.role === 'reader') {
      if (!open && !viewer) throw new ExpectedError('sign_in_needed')
      return render(context, open ?? notThere(id))
    }
    const after = context.url.searchParams.get(namesIn(forumQuestionAddress, context.lang).after)
    const thread = /^[a-z0-9-]{1,60}$/.test(id) ? await findThread(store.side, id, after) : null
    if (!thread) return render(context, open ?? notThere(id))
    const { title, asked_at: at, theme_id: themeId } = thread.question
    const shape: Shape = {
      id,
      title,
      askedOn: swedishDay(at),
      theme: themeRef(context.snapshot, themeId),
      conclusion: open?.conclusion ?? null,
      thread: { ...thread, isOfficer: mayAtLeast(viewer.actor, 'officer'), post: randomUUID() },
    }
    return { ...render(context, shape), isPrivate: true }
  },
  forms: forumQuestionForms,
}

const notThere = (id: string): never => {
  throw new ExpectedError('not_found', { detail: id.slice(0, 60) })
}

function publicPart(snapshot: Snapshot, id: string): Shape | null {
  const found = snapshot.get('forumConclusion', id)
  if (!found) return null
  const conclusion = conclusionShape(snapshot, found)
  return { id, title: conclusion.question, askedOn: conclusion.askedOn, theme: conclusion.theme, conclusion, thread: null }
}

function render(context: PageContext, shape: Shape): RenderedPage {
  const isHidden = shape.thread !== null && shape.thread.question.hidden_why !== null
  return {
    crumb: forumText[context.lang].one,
    title: isHidden ? forumText[context.lang].title : shape.title,
    description: forumText[context.lang].description,
    body: <Question context={context} shape={shape} />,
  }
}

interface Props {
  context: PageContext
  shape: Shape
}

function Question({ context, shape }: Props) {
  const { lang, paths } = context
  const text = forumText[lang]
  const { title, theme, askedOn, thread } = shape
  const hiddenWhy = thread?.question.hidden_why ?? null
  return (
    <article class="forum">
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('forum')}>{text.title}</a>
          {theme ? (
            <>
              {' · '}
              <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>{theme.label[lang]}</a>
            </>
          ) : null}
        </p>
        <h1>{hiddenWhy === null ? <InSwedish words={title} lang={lang} /> : text.hidden(hiddenWhy)}</h1>
        <p class="muted">
          {text.asked(askedOn)} {thread ? <RoleWords role={thread.question.by_role} lang={lang} /> : null}
        </p>
        {thread && hiddenWhy === null && thread.question.body ? (
          <p class="forum-post" lang="sv">
            {thread.question.body}
          </p>
        ) : null}
        {thread ? null : <SignInToWrite context={context} back={context.url.pathname} />}
      </header>
      <Conclusion context={context} shape={shape} />
      {thread && hiddenWhy === null ? <Report context={context} id={shape.id} answerId={null} /> : null}
      {thread ? <Answers context={context} shape={shape} thread={thread} /> : null}
      {thread?.isOfficer && hiddenWhy === null ? <Conclude context={context} shape={shape} /> : null}
    </article>
  )
}

function Conclusion({ context: { lang, paths }, shape: { id, conclusion } }: Props) {
  const text = forumText[lang]
  if (!conclusion) return null
  return (
    <section class="callout">
      <h2>{text.concludedOn(conclusion.concludedOn)}</h2>
      <p class="forum-post">
        <Written text={conclusion.conclusion} lang={lang} />
      </p>
      <p class="actions small">
        <a href={paths.to('history', { kind: 'forumConclusion', id })}>{text.history}</a>
      </p>
    </section>
  )
}

function Answers({ context, shape: { id }, thread }: Props & { thread: NonNullable<Shape['thread']> }) {
  const { lang, paths } = context
  const text = forumText[lang]
  const { answers, next, question, post } = thread
  return (
    <section>
      <h2>{text.answersHeading}</h2>
      {answers.length === 0 ? <p class="empty">{text.noAnswers}</p> : null}
      <ol class="link-list">
        {answers.map((answer) => (
          <Answer key={answer.id} context={context} id={id} answer={answer} />
        ))}
      </ol>
      {next ? (
        <p>
          <a href={paths.to('forumQuestion', { id }, { [namesIn(forumQuestionAddress, lang).after]: next })}>{text.later}</a>
        </p>
      ) : null}
      {question.hidden_why === null ? (
        <form method="post" action={paths.action('forumQuestion', { id })} enctype="multipart/form-data" class="stack">
          <input type="hidden" name="post" value={post} />
          <div class="field">
            <label for="answer-body">{text.yourAnswer}</label>
            <textarea id="answer-body" name="body" rows={4} maxLength={4000} required lang="sv" />
          </div>
          <p>
            <button type="submit">{text.sendAnswer}</button>
          </p>
        </form>
      ) : null}
    </section>
  )
}

function Answer({ context, id, answer }: { context: PageContext; id: string; answer: ForumAnswerRow }) {
  const { lang } = context
  const text = forumText[lang]
  return (
    <li id={answer.id}>
      {answer.hidden_why === null ? (
        <p class="forum-post" lang="sv">
          {answer.body}
        </p>
      ) : (
        <p class="muted">{text.hidden(answer.hidden_why)}</p>
      )}
      <span class="small muted">
        <RoleWords role={answer.by_role} lang={lang} /> · <span class="numeric">{swedishDay(answer.answered_at)}</span>
      </span>
      {answer.hidden_why === null ? <Report context={context} id={id} answerId={answer.id} /> : null}
    </li>
  )
}

/** Where a post is reported to the officers. */
function Report({ context: { lang, paths }, id, answerId }: { context: PageContext; id: string; answerId: string | null }) {
  const text = forumText[lang]
  const field = `report-${answerId ?? id}`
  return (
    <details class="fold">
      <summary class="small">{text.report}</summary>
      <form
        method="post"
        action={`${paths.action('forumQuestion', { id })}/anmal`}
        enctype="multipart/form-data"
        class="form-row"
        aria-label={text.reportOf}
      >
        {answerId === null ? null : <input type="hidden" name="answer" value={answerId} />}
        <div class="field field-grow">
          <label for={field}>{text.why}</label>
          <input id={field} name="why" maxLength={500} required lang="sv" />
        </div>
        <button type="submit" class="button-quiet">
          {text.sendReport}
        </button>
      </form>
    </details>
  )
}

function Conclude({ context: { lang, paths }, shape: { id, conclusion } }: Props) {
  const text = forumText[lang]
  const before = conclusion?.conclusion ?? null
  return (
    <section>
      <h2>{text.conclude}</h2>
      <p class="section-note">{text.concludeNote}</p>
      <form
        method="post"
        action={`${paths.action('forumQuestion', { id })}/slutsats`}
        enctype="multipart/form-data"
        class="stack"
      >
        <input type="hidden" name="seen" value={String(conclusion?.version ?? 0)} />
        <div class="field">
          <label for="conclusion-sv">{text.conclusionSv}</label>
          <textarea id="conclusion-sv" name="conclusion" rows={3} maxLength={2000} required lang="sv">
            {before?.sv ?? ''}
          </textarea>
        </div>
        <div class="field">
          <label for="conclusion-en">{text.conclusionEn}</label>
          <textarea id="conclusion-en" name="conclusionEn" rows={2} maxLength={2000} lang="en">
            {before && before.en !== before.sv ? before.en : ''}
          </textarea>
        </div>
        <p>
          <button type="submit">{text.publish}</button>
        </p>
      </form>
    </section>
  )
}
