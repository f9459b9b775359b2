import { ExpectedError } from '../../../records/expected-error.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Concept } from '../../../thesaurus/thesaurus.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { UnreadNote } from '../../frame/unread-note.tsx'
import { countyLetters, regionsInForce } from '../../../shapes/from-snapshot.ts'
import type { PriorityShape, RegionRef } from '../../../shapes/shapes.ts'
import { findUnreadRegions } from '../../../shapes/unread-regions.ts'
import { allPriorities, themeShape } from '../../../shapes/theme-shape.ts'
import type { ThemeShape } from '../../../shapes/theme-shape.ts'
import { OwnerLink, PriorityLabel, ThemeChip } from '../../frame/priority-parts.tsx'
import { AtlasMap, MapOutlines } from '../../charts/atlas-map.tsx'
import { ownWordsOf } from '../../../shapes/area-labels.ts'
import { conceptShown, renderConcept } from './concept-parts.tsx'
import { themeApi } from './theme.api.ts'
import { themePicture } from './theme.picture.ts'
import { themeText } from './theme.text.ts'
import { themeAddress } from './theme.address.ts'

export const themePage = definePage({
  ...themeAddress,
  needs: [allPriorities],
  section: 'themes',
  sitemap(snapshot, lang) {
    const { themes, concepts } = thesaurusOf(snapshot)
    return [...themes, ...concepts].map(({ id, slugEn }) => ({ id: lang === 'sv' ? id : slugEn }))
  },
  examples: { sv: ['/tema/skog-och-bioekonomi', '/tema/lakemedel'], en: ['/en/theme/food', '/en/theme/pharmaceuticals'] },
  resource(snapshot, { id = '' }) {
    const { findTheme, findConcept } = thesaurusOf(snapshot)
    const theme = findTheme(id)
    const found = theme ?? findConcept(id)
    return found && { kind: theme ? 'theme' : 'concept', id: found.id }
  },
  read({ lang, snapshot }, { id = '' }) {
    const thesaurus = thesaurusOf(snapshot)
    const found = thesaurus.findTheme(id)
    const concept = found ? null : thesaurus.findConcept(id)
    if (concept) return conceptShown(thesaurus, concept)
    if (!found) throw new ExpectedError('not_found', { detail: themeText[lang].notFound })
    return {
      theme: themeShape(snapshot, found),
      onMap: regionsInForce(snapshot),
      letters: countyLetters(snapshot),
      unread: findUnreadRegions(snapshot),
      concepts: conceptsBelow(snapshot, found.id),
    }
  },
  render(context, shown) {
    if ('broader' in shown) return renderConcept(context, shown)
    const { theme, onMap, letters, unread, concepts } = shown
    const { lang } = context
    const text = themeText[lang]
    return {
      title: theme.label[lang],
      description: text.description(theme.label[lang], theme.regionCount),
      alternateParams: { id: lang === 'sv' ? theme.slugEn : theme.id },
      picture: `themes/${theme.id}`,
      about: { '@type': 'DefinedTerm', name: theme.label[lang], termCode: theme.id },
      foot: <ThemeFoot context={context} theme={theme} />,
      body: <ThemeBody context={context} theme={theme} onMap={onMap} letters={letters} unread={unread} concepts={concepts} />,
    }
  },
  api: [themeApi],
  documents: [themePicture],
})

interface Props {
  context: PageContext
  theme: ThemeShape
}

interface Body {
  /** The regions that the map shows. */
  onMap: readonly RegionRef[]
  /** The counties' letters by region code. */
  letters: ReadonlyMap<string, string>
  /** Those whose areas nobody has read. */
  unread: readonly RegionRef[]
  concepts: readonly ConceptBelow[]
}

/** A concept below a theme, with the labels of its other themes. */
interface ConceptBelow {
  concept: Concept
  alsoIn: readonly LocalText[]
}

function conceptsBelow(snapshot: Snapshot, themeId: string): ConceptBelow[] {
  const { conceptsOfTheme, findTheme } = thesaurusOf(snapshot)
  return conceptsOfTheme(themeId).map((concept) => ({
    concept,
    alsoIn: concept.themeIds.filter((id) => id !== themeId).map((id) => findTheme(id)!.label),
  }))
}

function ThemeBody({ context, theme, onMap, letters, unread, concepts }: Props & Body) {
  const { lang, paths } = context
  const text = themeText[lang]
  return (
    <article class={`family-${theme.family}`}>
      <div class="theme-head">
        <header class="page-head">
          <p class="eyebrow">
            <a href={paths.to('themes')}>{text.eyebrow}</a> · {text.families[theme.family]}
          </p>
          <h1>{theme.label[lang]}</h1>
          <p class="lead">{theme.definition[lang]}</p>
          <p>{text.sentence(theme.regionCount, onMap.length, theme.priorityCount)}</p>
          <ByPeriod context={context} theme={theme} />
        </header>
        <ThemeMap context={context} theme={theme} onMap={onMap} letters={letters} unread={unread} />
      </div>
      <InForce context={context} theme={theme} />
      <div class="columns aside-right">
        <Earlier context={context} theme={theme} />
        <TogetherWith context={context} theme={theme} />
      </div>
      <Concepts context={context} concepts={concepts} />
      <p class="note">{text.note}</p>
    </article>
  )
}

/** Codes and files of the theme. */
function ThemeFoot({ context: { lang, paths }, theme }: Props) {
  const text = themeText[lang]
  return (
    <p class="actions">
      <a href={paths.api('tables/priorities.csv', { theme: theme.id, variant: 'excel', lang })}>{text.csv}</a>
      <a href={paths.api(`themes/${theme.id}`)}>{text.json}</a>
    </p>
  )
}

