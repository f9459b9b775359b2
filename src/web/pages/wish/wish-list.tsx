import type { WishShape } from '../../../shapes/wish-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { OwnerLine, WishMark, Written } from './wish-parts.tsx'
import { timeBetween, wishText } from './wish.text.ts'

/** A line each: its state and owner, the wish, and how long it has waited. Each line can be linked to. */
export function WishList({ context, wishes, today }: { context: PageContext; wishes: readonly WishShape[]; today: string }) {
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
            <tr key={wish.id} id={wish.id}>
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
