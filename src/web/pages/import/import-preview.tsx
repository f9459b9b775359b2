import type { ImportItem, ImportPlan } from '../../../changes/import-plan-types.ts'
import type { PageContext, RenderedPage } from '../../frame/page.ts'
import { PlanItem, PlanLines } from '../../frame/plan-items.tsx'
import { TokenField } from '../../frame/token-field.tsx'
import { importText } from './import.text.ts'

interface Preview {
  plan: ImportPlan
  /** The deck's lines as JSON: they come back with the choice, and are planned again. */
  deckJson: string
  sequence: number
}

/** The difference between a deck and the registry, with a box to tick for each change. */
export function importPreview(context: PageContext, preview: Preview): RenderedPage {
  const text = importText[context.lang]
  return { title: text.previewTitle, description: text.description, body: <PreviewBody context={context} {...preview} /> }
}

function PreviewBody({ context, plan, deckJson, sequence }: Preview & { context: PageContext }) {
  const text = importText[context.lang]
  const { items, unchanged } = plan
  return (
    <article>
      <header class="page-head">
        <h1>{text.previewTitle}</h1>
        <p class="lead">{items.length === 0 ? text.nothing : text.changesToPublish(items.length)}</p>
      </header>
      <p>{text.unchanged(unchanged.lists, unchanged.statements)}</p>
      <Problems context={context} plan={plan} />
      {items.length === 0 ? null : (
        <form method="post" action={`${context.paths.action('import')}/publish`} enctype="multipart/form-data">
          <TokenField context={context} />
          <input type="hidden" name="deck" value={deckJson} />
          <input type="hidden" name="sequence" value={String(sequence)} />
          <input type="hidden" name="seen" value={items.map(({ id }) => id).join(' ')} />
          <h2>{text.choose}</h2>
          <ul class="link-list">
            {items.map((item, index) => (
              <li key={item.id}>
                <PlanItem context={context} item={item} index={index} />
              </li>
            ))}
          </ul>
          {plan.base ? (
            <div class="note">
              <p>{text.alongWithAny}</p>
              <PlanLines context={context} lines={plan.base.lines} />
            </div>
          ) : null}
          <button type="submit">{text.publish}</button>
        </form>
      )}
      <form method="post" action={`${context.paths.action('import')}/reading`} enctype="multipart/form-data">
        <details>
          <summary>{text.backToReading}</summary>
          <div class="form-row">
            <TokenField context={context} id="reading-token" />
            <button type="submit">{text.showReading}</button>
          </div>
        </details>
        <input type="hidden" name="deck" value={deckJson} />
      </form>
      <p>
        <a href={context.paths.to('import')}>{text.again}</a>
      </p>
    </article>
  )
}

function Problems({ context: { lang }, plan }: { context: PageContext; plan: ImportPlan }) {
  const text = importText[lang]
  const told = plan.notices.filter(({ kind }) => kind !== 'absent')
  const absentCount = plan.notices.length - told.length
  return (
    <>
      {plan.notUnderstood.length === 0 ? null : (
        <section class="callout callout-problem">
          <h2>{text.notUnderstood(plan.notUnderstood.length)}</h2>
          <ul>
            {plan.notUnderstood.slice(0, mostShown).map(({ line, text: said, reason }) => (
              <li key={line}>
                {text.line} {line}: <q>{said.slice(0, 200)}</q> <span class="muted">{reason[lang]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.notices.length === 0 ? null : (
        <section class="note">
          <h2>{text.notices}</h2>
          <ul>
            {told.slice(0, mostShown).map((notice) => (
              <li key={`${notice.kind} ${notice.line} ${notice.regionCode}`}>
                {notice.line === null ? '' : `${text.line} ${notice.line}: `}
                {notice.text[lang]}
              </li>
            ))}
            {absentCount === 0 ? null : <li>{text.absent(absentCount)}</li>}
          </ul>
        </section>
      )}
    </>
  )
}

/** A file that is no deck at all would fill the page. */
const mostShown = 500

/** A part of the plan that was published; null where it is about no region. */
export interface PublishedItem {
  item: ImportItem
  regionSlug: string | null
}

/** What was published, with links to see it. */
export function importDone(context: PageContext, published: readonly PublishedItem[]): RenderedPage {
  const { lang, paths } = context
  const text = importText[lang]
  const title = published.length === 0 ? text.nothingChosen : text.publishedTitle
  return {
    title,
    description: text.description,
    body: (
      <article>
        <header class="page-head">
          <h1>{title}</h1>
          <p class="lead">{published.length === 0 ? text.noneChosen : text.published(published.length)}</p>
        </header>
        <ul class="link-list">
          {published.map(({ item, regionSlug }) => (
            <li key={item.id}>
              {item.title[lang]} {regionSlug ? <a href={paths.to('region', { slug: regionSlug })}>{text.toRegion}</a> : null}
            </li>
          ))}
        </ul>
        <p>
          <a href={context.paths.to('import')}>{text.again}</a>
        </p>
      </article>
    ),
  }
}
