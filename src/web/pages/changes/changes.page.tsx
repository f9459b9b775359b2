import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { isUnread } from '../../../snapshot/areas-known.ts'
import { changesShape } from '../../../shapes/changes-shape.ts'
import type { ChangesShape, OwnerChangeShape } from '../../../shapes/changes-shape.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { listsOverTime } from '../../../shapes/lists-over-time.ts'
import type { RegionLists } from '../../../shapes/lists-over-time.ts'
import { DateText, OwnerLink, PriorityLabel } from '../../frame/priority-parts.tsx'
import { ChangeTag, LinkStanding } from '../../charts/lineage-words.tsx'
import { dateFromQuery } from '../../frame/query.ts'
import { changesFigures, listsFigure } from './changes.figures.ts'
import { changesPicture } from './changes.picture.ts'
import { countOwner } from './changes.view.ts'
import { changesText } from './changes.text.ts'
import { namesIn } from '../../frame/page-address.ts'
import { changesApi } from './changes.api.ts'
import { changesAddress } from './changes.address.ts'

const deckDay = '2018-01-31'

export const changesPage = definePage({
  ...changesAddress,
  menu: { where: 'header', place: 4, label: { sv: 'Ändrat', en: 'Changes' } },
  read({ lang, snapshot, url }) {
    const names = namesIn(changesAddress, lang)
    const from = dateFromQuery(url.searchParams.get(names.from), deckDay)
    const to = dateFromQuery(url.searchParams.get(names.to), snapshot.validAt)
    if (from > to) return { from, to, changes: [], lists: [] }
    return { ...changesShape(snapshot, { from, to }), lists: listsOverTime(snapshot.at(to)) }
  },
  render(context, shape) {
    const { title, description } = changesText[context.lang]
    return { title, description, picture: 'changes', body: <Changes context={context} shape={shape} /> }
  },
  api: [changesApi],
  figures: changesFigures,
  documents: [changesPicture],
})

interface Props {
  context: PageContext
  shape: ChangesShape & { lists: readonly RegionLists[] }
}

function Changes({ context, shape }: Props) {
  const { lang, paths } = context
  const text = changesText[lang]
  const of = (...outcomes: OwnerChangeShape['outcome'][]) => shape.changes.filter(({ outcome }) => outcomes.includes(outcome))
  const changed = of('changed', 'begun', 'ended')
  const unread = of('unread')
  const span = { from: shape.from, to: shape.to }
  const names = namesIn(changesAddress, lang)
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        {shape.from > shape.to ? (
          <p class="callout callout-problem" role="alert">
            {text.swapped}
          </p>
        ) : (
          <p class="lead">
            {text.summary({ changed: changed.length, restated: of('restated').length, same: of('same').length })}{' '}
            {text.summaryUnread(unread.length)}
          </p>
        )}
        <DateForm context={context} shape={shape} />
      </header>
      {shape.lists.some(({ lists }) => lists.length > 0) ? (
        <FigureFrame
          context={context}
          figure={listsFigure({ shape, lists: shape.lists, lang })}
          href={paths.to('changes', {}, { [names.from]: shape.from, [names.to]: shape.to })}
          path="changes"
          query={span}
        />
      ) : null}
      {changed.length === 0 && unread.length === 0 && shape.from <= shape.to ? <p class="empty">{text.nothing}</p> : null}
      {(['changed', 'begun', 'ended'] as const).map((outcome) => {
        const rows = of(outcome)
        return rows.length === 0 ? null : (
          <section key={outcome}>
            <h2>{text.outcomes[outcome]}</h2>
            <p class="section-note no-print">{text.open}</p>
            {rows.map((change) => (
              <ChangedList key={`${change.owner.kind}${change.owner.id}`} context={context} change={change} />
            ))}
          </section>
        )
      })}
      <Unread context={context} changes={unread} />
      {(['restated', 'same'] as const).map((outcome) => (
        <ShortList key={outcome} context={context} heading={text.outcomes[outcome]} changes={of(outcome)} />
      ))}
      <p class="actions small">
        <a href={paths.api('tables/changes.csv', { ...span, variant: 'excel', lang })}>{text.csv}</a>
        <a href={paths.api('changes', span)}>{text.json}</a>
      </p>
    </>
  )
}

function DateForm({ context, shape }: Props) {
  const { lang, paths, today } = context
  const text = changesText[lang]
  const names = namesIn(changesAddress, lang)
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('-02-29', '-02-28')
  const quick: [string, string][] = [
    [text.quickDeck, deckDay],
    [text.quick2020, '2020-01-01'],
    [text.quickYear, yearAgo],
  ]
  return (
    <>
      <form class="form-row" action={paths.action('changes')}>
        <div class="field">
          <label for="from">{text.from}</label>
          <input id="from" type="date" name={names.from} value={shape.from} required />
        </div>
        <div class="field">
          <label for="to">{text.to}</label>
          <input id="to" type="date" name={names.to} value={shape.to} required />
        </div>
        <button type="submit">{text.show}</button>
      </form>
      <p class="actions small">
        {text.quick}:{' '}
        {quick.map(([label, from]) => (
          <a key={from} href={paths.to('changes', {}, { [names.from]: from })}>
            {label}
          </a>
        ))}
      </p>
    </>
  )
}

