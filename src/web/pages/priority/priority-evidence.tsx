import type { AreaEvidenceShape, EvidenceMeasureShape } from '../../../shapes/evidence-shapes.ts'
import type { Language } from '../../../records/language.ts'
import { renderToString } from 'preact-render-to-string'
import { deriveEach } from '../../../snapshot/derive-each.ts'
import { formatNumber } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { areaFigures } from './priority.figures.ts'
import { StrongElsewhere } from './strong-elsewhere.tsx'
import { priorityEvidenceText } from './priority-evidence.text.ts'

interface Props {
  context: PageContext
  evidence: AreaEvidenceShape
}

/** What the statistics show about an area: a sentence, the figures behind it, which occupations, and where it is from. */
export function PriorityEvidence({ context, evidence }: Props) {
  const { lang } = context
  const text = priorityEvidenceText[lang]
  const { measure, parts, described, verdict, source } = evidence
  return (
    <section id="evidence">
      <h2>{text.heading}</h2>
      {verdict ? (
        <p>
          <strong>{text.verdicts[verdict]}</strong>
        </p>
      ) : null}
      <p>{evidence.sentence[lang]}</p>
      {areaFigures(evidence, lang).map((figure) => (
        <FigureFrame
          key={figure.id}
          context={context}
          figure={figure}
          href={context.paths.to('priority', { id: evidence.priorityId })}
          path={`priorities/${evidence.priorityId}`}
          level={3}
        />
      ))}
      <StrongElsewhere context={context} evidence={evidence} />
      {measure ? <Measure measure={measure} lang={lang} /> : null}
      {parts.length > 1 ? <h3>{text.parts}</h3> : null}
      {parts.length > 1 ? parts.map((part) => <Part key={part.label.sv} measure={part} lang={lang} />) : null}
      {described.length > 0 ? (
        <>
          <h3>{text.described}</h3>
          <p class="small muted">{text.describedNote}</p>
          {described.map((part) => (
            <Part key={part.label.sv} measure={part} lang={lang} />
          ))}
        </>
      ) : null}
      {source ? (
        <details class="small muted">
          <summary>{text.method}</summary>
          <p>{evidence.method[lang]}</p>
        </details>
      ) : null}
      <p class="actions small">
        <a href={context.paths.api(`priorities/${evidence.priorityId}/evidence`)}>{text.json}</a>
      </p>
    </section>
  )
}

/** One field of an intersection. */
function Part({ measure, lang }: { measure: EvidenceMeasureShape; lang: Language }) {
  return (
    <div>
      <h4>{measure.label[lang]}</h4>
      <p>{measure.sentence[lang]}</p>
      <Occupations measure={measure} lang={lang} />
    </div>
  )
}

function Measure({ measure, lang }: { measure: EvidenceMeasureShape; lang: Language }) {
  return (
    <>
      <Growth measure={measure} lang={lang} />
      <Occupations measure={measure} lang={lang} />
    </>
  )
}

function Growth({ measure, lang }: { measure: EvidenceMeasureShape; lang: Language }) {
  const text = priorityEvidenceText[lang]
  const percent = (share: number | null) => (share === null ? text.missing : formatNumber(share * 100, lang, 1))
  if (measure.growth.length === 0) return null
  return (
    <dl class="facts">
      {measure.growth.map(({ from, to, ownGrowth, setGrowth, allGrowth }) => (
        <>
          <dt>{text.growth(from, to)}</dt>
          <dd>{text.growthWords(percent(ownGrowth), percent(setGrowth), percent(allGrowth))}</dd>
        </>
      ))}
    </dl>
  )
}

/** The list is the same for as long as the measure is. */
const occupationsOf = deriveEach('occupations', (measure: EvidenceMeasureShape) => {
  const write = (lang: Language) => renderToString(<OccupationList measure={measure} lang={lang} />)
  const kept: Partial<Record<Language, string>> = {}
  return (lang: Language) => (kept[lang] ??= write(lang))
})

const Occupations = ({ measure, lang }: { measure: EvidenceMeasureShape; lang: Language }) => (
  <div dangerouslySetInnerHTML={{ __html: occupationsOf(measure)(lang) }} />
)

function OccupationList({ measure, lang }: { measure: EvidenceMeasureShape; lang: Language }) {
  const text = priorityEvidenceText[lang]
  const number = (value: number | null, digits = 0) => (value === null ? text.missing : formatNumber(value, lang, digits))
  return (
    <details>
      <summary>{text.occupations(measure.occupations.length)}</summary>
      <section class="table-wrap" tabIndex={0} aria-label={`${text.occupationTable}: ${measure.label[lang]}`}>
        <table>
          <thead>
            <tr>
              {[text.code, text.occupation, text.count, text.inNation, text.quotient].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measure.occupations.map(({ code, label, count, nationCount, quotient }) => (
              <tr key={code}>
                <td>{code}</td>
                <th scope="row">{label[lang]}</th>
                <td class="numeric">{number(count)}</td>
                <td class="numeric">{number(nationCount)}</td>
                <td class="numeric">{number(quotient, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <strong>{text.why}</strong>
      </p>
      <ul>
        {measure.subjects.map(({ id, label, why }) => (
          <li key={id}>
            {label[lang]}: {why[lang]}
          </li>
        ))}
      </ul>
    </details>
  )
}
