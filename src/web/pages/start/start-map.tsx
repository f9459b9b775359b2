import { ownWordsOf } from '../../../shapes/area-labels.ts'
import { AtlasMap, MapOutlines } from '../../charts/atlas-map.tsx'
import type { AtlasRegion } from '../../charts/atlas-map.tsx'
import { MiniMap } from '../../charts/mini-map.tsx'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import type { Language } from '../../../records/language.ts'
import { formatDate } from '../../frame/format.ts'
import { describeEvidence } from './start-evidence.ts'
import { legendOf, stateOf } from './start-state.ts'
import { startAddress } from './start.address.ts'
import { shortLabel, startText } from './start.text.ts'
import { mapModes } from './start.view.ts'
import type { MapMode, StartRegion, StartShape, ThemeCount } from './start.view.ts'

interface Props {
  context: PageContext
  shape: StartShape
}

/** How many themes have a small map of their own. */
const tileCount = 10

/** The large map with a box that tells what it shows; hovering fills the box with a region's areas. */
export function MapFigure({ context, shape }: Props) {
  const { lang, paths } = context
  const regions = shape.regions.map((region): AtlasRegion => {
    const state = stateOf(region, shape, lang)
    return {
      code: region.code,
      name: region.name,
      letters: region.letters,
      href: paths.to('region', { slug: region.slug }),
      className: state.fill,
      note: state.words,
      words: wordsBeside(region, shape, lang),
    }
  })
  return (
    <section class={shape.mode === 'own' ? 'atlas' : 'atlas is-pale'} id="map" aria-label={startText[lang].mapLabel}>
      <MapOutlines />
      <div class="atlas-box">
        <div class="atlas-about" data-map-about>
          <MapHeading context={context} shape={shape} />
        </div>
        <div class="atlas-card" data-map-card hidden />
      </div>
      <AtlasMap regions={regions} description={describeMap(shape, lang)} />
      <div class="atlas-below">
        <ul class="legend">
          {legendOf(shape, lang).map(({ fill, words }) => (
            <li key={words}>
              <Swatch className={fill} />
              {words}
            </li>
          ))}
        </ul>
        <MapControls context={context} shape={shape} />
      </div>
    </section>
  )
}

/** The words beside a region: its most own area, the areas within the chosen theme, or its class. */
function wordsBeside(region: StartRegion, shape: StartShape, lang: Language): AtlasRegion['words'] {
  if (shape.mode === 'own') {
    if (!region.own) return region.current ? { text: stateOf(region, shape, lang).words, lang: undefined } : null
    const { label, labelLang } = ownWordsOf(region.own.priority, lang)
    return { text: label, lang: labelLang }
  }
  if (shape.mode === 'theme') {
    const [first] = (region.current?.priorities ?? [])
      .filter(({ themes }) => themes.some(({ id }) => id === shape.theme.id))
      .toSorted((a, b) => confidenceIn(b, shape) - confidenceIn(a, shape))
    if (!first) return null
    const { label, labelLang } = ownWordsOf(first, lang)
    return { text: label, lang: labelLang }
  }
  return { text: stateOf(region, shape, lang).words, lang: undefined }
}

const confidenceIn = ({ themes }: { themes: readonly { id: string; confidence: number }[] }, { theme }: StartShape): number =>
  themes.find(({ id }) => id === theme.id)?.confidence ?? 0

