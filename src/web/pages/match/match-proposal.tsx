import { joinWords } from '../../../language/join-words.ts'
import type { ProposalShape } from '../../../shapes/match-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { PriorityLabel } from '../../frame/priority-parts.tsx'
import { MutualIndustries } from './match-industries.tsx'
import { InviteLink } from '../joint-action/invite-link.tsx'
import { matchText } from './match.text.ts'

interface Props {
  context: PageContext
  proposal: ProposalShape
}

/** The region that looks for partners, as in addresses. */
type OwnProps = Props & { own: string }

const mostPairs = 3
const mostThemes = 4

/** One of the named proposals: why the two should talk, in a few lines; all that is known of the two is folded below. */
export function ProposalCard({ context, proposal, own }: OwnProps) {
  const { lang, paths } = context
  const text = matchText[lang]
  const { region, shared, brings, gives } = proposal
  return (
    <li class="proposal-card">
      <h3>
        <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
      </h3>
      <p class="muted small">{text[proposal.nearness]}</p>
      {shared.length > 0 ? <h4>{text.shared}</h4> : null}
      <ul>
        {shared.slice(0, mostPairs).map(({ own, other, reason }) => (
          <li key={own.id + other.id}>
            <PriorityLabel context={context} priority={own} /> <span aria-hidden="true">↔</span>{' '}
            <PriorityLabel context={context} priority={other} />
            <span class="reason muted small">{reason[lang]}</span>
          </li>
        ))}
      </ul>
      <dl>
        <OneWay title={text.theyHave} complements={brings} lang={lang} />
        <OneWay title={text.youHave} complements={gives} lang={lang} />
      </dl>
      <JointAreas context={context} proposal={proposal} />
      <Invite context={context} proposal={proposal} own={own} />
      <details class="proposal">
        <summary>{text.allOf(region.name)}</summary>
        <ProposalBody context={context} proposal={proposal} />
      </details>
    </li>
  )
}

function OneWay({
  title,
  complements,
  lang,
}: {
  title: string
  complements: ProposalShape['brings']
  lang: PageContext['lang']
}) {
  if (complements.length === 0) return null
  const shown = complements.slice(0, mostThemes).map(({ theme }) => theme.label[lang])
  return (
    <div>
      <dt>{title}</dt>
      <dd>{joinWords(shown, lang)}</dd>
    </div>
  )
}

/** A region among the others: closed until its reader opens it. */
export function Proposal({ context, proposal, own }: OwnProps) {
  const { lang } = context
  const text = matchText[lang]
  const isUnknown = proposal.areasKnown === 'unknown'
  return (
    <details class="proposal">
      <summary>
        <h3>{proposal.region.name}</h3>
        <span class="muted small">
          {text[proposal.nearness]} · {isUnknown ? text.countsUnknown : countsOf(proposal, lang)}
        </span>
      </summary>
      <JointAreas context={context} proposal={proposal} />
      <Invite context={context} proposal={proposal} own={own} />
      <ProposalBody context={context} proposal={proposal} />
    </details>
  )
}

/** Where the region invites the other, about the first pair of areas that are alike. */
function Invite({ context, proposal, own }: OwnProps) {
  const pair = proposal.shared[0]
  const areas = pair ? { area: pair.own.id, partnerArea: pair.other.id } : {}
  return <InviteLink context={context} asked={{ region: own, partner: proposal.region.slug, ...areas }} />
}

function JointAreas({ context, proposal }: Props) {
  const { lang, paths } = context
  if (proposal.jointAreas.length === 0) return null
  return (
    <p>
      {matchText[lang].joint}{' '}
      {proposal.jointAreas.map(({ id, name }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={paths.to('jointArea', { slug: id })}>{name[lang]}</a>
        </>
      ))}
      .
    </p>
  )
}

function ProposalBody({ context, proposal }: Props) {
  const { lang } = context
  const text = matchText[lang]
  const { region, shared, brings, gives, industries } = proposal
  const known = [shared, brings, gives, industries?.brings ?? [], industries?.gives ?? []]
  const isUnknown = proposal.areasKnown === 'unknown'
  const isEmpty = known.every(({ length }) => length === 0)
  return (
    <>
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
    </>
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
