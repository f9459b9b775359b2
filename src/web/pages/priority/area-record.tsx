import type { ComponentChildren } from 'preact'
import { isShippedFact } from '../../../records/actor.ts'
import { roleIn } from '../../../records/confirming-roles.ts'
import { swedishDay } from '../../../records/time.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import type { PriorityDetailShape } from '../../../shapes/priority-detail-shape.ts'
import { ChangeNote } from '../../frame/change-note.tsx'
import type { PageContext } from '../../frame/page.ts'
import { priorityText } from './priority.text.ts'
import { EmbedFold, embedPathOf } from '../../frame/embed-fold.tsx'
import { RecordFacts } from '../../frame/record-facts.tsx'

interface Props {
  context: PageContext
  priority: PriorityDetailShape
  /** When the facts that ship were loaded; null where that is not known. */
  loadedOn: string | null
}

/** The area's record, with its versions and data, for the foot of its page. */
export function AreaRecord({ context, priority, loadedOn }: Props) {
  const { lang, paths } = context
  const text = priorityText[lang]
  const names = text.recordNames
  const { meta } = priority
  const { label, labelLang, gloss } = labelsOf(priority, lang)
  const rows: [string, ComponentChildren][] = [
    [names.period, priority.programmePeriodId.replace('-', '–')],
    [names.place, String(priority.order)],
    [names.valid, `${text.from} ${meta.inForceFrom} ${meta.inForceTo ? `${text.to} ${meta.inForceTo}` : text.open}`],
    [
      names.confirmed,
      priority.confirmedOn && priority.confirmedByRole
        ? `${priority.confirmedOn}, ${roleIn(priority.confirmedByRole, lang)}`
        : priority.confirmedOn
          ? text.repeatedOnly(priority.confirmedOn)
          : text.notConfirmed,
    ],
    [isShippedFact(meta) ? names.couldBeKnown : names.recorded, swedishDay(meta.recordedAt)],
    ...(isShippedFact(meta) && loadedOn ? [[names.loaded, loadedOn] as [string, string]] : []),
    [names.by, meta.recordedBy],
    [names.note, <ChangeNote noted={meta} lang={lang} />],
    [names.id, priority.id],
  ]
  return (
    <>
      <RecordFacts rows={rows} />
      <p class="actions">
        <a href={paths.to('history', { kind: 'priorityArea', id: priority.id })}>{text.history}</a>
        <a href={paths.api(`priorities/${priority.id}`)}>{text.json}</a>
      </p>
      <EmbedFold
        context={context}
        title={gloss ?? label}
        titleLang={gloss ? undefined : labelLang}
        path={embedPathOf(paths.to('priority', { id: priority.id }))}
        height={360}
      />
    </>
  )
}