function ChangedList({ context, change }: { context: PageContext; change: OwnerChangeShape }) {
  const { lang } = context
  const text = changesText[lang]
  const byId = (edition: OwnerChangeShape['before']) => new Map((edition?.priorities ?? []).map((area) => [area.id, area]))
  // Looked up list by list: an area that was edited has one id and two labels.
  const [before, after] = [byId(change.before), byId(change.after)]
  const isOneSided = change.links.length === 0
  const links = isOneSided ? linksOfOneSide(change) : change.links
  return (
    <details class="changed-list">
      <summary>
        <h3>{change.owner.name[lang]}</h3> <span class="muted small">{text.counts(countOwner(change))}</span>
      </summary>
      <p class="small">
        <OwnerLink context={context} owner={change.owner} />
      </p>
      <div class="table-wrap">
        <table class="change-table">
          <thead>
            <tr>
              <th scope="col">
                {text.before}
                {change.before ? <EditionDate context={context} strategy={change.before.strategy} /> : null}
              </th>
              <th scope="col">{text.change}</th>
              <th scope="col">
                {text.after}
                {change.after ? <EditionDate context={context} strategy={change.after.strategy} /> : null}
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder(links, before, after).map((link) => (
              <tr key={`${link.predecessorId} ${link.successorId}`}>
                <td>
                  <MaybeLabel context={context} priority={before.get(link.predecessorId ?? '')} />
                </td>
                <td>
                  <ChangeTag context={context} link={link} />
                  {isOneSided ? null : (
                    <>
                      {' '}
                      <span class="small">
                        <LinkStanding context={context} link={link} />
                      </span>
                    </>
                  )}
                </td>
                <td>
                  <MaybeLabel context={context} priority={after.get(link.successorId ?? '')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

type Areas = ReadonlyMap<string, PriorityShape>

/** In the order of the later list, and what is gone last, in the order of the earlier. */
function inOrder(links: OwnerChangeShape['links'], before: Areas, after: Areas): OwnerChangeShape['links'] {
  const order = (id: string | null, areas: Areas) => (id ? (areas.get(id)?.order ?? 0) : 99)
  return links.toSorted(
    (a, b) =>
      order(a.successorId, after) - order(b.successorId, after) ||
      order(a.predecessorId, before) - order(b.predecessorId, before),
  )
}

/** A list that began or ended as a whole: every area is new, or has no clear continuation. */
function linksOfOneSide({ before, after }: OwnerChangeShape): OwnerChangeShape['links'] {
  const untold = { reason: { sv: '', en: '' }, standing: { sv: '', en: '' }, review: null, continuesInStrategyId: null }
  const isNew = (after?.priorities ?? []).map(({ id }) => ({
    predecessorId: null,
    successorId: id,
    change: 'new' as const,
    basis: 'confirmed' as const,
    ...untold,
  }))
  const isGone = (before?.priorities ?? []).map(({ id }) => ({
    predecessorId: id,
    successorId: null,
    change: 'dropped' as const,
    basis: 'suggested' as const,
    ...untold,
  }))
  return after ? isNew : isGone
}

function EditionDate({
  context,
  strategy,
}: {
  context: PageContext
  strategy: NonNullable<OwnerChangeShape['before']>['strategy']
}) {
  return (
    <span class="muted">
      {' '}
      (<DateText date={strategy.meta.inForceFrom} precision={strategy.datePrecision} lang={context.lang} />)
    </span>
  )
}

function MaybeLabel({ context, priority }: { context: PageContext; priority: PriorityShape | undefined }) {
  return priority ? <PriorityLabel context={context} priority={priority} /> : <>–</>
}

/** Owners whose list of either day is known to exist though nobody has read its areas, with the source that says so. */
function Unread({ context, changes }: { context: PageContext; changes: readonly OwnerChangeShape[] }) {
  const { lang, paths } = context
  const text = changesText[lang]
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{text.outcomes.unread}</h2>
      <p class="section-note">{text.unreadNote}</p>
      <ul class="link-list">
        {changes.map(({ owner, before, after }) => {
          const { strategy } = isUnread(after) ? after! : before!
          const { citation } = strategy
          return (
            <li key={`${owner.kind}${owner.id}`}>
              <OwnerLink context={context} owner={owner} />
              <EditionDate context={context} strategy={strategy} />
              {citation ? (
                <span class="small">
                  {' · '}
                  <a href={citation.url ?? paths.to('source', { id: citation.source.id })}>{citation.source.title[lang]}</a>
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ShortList({
  context,
  heading,
  changes,
}: {
  context: PageContext
  heading: string
  changes: readonly OwnerChangeShape[]
}) {
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="inline-list">
        {changes.map(({ owner }) => (
          <li key={`${owner.kind}${owner.id}`}>
            <OwnerLink context={context} owner={owner} />
          </li>
        ))}
      </ul>
    </section>
  )
}
