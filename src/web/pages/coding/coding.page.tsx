import type { CodingAspect } from '../../../records/coding-decision.ts'
import { codingAspects } from '../../../records/coding-decision.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { ChangeTag, LinkReason } from '../../charts/lineage-words.tsx'
import { ownerCrumb, OwnerLink, PriorityLabel } from '../../frame/priority-parts.tsx'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { TokenField } from '../../frame/token-field.tsx'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import { nextToReview } from '../../../shapes/review-shape.ts'
import { CodedLine } from './coded-line.tsx'
import { AddCode, AddLink, ChangeChoice, StanceChoice } from './coding-fields.tsx'
import { decisionForm } from './coding.form.ts'
import { codingText } from './coding.text.ts'
import { codingView, linkName, stancesOf } from './coding.view.ts'
import type { CodingView, LinkView } from './coding.view.ts'
import { namesIn } from '../../frame/page-address.ts'
import { areaCodingApi } from './coding.api.ts'
import { codingAddress } from './coding.address.ts'

/** What an area is coded with, and the form in which a person decides. */
export const codingPage = definePage({
  ...codingAddress,
  section: 'review',
  examples: {
    sv: ['/prioritet/norrbotten-2018-digitala-tjanstenarings/kodning'],
    en: ['/en/priority/norrbotten-2021-besoksnaring/coding?saved=2'],
  },
  read({ lang, snapshot, url }, { id = '' }) {
    const view = codingView(snapshot, id)
    const saved = url.searchParams.get(namesIn(codingAddress, lang).saved)
    return saved !== null && /^\d{1,3}$/.test(saved)
      ? { view, saved: { count: Number(saved), next: nextToReview(snapshot, view.priority) } }
      : { view, saved: null }
  },
  render(context, { view, saved }) {
    const { label, gloss } = labelsOf(view.priority, context.lang)
    const text = codingText[context.lang]
    return {
      title: text.title(gloss ?? label, view.priority.owner.name[context.lang]),
      description: text.description,
      trail: [
        ownerCrumb(context, view.priority.owner),
        { label: gloss ?? label, href: context.paths.to('priority', { id: view.priority.id }) },
      ],
      body: <CodingBody context={context} view={view} saved={saved} />,
    }
  },
  forms: decisionForm,
  api: [areaCodingApi],
})

interface Props {
  context: PageContext
  view: CodingView
}

/** Decisions are made about today, as known now. */
const canDecide = ({ time }: PageContext): boolean => time.isToday && time.knownOn === null

function CodingBody({ context, view, saved }: Props & { saved: SavedDecisions | null }) {
  const { lang, paths } = context
  const text = codingText[lang]
  const { priority } = view
  const { label, labelLang, gloss } = labelsOf(priority, lang)
  const sections = (
    <>
      {codingAspects.map((aspect) => (
        <Aspect key={aspect} context={context} view={view} aspect={aspect} />
      ))}
      <Lineage context={context} view={view} />
    </>
  )
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('review')}>{text.eyebrow}</a> · <OwnerLink context={context} owner={priority.owner} />
        </p>
        <h1 lang={labelLang}>{label}</h1>
        {gloss ? <p class="lead">{gloss}</p> : null}
        <p>{text.lead}</p>
        <p class="actions small">
          <a href={paths.to('priority', { id: priority.id })}>{text.toArea}</a>
          <a href={paths.to('review', {}, { region: priority.owner.slug })}>{text.toReview}</a>
        </p>
        {saved ? <Saved context={context} saved={saved} /> : null}
      </header>
      {canDecide(context) ? (
        <form method="post" action={paths.to('coding', { id: priority.id })} enctype="multipart/form-data" class="decisions">
          {[...stancesOf(view)].map(([name, stance]) => (
            <input key={name} type="hidden" name="seen[]" value={`${name} ${stance}`} />
          ))}
          {sections}
          <div class="callout">
            <h2>{text.saveHeading}</h2>
            <p class="small muted">{text.keyNote}</p>
            <div class="form-row">
              <div class="field field-grow">
                <label for="decision-note">{text.note}</label>
                <input id="decision-note" type="text" name="note" maxLength={300} placeholder={text.noteHelp} />
              </div>
              <TokenField context={context} least="editor" />
              <button type="submit">{text.save}</button>
            </div>
          </div>
        </form>
      ) : (
        <>
          <p class="note">{text.otherDay}</p>
          {sections}
        </>
      )}
    </article>
  )
}

