import type { InsightsShape } from '../../../shapes/insight-shapes.ts'
import { insightsOf } from '../../../shapes/insights.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { formatNumber } from '../../frame/format.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { insightsAddress } from './insights.address.ts'
import { insightsApi } from './insights.api.ts'
import { insightFigures, insightsFigures, leftOutOf, standingOf } from './insights.figures.ts'
import type { LeftOut } from './insights.figures.ts'
import { insightsText } from './insights.text.ts'

export const insightsPage = definePage({
  ...insightsAddress,
  menu: { where: 'header', place: 9, label: { sv: insightsText.sv.menu, en: insightsText.en.menu } },
  needs: [insightsOf],
  read: ({ snapshot }) => insightsOf(snapshot),
  render: (context, insights) => {
    const { title, description } = insightsText[context.lang]
    return { title, description, body: <Insights context={context} insights={insights} /> }
  },
  api: [insightsApi],
  figures: insightsFigures,
})

interface Props {
  context: PageContext
  insights: InsightsShape
}

function Insights({ context, insights }: Props) {
  const { lang, paths } = context
  const text = insightsText[lang]
  const frame = { context, href: paths.to('insights'), path: 'insights' }
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">{insights.source ? text.topic(insights.year, insights.source.year) : text.title}</p>
        <h1>{text.heading}</h1>
        <p class="lead">{insights.sentence[lang]}</p>
        {insights.source ? <p class="small muted">{text.note(insights.largest)}</p> : null}
      </header>
      {insightFigures(insights, lang).map((figure) => (
        <FigureFrame key={figure.id} {...frame} figure={figure} />
      ))}
      {insights.source ? <ByRegion context={context} insights={insights} /> : null}
      <p class="actions small">
        <a href={paths.api('insights')}>{text.json}</a>
      </p>
    </article>
  )
}

/** Region by region: what was left out, who took it up, and how it stands. */
function ByRegion({ context, insights }: Props) {
  const { lang, paths } = context
  const text = insightsText[lang]
  const byRegion = Map.groupBy(leftOutOf(insights), ({ region }) => region.code)
  return (
    <section>
      <h2>{text.table}</h2>
      <p class="section-note">{text.tableNote}</p>
      <ul class="link-list insight-list">
        {insights.regions.map(({ region, hasDeckList }) => (
          <li key={region.code}>
            <h3>
              <a href={paths.to('evidence', { slug: region.slug })}>{region.name}</a>
            </h3>
            {hasDeckList ? null : <p class="muted small">{text.noList}</p>}
            {hasDeckList && !byRegion.has(region.code) ? <p class="muted small">{text.all}</p> : null}
            <ul>
              {(byRegion.get(region.code) ?? []).map((one) => (
                <LeftOutLine key={one.code} context={context} one={one} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LeftOutLine({ context, one }: { context: PageContext; one: LeftOut }) {
  const { lang } = context
  const text = insightsText[lang]
  const number = (value: number | null | undefined) => (value == null ? text.standing.missing : formatNumber(value, lang, 1))
  return (
    <li>
      {one.label[lang]}{' '}
      <span class="numeric">
        {number(one.quotient)} → <strong>{number(one.latest?.quotient)}</strong>
      </span>
      <span class="muted small"> {text.standing[standingOf(one)]}; </span>
      <span class="small">
        <WhoChose context={context} one={one} />
      </span>
    </li>
  )
}

/** Later areas that it speaks for, or else those whose descriptions mention it. */
function WhoChose({ context, one: { takenUp, mentionedBy, hasUnreadList } }: { context: PageContext; one: LeftOut }) {
  const { lang, paths } = context
  const text = insightsText[lang]
  const areas = takenUp.length > 0 ? takenUp : mentionedBy
  if (areas.length === 0) return <span class="muted">{hasUnreadList ? text.unread : text.nobody}</span>
  return (
    <>
      {takenUp.length > 0 ? '' : `${text.mentioned} `}
      {areas.map(({ id, label }, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          <a href={paths.to('priority', { id })}>{label[lang]}</a>
        </span>
      ))}
    </>
  )
}
