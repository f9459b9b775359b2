import { ExpectedError } from '../../../records/expected-error.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { areaCountWords } from '../../frame/area-count.ts'
import { periodDetailShape, periodDetailShapes } from '../../../shapes/period-shape.ts'
import type { PeriodDetailShape } from '../../../shapes/period-shape.ts'
import type { EditionShape, StrategyShape } from '../../../shapes/shapes.ts'
import { DateText, OwnerLink, PriorityLabel } from '../../frame/priority-parts.tsx'
import { periodApi, periodsApi } from './periods.api.ts'
import { periodText } from './period.text.ts'
import { periodAddress } from './period.address.ts'
import { periodsAddress } from './periods.address.ts'

export const periodPage = definePage({
  ...periodAddress,
  section: 'periods',
  sitemap: (snapshot) => snapshot.everBegun('programmePeriod').map(({ id }) => ({ id })),
  examples: { sv: ['/period/2021-2027'], en: ['/en/period/2014-2020'] },
  resource: (snapshot, { id = '' }) => (snapshot.getBegun('programmePeriod', id) ? { kind: 'programmePeriod', id } : null),
  read({ lang, snapshot }, { id = '' }) {
    const period = snapshot.getBegun('programmePeriod', id)
    if (!period) throw new ExpectedError('not_found', { detail: periodText[lang].notFound })
    return periodDetailShape(snapshot, period)
  },
  render(context, period) {
    const { heading, description } = periodText[context.lang]
    return { title: heading(period.label), description, body: <Period context={context} period={period} /> }
  },
  api: [periodApi],
})

export const periodsPage = definePage({
  ...periodsAddress,
  menu: { where: 'footer', place: 1, label: { sv: 'Programperioder', en: 'Programme periods' } },
  read: ({ snapshot }) => periodDetailShapes(snapshot),
  render(context, periods) {
    const { title, description } = periodText[context.lang]
    return { title, description, body: <Periods context={context} periods={periods} /> }
  },
  api: [periodsApi],
})

function Periods({ context, periods }: { context: PageContext; periods: readonly PeriodDetailShape[] }) {
  const text = periodText[context.lang]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      {periods.toReversed().map((period) => (
        <section key={period.id}>
          <h2>
            <a href={context.paths.to('period', { id: period.id })}>{text.heading(period.label)}</a>
          </h2>
          <p class="muted numeric">{text.span(period.from, period.to)}</p>
          <p>{sentence(context, period)}</p>
        </section>
      ))}
    </>
  )
}

function Period({ context, period }: { context: PageContext; period: PeriodDetailShape }) {
  const { lang, paths } = context
  const text = periodText[lang]
  return (
    <>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('periods')}>{text.title}</a>
        </p>
        <h1>{text.heading(period.label)}</h1>
        <p class="lead numeric">{text.span(period.from, period.to)}</p>
        <p>{sentence(context, period)}</p>
      </header>
      <section>
        <h2>{text.lists}</h2>
        <EditionList context={context} editions={period.editions} />
      </section>
      {period.jointEditions.length > 0 ? (
        <section>
          <h2>{text.joint}</h2>
          <EditionList context={context} editions={period.jointEditions} />
        </section>
      ) : null}
      {period.regionsWithoutList.length > 0 ? (
        <section>
          <h2>{text.missing}</h2>
          <p class="section-note">{text.missingNote}</p>
          <ul class="inline-list">
            {period.regionsWithoutList.map((region) => (
              <li key={region.code}>
                <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function EditionList({ context, editions }: { context: PageContext; editions: readonly EditionShape[] }) {
  const { lang } = context
  const text = periodText[lang]
  return (
    <ul class="edition-grid">
      {editions.map(({ strategy, priorities }) => (
        <li key={strategy.id}>
          <h3>
            <OwnerLink context={context} owner={strategy.owner} />
          </h3>
          <p class="muted small">
            <DateText date={strategy.meta.inForceFrom} precision={strategy.datePrecision} lang={lang} /> ·{' '}
            {areaCountWords({ strategy, priorities }, lang)} · {text[standingOf(strategy)]}
          </p>
          <ol class="plain-words">
            {priorities.map((priority) => (
              <li key={priority.id}>
                <PriorityLabel context={context} priority={priority} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}

function sentence(context: PageContext, { editions }: PeriodDetailShape): string {
  const regions = new Set(editions.map(({ strategy }) => strategy.owner.id)).size
  const areas = editions.reduce((sum, { priorities }) => sum + priorities.length, 0)
  return periodText[context.lang].sentence(editions.length, regions, areas)
}

/** Whether a list is in force, is only the latest that is known of a period that is over, or has been replaced. */
const standingOf = ({ isInForce, isPeriodOver }: StrategyShape): 'inForce' | 'lastKnown' | 'earlier' => {
  if (!isInForce) return 'earlier'
  return isPeriodOver ? 'lastKnown' : 'inForce'
}
