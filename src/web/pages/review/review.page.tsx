import { ExpectedError } from '../../../records/expected-error.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinQuoted } from '../../../language/join-words.ts'
import { Gloss, OwnerLink, ThemeChips } from '../../frame/priority-parts.tsx'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { factsNews } from '../facts-update/facts-news.ts'
import { reviewText } from './review.text.ts'
import { reviewItems, reviewOwners } from '../../../shapes/review-shape.ts'
import type { OwnerRef } from '../../../shapes/shapes.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import type { ReviewItemShape } from '../../../shapes/review-shape.ts'
import { reviewApi } from './review.api.ts'
import { reviewAddress } from './review.address.ts'

/** What waits for a person's decision. */
export const reviewPage = definePage({
  ...reviewAddress,
  needs: [reviewItems, factsNews],
  menu: { where: 'footer', place: 4, label: { sv: 'Att granska', en: 'To review' } },
  examples: { sv: ['/granska', '/granska?region=varmland&visa=alla'], en: ['/en/review?region=skane'] },
  read({ lang, snapshot, url }) {
    const names = namesIn(reviewAddress, lang)
    const slug = url.searchParams.get(names.region) ?? ''
    const showsAll = url.searchParams.get(names.show) === wordsIn(reviewAddress.query.show, lang).all
    const owners = reviewOwners(snapshot)
    const owner = owners.find((one) => one.slug === slug || one.id === slug)
    if (slug && !owner) throw new ExpectedError('region_not_found', { detail: slug.slice(0, 60) })
    const items = reviewItems(snapshot).filter(({ priority }) => !owner || priority.owner.slug === owner.slug)
    const shown = items.filter(({ isReviewed, openLinks }) => showsAll || !isReviewed || openLinks > 0)
    const newsCount = factsNews(snapshot).items.length
    return {
      items,
      shown: shown.slice(0, mostShown),
      shownCount: shown.length,
      owners,
      chosen: owner?.slug ?? '',
      showsAll,
      newsCount,
    }
  },
  render(context, shape) {
    const { title, description } = reviewText[context.lang]
    return { title, description, body: <Review context={context} shape={shape} /> }
  },
  api: [reviewApi],
})

/** More than this takes long to write, and nobody reads to the end of it. */
const mostShown = 300

interface ReviewShape {
  items: readonly ReviewItemShape[]
  /** Those of the items that fit the choice, as far as they are shown. */
  shown: readonly ReviewItemShape[]
  /** How many fit it. */
  shownCount: number
  owners: readonly OwnerRef[]
  /** The slug of the owner asked for; empty: all. */
  chosen: string
  showsAll: boolean
  /** Parts of the facts that ship which the registry has not taken in. */
  newsCount: number
}

interface Props {
  context: PageContext
  shape: ReviewShape
}

function Review({ context, shape }: Props) {
  const text = reviewText[context.lang]
  const { items, shown } = shape
  const byOwner = Map.groupBy(shown, ({ priority }) => priority.owner.slug)
  return (
    <article>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p>
          <strong>{text.progress(items.filter(({ isReviewed }) => isReviewed).length, items.length)}</strong>
        </p>
        {shape.newsCount > 0 ? (
          <p class="note">
            {text.news(shape.newsCount)} <a href={context.paths.to('factsUpdate')}>{text.toNews}</a>
          </p>
        ) : null}
        <Choice context={context} shape={shape} />
      </header>
      {shape.shownCount > shown.length ? <p class="note">{text.first(shown.length, shape.shownCount)}</p> : null}
      {shown.length === 0 ? <p class="empty">{text.nothing}</p> : null}
      {[...byOwner].map(([key, ofOwner]) => (
        <section key={key}>
          <h2>
            <OwnerLink context={context} owner={ofOwner[0]!.priority.owner} />
          </h2>
          <ul class="link-list">
            {ofOwner.map((item) => (
              <Item key={item.priority.id} context={context} item={item} />
            ))}
          </ul>
        </section>
      ))}
      <Disagreements context={context} items={items} />
    </article>
  )
}

function Choice({ context, shape: { owners, chosen, showsAll } }: Props) {
  const { lang, paths } = context
  const text = reviewText[lang]
  const names = namesIn(reviewAddress, lang)
  return (
    <form action={paths.action('review')} class="form-row">
      <div class="field">
        <label for="review-owner">{text.owner}</label>
        <select id="review-owner" name={names.region}>
          <option value="">{text.everyone}</option>
          {owners.map(({ slug, name }) => (
            <option key={slug} value={slug} selected={slug === chosen}>
              {name[lang]}
            </option>
          ))}
        </select>
      </div>
      <p>
        <input
          type="checkbox"
          id="review-all"
          name={names.show}
          value={wordsIn(reviewAddress.query.show, lang).all}
          checked={showsAll}
        />{' '}
        <label for="review-all">{text.showAll}</label>
      </p>
      <KeptQuery context={context} />
      <button type="submit">{text.show}</button>
    </form>
  )
}

function Item({ context, item }: { context: PageContext; item: ReviewItemShape }) {
  const { lang, paths } = context
  const text = reviewText[lang]
  const { priority, openThemes, openLinks, isReviewed } = item
  const { label, labelLang, gloss } = labelsOf(priority, lang)
  const left = [
    openThemes > 0 ? text.openThemes(openThemes) : null,
    openThemes === 0 && !isReviewed ? text.noThemes : null,
    openLinks > 0 ? text.openLinks(openLinks) : null,
  ].filter(Boolean)
  return (
    <li class="review-item">
      <div>
        <a class="label" href={paths.to('coding', { id: priority.id })} lang={labelLang}>
          {label}
        </a>
        <Gloss gloss={gloss} lang={lang} />
        <p class="small muted">
          {isReviewed ? <span class="tag tag-new">{text.reviewed}</span> : null} {left.join(', ')}
        </p>
      </div>
      <ThemeChips context={context} themes={item.waitingThemes} />
    </li>
  )
}

function Disagreements({ context, items }: { context: PageContext; items: readonly ReviewItemShape[] }) {
  const { lang, paths } = context
  const text = reviewText[lang]
  const found = items.filter(({ disagreements }) => disagreements.length > 0)
  if (found.length === 0) return null
  return (
    <section>
      <h2>{text.disagreements}</h2>
      <p class="section-note">{text.disagreementsNote}</p>
      <ul class="link-list">
        {found.map(({ priority, disagreements }) => (
          <li key={priority.id}>
            <a href={paths.to('coding', { id: priority.id })}>{labelsOf(priority, lang).gloss ?? priority.displayLabel}</a>,{' '}
            {priority.owner.name[lang]}:{' '}
            {disagreements
              .map(({ label, verdict, words }) =>
                verdict === 'rejected' ? text.rejected(label[lang], joinQuoted(words, lang)) : text.added(label[lang]),
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
