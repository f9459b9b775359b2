import type { CodingAspect } from '../../../records/coding-decision.ts'
import type { PriorityDetailShape } from '../../../shapes/priority-detail-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { priorityText } from './priority.text.ts'

const shown = ['kind', 'industry', 'scienceField', 'goal', 'objective'] as const satisfies readonly CodingAspect[]

/** The codes that one can compute on: kind, industries, fields of science, goals; what cannot be measured says why. */
export function PriorityCodes({ context, priority }: { context: PageContext; priority: PriorityDetailShape }) {
  const { lang } = context
  const text = priorityText[lang].codes
  const { coding } = priority
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="section-note">{text.note}</p>
      <dl class="facts">
        {shown.map((aspect) => (
          <>
            <dt>{text[aspect]}</dt>
            <dd>
              {aspect === 'industry' && coding.notMeasurable ? `${text.notMeasurable} ${coding.notMeasurable[lang]}` : null}
              <Codes context={context} aspect={aspect} values={coding[aspect].filter(isKept)} />
            </dd>
          </>
        ))}
      </dl>
      <p class="small">
        <a href={context.paths.to('coding', { id: priority.id })}>{text.why}</a>
      </p>
    </section>
  )
}

type Value = PriorityDetailShape['coding']['kind'][number]

const isKept = ({ decision, confidence }: Value) => decision !== 'rejected' && confidence > 0

function Codes({ context: { lang }, aspect, values }: { context: PageContext; aspect: CodingAspect; values: readonly Value[] }) {
  if (values.length === 0) return aspect === 'industry' ? null : <>–</>
  return (
    <ul>
      {values.map(({ code, label, in2025 }) => (
        <li key={code}>
          {aspect === 'kind' ? null : <span class="numeric">{code} </span>}
          <span lang={aspect === 'industry' && lang === 'en' ? 'sv' : undefined}>{label[lang]}</span>
          {in2025 && in2025.join() !== code ? <span class="muted"> (SNI 2025: {in2025.join(', ')})</span> : null}
        </li>
      ))}
    </ul>
  )
}
