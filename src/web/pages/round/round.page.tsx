import { ExpectedError } from '../../../records/expected-error.ts'
import { roleIn } from '../../../records/confirming-roles.ts'
import { roundShape, roundStates } from '../../../shapes/round-shape.ts'
import type { RoundRegionShape, RoundShape } from '../../../shapes/round-shape.ts'
import { formatDate } from '../../frame/format.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { roundAddress } from './round.address.ts'
import { roundApi } from './round.api.ts'
import { roundText } from './round.text.ts'

/** The wall of a yearly round: 21 regions with what they have answered and how fresh their lists are. */
export const roundPage = definePage({
  ...roundAddress,
  sitemap: (snapshot) => snapshot.everBegun('round').map(({ id }) => ({ year: id })),
  examples: { sv: ['/runda/2027'], en: ['/en/round/2027'] },
  read({ snapshot }, { year = '' }) {
    const started = snapshot.getBegun('round', year)
    if (!started && !/^20(2[6-9]|[3-9]\d)$/.test(year)) throw new ExpectedError('not_found', { detail: year.slice(0, 10) })
    const { validAt } = snapshot
    const round = roundShape(snapshot, started ?? { id: year, opensOn: validAt, closesOn: validAt })
    return { round, isStarted: started !== null, today: validAt }
  },
  render(context, shape) {
    const text = roundText[context.lang]
    return { title: text.title(shape.round.year), description: text.description, body: <Round context={context} shape={shape} /> }
  },
  api: [roundApi],
})

interface Props {
  context: PageContext
  shape: { round: RoundShape; isStarted: boolean; today: string }
}

function Round({ context, shape }: Props) {
  const { lang, paths } = context
  const text = roundText[lang]
  const { round, isStarted } = shape
  const { year, opensOn, closesOn, day, regions, counts } = round
  const groups = isStarted ? roundStates.filter((state) => (counts[state] ?? 0) > 0) : []
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          {text.title(year)}
          {isStarted ? <>. {day === null ? text.span(opensOn, closesOn) : text.open(opensOn, closesOn, day)}</> : null}
        </p>
        <h1>
          {isStarted ? text.headline(counts['confirmed'] ?? 0, regions.length, counts['changes'] ?? 0) : text.notStarted(year)}
        </h1>
        <p class="lead">{isStarted ? text.lead : text.notStartedLead}</p>
      </header>
      {groups.map((state) => (
        <section key={state}>
          <h2>{text.groups[state]}</h2>
          <Wall context={context} regions={regions.filter((one) => one.state === state)} shape={shape} />
        </section>
      ))}
      {isStarted ? null : <Wall context={context} regions={regions} shape={shape} />}
      <p class="small muted">{text.legend}</p>
      <p class="actions small">
        {isStarted ? <a href={paths.api(`rounds/${year}`)}>{text.json}</a> : null}
        <a href={paths.action('roundWork', { year })}>{text.work}</a>
      </p>
    </article>
  )
}

function Wall({ context, regions, shape }: Props & { regions: readonly RoundRegionShape[] }) {
  const { lang, paths } = context
  const text = roundText[lang]
  return (
    <ul class="round-wall">
      {regions.map((one) => (
        <li key={one.region.code}>
          <a href={paths.to('region', { slug: one.region.slug })}>{one.region.name}</a>
          <span>
            {shape.isStarted ? <strong class={`round-state round-${one.state}`}>{text.states[one.state]}</strong> : null}{' '}
            <span class="muted small">{shape.isStarted ? happened(one, lang) : ''}</span>
          </span>
          <span>
            <Freshness one={one} today={shape.today} />
            <span class="small muted">
              {listWords(one, lang)}, {one.confirmedOn ? text.confirmed(one.confirmedOn) : text.notConfirmed}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function listWords({ listFrom, listPrecision }: RoundRegionShape, lang: PageContext['lang']): string {
  const text = roundText[lang]
  if (listFrom === null || listPrecision === null) return text.noList
  return listPrecision === 'unknown' ? text.undated : text.listFrom(formatDate(listFrom, { precision: listPrecision, lang }))
}

function happened({ answer, answeredOn, role, until, changedIds }: RoundRegionShape, lang: PageContext['lang']): string {
  const text = roundText[lang]
  if (answer === null || answeredOn === null || role === null) return ''
  const by = text.answered(answeredOn, roleIn(role, lang))
  if (answer === 'moreTime') return `${text.until(until ?? '')} (${by})`
  return answer === 'changes' ? `${text.changed(changedIds.length)} (${by})` : by
}

/** From the day the list came into force to the day it was confirmed, or on to today in dashes. */
function Freshness({ one: { listFrom, confirmedOn }, today }: { one: RoundRegionShape; today: string }) {
  if (listFrom === null) return null
  const begin = Date.UTC(2017, 6, 1)
  const scale = (day: string) => 6 + (188 * (Date.parse(day) - begin)) / (Date.parse(today) - begin)
  const [start, end] = [scale(listFrom), confirmedOn ? scale(confirmedOn) : 194]
  return (
    <svg class="wish-wait" viewBox="0 0 200 16" aria-hidden="true" focusable="false">
      <line x1={start} x2={end} y1="8" y2="8" class={confirmedOn ? 'fresh-line' : 'fresh-line fresh-open'} />
      <circle cx={start} cy="8" r="4" class="wait-dot" />
      {confirmedOn ? <circle cx={end} cy="8" r="5" class="fresh-dot" /> : null}
    </svg>
  )
}
