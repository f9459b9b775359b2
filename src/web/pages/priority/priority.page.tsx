import { matchAddress } from '../match/match.address.ts'
import { namesIn } from '../../frame/page-address.ts'
import type { Language } from '../../../records/language.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinQuoted, joinWords } from '../../../language/join-words.ts'
import { clarityWords } from '../../../shapes/clarity-words.ts'
import { ChangeTag, LinkReason } from '../../charts/lineage-words.tsx'
import { SwedenMap } from '../../charts/sweden-map.tsx'
import { factsLoadedOn, regionsInForce } from '../../../shapes/from-snapshot.ts'
import type { RegionRef, ThemeRef } from '../../../shapes/shapes.ts'
import { Citation, ownerCrumb, OwnerLink, PriorityLabel, ThemeChip } from '../../frame/priority-parts.tsx'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { ContactList } from '../../frame/contact-list.tsx'
import { areasByFieldOf } from '../../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { areaEvidenceView } from '../../../shapes/area-evidence.ts'
import type { AreaEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { PriorityEvidence } from './priority-evidence.tsx'
import { PriorityCodes } from './priority-codes.tsx'
import { AreaRecord } from './area-record.tsx'
import { priorityText } from './priority.text.ts'
import { jointActionShapes } from '../../../shapes/joint-action-shape.ts'
import type { JointActionShape } from '../../../shapes/joint-action-shape.ts'
import { priorityView } from '../../../shapes/priority-detail-shape.ts'
import type { PriorityDetailShape } from '../../../shapes/priority-detail-shape.ts'
import { JointActionsSection } from '../joint-action/joint-actions.page.tsx'
import { priorityApi } from './priority.api.ts'
import { priorityPicture } from './priority.picture.ts'
import { priorityFigures } from './priority.figures.ts'
import { priorityAddress } from './priority.address.ts'
import { priorityEmbed } from './priority-embed.tsx'

export const priorityPage = definePage({
  ...priorityAddress,
  section: 'start',
  sitemap: (snapshot) => snapshot.everBegun('priorityArea').map(({ id }) => ({ id })),
  examples: {
    sv: ['/prioritet/norrbotten-2018-digitala-tjanstenarings'],
    en: ['/en/priority/norrbotten-2018-digitala-tjanstenarings'],
  },
  resource: (snapshot, { id = '' }) => (snapshot.getBegun('priorityArea', id) ? { kind: 'priorityArea', id } : null),
  needs: [readyEvidenceOf, areasByFieldOf],
  read: ({ snapshot }, { id = '' }) => ({
    priority: priorityView(snapshot, id),
    evidence: areaEvidenceView(snapshot, id),
    loadedOn: factsLoadedOn(snapshot),
    onMap: regionsInForce(snapshot),
    actions: jointActionShapes(snapshot, { priorityAreaId: id }),
  }),
  render(context, { priority, evidence, loadedOn, onMap, actions }) {
    const { label, gloss } = labelsOf(priority, context.lang)
    const owner = priority.owner.name[context.lang]
    return {
      title: `${gloss ?? label}, ${owner}`,
      crumb: gloss ?? label,
      picture: `priorities/${priority.id}`,
      about: { '@type': 'DefinedTerm', name: label, termCode: priority.id },
      trail: [ownerCrumb(context, priority.owner)],
      description: priorityText[context.lang].description(gloss ?? label, owner),
      body: <Priority context={context} priority={priority} evidence={evidence} onMap={onMap} actions={actions} />,
      foot: <AreaRecord context={context} priority={priority} loadedOn={loadedOn} />,
    }
  },
  embed: (context, shape) => priorityEmbed(context, shape),
  api: [priorityApi],
  documents: [priorityPicture],
  figures: priorityFigures,
})

interface Props {
  context: PageContext
  priority: PriorityDetailShape
}

interface Beside {
  evidence: AreaEvidenceShape
  onMap: readonly RegionRef[]
  actions: readonly JointActionShape[]
}

function Priority({ context, priority, evidence, onMap, actions }: Props & Beside) {
  const { lang } = context
  const text = priorityText[lang]
  const { label, labelLang, gloss } = labelsOf(priority, lang)
  return (
    <article class="sheet sheet-area">
      <header class="page-head area-head">
        <LikeMap context={context} priority={priority} onMap={onMap} />
        <p class="eyebrow">
          {text.eyebrow} · <OwnerLink context={context} owner={priority.owner} />
        </p>
        <h1 lang={labelLang}>{label}</h1>
        {gloss ? (
          <p class="lead">
            {gloss} <span class="tag">{text.translation}</span>
          </p>
        ) : null}
        {priority.verbatimLabel === priority.displayLabel ? null : (
          <p class="muted">
            {text.verbatim}:{' '}
            <q class="verbatim" lang={labelLang}>
              {priority.verbatimLabel}
            </q>
          </p>
        )}
        {priority.description ? <Meaning context={context} priority={priority} /> : null}
        <Joins context={context} priority={priority} />
        <p class="standing">
          <strong>{standingOf(priority, context.lang)}</strong>
        </p>
        <Citation context={context} citation={priority.citation} />
      </header>
      <div class="columns aside-right">
        <div>
          <Parts context={context} priority={priority} />
          <Story context={context} priority={priority} />
          <PriorityEvidence context={context} evidence={evidence} />
          <Similar context={context} priority={priority} />
          <JointActionsSection context={context} actions={actions} />
        </div>
        <div>
          <Contacts context={context} priority={priority} />
          <div class="no-print">
            <Siblings context={context} priority={priority} />
            <Themes context={context} priority={priority} />
          </div>
          <details class="area-codes">
            <summary>{text.showCodes}</summary>
            <PriorityCodes context={context} priority={priority} />
          </details>
        </div>
      </div>
    </article>
  )
}

/** Where the area is, and which regions have one like it. */
function LikeMap({ context, priority, onMap }: Props & { onMap: readonly RegionRef[] }) {
  const { lang, paths } = context
  const text = priorityText[lang]
  const like = new Set(priority.similar.flatMap(({ priority: { owner } }) => (owner.kind === 'region' ? [owner.id] : [])))
  if (priority.owner.kind !== 'region') return null
  const regions = onMap.map(({ code, slug, name }) => ({
    code,
    name,
    href: paths.to('region', { slug }),
    className: code === priority.owner.id ? 'fill-here' : like.has(code) ? 'fill-near' : 'fill-none',
    note: code === priority.owner.id ? text.mapHere : like.has(code) ? text.mapLike : text.mapOther,
  }))
  const names = onMap.filter(({ code }) => like.has(code)).map(({ name }) => name)
  const sentence = text.mapSentence(priority.owner.name[lang], joinWords(names, lang))
  return (
    <figure class="like-map">
      <SwedenMap context={context} regions={regions} description={sentence} />
      <figcaption class="small muted">{sentence}</figcaption>
    </figure>
  )
}

/** Whether it is in force, or was until a day, or is only the latest that is known. */
function standingOf({ isInForce, meta, strategy, programmePeriodId }: Props['priority'], lang: Language): string {
  const text = priorityText[lang]
  if (!isInForce) return text.ended(meta.inForceTo ?? '')
  return strategy?.isPeriodOver ? text.lastKnown(programmePeriodId.replace('-', '–')) : text.inForce
}

/** What the owner means by it, retold by us, with what that rests on and how sure we are. */
function Meaning({ context, priority }: Props) {
  const { lang, paths } = context
  const text = priorityText[lang]
  const { description, descriptionBasis, descriptionSource, role, whole, types = [] } = priority
  const kinds = [...types.map((type) => text.types[type]), ...(role ? [text.roles[role]] : [])]
  return (
    <>
      <p class="meaning">{description![lang]}</p>
      <p class="muted small">
        {text.descriptionNote}
        {descriptionBasis ? ` ${text.basis[descriptionBasis.read]}, ${text.confidence[descriptionBasis.confidence]}.` : null}
        {descriptionSource && descriptionBasis?.read !== 'label' ? (
          <>
            {' '}
            {text.readIn} <a href={paths.to('source', { id: descriptionSource.id })}>{descriptionSource.title[lang]}</a>.
          </>
        ) : null}
      </p>
      {kinds.length > 0 ? (
        <p class="small">
          {kinds.map((kind) => (
            <span key={kind} class="tag">
              {kind}
            </span>
          ))}
        </p>
      ) : null}
      {whole ? (
        <p>
          {text.partOf} <PriorityLabel context={context} priority={whole} />
        </p>
      ) : null}
    </>
  )
}

/** The themes that an intersection joins, and the way to all others. */
function Joins({ context, priority: { joins } }: Props) {
  const { lang, paths } = context
  const text = priorityText[lang]
  if (joins.length < 2) return null
  return (
    <p class="small joins">
      {text.joins}{' '}
      {joins.map((theme, at) => (
        <>
          {at > 0 ? ' × ' : null}
          <ThemeChip key={theme.id} context={context} theme={theme} />
        </>
      ))}{' '}
      <a href={paths.to('intersections')}>{text.allIntersections}</a>
    </p>
  )
}

/** The areas that it consists of, each with what it means. */
function Parts({ context, priority }: Props) {
  if (priority.parts.length === 0) return null
  return (
    <section>
      <h2>{priorityText[context.lang].parts}</h2>
      <ul class="link-list">
        {priority.parts.map((part) => (
          <li key={part.id}>
            <PriorityLabel context={context} priority={part} />
            {part.description ? <span class="muted small"> {part.description[context.lang]}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contacts({ context: { lang }, priority: { contacts } }: Props) {
  if (contacts.length === 0) return null
  return (
    <section>
      <h2>{priorityText[lang].contacts}</h2>
      <ContactList lang={lang} contacts={contacts} />
    </section>
  )
}

function Themes({ context, priority }: Props) {
  const { lang } = context
  const text = priorityText[lang]
  return (
    <section>
      <h2>{text.themes}</h2>
      {priority.themes.length === 0 ? <p class="empty">{text.noThemes}</p> : <p class="section-note">{text.themesNote}</p>}
      <ul class="link-list">
        {priority.themes.map((theme) => (
          <li key={theme.id}>
            <ThemeChip context={context} theme={theme} /> <ThemeReason context={context} theme={theme} />
          </li>
        ))}
      </ul>
      {priority.rejectedThemes.length > 0 ? (
        <p class="small muted">
          {text.rejectedThemes}{' '}
          {priority.rejectedThemes.map(({ label, words }) => `${label[lang]} (${words.join(', ')})`).join('; ')}.
        </p>
      ) : null}
      <p class="small">
        <a href={context.paths.to('coding', { id: priority.id })}>{text.review}</a>
      </p>
    </section>
  )
}

/** Why an area has a theme: a person's word, its record, the words of its label or of what explains it. */
function ThemeReason({ context, theme }: { context: PageContext; theme: ThemeRef }) {
  const { lang } = context
  const text = priorityText[lang]
  const quoted = joinQuoted(theme.words, lang)
  const because = theme.basis === 'label' ? text.because(quoted) : text.described(quoted)
  if (theme.decision)
    return (
      <span class="small">
        {text.confirmed}
        {theme.words.length > 0 ? <span class="muted">, {because}</span> : <span class="muted">; {text.notInWords}</span>}
      </span>
    )
  return (
    <span class="muted small">
      {theme.basis === 'record'
        ? [text.recorded, ...(theme.words.length > 0 ? [because] : [])].join('; ')
        : `${because}; ${clarityWords(theme.confidence)[lang]}`}
    </span>
  )
}

function Story({ context, priority }: Props) {
  const text = priorityText[context.lang]
  const groups = [
    { heading: text.before, relatives: priority.predecessors },
    { heading: text.after, relatives: priority.successors },
  ].filter(({ relatives }) => relatives.length > 0)
  return (
    <section>
      <h2>{text.story}</h2>
      {groups.length === 0 ? <p class="muted">{text.noStory}</p> : null}
      {groups.map(({ heading, relatives }) => (
        <div key={heading}>
          <h3>{heading}</h3>
          <ul class="link-list">
            {relatives.map(({ link, priority: other }) => (
              <li key={`${link.predecessorId} ${link.successorId}`}>
                <ChangeTag context={context} link={link} /> {other ? <PriorityLabel context={context} priority={other} /> : null}
                <span class="muted small">
                  {other ? ` (${other.programmePeriodId.replace('-', '–')}) – ` : ''}
                  <LinkReason context={context} link={link} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Similar({ context, priority }: Props) {
  const text = priorityText[context.lang]
  return (
    <section>
      <h2>{text.similar}</h2>
      {priority.isInForce ? (
        <p>
          <a href={context.paths.to('match', {}, { [namesIn(matchAddress, context.lang).area]: priority.id })}>{text.partners}</a>
        </p>
      ) : null}
      {priority.similar.length === 0 ? <p class="empty">{text.noSimilar}</p> : <p class="section-note">{text.similarNote}</p>}
      <ul class="link-list">
        {priority.similar.map(({ priority: other, reason }) => (
          <li key={other.id}>
            <PriorityLabel context={context} priority={other} />, <OwnerLink context={context} owner={other.owner} />
            <br />
            <span class="muted small">{reason[context.lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Siblings({ context, priority }: Props) {
  if (priority.siblings.length === 0) return null
  return (
    <section>
      <h2>{priorityText[context.lang].siblings}</h2>
      <ul class="link-list">
        {priority.siblings.map((other) => (
          <li key={other.id}>
            <PriorityLabel context={context} priority={other} />
          </li>
        ))}
      </ul>
    </section>
  )
}
