import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { EmptyDay } from '../../frame/empty-day.tsx'
import { joinWords } from '../../../language/join-words.ts'
import { MutualIndustries, Peers, statisticsName } from './match-industries.tsx'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { PriorityLabel } from '../../frame/priority-parts.tsx'
import { AreaPartners } from './match-area.tsx'
import { GroupFinder, namesOf } from './match-groups.tsx'
import { matchText } from './match.text.ts'
import type { ProposalShape } from '../../../shapes/match-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { matchApi } from './match.api.ts'
import { matchAddress } from './match.address.ts'
import { matchView } from './match.view.ts'
import type { MatchShape, RegionMatch } from './match.view.ts'

export const matchPage = definePage({
  ...matchAddress,
  menu: { where: 'header', place: 7, label: { sv: 'Samarbeten', en: 'Partners' } },
  examples: {
    sv: [
      '/matchning',
      '/matchning?region=kronoberg&tema=energi&tema=livsmedel&antal=3',
      '/matchning?antal=3&med=',
      '/matchning?omrade=norrbotten-2021-energiteknik',
      '/matchning?region=kronoberg&datum=1995-01-01',
    ],
    en: ['/en/matching?region=skane&theme=energy'],
  },
  read: ({ snapshot, lang, url }) => matchView(snapshot, { query: url.searchParams, lang }),
  render(context, shape) {
    const { region, match, isGroupAsked, isEmpty, statistics } = shape
    const text = matchText[context.lang]
    const finder = <GroupFinder context={context} shape={shape} />
    return {
      title: region ? text.titleOf(region.name) : text.title,
      description: text.description,
      body: (
        <article>
          <header class="page-head">
            <h1>{region ? text.titleOf(region.name) : text.title}</h1>
            <p class="lead">{text.lead}</p>
            <Asked context={context} shape={shape} />
            {isEmpty ? null : <RegionForm context={context} shape={shape} />}
          </header>
          {isEmpty ? (
            <EmptyDay context={context} />
          ) : (
            <>
              {shape.areaPartners ? <AreaPartners context={context} shape={shape.areaPartners} /> : null}
              {isGroupAsked ? finder : null}
              {match ? <Partners context={context} proposals={match.proposals} /> : null}
              {match ? <Peers context={context} shape={match.peers} /> : null}
              {match ? <Overlap context={context} rows={match.overlap} /> : null}
              {isGroupAsked ? null : finder}
            </>
          )}
          <p class="note">
            {statistics ? text.withStatistics(statisticsName(statistics, context.lang)) : text.statistics}{' '}
            {statistics && statistics.missingRegions.length > 0
              ? `${text.missingRegions(joinWords(statistics.missingRegions, context.lang), statistics.missingRegions.length)} `
              : ''}
            <a href={context.paths.to('searchMethod')}>{text.how}</a>.
          </p>
        </article>
      ),
    }
  },
  api: matchApi,
})

interface Props {
  context: PageContext
  shape: MatchShape
}

