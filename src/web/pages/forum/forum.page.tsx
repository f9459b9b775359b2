import { randomUUID } from 'node:crypto'
import { findQuestions, findReports } from '../../../conversation/forum.ts'
import type { ListedQuestion } from '../../../conversation/forum.ts'
import type { ForumReportRow } from '../../../conversation/forum-rows.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { swedishDay } from '../../../records/time.ts'
import { conclusionShapes, themeRef } from '../../../shapes/forum-shape.ts'
import type { ConclusionShape } from '../../../shapes/forum-shape.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Page, PageContext, PageReading, RenderedPage, Visit } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { SelectField } from '../../frame/select-field.tsx'
import type { SelectOption } from '../../frame/select-field.tsx'
import { SignInToWrite } from '../sign-in/who-may-write.tsx'
import { RoleWords, Written } from '../wish/wish-parts.tsx'
import { forumAddress } from './forum.address.ts'
import { conclusionsApi } from './forum.api.ts'
import { forumForms } from './forum.form.ts'
import { Reports } from './forum-reports.tsx'
import { forumText } from './forum.text.ts'

interface Shape {
  conclusions: readonly ConclusionShape[]
  /** Null for a reader, who sees the conclusions. */
  talk: TalkShape | null
}

interface TalkShape {
  questions: readonly (ListedQuestion & { theme: ConclusionShape['theme'] })[]
  next: string | null
  words: string
  themeId: string
  themes: readonly SelectOption[]
  /** Null for those who do not decide on reports. */
  reports: readonly ForumReportRow[] | null
  post: string
}

/** What came of the forum's questions, for all; the questions themselves for the signed in. */
export const forumPage: Page = {
  ...forumAddress,
  menu: { where: 'footer', place: 0.8, label: { sv: forumText.sv.menu, en: forumText.en.menu } },
  show: (context) => render(context, { conclusions: conclusionShapes(context.snapshot), talk: null }),
  visit: async (context, visit) => {
    const conclusions = conclusionShapes(context.snapshot)
    if (!visit.viewer || visit.viewer.actor.role === 'reader') return render(context, { conclusions, talk: null })
    return { ...render(context, { conclusions, talk: await readTalk(context, visit) }), isPrivate: true }
  },
  forms: forumForms,
  api: [conclusionsApi],
}

async function readTalk({ snapshot, url, lang }: PageReading, { viewer, store }: Visit): Promise<TalkShape> {
  const names = namesIn(forumAddress, lang)
  const asked = (name: keyof typeof names) => (url.searchParams.get(names[name]) ?? '').slice(0, 200)
  const { themes } = thesaurusOf(snapshot)
  const theme = themeRef(snapshot, asked('theme') || null)
  const found = await findQuestions(store.side, {
    words: asked('words'),
    themeId: theme?.id ?? null,
    cursor: asked('before') || null,
  })
  return {
    ...found,
    questions: found.questions.map((one) => ({ ...one, theme: themeRef(snapshot, one.theme_id) })),
    words: asked('words'),
    themeId: theme?.id ?? '',
    themes: themes.map(({ id, label }) => [id, label[lang]] as const),
    reports: mayAtLeast(viewer!.actor, 'officer') ? await findReports(store.side) : null,
    post: randomUUID(),
  }
}

function render(context: PageContext, shape: Shape): RenderedPage {
  const { title, description } = forumText[context.lang]
  return { title, description, body: <Forum context={context} shape={shape} /> }
}

