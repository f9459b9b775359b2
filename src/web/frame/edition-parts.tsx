import type { PageContext } from './page.ts'
import type { EditionShape, PriorityShape, StrategyShape } from '../../shapes/shapes.ts'
import type { Language } from '../../records/language.ts'
import { roleIn } from '../../records/confirming-roles.ts'
import { compareDays } from '../../records/time.ts'
import { isUnread } from '../../snapshot/areas-known.ts'
import { editionText } from './edition.text.ts'
import { formatDate } from './format.ts'
import { Citation, PriorityLabel, ThemeChips } from './priority-parts.tsx'

interface ListProps {
  context: PageContext
  priorities: readonly PriorityShape[]
  parts: readonly PriorityShape[]
}

/** An edition's areas in the owner's own words, numbered in its own order, each with its parts below it. */
export function OwnWords({ context, priorities, parts }: ListProps) {
  return (
    <ol class="own-words">
      {priorities.map((priority) => (
        <li key={priority.id}>
          <PriorityLabel context={context} priority={priority} />
          <ThemeChips context={context} themes={priority.themes} />
          <PartsOf context={context} parts={parts.filter(({ parentId }) => parentId === priority.id)} />
        </li>
      ))}
    </ol>
  )
}

function PartsOf({ context, parts }: Pick<ListProps, 'context' | 'parts'>) {
  if (parts.length === 0) return null
  return (
    <ul class="parts">
      {parts.map((part) => (
        <li key={part.id}>
          <PriorityLabel context={context} priority={part} />
        </li>
      ))}
    </ul>
  )
}

/** The date, source and certainty of a list. */
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
  return (
    <>
      <p class="standing">
        <strong>{(strategy.isPeriodOver ? text.periodOver : text.period)(strategy.programmePeriodId)}</strong>
        <span>{whoseList(strategy, lang)}</span>
        {strategy.decidedOn ? <span>{text.decided(strategy.decidedOn)}</span> : null}
        <span>{confirmationOf(strategy, { priorities, lang })}</span>
      </p>
      {isUnread({ strategy, priorities }) ? (
        <p class="note">{text.unread}</p>
      ) : strategy.isComplete ? null : (
        <p class="note">{text.incomplete}</p>
      )}
      {strategy.note ? <p class="note">{strategy.note[lang]}</p> : null}
      <Citation context={context} citation={strategy.citation} />
    </>
  )
}

/** Who confirmed the list, or how many of its areas; else that nobody has, and how old the statement is. */
function confirmationOf(
  strategy: StrategyShape,
  { priorities, lang }: { priorities: readonly PriorityShape[]; lang: Language },
): string {
  const text = editionText[lang]
  const confirmed = priorities.filter((priority) => priority.confirmedOn !== null && priority.confirmedByRole !== null)
  const newest = confirmed.toSorted((a, b) => compareDays(b.confirmedOn, a.confirmedOn))[0]
  if (newest) {
    const { confirmedOn, confirmedByRole } = newest
    const [date, role] = [confirmedOn!, roleIn(confirmedByRole!, lang)]
    const count = confirmed.filter((one) => one.confirmedOn === confirmedOn && one.confirmedByRole === confirmedByRole).length
    return count === priorities.length
      ? text.confirmed(date, role)
      : text.partlyConfirmed({ count, of: priorities.length, date, role })
  }
  if (strategy.datePrecision === 'unknown') return text.notConfirmedUndated
  return text.notConfirmed(formatDate(strategy.meta.inForceFrom, { precision: strategy.datePrecision, lang }))
}

/** Whose list it is: the owner's own, or as somebody else has listed it. */
function whoseList({ owner, status, citation }: StrategyShape, lang: Language): string {
  const text = editionText[lang]
  return status === 'listed' ? text.listedIn(citation?.source.title[lang] ?? null) : text.status[owner.kind][status]
}

/** A whole edition: its status and its areas. */
export function EditionBlock({ context, edition }: { context: PageContext; edition: EditionShape }) {
  return (
    <>
      <Standing context={context} strategy={edition.strategy} priorities={edition.priorities} />
      {edition.priorities.length > 0 ? (
        <OwnWords context={context} priorities={edition.priorities} parts={edition.parts} />
      ) : null}
    </>
  )
}
