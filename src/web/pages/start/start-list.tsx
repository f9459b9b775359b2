import { isUnread } from '../../../snapshot/areas-known.ts'
import { ownWordsOf } from '../../../shapes/area-labels.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import type { PageContext } from '../../frame/page.ts'
import { DateText, Gloss } from '../../frame/priority-parts.tsx'
import type { Language } from '../../../records/language.ts'
import { Swatch } from './start-map.tsx'
import { stateOf } from './start-state.ts'
import { shortLabel, startText } from './start.text.ts'
import type { StartRegion, StartShape, ThemeCount } from './start.view.ts'

interface Props {
  context: PageContext
  shape: StartShape
}

/** How many themes have a column. */
const columnCount = 11

/** Every region with its areas in its own words, its class on the map in words, and the most common themes as columns. */
export function RegionList({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  const columns = shape.themeCounts.filter(({ regionCount }) => regionCount > 0).slice(0, columnCount)
  return (
    <section class="region-list" id="regions">
      <h2>{text.listHeading(shape.regions.length, shape.areaCount)}</h2>
      <p class="section-note small">
        {shape.jointAreaCount > 0 ? text.listJoint(shape.jointAreaCount) : null} {text.listNote}{' '}
        {isTranslated(shape, lang) ? text.ours : null}
      </p>
      <table class="region-table">
        <thead>
          <tr>
            <th scope="col" class="col-region">
              {text.listColumns.region}
            </th>
            <th scope="col">{text.listColumns.words}</th>
            {columns.map((count) => (
              <ThemeColumn key={count.theme.id} context={context} count={count} />
            ))}
            <th scope="col" class="col-date">
              {text.listColumns.date}
            </th>
          </tr>
        </thead>
        <tbody data-region-index>
          {shape.regions.map((region) => (
            <RegionRow key={region.code} context={context} shape={shape} region={region} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isTranslated = ({ regions }: StartShape, lang: Language) =>
  regions.some(({ current }) => current?.priorities.some((priority) => ownWordsOf(priority, lang).gloss))

function ThemeColumn({ context: { lang, paths }, count: { theme, regionCount } }: { context: PageContext; count: ThemeCount }) {
  return (
    <th scope="col" class={`col-theme family-${theme.family}`}>
      <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>
        {shortLabel(theme.label[lang])} {regionCount}
      </a>
    </th>
  )
}

function RegionRow({ context, shape, region, columns }: Props & { region: StartRegion; columns: readonly ThemeCount[] }) {
  const { lang, paths } = context
  const text = startText[lang]
  const state = stateOf(region, shape, lang)
  const { current } = region
  const isMatch = shape.mode === 'theme' && region.themeIds.includes(shape.theme.id)
  return (
    <tr id={`region-${region.code}`} data-region={region.code} class={isMatch ? 'is-match' : undefined}>
      <th scope="row">
        <span class="letters" aria-hidden="true">
          {region.letters}
        </span>
        <a class="name" href={paths.to('region', { slug: region.slug })}>
          {region.name}
        </a>
        <span class="state">
          <Swatch className={state.fill} /> {state.words}
        </span>
      </th>
      <td class="words">
        {isUnread(current) ? text.unreadAreas : null}
        {current
          ? current.priorities.map((priority) => (
              <AreaWords key={priority.id} priority={priority} region={region} shape={shape} lang={lang} />
            ))
          : text.noList}
      </td>
      {columns.map(({ theme }) => (
        <td key={theme.id} class="col-theme">
          {region.themeIds.includes(theme.id) ? (
            <span class={`family-dot family-${theme.family}`}>
              <span class="visually-hidden">{text.hasTheme}</span>
            </span>
          ) : null}
        </td>
      ))}
      <td class="col-date">
        {current ? (
          <DateText date={current.strategy.meta.inForceFrom} precision={current.strategy.datePrecision} lang={lang} />
        ) : null}
      </td>
    </tr>
  )
}

interface WordsProps {
  priority: PriorityShape
  region: StartRegion
  shape: StartShape
  lang: Language
}

function AreaWords({ priority, region, shape, lang }: WordsProps) {
  const { label, labelLang, gloss } = ownWordsOf(priority, lang)
  const families = [...new Set(priority.themes.map(({ family }) => family))].slice(0, 2)
  const isStrong =
    shape.mode === 'theme' ? priority.themes.some(({ id }) => id === shape.theme.id) : region.own?.priority.id === priority.id
  return (
    <span class="area">
      <span class="family-dots" aria-hidden="true">
        {families.map((family) => (
          <span key={family} class={`family-dot family-${family}`} />
        ))}
      </span>
      {'\u00a0'}
      <span class={isStrong ? 'is-strong' : undefined} lang={labelLang}>
        {label}
      </span>
      <Gloss gloss={gloss} lang={lang} />
      <span class="visually-hidden">; </span>
    </span>
  )
}
