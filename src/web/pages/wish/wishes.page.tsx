import { ExpectedError } from '../../../records/expected-error.ts'
import { findRegion, findRegions } from '../../../shapes/from-snapshot.ts'
import { wishCounts, wishShapes, wishStates } from '../../../shapes/wish-shape.ts'
import type { WishShape, WishState } from '../../../shapes/wish-shape.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { SelectField } from '../../frame/select-field.tsx'
import { mayWrite, SignInToWrite } from '../sign-in/who-may-write.tsx'
import { AskForm } from './ask-form.tsx'
import { OwnerLine, WishMark, Written } from './wish-parts.tsx'
import { wishesAddress } from './wishes.address.ts'
import { wishesApi } from './wish.api.ts'
import { wishesForms } from './wishes.form.tsx'
import { timeBetween, wishText } from './wish.text.ts'

/** What the regions have asked of the national level: one line each, so that it is read in twenty seconds. */
export const wishesPage = definePage({
  ...wishesAddress,
  menu: { where: 'footer', place: 0.5, label: { sv: wishText.sv.menu, en: wishText.en.menu } },
  examples: {
    sv: ['/onskemal', '/onskemal?lage=inget-svar', '/onskemal?lage=stangt'],
    en: ['/en/wishes', '/en/wishes?state=no-answer'],
  },
  read({ lang, snapshot, url }) {
    const names = namesIn(wishesAddress, lang)
    const words = wordsIn(wishesAddress.query.state, lang)
    const asked = url.searchParams.get(names.state) ?? ''
    const state = wishStates.find((one) => words[one] === asked) ?? null
    const slug = url.searchParams.get(names.region) ?? ''
    const region = slug === '' ? null : findRegion(snapshot, slug)
    if (slug !== '' && !region) throw new ExpectedError('region_not_found', { detail: slug.slice(0, 60) })
    const wishes = wishShapes(snapshot)
    const shown = wishes.filter(
      (wish) => (!state || wish.state === state) && (!region || wish.askers.some(({ code }) => code === region.code)),
    )
    const regions = findRegions(snapshot).map(({ code, slug: own, name }) => ({ code, slug: own, name }))
    return { wishes, shown, state, regionSlug: region?.slug ?? '', regions, today: snapshot.validAt }
  },
  render(context, shape) {
    const text = wishText[context.lang]
    return { title: text.eyebrow, description: text.description, body: <Wishes context={context} shape={shape} /> }
  },
  forms: wishesForms,
  api: [wishesApi],
})

interface WishesShape {
  wishes: readonly WishShape[]
  shown: readonly WishShape[]
  state: WishState | null
  regionSlug: string
  regions: readonly RegionRef[]
  today: string
}

interface Props {
  context: PageContext
  shape: WishesShape
}

function Wishes({ context, shape }: Props) {
  const { lang, paths, time } = context
  const text = wishText[lang]
  const { wishes, shown, today } = shape
  const { all, unanswered } = wishCounts(wishes)
  const years = new Set(wishes.map(({ askedOn }) => askedOn.slice(0, 4)))
  const oldest = wishes.filter(({ state }) => state === 'asked' || state === 'owned').toSorted(byDay)[0]
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">{text.eyebrow}</p>
        <h1>{text.headline({ all, unanswered, year: years.size === 1 ? [...years][0]! : null })}</h1>
        <p class="lead">
          {text.lead} {oldest ? text.oldest(oldest.askedOn, timeBetween(oldest.askedOn, today, lang)) : null}
        </p>
      </header>
      <section aria-label={text.list}>
        <Choice context={context} shape={shape} />
        {shown.length === 0 ? <p class="empty">{text.filter.none}</p> : <List context={context} wishes={shown} today={today} />}
        <p class="actions small">
          <a href={paths.api('tables/wishes.csv', { variant: 'excel', lang })}>{text.csv}</a>
          <a href={paths.api('wishes')}>{text.json}</a>
        </p>
        <p class="small muted">{text.sourceNote}</p>
      </section>
      {time.isToday && time.knownOn === null ? <Ask context={context} regions={shape.regions} /> : null}
    </article>
  )
}

