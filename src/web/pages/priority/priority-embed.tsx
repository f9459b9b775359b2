import { labelsOf } from '../../../shapes/area-labels.ts'
import type { AreaEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import type { PriorityDetailShape } from '../../../shapes/priority-detail-shape.ts'
import { OwnerLink } from '../../frame/priority-parts.tsx'
import type { Embed, PageContext } from '../../frame/page.ts'
import { priorityText } from './priority.text.ts'

/** One area as a card for another site: its name, what it means and what the figures say, which names their source. */
export function priorityEmbed(
  context: PageContext,
  { priority, evidence }: { priority: PriorityDetailShape; evidence: AreaEvidenceShape },
): Embed {
  const { lang } = context
  const text = priorityText[lang]
  const { label, labelLang, gloss } = labelsOf(priority, lang)
  return {
    title: `${gloss ?? label}, ${priority.owner.name[lang]}`,
    height: 360,
    body: (
      <article class="embed-area">
        <p class="eyebrow">
          {text.eyebrow} · <OwnerLink context={context} owner={priority.owner} />
        </p>
        <h1>
          <a href={context.paths.to('priority', { id: priority.id })} lang={labelLang}>
            {label}
          </a>
        </h1>
        {gloss ? <p class="lead">{gloss}</p> : null}
        {priority.description ? <p>{priority.description[lang]}</p> : null}
        <p>{evidence.sentence[lang]}</p>
      </article>
    ),
  }
}
