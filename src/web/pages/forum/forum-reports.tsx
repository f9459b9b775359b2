import type { ForumReportRow } from '../../../conversation/forum-rows.ts'
import { swedishDay } from '../../../records/time.ts'
import type { PageContext } from '../../frame/page.ts'
import { InSwedish, RoleWords } from '../wish/wish-parts.tsx'
import { forumText } from './forum.text.ts'

/** For officers: what is reported and waits, and what was decided of all that was. */
export function Reports({ context, reports }: { context: PageContext; reports: readonly ForumReportRow[] }) {
  const { lang, paths } = context
  const text = forumText[lang]
  const decided = reports.filter(({ decision }) => decision !== null)
  return (
    <section>
      <h2>{text.reports}</h2>
      {reports.length === decided.length ? <p class="empty">{text.noReports}</p> : null}
      {reports
        .filter(({ decision }) => decision === null)
        .map(({ id, question_id: questionId, answer_id: answerId, why, reported_at: at, by_role: by }) => (
          <div key={id} class="callout">
            <p>
              <InSwedish words={why} lang={lang} />{' '}
              <span class="small muted">
                <RoleWords role={by} lang={lang} />, <span class="numeric">{swedishDay(at)}</span>
              </span>
            </p>
            <p>
              <a href={`${paths.to('forumQuestion', { id: questionId })}#${answerId ?? 'content'}`}>{text.toQuestion}</a>
            </p>
            <form method="post" action={`${paths.action('forum')}/anmalda`} enctype="multipart/form-data" class="form-row">
              <input type="hidden" name="report" value={id} />
              <div class="field field-grow">
                <label for={`note-${id}`}>{text.note}</label>
                <input id={`note-${id}`} name="note" maxLength={500} required lang="sv" />
              </div>
              <button type="submit" name="decision" value="hidden" class="button-quiet">
                {text.hide}
              </button>
              <button type="submit" name="decision" value="kept" class="button-quiet">
                {text.keep}
              </button>
            </form>
          </div>
        ))}
      {decided.length > 0 ? (
        <details class="fold">
          <summary>{text.log}</summary>
          <ul class="link-list">
            {decided.map(
              ({ id, question_id: questionId, answer_id: answerId, decision, note, decided_by: by, decided_at: at }) => (
                <li key={id}>
                  <a href={`${paths.to('forumQuestion', { id: questionId })}#${answerId ?? 'content'}`}>
                    {text.decisions[decision!]}
                  </a>
                  : <InSwedish words={note ?? ''} lang={lang} />{' '}
                  <span class="small muted">
                    <RoleWords role={by ?? ''} lang={lang} />, <span class="numeric">{at ? swedishDay(at) : ''}</span>
                  </span>
                </li>
              ),
            )}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
