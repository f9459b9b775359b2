import type { LocalText } from '../../../records/shared-fields.ts'
import { resourcePath } from '../../../documents/linked-data/resource-names.ts'
import type { PageContext, RenderedPage } from '../../frame/page.ts'
import type { Concept, Thesaurus } from '../../../thesaurus/thesaurus.ts'
import { themeText } from './theme.text.ts'

/** A subject with the words for it. */
interface Named {
  id: string
  slugEn: string
  label: LocalText
}

/** A concept with all that it is tied to. */
export interface ConceptShown {
  concept: Concept
  broader: readonly Named[]
  narrower: readonly Named[]
  related: readonly Named[]
}

export function conceptShown({ concepts, findTheme, findConcept }: Thesaurus, concept: Concept): ConceptShown {
  const find = (id: string) => findTheme(id) ?? findConcept(id)
  return {
    concept,
    broader: concept.broaderIds.flatMap((id) => find(id) ?? []),
    narrower: concepts.filter(({ broaderIds }) => broaderIds.includes(concept.id)),
    related: concept.relatedIds.flatMap((id) => find(id) ?? []),
  }
}

/** The page of a concept, at the same address as those of themes. */
export function renderConcept(context: PageContext, shown: ConceptShown): RenderedPage {
  const { lang } = context
  const { label, definition, id, slugEn } = shown.concept
  return {
    title: label[lang],
    description: definition[lang],
    alternateParams: { id: lang === 'sv' ? slugEn : id },
    body: <ConceptBody context={context} shown={shown} />,
  }
}

function ConceptBody({ context, shown }: { context: PageContext; shown: ConceptShown }) {
  const { lang, paths } = context
  const { concept, broader, narrower, related } = shown
  const text = themeText[lang]
  const codes: [string, readonly string[]][] = [
    ['SNI 2007', concept.sniCodes],
    ['FORD', concept.fordCodes],
    [text.goals, concept.sdgGoals.map(String)],
  ]
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('themes')}>{text.conceptEyebrow}</a> · {text.conceptKinds[concept.kind]}
        </p>
        <h1>{concept.label[lang]}</h1>
        <p class="lead">{concept.definition[lang]}</p>
        <p class="actions small">
          <a href={paths.to('search', {}, { q: concept.label[lang] })}>{text.searchFor}</a>
          <a href={paths.api(`concepts/${concept.id}`)}>{text.conceptJson}</a>
          <a href={`${resourcePath({ kind: 'concept', id: concept.id })}.ttl`}>{text.conceptTurtle}</a>
        </p>
      </header>
      <Subjects context={context} heading={text.broader} subjects={broader} />
      <Subjects context={context} heading={text.narrower} subjects={narrower} />
      <Subjects context={context} heading={text.related} subjects={related} />
      <section>
        <h2>{text.codes}</h2>
        <dl class="facts">
          {codes
            .filter(([, values]) => values.length > 0)
            .map(([name, values]) => (
              <>
                <dt>{name}</dt>
                <dd>{values.join(', ')}</dd>
              </>
            ))}
        </dl>
        {codes.every(([, values]) => values.length === 0) ? <p class="muted">{text.noCodes}</p> : null}
      </section>
    </article>
  )
}

function Subjects({ context, heading, subjects }: { context: PageContext; heading: string; subjects: readonly Named[] }) {
  const { lang, paths } = context
  if (subjects.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="link-list">
        {subjects.map(({ id, slugEn, label }) => (
          <li key={id}>
            <a href={paths.to('theme', { id: lang === 'sv' ? id : slugEn })}>{label[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
