import type { PageContext } from '../frame/page.ts'
import type { EditionShape, LineageLinkShape, LineageStepShape, PriorityShape } from '../../shapes/shapes.ts'
import { isUnread } from '../../snapshot/areas-known.ts'
import { lineageText } from './lineage.text.ts'
import { isGuess } from '../../shapes/link-standing.ts'
import { ownWordsOf } from '../../shapes/area-labels.ts'
import { Gloss } from '../frame/priority-parts.tsx'
import type { Language } from '../../records/language.ts'

/** What became of what, step by step, with the reason. */
export function LineageWords({
  context,
  editions,
  steps,
}: {
  context: PageContext
  editions: readonly EditionShape[]
  steps: readonly LineageStepShape[]
}) {
  const { lang } = context
  const text = lineageText[lang]
  const priorities = new Map(editions.flatMap((edition) => edition.priorities).map((priority) => [priority.id, priority]))
  const told = steps.filter(({ links }) => links.length > 0)
  const name = (id: string | null) => {
    const priority = id && priorities.get(id)
    return priority ? <AreaWords priority={priority} lang={lang} /> : '–'
  }
  return (
    <details class="lineage-words">
      <summary>{text.inWords}</summary>
      <UnreadLists editions={editions} lang={lang} />
      {told.map((step) => (
        <section
          key={step.toStrategyId}
          class="table-wrap"
          tabIndex={0}
          aria-label={text.stepCaption(editionName(editions, step.fromStrategyId), editionName(editions, step.toStrategyId))}
        >
          <table>
            <caption>
              {text.stepCaption(editionName(editions, step.fromStrategyId), editionName(editions, step.toStrategyId))}
            </caption>
            <thead>
              <tr>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
                <th scope="col">{text.change}</th>
                <th scope="col">{text.why}</th>
              </tr>
            </thead>
            <tbody>
              {step.links.map((link) => (
                <tr key={`${link.predecessorId} ${link.successorId}`}>
                  <td>{name(link.predecessorId)}</td>
                  <td>{name(link.successorId)}</td>
                  <td>
                    <ChangeTag context={context} link={link} />
                  </td>
                  <td>
                    <LinkReason context={context} link={link} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </details>
  )
}

function AreaWords({ priority, lang }: { priority: PriorityShape; lang: Language }) {
  const { label, labelLang, gloss } = ownWordsOf(priority, lang)
  return (
    <>
      <span lang={labelLang}>{label}</span>
      <Gloss gloss={gloss} lang={lang} />
    </>
  )
}

type TaggedLink = Pick<LineageLinkShape, 'change' | 'basis' | 'continuesInStrategyId'>

export function ChangeTag({ context, link }: { context: PageContext; link: TaggedLink }) {
  const text = lineageText[context.lang]
  const { change, continuesInStrategyId } = link
  const notDropped = continuesInStrategyId ? text.continuesLater : text.noClearNext
  return (
    <span class={`tag tag-${change} ${isGuess(link) ? 'tag-suggestion' : ''}`}>
      {change === 'dropped' && isGuess(link) ? notDropped : text.changes[change]}
    </span>
  )
}

type ReasonedLink = Pick<LineageLinkShape, 'change' | 'reason' | 'standing'>

/** Why two areas are linked, and who says so. */
export function LinkReason({ context, link }: { context: PageContext; link: ReasonedLink }) {
  return (
    <>
      {link.reason[context.lang]} <LinkStanding context={context} link={link} />
    </>
  )
}

/** Who says that two areas are linked, and how surely. Equal words speak for themselves. */
export function LinkStanding({ context, link }: { context: PageContext; link: Pick<ReasonedLink, 'change' | 'standing'> }) {
  return link.change === 'unchanged' ? null : <span class="muted">{link.standing[context.lang]}.</span>
}

/** That what became of areas cannot be told for lists that nobody has read. */
function UnreadLists({ editions, lang }: { editions: readonly EditionShape[]; lang: Language }) {
  return editions
    .filter(isUnread)
    .map(({ strategy }) => <p key={strategy.id}>{lineageText[lang].unreadList(editionName(editions, strategy.id))}</p>)
}

function editionName(editions: readonly EditionShape[], strategyId: string): string {
  return editions.find((edition) => edition.strategy.id === strategyId)?.strategy.edition ?? strategyId
}
