import type { PageContext } from './page.ts'
import type { EditionShape, PriorityShape, StrategyShape } from '../../shapes/shapes.ts'
import { editionText } from './edition.text.ts'
import { formatDate } from './format.ts'
import { Citation, PriorityLabel, ThemeChips } from './priority-parts.tsx'

/** An edition's areas in the owner's own words, numbered in its own order. */
export function OwnWords({ context, priorities }: { context: PageContext; priorities: readonly PriorityShape[] }) {
  return (
    <ol class="own-words">
      {priorities.map((priority) => (
        <li key={priority.id}>
          <PriorityLabel context={context} priority={priority} />
          <ThemeChips context={context} themes={priority.themes} />
        </li>
      ))}
    </ol>
  )
}

/** When, by whom and how surely a list was stated. */
export function Standing({
  context,
  strategy,
  priorities,
}: {
  context: PageContext
  strategy: StrategyShape
  priorities: readonly PriorityShape[]
}) {
  const { lang } = context
  const text = editionText[lang]
  const confirmed = priorities.find((priority) => priority.confirmedOn === strategy.lastStatedOn && priority.confirmedByRole)
  const since = formatDate(strategy.meta.validFrom, { precision: strategy.datePrecision, lang })
  return (
    <>
      <p class="standing">
        <strong>{text.period(strategy.programmePeriodId)}</strong>
        <span>{text.status[strategy.status]}</span>
        {strategy.decidedOn ? <span>{text.decided(strategy.decidedOn)}</span> : null}
        <span>
          {confirmed
            ? text.confirmed(confirmed.confirmedOn!, confirmed.confirmedByRole!)
            : strategy.datePrecision === 'unknown'
              ? text.notConfirmedUndated
              : text.notConfirmed(since)}
        </span>
      </p>
      {strategy.isComplete ? null : <p class="note">{text.incomplete}</p>}
      {strategy.note ? <p class="note">{strategy.note[lang]}</p> : null}
      <Citation context={context} citation={strategy.citation} />
    </>
  )
}

/** A whole edition: its standing and its areas. */
export function EditionBlock({ context, edition }: { context: PageContext; edition: EditionShape }) {
  return (
    <>
      <Standing context={context} strategy={edition.strategy} priorities={edition.priorities} />
      <OwnWords context={context} priorities={edition.priorities} />
    </>
  )
}
