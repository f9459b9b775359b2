import type { RegionActivities } from '../../../records/region-activities.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinWords } from '../../../language/join-words.ts'
import { formatNumber } from '../../frame/format.ts'
import { matchText } from './match.text.ts'
import type { PeersShape, ProposalShape } from '../../../shapes/match-shape.ts'
import type { Language } from '../../../records/language.ts'

/** What the table is called, with its year where the name does not tell it. */
export const statisticsName = ({ title, year }: Pick<RegionActivities, 'title' | 'year'>, lang: Language): string =>
  year && !title[lang].includes(year) ? `${title[lang]} (${year})` : title[lang]

/** What each of two regions is strong in and the other is not, near what the other has. Nothing without statistics. */
export function MutualIndustries({
  context: { lang },
  name,
  industries,
}: {
  context: PageContext
  name: string
  industries: ProposalShape['industries']
}) {
  const text = matchText[lang]
  if (!industries) return null
  return (
    <div class="columns">
      <Industries
        title={text.industriesBring(name, industries.areOccupations)}
        beside={text.beside}
        industries={industries.brings}
        year={industries.year}
        lang={lang}
      />
      <Industries
        title={text.industriesGive(name, industries.areOccupations)}
        beside={text.besideTheirs}
        industries={industries.gives}
        year={industries.year}
        lang={lang}
      />
    </div>
  )
}

function Industries({
  title,
  beside,
  industries,
  year,
  lang,
}: {
  title: string
  beside: string
  industries: NonNullable<ProposalShape['industries']>['brings']
  year: string | null
  lang: Language
}) {
  const text = matchText[lang]
  if (industries.length === 0) return null
  return (
    <div>
      <h4>{title}</h4>
      <ul class="link-list">
        {industries.map(({ activity, label, quotient, density, beside: next }) => (
          <li key={activity}>
            <strong>{label[lang]}</strong>{' '}
            <span class="muted small">
              {beside} {next[lang]}
            </span>
            <br />
            <span class="muted small">
              {text.industryFacts({
                quotient: formatNumber(quotient, lang, 1),
                percent: formatNumber(density * 100, lang),
                year,
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The regions whose industries are spread most alike, where statistics are loaded. */
export function Peers({ context, shape }: { context: PageContext; shape: PeersShape }) {
  const { lang, paths } = context
  const text = matchText[lang]
  const { statistics, peers } = shape
  if (!statistics) return null
  return (
    <section class="match-peers">
      <h2>{text.peers}</h2>
      <p class="section-note">{text.peersHelp(statisticsName(statistics, lang))}</p>
      {peers.length === 0 ? <p class="empty">{text.peersNone}</p> : null}
      <ul class="link-list">
        {peers.map(({ region, alike }) => (
          <li key={region.code}>
            <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>{' '}
            {alike.length > 0 ? (
              <span class="muted small">
                {text.peersAlike(
                  joinWords(
                    alike.map((label) => label[lang]),
                    lang,
                  ),
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
