import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { EmptyDay } from '../../frame/empty-day.tsx'
import { joinWords } from '../../../language/join-words.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { regionNetworkOf } from '../../../shapes/region-network.ts'
import { Peers, statisticsName } from './match-industries.tsx'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { AreaPartners } from './match-area.tsx'
import { GroupFinder, namesOf } from './match-groups.tsx'
import { matchText } from './match.text.ts'
import { ThemeMatrix } from './match-matrix.tsx'
import { Proposal, ProposalCard } from './match-proposal.tsx'
import { matchFigures, networkFigure, proposedTo } from './match.figures.ts'
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
      '/matchning?ordning=energi',
      '/matchning?omrade=norrbotten-2021-energiteknik',
      '/matchning?region=kronoberg&datum=1995-01-01',
    ],
    en: ['/en/matching?region=skane&theme=energy'],
  },
  needs: [regionNetworkOf],
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
              {match ? <Partners context={context} shape={shape} match={match} /> : null}
              {shape.matrix ? (
                <>
                  <ThemeMatrix context={context} matrix={shape.matrix} />
                  <Network context={context} shape={shape} />
                </>
              ) : null}
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
  figures: matchFigures,
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

/** The drawing of who has areas alike; a region's own ties stand out where it is asked about. */
function Network({ context, shape: { network, region, match } }: Props) {
  if (!network) return null
  const { lang, paths } = context
  const names = namesIn(matchAddress, lang)
  const chosen = match && { code: match.region.code, name: match.region.name, proposed: proposedTo(match.proposals) }
  const hrefOf = (slug: string) => `${paths.to('match', {}, { [names.region]: slug })}#${matchText[lang].answerAnchor}`
  return (
    <FigureFrame
      context={context}
      figure={networkFigure({ network, chosen, lang, hrefOf })}
      href={paths.to('match', {}, region ? { [names.region]: region.slug } : {})}
      path="match"
      query={region ? { region: region.slug } : {}}
    />
  )
}

/** The drawing beside the named proposals; all other regions folded below. */
function Partners({ context, shape, match: { proposals, region } }: Props & { match: RegionMatch }) {
  const text = matchText[context.lang]
  const named = proposals.filter(({ isPromising }) => isPromising)
  const others = proposals.filter(({ isPromising }) => !isPromising)
  return (
    <div id={text.answerAnchor} class="match-answer">
      <Network context={context} shape={shape} />
      {named.length > 0 ? (
        <section class="named-proposals">
          <h2>{text.partners(named.length)}</h2>
          <p class="section-note">{text.partnersOrder}</p>
          <ol>
            {named.map((proposal) => (
              <ProposalCard key={proposal.region.code} context={context} proposal={proposal} own={region.slug} />
            ))}
          </ol>
        </section>
      ) : null}
      <details class="fold other-proposals no-print">
        <summary>{text.others(others.length)}</summary>
        {others.map((proposal) => (
          <Proposal key={proposal.region.code} context={context} proposal={proposal} own={region.slug} />
        ))}
      </details>
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