function MapHeading({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  const { mode, theme, since, regions } = shape
  if (mode === 'own')
    return (
      <>
        <h2>{text.ownHeading}</h2>
        <p>{text.ownNote}</p>
      </>
    )
  if (mode !== 'theme')
    return (
      <>
        <h2>{{ evidence: text.evidenceHeading, fresh: text.freshHeading, changed: text.changedHeading(since) }[mode]}</h2>
        <p>{describeMap(shape, lang)}</p>
      </>
    )
  const count = shape.themeCounts.find((one) => one.theme.id === theme.id)!
  return (
    <>
      <h2>{theme.label[lang]}</h2>
      <p>
        {text.themeNow(count.regionCount, regions.length)}{' '}
        {count.countThen === null ? null : text.themeThen(count.countThen, since)}
      </p>
      <p>
        <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>{text.openTheme}</a> ·{' '}
        <a href={`${paths.to('start')}#map`}>{text.backToOwn}</a>
      </p>
    </>
  )
}

export function Swatch({ className }: { className: string }) {
  return (
    <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" rx="3" class={className} />
    </svg>
  )
}

function MapControls({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  const { mode } = namesIn(startAddress, lang)
  const words = wordsIn(startAddress.query.mode, lang)
  return (
    <nav class="map-controls" aria-label={text.colourBy}>
      <span class="small muted">{text.colourBy}</span>
      <ul class="segments">
        {mapModes.map((name) => (
          <li key={name}>
            <a href={addressOf(name)} aria-current={shape.mode === name ? 'true' : undefined}>
              {text.modes[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
  function addressOf(name: MapMode): string {
    return `${paths.to('start', {}, { [mode]: name === 'own' ? null : words[name] })}#map`
  }
}

/** Small multiples: one Sweden a theme, with the number of regions and the difference since the deck. Each is a link that colours the large map. */
export function ThemeTiles({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  const shown = shape.themeCounts.filter(({ regionCount }) => regionCount > 0).slice(0, tileCount)
  const since = shown.some(({ countThen }) => countThen !== null) ? shape.since : null
  return (
    <section class="tiles" aria-labelledby="tiles-heading">
      <h2 id="tiles-heading">{text.tilesHeading}</h2>
      <p class="small muted">{text.tilesNote(shape.regions.length, since)}</p>
      <ul>
        {shown.map((count) => (
          <ThemeTile key={count.theme.id} context={context} shape={shape} count={count} />
        ))}
      </ul>
      <MoreThemes context={context} shape={shape} hidden={shown.map(({ theme }) => theme.id)} />
    </section>
  )
}

function ThemeTile({ context, shape, count }: Props & { count: ThemeCount }) {
  const { lang, paths } = context
  const { theme, regionCount, countThen } = count
  const label = theme.label[lang]
  const short = shortLabel(label)
  const difference = countThen === null ? null : regionCount - countThen
  const codes = new Set(shape.regions.filter(({ themeIds }) => themeIds.includes(theme.id)).map(({ code }) => code))
  const query = { [namesIn(startAddress, lang).theme]: lang === 'sv' ? theme.id : theme.slugEn }
  return (
    <li class={`family-${theme.family}`}>
      <a
        class="tile"
        href={`${paths.to('start', {}, query)}#map`}
        aria-current={shape.mode === 'theme' && shape.theme.id === theme.id ? 'true' : undefined}
      >
        <MiniMap codes={codes} />
        <span class="tile-name">
          {short}
          {short === label ? null : <span class="visually-hidden">{label.slice(short.length)}</span>}
        </span>
        <span class="tile-count">
          <b>{regionCount}</b>
          {difference === null ? null : <span class="tile-change">{signed(difference)}</span>}
        </span>
      </a>
    </li>
  )
}

const signed = (number: number): string => (number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '±0')

function MoreThemes({ context, shape, hidden }: Props & { hidden: readonly string[] }) {
  const { lang, paths } = context
  const text = startText[lang]
  const others = shape.themeCounts.filter(({ theme }) => !hidden.includes(theme.id))
  return (
    <form class="more-themes" action={`${paths.action('start')}#map`}>
      <label for="map-theme">{text.moreThemes}</label>
      <select id="map-theme" name={namesIn(startAddress, lang).theme}>
        {others.map(({ theme, regionCount }) => (
          <option
            key={theme.id}
            value={lang === 'sv' ? theme.id : theme.slugEn}
            selected={shape.mode === 'theme' && theme.id === shape.theme.id}
          >
            {theme.label[lang]} ({regionCount})
          </option>
        ))}
      </select>
      <button type="submit" class="button-quiet">
        {text.show}
      </button>
    </form>
  )
}

/** What the map shows, in a sentence. */
export function describeMap(shape: StartShape, lang: Language): string {
  const text = startText[lang]
  const { mode, regions } = shape
  if (mode === 'own') return text.mapOwn(regions.length)
  if (mode === 'evidence') return describeEvidence(regions, lang)
  if (mode === 'changed')
    return text.mapChanged(shape.since, regions.filter((region) => region.news === 'changed').length, regions.length)
  if (mode === 'theme')
    return text.mapTheme(
      shape.theme.label[lang],
      regions.filter((region) => region.themeIds.includes(shape.theme.id)).length,
      regions.length,
    )
  const dated = regions.flatMap(({ current }) =>
    current && current.strategy.datePrecision !== 'unknown' ? [current.strategy] : [],
  )
  const newest = dated.toSorted((a, b) => (a.meta.inForceFrom < b.meta.inForceFrom ? 1 : -1))[0]
  return newest
    ? text.mapFresh(dated.length, regions.length, formatDate(newest.meta.inForceFrom, { precision: newest.datePrecision, lang }))
    : ''
}
