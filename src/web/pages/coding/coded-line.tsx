import { swedishDay } from '../../../records/time.ts'
import type { CodingAspect } from '../../../records/coding-decision.ts'
import { isDisputed } from '../../../coding/area-coding.ts'
import type { PageContext } from '../../frame/page.ts'
import type { CodedValueShape } from '../../../shapes/coding-shape.ts'
import { joinQuoted } from '../../../language/join-words.ts'
import { clarityWords } from '../../../shapes/clarity-words.ts'
import { codingText } from './coding.text.ts'

/** A code with its name, why it is there, how sure it is, and what a person has decided about it. */
export function CodedLine(props: { context: PageContext; aspect: CodingAspect; value: CodedValueShape }) {
  return (
    <div>
      <CodeName {...props} />
      <Reason {...props} />
    </div>
  )
}

function CodeName({ context, aspect, value }: { context: PageContext; aspect: CodingAspect; value: CodedValueShape }) {
  const { lang, paths } = context
  const { code, label } = value
  if (aspect === 'theme') return <a href={paths.to('theme', { id: code })}>{label[lang]}</a>
  const isForeign = aspect === 'industry' && lang === 'en'
  return (
    <strong class="code-name">
      {aspect !== 'concept' && aspect !== 'kind' ? <span class="numeric">{code} </span> : null}
      <span lang={isForeign ? 'sv' : undefined}>{label[lang]}</span>
      {value.in2025 ? <span class="muted"> (SNI 2025: {value.in2025.join(', ')})</span> : null}
    </strong>
  )
}

function Reason({ context, value }: { context: PageContext; value: CodedValueShape }) {
  const { lang } = context
  const text = codingText[lang]
  const { words, from, basis, decision, decided, confidence } = value
  const isBare = words.length === 0
  const quoted = joinQuoted(words, lang)
  const said = [
    basis === 'record' && decision === null ? text.recorded : null,
    from.length > 0
      ? text.follows(
          joinQuoted(
            from.map(({ label }) => label[lang]),
            lang,
          ),
        )
      : isBare
        ? null
        : // What the record states is backed by the description: words of the name are the name's own.
          basis === 'label'
          ? text.because(quoted)
          : text.described(quoted),
    decision === null && confidence > 0 && basis !== 'record' ? clarityWords(confidence)[lang] : null,
    decision && isBare ? text.notInWords : null,
  ].filter(Boolean)
  return (
    <p class="small muted">
      {decision ? (
        <strong>
          {text.decided[decision]} {swedishDay(decided!.recordedAt)} ({decided!.note}){said.length > 0 ? '; ' : ''}
        </strong>
      ) : null}
      {said.join(', ')}
      {isDisputed(value) ? <span class="tag tag-dropped">{text.disagree}</span> : null}
    </p>
  )
}