function ThemeMap({ context, theme, onMap, letters, unread }: Props & Pick<Body, 'onMap' | 'letters' | 'unread'>) {
  const { lang, paths } = context
  const text = themeText[lang]
  const areasOf = Map.groupBy(
    theme.inForce.filter(({ owner }) => owner.kind === 'region'),
    ({ owner }) => owner.id,
  )
  const isUnread = (code: string) => unread.some((region) => region.code === code)
  const regions = onMap.map(({ code, slug, name }) => {
    const areas = areasOf.get(code) ?? []
    const own = areas[0] && ownWordsOf(areas[0], lang)
    return {
      code,
      name,
      letters: letters.get(code) ?? '',
      href: paths.to('region', { slug }),
      className: areas.length > 0 ? 'fill-family' : isUnread(code) ? 'fill-unknown' : 'fill-none',
      note: isUnread(code) ? text.areasUnknown : text.areas(areas.length),
      words: own ? { text: own.label, lang: own.labelLang } : null,
    }
  })
  return (
    <figure class="atlas is-pale theme-map">
      <MapOutlines />
      <AtlasMap regions={regions} description={text.mapDescription(theme.label[lang], theme.regionCount)} />
      <figcaption>
        <UnreadNote context={context} regions={unread} />
      </figcaption>
    </figure>
  )
}

function InForce({ context, theme }: Props) {
  const { lang } = context
  const text = themeText[lang]
  return (
    <section>
      <h2>{context.time.isToday ? text.inForce : text.onTheDay}</h2>
      {theme.inForce.length === 0 ? <p class="empty">{text.nobody}</p> : null}
      <ul class="link-list">
        {theme.inForce.map((priority) => (
          <li key={priority.id} class="theme-row">
            <span class="theme-row-owner">
              <OwnerLink context={context} owner={priority.owner} />
            </span>
            <span class="theme-row-words">
              <PriorityLabel context={context} priority={priority} />
              <DecidingWords context={context} priority={priority} themeId={theme.id} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The words that gave an area the theme; none are shown where its record or a person did without them. */
function DecidingWords({ context, priority, themeId }: { context: PageContext; priority: PriorityShape; themeId: string }) {
  const { words, basis } = priority.themes.find(({ id }) => id === themeId)!
  if (words.length === 0) return null
  const text = themeText[context.lang]
  const language = basis === 'label' ? priority.language : 'sv'
  return (
    <span class="muted small">
      {basis === 'label' ? text.words : text.describedWords}:{' '}
      <span lang={language === context.lang ? undefined : language}>{words.join(', ')}</span>
    </span>
  )
}

function Earlier({ context, theme }: Props) {
  const text = themeText[context.lang]
  if (theme.earlier.length === 0) return null
  return (
    <section>
      <h2>{text.earlier}</h2>
      <ul class="link-list">
        {theme.earlier.map((priority) => (
          <li key={priority.id} class="theme-row">
            <span class="theme-row-owner">
              <OwnerLink context={context} owner={priority.owner} />
            </span>
            <span class="theme-row-words">
              <PriorityLabel context={context} priority={priority} />
              <span class="muted small numeric">
                {priority.meta.inForceFrom} {text.until} {priority.meta.inForceTo}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ByPeriod({ context, theme }: Props) {
  const text = themeText[context.lang]
  return (
    <section>
      <h2>{text.byPeriod}</h2>
      <dl class="facts">
        {theme.byPeriod.map(({ programmePeriodId, regionCount, regionsWithList }) => (
          <>
            <dt>
              <a href={context.paths.to('period', { id: programmePeriodId })}>{programmePeriodId.replace('-', '–')}</a>
            </dt>
            <dd>{text.byPeriodRow(regionCount, regionsWithList)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function TogetherWith({ context, theme }: Props) {
  const text = themeText[context.lang]
  if (theme.together.length === 0) return null
  const refs = new Map(theme.inForce.flatMap((priority) => priority.themes).map((ref) => [ref.id, ref]))
  return (
    <section>
      <h2>{text.together}</h2>
      <p class="section-note small">{text.togetherNote}</p>
      <ul class="link-list">
        {theme.together.slice(0, 8).map(({ themeId, priorityCount }) => (
          <li key={themeId}>
            <ThemeChip context={context} theme={refs.get(themeId)!} />{' '}
            <span class="muted small">{text.areas(priorityCount)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The concepts below the theme, with the codes that each points to. */
function Concepts({ context, concepts }: { context: PageContext; concepts: readonly ConceptBelow[] }) {
  const { lang, paths } = context
  const text = themeText[lang]
  return (
    <section>
      <h2>{text.concepts}</h2>
      <details class="theme-concepts">
        <summary>{text.showConcepts(concepts.length)}</summary>
        <p class="section-note small">
          {text.conceptsNote} <a href={paths.api('thesaurus.ttl')}>{text.skos}</a>
        </p>
        <div class="concept-grid">
          {concepts.map(({ concept, alsoIn }) => (
            <div key={concept.id} id={concept.id}>
              <h3>
                <a href={paths.to('theme', { id: lang === 'sv' ? concept.id : concept.slugEn })}>{concept.label[lang]}</a>
              </h3>
              <p>{concept.definition[lang]}</p>
              <p class="codes">
                {[
                  text.conceptKinds[concept.kind],
                  concept.sniCodes.length > 0
                    ? `SNI ${concept.sniCodes.filter((code) => code.length <= 3).join(', ') || concept.sniCodes.slice(0, 4).join(', ')}`
                    : null,
                  concept.fordCodes.length > 0 ? `FORD ${concept.fordCodes.join(', ')}` : null,
                  alsoIn.length > 0 ? `${text.alsoIn} ${alsoIn.map((label) => label[lang]).join(', ')}` : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          ))}
        </div>
      </details>
    </section>
  )
}