function Forum({ context, shape: { conclusions, talk } }: { context: PageContext; shape: Shape }) {
  const { lang, paths } = context
  const text = forumText[lang]
  return (
    <article class="forum">
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{talk ? text.lead : text.leadReader}</p>
        {talk ? null : <SignInToWrite context={context} back={paths.action('forum')} />}
      </header>
      {talk?.reports?.some(({ decision }) => decision === null) ? <Reports context={context} reports={talk.reports} /> : null}
      {talk ? <Questions context={context} talk={talk} /> : null}
      <section>
        <h2>{text.conclusions}</h2>
        {conclusions.length === 0 ? <p class="empty">{text.noConclusions}</p> : null}
        <ul class="link-list">
          {conclusions.map(({ id, question, conclusion, concludedOn }) => (
            <li key={id}>
              <a href={paths.to('forumQuestion', { id })} lang={lang === 'sv' ? undefined : 'sv'}>
                {question}
              </a>
              <br />
              <Written text={conclusion} lang={lang} /> <span class="small muted numeric">{concludedOn}</span>
            </li>
          ))}
        </ul>
        <p class="actions small">
          <a href={paths.api('conclusions')}>{text.data}</a>
        </p>
      </section>
      {talk ? <AskForm context={context} talk={talk} /> : null}
      {talk?.reports?.every(({ decision }) => decision !== null) ? <Reports context={context} reports={talk.reports} /> : null}
    </article>
  )
}

function Questions({ context, talk }: { context: PageContext; talk: TalkShape }) {
  const { lang, paths } = context
  const text = forumText[lang]
  const names = namesIn(forumAddress, lang)
  const { questions, next, words, themeId, themes } = talk
  const isAsked = words !== '' || themeId !== ''
  return (
    <section>
      <h2>{text.questions}</h2>
      <form action={paths.action('forum')} class="form-row">
        <div class="field field-grow">
          <label for="forum-words">{text.search}</label>
          <input id="forum-words" type="search" name={names.words} value={words} maxLength={200} />
        </div>
        <SelectField
          id="forum-theme"
          name={names.theme}
          label={text.theme}
          any={text.anyTheme}
          options={themes}
          chosen={themeId}
        />
        <button type="submit" class="button-quiet">
          {text.show}
        </button>
      </form>
      {questions.length === 0 ? <p class="empty">{isAsked ? text.noneFound : text.none}</p> : null}
      <ul class="link-list">
        {questions.map(({ id, title, theme, by_role: role, last_at: at, answerCount, hidden_why: why }) => (
          <li key={id}>
            <a href={paths.to('forumQuestion', { id })} lang={lang === 'sv' ? undefined : 'sv'}>
              {why === null ? title : text.hidden(why)}
            </a>
            <br />
            <span class="small muted">
              {theme ? `${theme.label[lang]} · ` : ''}
              <RoleWords role={role} lang={lang} /> · {text.answers(answerCount)} · <span class="numeric">{swedishDay(at)}</span>
            </span>
          </li>
        ))}
      </ul>
      {next ? <Older context={context} talk={talk} /> : null}
    </section>
  )
}

/** The way to the questions before these, of the same search. */
function Older({ context: { lang, paths }, talk: { words, themeId, next } }: { context: PageContext; talk: TalkShape }) {
  const names = namesIn(forumAddress, lang)
  const asked = { ...(words ? { [names.words]: words } : {}), ...(themeId ? { [names.theme]: themeId } : {}) }
  return (
    <p>
      <a href={paths.to('forum', {}, { ...asked, [names.before]: next })}>{forumText[lang].older}</a>
    </p>
  )
}

function AskForm({ context: { lang, paths }, talk: { post, themes, themeId } }: { context: PageContext; talk: TalkShape }) {
  const text = forumText[lang]
  return (
    <section>
      <h2>{text.ask}</h2>
      <p class="section-note">{text.askNote}</p>
      <form method="post" action={paths.action('forum')} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="post" value={post} />
        <div class="field">
          <label for="ask-title">{text.heading}</label>
          <input id="ask-title" name="title" maxLength={160} required lang="sv" />
        </div>
        <SelectField id="ask-theme" name="theme" label={text.theme} any={text.noTheme} options={themes} chosen={themeId} />
        <div class="field">
          <label for="ask-body">{text.body}</label>
          <textarea id="ask-body" name="body" rows={4} maxLength={4000} lang="sv" />
        </div>
        <p>
          <button type="submit">{text.send}</button>
        </p>
      </form>
    </section>
  )
}
