import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinWords } from '../../../language/join-words.ts'
import { formatNumber } from '../../frame/format.ts'
import { SearchForm } from '../../frame/layout.tsx'
import { DateText, Gloss, OwnerLink } from '../../frame/priority-parts.tsx'
import { ownWordsOf } from '../../../shapes/area-labels.ts'
import { SwedenMap } from '../../charts/sweden-map.tsx'
import { startText } from './start.text.ts'
import { mapModes, startView } from './start.view.ts'
import type { ListNews, StartRegion, StartShape } from './start.view.ts'
import { areaCountOf, areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { areaCountWords } from '../../frame/area-count.ts'
import type { Language } from '../../../records/language.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { regionsApi } from './start.api.ts'
import { startAddress } from './start.address.ts'
import { backedFill, backedFills, describeEvidence, evidenceNote } from './start-evidence.ts'

export const startPage = definePage({
  ...startAddress,
  menu: { where: 'header', place: 1, label: { sv: 'Karta', en: 'Map' } },
  examples: {
    sv: ['/', '/?farg=tema&tema=skog-och-bioekonomi', '/?farg=andrat', '/?farg=belagg', '/?datum=2018-06-01&kant=2019-01-01'],
    en: ['/en', '/en?colour=theme&theme=food'],
  },
  read: ({ snapshot, lang, url }) => startView(snapshot, { query: url.searchParams, lang }),
  render: (context, shape) => ({
    title: 'Spets',
    description: startText[context.lang].description(shape.regions.length),
    hasOwnSearch: true,
    body: <Start context={context} shape={shape} />,
  }),
  api: [regionsApi],
})

interface Props {
  context: PageContext
  shape: StartShape
}

function Start({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  return (
    <>
      <div class="hero" data-map-page={JSON.stringify(islandWords(lang))}>
        <div class="hero-map">
          <MapFigure context={context} shape={shape} />
        </div>
        <div class="hero-words">
          <div class="hero-intro">
            <h1>{text.heading}</h1>
            <p class="lead">{text.lead(shape.areaCount, shape.regions.length, shape.jointAreaCount)}</p>
            <SearchForm context={context} class="hero-search" id="search" />
            <div class="s3-words">
              <p>{text.s3Sentence}</p>
              <details>
                <summary>{text.s3More}</summary>
                {text.s3Paragraphs.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </details>
            </div>
          </div>
          <div class="hero-list">
            <h2 class="visually-hidden">{text.listHeading}</h2>
            {isTranslated(shape, lang) ? <p class="small muted">{text.ours}</p> : null}
            <RegionIndex context={context} shape={shape} />
          </div>
        </div>
      </div>
      <ThemeBars context={context} shape={shape} />
      <div class="columns aside-right">
        <Latest context={context} shape={shape} />
        <Together context={context} shape={shape} />
      </div>
    </>
  )
}

/** What the island tells when it recolours the map; the words are here so that the script needs none. */
function islandWords(lang: Language) {
  const { mode, theme } = namesIn(startAddress, lang)
  return { modeName: mode, themeName: theme, modeWords: wordsIn(startAddress.query.mode, lang) }
}

function MapFigure({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  const regions = shape.regions.map((region) => ({
    code: region.code,
    name: region.name,
    href: context.paths.to('region', { slug: region.slug }),
    className: fillOf(region, shape),
    note: noteOf(region, shape, lang),
    data: {
      'data-count': String(areaCountOf(region.current) ?? ''),
      'data-themes': region.themeIds.join(' '),
      'data-news': region.news,
      'data-label': region.name,
    },
  }))
  return (
    <figure class="map-figure">
      <MapControls context={context} shape={shape} />
      <SwedenMap context={context} regions={regions} description={describe(shape, lang)} />
      <figcaption>
        <p data-map-sentence aria-live="polite">
          {describe(shape, lang)}
        </p>
        <Legend shape={shape} lang={lang} />
        <p class="visually-hidden">{text.listHeading}</p>
      </figcaption>
    </figure>
  )
}

function MapControls({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  const { mode, theme } = namesIn(startAddress, lang)
  const words = wordsIn(startAddress.query.mode, lang)
  return (
    <div class="map-controls">
      <nav aria-label={text.colourBy}>
        <ul class="segments">
          {mapModes.map((name) => (
            <li key={name}>
              <a
                href={paths.to('start', {}, { [mode]: words[name] })}
                aria-current={shape.mode === name ? 'true' : undefined}
                data-map-mode={name}
              >
                {text.modes[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="form-row" action={paths.action('start')} data-map-theme-form hidden={shape.mode !== 'theme'}>
        <input type="hidden" name={mode} value={words.theme} />
        <label class="visually-hidden" for="map-theme">
          {text.themeLabel}
        </label>
        <select id="map-theme" name={theme}>
          {shape.themeCounts.map(({ theme: one, regionCount }) => (
            <option
              key={one.id}
              value={lang === 'sv' ? one.id : one.slugEn}
              selected={one.id === shape.theme.id}
              data-theme-id={one.id}
              data-family={one.family}
              data-sentence={text.mapTheme(one.label[lang], regionCount, shape.regions.length)}
            >
              {one.label[lang]} ({regionCount})
            </option>
          ))}
        </select>
        <button type="submit" class="button-quiet js-hidden">
          {text.show}
        </button>
      </form>
    </div>
  )
}

/** A legend for each mode; the one of the chosen mode shows, and the island swaps them. */
function Legend({ shape, lang }: { shape: StartShape; lang: Language }) {
  const text = startText[lang]
  const most = Math.max(...shape.regions.map((region) => region.current?.priorities.length ?? 0))
  const sentences = {
    number: text.mapNumber(most, shape.regions.length),
    theme: describe({ ...shape, mode: 'theme' }, lang),
    changed: describe({ ...shape, mode: 'changed' }, lang),
    evidence: describe({ ...shape, mode: 'evidence' }, lang),
  }
  const hasUnknown = shape.regions.some(({ current }) => areasKnownIn(current) === 'unknown')
  const unknown: [string, string][] = hasUnknown ? [['fill-unknown', text.areasUnknown]] : []
  const rows: Record<StartShape['mode'], [string, string][]> = {
    number: [...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`fill-${n}`, n === 6 ? '6–7+' : String(n)]), ...unknown],
    theme: [[`fill-theme family-${shape.theme.family}`, text.themeOn], ['fill-none', text.themeOff], ...unknown],
    changed: [
      ['fill-changed', text.changed],
      ['fill-restated', text.restated],
      ...(shape.regions.some(({ news }) => news === 'unread') ? [['fill-unknown', text.unread] as [string, string]] : []),
      ['fill-none', text.unknown],
    ],
    evidence: [...backedFills.map(({ fill, words }): [string, string] => [fill, words[lang]]), ...unknown],
  }
  return (
    <>
      {mapModes.map((mode) => (
        <ul key={mode} class="legend" data-legend={mode} data-sentence={sentences[mode]} hidden={mode !== shape.mode}>
          {rows[mode].map(([className, label]) => (
            <li key={label}>
              <Swatch className={className} />
              {label}
            </li>
          ))}
        </ul>
      ))}
    </>
  )
}

function Swatch({ className, ...rest }: { className: string; class?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" {...rest}>
      <rect x="0.5" y="0.5" width="15" height="15" rx="3" class={className} />
    </svg>
  )
}

const isTranslated = ({ regions }: StartShape, lang: Language) =>
  regions.some(({ current }) => current?.priorities.some((priority) => ownWordsOf(priority, lang).gloss))

function RegionIndex({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  return (
    <ul class="region-index" data-region-index>
      {shape.regions.map((region) => (
        <li key={region.code} data-region={region.code}>
          <Swatch className={fillOf(region, shape)} class="swatch" />
          <h3 class="name">
            <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
          </h3>
          <span class="count">{isUnread(region.current) ? null : areaCountWords(region.current, lang)}</span>
          <p class="words">
            {isUnread(region.current) ? text.unreadAreas : null}
            {region.current
              ? region.current.priorities.map((priority, index) => (
                  <IndexWord key={priority.id} priority={priority} isFirst={index === 0} shape={shape} lang={lang} />
                ))
              : text.noList}
          </p>
        </li>
      ))}
    </ul>
  )
}

type PriorityOf = NonNullable<StartRegion['current']>['priorities'][number]

interface IndexWordProps {
  priority: PriorityOf
  isFirst: boolean
  shape: StartShape
  lang: Language
}

function IndexWord({ priority, isFirst, shape, lang }: IndexWordProps) {
  const { label, labelLang, gloss } = ownWordsOf(priority, lang)
  const ids = priority.themes.map((theme) => theme.id)
  const isMatch = shape.mode === 'theme' && ids.includes(shape.theme.id)
  return (
    <>
      {isFirst ? null : <span aria-hidden="true"> · </span>}
      <span class={isMatch ? 'is-match' : undefined} lang={labelLang} data-themes={ids.join(' ')}>
        {label}
      </span>
      <Gloss gloss={gloss} lang={lang} />
      <span class="visually-hidden">; </span>
    </>
  )
}

function ThemeBars({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  const top = shape.themeCounts.filter(({ regionCount }) => regionCount > 0).slice(0, 10)
  return (
    <section>
      <h2>{text.themesHeading}</h2>
      <p class="section-note">{text.themesNote}</p>
      <ul class="bars">
        {top.map(({ theme, regionCount }) => (
          <li key={theme.id} class={`bar-row family-${theme.family}`}>
            <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>{theme.label[lang]}</a>
            <svg viewBox="0 0 210 8" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" width={regionCount * 10} height="8" rx="2" />
            </svg>
            <span class="numeric">{formatNumber(regionCount, lang)}</span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={paths.to('themes')}>{text.allThemes}</a>
      </p>
    </section>
  )
}

function Latest({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  return (
    <section>
      <h2>{text.newHeading}</h2>
      <ul class="link-list">
        {shape.latest.map(({ strategy, priorities }) => (
          <li key={strategy.id}>
            <DateText date={strategy.meta.inForceFrom} precision={strategy.datePrecision} lang={lang} /> –{' '}
            <OwnerLink context={context} owner={strategy.owner} />,{' '}
            <span class="muted">{areaCountWords({ strategy, priorities }, lang)}</span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={paths.to('changes')}>{text.newMore}</a>
      </p>
    </section>
  )
}

function Together({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  if (shape.jointAreas.length === 0) return null
  return (
    <section>
      <h2>{text.together}</h2>
      <ul class="link-list">
        {shape.jointAreas.map((area) => (
          <li key={area.id}>
            <a href={paths.to('jointArea', { slug: area.id })}>{area.name[lang]}</a>
            <br />
            <span class="muted small">
              {text.togetherRow(
                joinWords(
                  area.members.map((member) => member.name),
                  lang,
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const newsFill: Record<ListNews, string> = {
  changed: 'fill-changed',
  restated: 'fill-restated',
  unread: 'fill-unknown',
  unknown: 'fill-none',
}

function fillOf(region: StartRegion, { mode, theme }: StartShape): string {
  if (mode === 'changed') return newsFill[region.news]
  const count = areaCountOf(region.current)
  if (count === null) return 'fill-unknown'
  if (mode === 'evidence') return backedFill(region.evidence)
  if (mode === 'theme') return region.themeIds.includes(theme.id) ? `fill-theme family-${theme.family}` : 'fill-none'
  return count === 0 ? 'fill-none' : `fill-${Math.min(count, 6)}`
}

function noteOf(region: StartRegion, { mode }: StartShape, lang: Language): string {
  if (mode === 'changed') return startText[lang][region.news]
  if (mode === 'evidence' && areasKnownIn(region.current) !== 'unknown') return evidenceNote(region.evidence, lang)
  return areaCountWords(region.current, lang)
}

function describe(shape: StartShape, lang: Language): string {
  const text = startText[lang]
  const regionCount = shape.regions.length
  if (shape.mode === 'evidence') return describeEvidence(shape.regions, lang)
  if (shape.mode === 'number')
    return text.mapNumber(Math.max(0, ...shape.regions.map((region) => region.current?.priorities.length ?? 0)), regionCount)
  if (shape.mode === 'changed')
    return text.mapChanged(shape.since, shape.regions.filter((region) => region.news === 'changed').length, regionCount)
  const withTheme = shape.regions.filter((region) => region.themeIds.includes(shape.theme.id))
  return text.mapTheme(shape.theme.label[lang], withTheme.length, regionCount)
}