/** The question in words, for paper, where the forms are not. */
function Asked({ context, shape }: Props) {
  const { lang, time } = context
  const { asked } = matchText[lang]
  const group = shape.isGroupAsked && !shape.problem ? shape.group : null
  const rows = [
    [asked.region, shape.region?.name],
    [asked.themes, group && namesOf(shape.askedThemes, lang)],
    [asked.size, group && String(group.size)],
    [asked.member, group && shape.member],
    [asked.day, time.validAt],
  ].filter(([, value]) => value)
  return <p class="print-only">{rows.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p>
}

function RegionForm({ context, shape: { choices, region: chosen } }: Props) {
  const { lang, paths } = context
  const text = matchText[lang]
  const { region, theme, size, member } = namesIn(matchAddress, lang)
  return (
    <form class="form-row" action={`${paths.action('match')}#${text.answerAnchor}`}>
      <KeptQuery context={context} names={[theme, size, member]} />
      <div class="field">
        <label for="match-region">{text.chooseRegion}</label>
        <select id="match-region" name={region}>
          <option value="">{text.choose}</option>
          {choices.map(({ code, slug, name }) => (
            <option key={code} value={slug} selected={code === chosen?.code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{text.show}</button>
    </form>
  )
}

function Partners({ context, proposals }: { context: PageContext; proposals: readonly ProposalShape[] }) {
  const text = matchText[context.lang]
  const open = proposals.filter(({ isPromising }) => isPromising).length
  return (
    <section id={text.answerAnchor}>
      <h2>{text.partners}</h2>
      <p class="muted">
        {text.partnersOrder}
        <span class="no-print">
          {' '}
          {open > 0 ? text.partnersOpen(open) : ''} {text.partnersOthers}
        </span>
        <span class="print-only-inline"> {text.partnersPrinted}</span>
      </p>
      {proposals.map((proposal) => (
        <Proposal key={proposal.region.code} context={context} proposal={proposal} />
      ))}
    </section>
  )
}

function Proposal({ context, proposal }: { context: PageContext; proposal: ProposalShape }) {
  const { lang, paths } = context
  const text = matchText[lang]
  const { region, shared, brings, gives, industries } = proposal
  const known = [shared, brings, gives, industries?.brings ?? [], industries?.gives ?? []]
  const isUnknown = proposal.areasKnown === 'unknown'
  const isEmpty = known.every(({ length }) => length === 0)
  return (
    <details class="proposal" open={proposal.isPromising}>
      <summary>
        <h3>{region.name}</h3>
        <span class="muted small">
          {text[proposal.nearness]} · {isUnknown ? text.countsUnknown : countsOf(proposal, lang)}
        </span>
      </summary>
      {proposal.jointAreas.length > 0 ? (
        <p>
          {text.joint}{' '}
          {proposal.jointAreas.map(({ id, name }, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a href={paths.to('jointArea', { slug: id })}>{name[lang]}</a>
            </>
          ))}
          .
        </p>
      ) : null}
      {isUnknown ? <p class="muted">{text.nothingUnknown}</p> : isEmpty ? <p class="muted">{text.nothing}</p> : null}
      {shared.length > 0 ? <h4>{text.shared}</h4> : null}
      <ul class="link-list">
        {shared.map(({ own, other, reason }) => (
          <li key={own.id + other.id}>
            <span class="pair">
              <span>
                <PriorityLabel context={context} priority={own} />
              </span>
              <span aria-hidden="true">↔</span>
              <span>
                <PriorityLabel context={context} priority={other} />
              </span>
            </span>
            <span class="muted small">{reason[lang]}</span>
          </li>
        ))}
      </ul>
      <ComplementsBothWays context={context} proposal={proposal} areShown />
      <ComplementsBothWays context={context} proposal={proposal} areShown={false} />
      <MutualIndustries context={context} name={region.name} industries={industries} />
    </details>
  )
}

interface Ways {
  context: PageContext
  proposal: ProposalShape
  /** Those that figures show, or the others. */
  areShown: boolean
}

/** What each of the two has chosen and the other has not. */
function ComplementsBothWays({ context, proposal: { region, brings, gives }, areShown }: Ways) {
  const text = matchText[context.lang]
  const [toUs, toThem] = areShown ? [text.complementsUs, text.complementsThem] : [text.brings, text.gives]
  const wanted = (all: ProposalShape['brings']) => all.filter((one) => isShown(one) === areShown)
  return (
    <div class="columns">
      <Complements context={context} title={toUs(region.name)} beside={text.beside} complements={wanted(brings)} />
      <Complements context={context} title={toThem(region.name)} beside={text.besideTheirs} complements={wanted(gives)} />
    </div>
  )
}

/** Whether figures show that it complements the other region; without them it is only another choice nearby. */
const isShown = ({ figures }: ProposalShape['brings'][number]): boolean => figures !== null

function countsOf({ shared, brings, gives }: ProposalShape, lang: PageContext['lang']): string {
  const all = [...brings, ...gives]
  const complements = all.filter(isShown).length
  return matchText[lang].counts({ shared: shared.length, complements, beside: all.length - complements })
}

function Complements({
  context,
  title,
  beside,
  complements,
}: {
  context: PageContext
  title: string
  beside: string
  complements: ProposalShape['brings']
}) {
  if (complements.length === 0) return null
  return (
    <div>
      <h4>{title}</h4>
      <ul class="link-list">
        {complements.map(({ theme, beside: next, area, figures }) => (
          <li key={theme.id}>
            <strong>{theme.label[context.lang]}</strong>{' '}
            <span class="muted small">
              {beside} {next.label[context.lang]}
            </span>
            <br />
            <PriorityLabel context={context} priority={area} />
            {figures ? <span class="muted small"> {figures.reason[context.lang]}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Overlap({ context, rows }: { context: PageContext; rows: RegionMatch['overlap'] }) {
  const { lang, paths } = context
  const text = matchText[lang]
  return (
    <section class="overlap">
      <h2>{text.overlap}</h2>
      <p>{text.overlapHelp}</p>
      <div class="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.overlapTheme}</th>
              <th scope="col">{text.overlapRegions}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ theme, regions }) => (
              <tr key={theme.id}>
                <th scope="row">
                  <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>{theme.label[lang]}</a>
                </th>
                <td>
                  {regions.length > 0 ? (
                    regions.map(({ name }) => name).join(', ')
                  ) : (
                    <span class="muted">{text.overlapNone}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
