import type { FramedPage, PageContext } from './page.ts'
import { layoutText } from './layout.text.ts'
import { trailOf } from './page-trail.ts'
import { timeQueryNames } from './paths.ts'

/** The line below the header: the way down to this page, and the day that it shows. */
export function PageBar({ context, page }: { context: PageContext; page: FramedPage }) {
  const { time } = context
  const isTravelling = !time.isToday || time.knownOn !== null
  return (
    <div class={isTravelling ? 'page-bar is-travelling' : 'page-bar'}>
      <div class="wrap">
        <Crumbs context={context} page={page} />
        <p class="print-only print-address">{addressOf(context, page)}</p>
        <ShownDay context={context} isTravelling={isTravelling} />
      </div>
    </div>
  )
}

/** The page's address on paper, with what it was asked; the day stands beside it. */
const addressOf = ({ url, time }: PageContext, { baseUrl = null }: FramedPage): string =>
  `${baseUrl ?? ''}${url.pathname}${time.isToday ? url.search : ''}`

function Crumbs({ context, page }: { context: PageContext; page: FramedPage }) {
  const trail = trailOf(context, page)
  if (trail.length === 0) return null
  return (
    <nav class="crumbs" aria-label={layoutText[context.lang].crumbsLabel}>
      <ol>
        {trail.map(({ label, href, lang }) => (
          <li key={href}>
            <a href={href} lang={lang}>
              {label}
            </a>
          </li>
        ))}
        <li aria-current="page">{page.crumb ?? page.title}</li>
      </ol>
    </nav>
  )
}

function ShownDay({ context, isTravelling }: { context: PageContext; isTravelling: boolean }) {
  const { lang, time, url } = context
  const text = layoutText[lang]
  const names = timeQueryNames[lang]
  const others = [...url.searchParams].filter(([name]) => name !== names.validAt && name !== names.knownOn)
  return (
    <aside class="shown-day" aria-label={text.timeSummary}>
      <p>
        {isTravelling ? text.travelling(time.validAt) : text.today(time.validAt)}
        {time.knownOn ? text.travellingKnown(time.knownOn) : ''}
        {isTravelling ? '.' : ''}
      </p>
      {isTravelling ? <a href={addressToday(context)}>{text.showToday}</a> : null}
      <details>
        <summary>{text.timeSummary}</summary>
        <form action={url.pathname}>
          {others.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <div class="field">
            <label for="valid-at">{text.validAtLabel}</label>
            <input id="valid-at" type="date" name={names.validAt} value={time.validAt} min="1990-01-01" required />
          </div>
          <div class="field">
            <label for="known-on">{text.knownOnLabel}</label>
            <input
              id="known-on"
              type="date"
              name={names.knownOn}
              value={time.knownOn ?? ''}
              max={context.today}
              aria-describedby="time-help"
            />
          </div>
          <button type="submit">{text.show}</button>
          <p id="time-help" class="muted">
            {text.timeHelp}
          </p>
        </form>
      </details>
    </aside>
  )
}

function addressToday({ url, lang }: PageContext): string {
  const query = new URLSearchParams(url.searchParams)
  const { validAt, knownOn } = timeQueryNames[lang]
  query.delete(validAt)
  query.delete(knownOn)
  const text = query.toString()
  return url.pathname + (text && `?${text}`)
}
