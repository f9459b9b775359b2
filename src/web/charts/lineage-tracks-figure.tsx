import { isUnread } from '../../snapshot/areas-known.ts'
import { ownWordsOf } from '../../shapes/area-labels.ts'
import { isGuess } from '../../shapes/link-standing.ts'
import { lineageTracks } from '../../shapes/lineage-tracks.ts'
import type { Track, TrackCell } from '../../shapes/lineage-tracks.ts'
import type { EditionShape, LineageStepShape, PriorityShape } from '../../shapes/shapes.ts'
import { formatDate } from '../frame/format.ts'
import type { PageContext } from '../frame/page.ts'
import { Gloss } from '../frame/priority-parts.tsx'
import { lineageText } from './lineage.text.ts'

interface Props {
  context: PageContext
  editions: readonly EditionShape[]
  steps: readonly LineageStepShape[]
}

/** Then and now as a table that reads as a picture: a column a list, a row what became of an area. On a phone a row is a card, now first. */
export function LineageTracks({ context, editions, steps }: Props) {
  const { lang } = context
  const text = lineageText[lang]
  return (
    <table class="tracks">
      <caption class="visually-hidden">{text.label}</caption>
      <thead>
        <tr>
          {editions.map((edition, column) => (
            <th key={edition.strategy.id} scope="col" class={column === editions.length - 1 ? 'is-last' : undefined}>
              {edition.strategy.programmePeriodId.replace('-', '–')}
              <span>{listDate(edition, context)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lineageTracks(editions, steps).map((track, row) => (
          <TrackRow key={row} context={context} editions={editions} track={track} />
        ))}
      </tbody>
    </table>
  )
}

function listDate({ strategy, priorities }: EditionShape, { lang }: PageContext): string {
  const text = lineageText[lang]
  if (isUnread({ strategy, priorities })) return text.unread
  if (strategy.datePrecision === 'unknown') return text.undated
  return `${text.from} ${formatDate(strategy.meta.inForceFrom, { precision: strategy.datePrecision, lang })}`
}

function TrackRow({ context, editions, track }: Omit<Props, 'steps'> & { track: Track }) {
  const first = track.cells.findIndex((cell) => cell !== null)
  const last = track.cells.findLastIndex((cell) => cell !== null)
  const family = track.cells[last]?.priority.themes[0]?.family
  // Of a list that nobody has read nothing is known, so nothing has ended before it.
  const isOver = last < editions.length - 1 && !editions.slice(last + 1).some(isUnread)
  return (
    <tr class={[family ? `family-${family}` : '', isOver ? 'is-over' : ''].join(' ').trim() || undefined}>
      {track.cells.map((cell, column) => (
        <td
          key={column}
          class={cellClass({ cell, column, first, last, lastColumn: editions.length - 1 })}
          data-list={editions[column]!.strategy.programmePeriodId.replace('-', '–')}
        >
          {cell ? <Area context={context} cell={cell} /> : null}
          {cell && column === first ? <Origin context={context} track={track} /> : null}
          {cell && column === last && isOver ? <Ending context={context} track={track} /> : null}
        </td>
      ))}
    </tr>
  )
}

interface CellPlace {
  cell: TrackCell | null
  column: number
  first: number
  last: number
  lastColumn: number
}

/** A line goes from the first area of a track to its last; dashed where a machine has suggested the step. */
function cellClass({ cell, column, first, last, lastColumn }: CellPlace): string | undefined {
  const parts = [
    cell ? 'has-area' : '',
    column > first && column <= last ? 'is-joined' : '',
    cell?.link && isGuess(cell.link) ? 'is-guess' : '',
    cell?.isNew ? 'is-new' : '',
    column === lastColumn ? 'is-last' : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}

function Area({ context, cell }: { context: PageContext; cell: TrackCell }) {
  const { lang, paths } = context
  const { priority, place, link, isNew } = cell
  const { label, labelLang, gloss } = ownWordsOf(priority, lang)
  const text = lineageText[lang]
  return (
    <span class="track-area">
      <span class="place" aria-hidden="true">
        {place}
      </span>
      <a class="label" href={paths.to('priority', { id: priority.id })} lang={labelLang}>
        {label}
      </a>
      <Gloss gloss={gloss} lang={lang} />
      {link ? <span class="how">{text.changes[link.change]}</span> : null}
      {isNew ? <span class="how how-new">{text.changes.new}</span> : null}
    </span>
  )
}

/** Which other tracks an area comes from too. */
function Origin({ context, track: { from } }: { context: PageContext; track: Track }) {
  if (from.length === 0) return null
  return (
    <span class="how">
      {lineageText[context.lang].comesFrom} <Names context={context} areas={from.map(({ priority }) => priority)} />
    </span>
  )
}

/** What a track that is over went into; or that it was dropped, or has no clear continuation. */
function Ending({ context, track: { into, ending } }: { context: PageContext; track: Track }) {
  const text = lineageText[context.lang]
  if (into.length > 0)
    return (
      <span class="how">
        {text.goesInto} <Names context={context} areas={into.map(({ priority }) => priority)} />
      </span>
    )
  if (!ending) return null
  return <span class="how how-over">{isGuess(ending) ? text.noClearNext : text.changes[ending.change]}</span>
}

function Names({ context, areas }: { context: PageContext; areas: readonly PriorityShape[] }) {
  return (
    <>
      {areas.map((area, at) => {
        const { label, labelLang } = ownWordsOf(area, context.lang)
        return (
          <span key={area.id}>
            {at > 0 ? ', ' : null}
            <span lang={labelLang}>{label}</span>
          </span>
        )
      })}
    </>
  )
}
