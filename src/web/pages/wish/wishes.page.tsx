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
import { WishList } from './wish-list.tsx'
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
        {shown.length === 0 ? (
          <p class="empty">{text.filter.none}</p>
        ) : (
          <WishList context={context} wishes={shown} today={today} />
        )}
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
