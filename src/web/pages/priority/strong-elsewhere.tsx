import { fieldName } from '../../../shapes/evidence-findings.ts'
import type { AreaEvidenceShape, EvidenceMeasureShape } from '../../../shapes/evidence-shapes.ts'
import { formatNumber } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import { priorityEvidenceText } from './priority-evidence.text.ts'

type Region = EvidenceMeasureShape['regions'][number]

/** The other regions that are beyond doubt strong in what an area is measured by, each with its figure and whether its own list has it. */
export function StrongElsewhere({ context, evidence }: { context: PageContext; evidence: AreaEvidenceShape }) {
  const { lang } = context
  const text = priorityEvidenceText[lang].elsewhere
  const { measure, source, regionCodes } = evidence
  if (!measure || !source) return null
  const strong = measure.regions.filter(({ region, lower }) => !regionCodes.includes(region.code) && lower !== null && lower > 1)
  const groups = [
    { heading: text.listed, regions: strong.filter(({ areas }) => areas.length > 0) },
    {
      heading: text.notListed,
      regions: strong.filter(({ areas, areasKnown }) => areas.length === 0 && areasKnown !== 'unknown'),
    },
    { heading: text.unknown, regions: strong.filter(({ areas, areasKnown }) => areas.length === 0 && areasKnown === 'unknown') },
  ].filter(({ regions }) => regions.length > 0)
  return (
    <section id="elsewhere">
      <h3>{text.heading(fieldName(measure, lang))}</h3>
      <p class="small muted">{strong.length === 0 ? text.none : text.note(source.year)}</p>
      {groups.map(({ heading, regions }) => (
        <div key={heading}>
          <h4>{heading}</h4>
          <ul class="link-list">
            {regions.map((one) => (
              <StrongRegion key={one.region.code} context={context} strong={one} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function StrongRegion({ context, strong }: { context: PageContext; strong: Region }) {
  const { lang, paths } = context
  const { region, quotient, lower, upper, areas } = strong
  const number = (value: number | null) => formatNumber(value!, lang, 1)
  return (
    <li>
      <a href={paths.to('evidence', { slug: region.slug })}>{region.name}</a>{' '}
      <span class="numeric">
        {number(quotient)} ({number(lower)}–{number(upper)})
      </span>
      {areas.map(({ id, label }, at) => (
        <span key={id} class="small">
          {at === 0 ? ': ' : ', '}
          <a href={paths.to('priority', { id })}>{label[lang]}</a>
        </span>
      ))}
    </li>
  )
}