/** For those who write for a region, with the regions that are theirs. */
function Ask({ context, regions }: { context: PageContext; regions: readonly RegionRef[] }) {
  const own = regions.filter(({ code }) => mayWrite(context, 'wish', { kind: 'region', id: code }))
  return own.length > 0 ? (
    <AskForm context={context} regions={own} />
  ) : (
    <SignInToWrite context={context} back={context.paths.action('wishes')} />
  )
}

const byDay = (a: WishShape, b: WishShape) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : a.order - b.order)

function Choice({ context, shape: { state, regionSlug, regions } }: Props) {
  const { lang, paths } = context
  const { filter, states } = wishText[lang]
  const names = namesIn(wishesAddress, lang)
  const words = wordsIn(wishesAddress.query.state, lang)
  return (
    <form action={paths.action('wishes')} class="form-row">
      <SelectField
        id="wish-state"
        name={names.state}
        label={filter.state}
        any={filter.anyState}
        options={wishStates.map((one) => [words[one], states[one]])}
        chosen={state ? words[state] : ''}
      />
      <SelectField
        id="wish-region"
        name={names.region}
        label={filter.region}
        any={filter.anyRegion}
        options={regions.map(({ slug, name }) => [slug, name])}
        chosen={regionSlug}
      />
      <KeptQuery context={context} />
      <button type="submit" class="button-quiet">
        {filter.show}
      </button>
    </form>
  )
}

function List({ context, wishes, today }: { context: PageContext; wishes: readonly WishShape[]; today: string }) {
  const { lang, paths } = context
  const text = wishText[lang]
  const from = Number(
    wishes
      .map(({ askedOn }) => askedOn)
      .toSorted()[0]!
      .slice(0, 4),
  )
  return (
    <section class="table-wrap" tabIndex={0} aria-label={text.listCaption}>
      <table class="wish-table">
        <caption class="visually-hidden">{text.listCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.state}</th>
            <th scope="col">{text.columns.wish}</th>
            <th scope="col">{text.columns.waited}</th>
          </tr>
        </thead>
        <tbody>
          {wishes.map((wish) => (
            <tr key={wish.id}>
              <td>
                <WishMark context={context} wish={wish} />
                <br />
                <OwnerLine context={context} wish={wish} />
              </td>
              <th scope="row">
                <a class="label" href={paths.to('wish', { id: wish.id })}>
                  <Written text={wish.heading ?? wish.text} lang={lang} />
                </a>
                {wish.heading ? <p class="small muted">{wish.text[lang]}</p> : null}
                {wish.askers.length > 0 ? <p class="small muted">{wish.askers.map(({ name }) => name).join(', ')}</p> : null}
              </th>
              <td>
                <Waited wish={wish} span={{ from, today }} />
                <p class="small muted">{waitedWords(wish, today, lang)}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function waitedWords(wish: WishShape, today: string, lang: PageContext['lang']): string {
  const text = wishText[lang]
  return wish.answeredOn
    ? text.answeredAfter(wish.answeredOn, timeBetween(wish.askedOn, wish.answeredOn, lang))
    : text.waitedSince(wish.askedOn, timeBetween(wish.askedOn, today, lang))
}

/** How long it waited: from the filled disc, asked, to the disc of the answer, or to the open ring of today. */
function Waited({ wish, span }: { wish: WishShape; span: { from: number; today: string } }) {
  const begin = Date.UTC(span.from, 0, 1)
  const scale = (day: string) => 8 + (184 * (Date.parse(day) - begin)) / Math.max(1, Date.parse(span.today) - begin)
  const [start, end] = [scale(wish.askedOn), scale(wish.answeredOn ?? span.today)]
  return (
    <svg class="wish-wait" viewBox="0 0 200 16" aria-hidden="true" focusable="false">
      <rect x={start} y="5" width={Math.max(0, end - start)} height="6" class={wish.answeredOn ? 'wait-over' : 'wait-open'} />
      <circle cx={start} cy="8" r="5" class="wait-dot" />
      <circle cx={end} cy="8" r="5" class={wish.answeredOn ? 'wait-dot' : 'wait-ring'} />
    </svg>
  )
}