/** What has just been saved, and where to go on. */
interface SavedDecisions {
  count: number
  next: PriorityShape | null
}

function Saved({ context, saved: { count, next } }: { context: PageContext; saved: SavedDecisions }) {
  const { lang, paths } = context
  const text = codingText[lang]
  return (
    <div class="callout" role="status">
      <p>
        <strong>{count === 0 ? text.nothingSaved : text.saved(count)}</strong>{' '}
        {next ? (
          <>
            {text.next} <a href={paths.to('coding', { id: next.id })}>{labelsOf(next, lang).gloss ?? next.displayLabel}</a>,{' '}
            {next.owner.name[lang]}
          </>
        ) : (
          text.allReviewed
        )}
      </p>
    </div>
  )
}

function Aspect({ context, view, aspect }: Props & { aspect: CodingAspect }) {
  const text = codingText[context.lang]
  const values = view.coding[aspect]
  return (
    <section>
      <h2>{text.headings[aspect]}</h2>
      <p class="section-note">{text.notes[aspect]}</p>
      {aspect === 'industry' && view.coding.notMeasurable ? (
        <p>
          <strong>{text.notMeasurable}</strong> {view.coding.notMeasurable[context.lang]}
        </p>
      ) : values.length === 0 ? (
        <p class="empty">{text.none}</p>
      ) : null}
      <ul class="link-list">
        {values.map((value) => (
          <li key={value.code} class="decide">
            <CodedLine context={context} aspect={aspect} value={value} />
            {canDecide(context) ? (
              <StanceChoice
                context={context}
                name={`${aspect}.${value.code}`}
                of={value.label[context.lang]}
                ofLang={aspect === 'industry' && context.lang === 'en' ? 'sv' : undefined}
                stance={value.decision ?? 'open'}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canDecide(context) ? <AddCode context={context} aspect={aspect} choices={view.choices} /> : null}
    </section>
  )
}

function Lineage({ context, view }: Props) {
  const text = codingText[context.lang]
  return (
    <section>
      <h2>{text.lineage}</h2>
      <p class="section-note">{text.lineageNote}</p>
      {view.links.length === 0 ? <p class="empty">{text.noLineage}</p> : null}
      <ul class="link-list">
        {view.links.map((link) => (
          <LineageRow key={linkName(link.predecessor.id, link.successor.id)} context={context} link={link} />
        ))}
      </ul>
      {canDecide(context) && view.unlinked.length > 0 ? <AddLink context={context} pairs={view.unlinked} /> : null}
    </section>
  )
}

function LineageRow({ context, link }: { context: PageContext; link: LinkView }) {
  const { predecessor, successor, change, stance } = link
  const name = linkName(predecessor.id, successor.id)
  const years = (id: string) => ` (${id.replace('-', '–')})`
  return (
    <li class="decide">
      <div>
        <PriorityLabel context={context} priority={predecessor} />
        {years(predecessor.programmePeriodId)} → <PriorityLabel context={context} priority={successor} />
        {years(successor.programmePeriodId)}
        <p class="small muted">
          <ChangeTag context={context} link={{ ...link, continuesInStrategyId: null }} />{' '}
          <LinkReason context={context} link={link} />
        </p>
      </div>
      {canDecide(context) ? (
        <div>
          <StanceChoice
            context={context}
            name={name}
            of={`${predecessor.displayLabel} → ${successor.displayLabel}`}
            ofLang={predecessor.language === context.lang ? undefined : predecessor.language}
            stance={stance}
          />
          <ChangeChoice context={context} name={`change.${name}`} change={change} />
        </div>
      ) : null}
    </li>
  )
}
