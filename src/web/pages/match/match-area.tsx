import { joinWords } from '../../../language/join-words.ts'
import type { AreaPartnersShape } from '../../../shapes/area-partners-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { PriorityLabel } from '../../frame/priority-parts.tsx'
import { InviteLink } from '../joint-action/invite-link.tsx'
import { matchText } from './match.text.ts'

/** Three areas of other regions that an area could work with, and what each would bring. */
export function AreaPartners({ context, shape: { area, partners } }: { context: PageContext; shape: AreaPartnersShape }) {
  const text = matchText[context.lang].area
  return (
    <section id={matchText[context.lang].answerAnchor}>
      <h2>
        {text.title} <PriorityLabel context={context} priority={area} />
      </h2>
      <p class="muted">{partners.length === 0 ? text.none : text.help}</p>
      <ol class="area-partners">
        {partners.map((partner) => (
          <Partner key={partner.area.id} context={context} partner={partner} own={area.id} />
        ))}
      </ol>
    </section>
  )
}

interface PartnerProps {
  context: PageContext
  partner: AreaPartnersShape['partners'][number]
  /** The area that looks for partners. */
  own: string
}

function Partner({ context, partner, own }: PartnerProps) {
  const { lang, paths } = context
  const text = matchText[lang].area
  const { region, area, reason, brings, complements, clusters, testBeds, contacts } = partner
  return (
    <li>
      <h3>
        <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>: <PriorityLabel context={context} priority={area} />
      </h3>
      <p>{reason[lang]}</p>
      <dl class="partner-facts">
        <dt>{text.brings}</dt>
        <dd>
          {brings.length > 0
            ? joinWords(
                brings.map(({ label }) => label[lang]),
                lang,
              )
            : text.bringsSame}
        </dd>
        {complements.length > 0 ? (
          <>
            <dt>{text.complements}</dt>
            <dd>
              <ul>
                {complements.map((one) => (
                  <li key={one.code}>{one.reason[lang]}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        <dt>{text.cluster}</dt>
        <dd>
          {clusters.length > 0
            ? joinWords(
                clusters.map(({ name }) => name),
                lang,
              )
            : text.unknown}
        </dd>
        <dt>{text.testBed}</dt>
        <dd>
          {testBeds.length > 0
            ? testBeds.map((bed) => <PriorityLabel key={bed.id} context={context} priority={bed} />)
            : text.unknown}
        </dd>
        <dt>{text.contact}</dt>
        <dd>
          <Contact context={context} contact={contacts[0] ?? null} />
        </dd>
      </dl>
      <InviteLink context={context} asked={{ area: own, partner: region.slug, partnerArea: area.id }} />
    </li>
  )
}

function Contact({
  context,
  contact,
}: {
  context: PageContext
  contact: AreaPartnersShape['partners'][number]['contacts'][number] | null
}) {
  const { lang } = context
  if (!contact) return <>{matchText[lang].area.askRegion}</>
  const name = `${contact.role[lang]}, ${contact.organisation}`
  return contact.url ? <a href={contact.url}>{name}</a> : <>{name}</>
}
