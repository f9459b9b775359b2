import { ExpectedError } from '../../../records/expected-error.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { findRegion, findRegions } from '../../../shapes/from-snapshot.ts'
import { areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { regionSummaryShape } from '../../../shapes/region-shape.ts'
import type { PriorityShape, RegionSummaryShape, ThemeRef } from '../../../shapes/shapes.ts'
import { joinWords } from '../../../language/join-words.ts'
import { DateText, PriorityLabel, ThemeChip } from '../../frame/priority-parts.tsx'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import type { Figure } from '../../frame/figure.ts'
import { compareFigures, compareMeasured, stripsFigure } from './compare.figures.ts'
import type { MeasuredRegion } from './compare.figures.ts'
import { compareText as text, mostCompared as most } from './compare.text.ts'
import { namesIn } from '../../frame/page-address.ts'
import { compareAddress } from './compare.address.ts'

export const comparePage = definePage({
  ...compareAddress,
  menu: { where: 'header', place: 6, label: { sv: 'Jämför', en: 'Compare' } },
  examples: {
    sv: ['/jamfor', '/jamfor?region=varmland&region=dalarna&region=orebro'],
    en: ['/en/compare?region=skane&region=halland'],
  },
  read({ lang, snapshot, url }) {
    const asked = [...new Set(url.searchParams.getAll(namesIn(compareAddress, lang).region).filter(Boolean))]
    if (asked.length > most) throw new ExpectedError('bad_request', { detail: text[lang].tooMany })
    const regions = asked.map((slug) => {
      const region = findRegion(snapshot, slug)
      if (!region) throw new ExpectedError('region_not_found', { data: { asked: slug } })
      return regionSummaryShape(snapshot, region)
    })
    const measured = regions.length > 1 ? compareMeasured(snapshot, regions) : []
    return { regions, measured, choices: findRegions(snapshot).map(({ slug, name }) => ({ slug, name })) }
  },
  render(context, { regions, measured, choices }) {
    const { title, titleOf, description } = text[context.lang]
    const names = joinWords(
      regions.map(({ name }) => name),
      context.lang,
    )
    return {
      title: regions.length > 1 ? titleOf(names) : title,
      description,
      body: <Compare context={context} regions={regions} measured={measured} choices={choices} />,
    }
  },
  figures: compareFigures,
})

interface Props {
  context: PageContext
  regions: readonly RegionSummaryShape[]
}

type Choices = readonly { slug: string; name: string }[]

function Compare({ context, regions, measured, choices }: Props & { measured: readonly MeasuredRegion[]; choices: Choices }) {
  const { lang } = context
  const figure = measured.length > 1 ? stripsFigure(measured, lang) : null
  return (
    <>
      <header class="page-head">
        <h1>{text[lang].title}</h1>
        <p class="lead">{regions.length < 2 ? text[lang].lead : sentenceOf(regions, lang)}</p>
        <RegionForm context={context} regions={regions} choices={choices} />
      </header>
      {regions.length < 2 ? (
        <p class="empty">{text[lang].needTwo}</p>
      ) : (
        <>
          {figure ? <Strips context={context} regions={regions} figure={figure} /> : null}
          <section>
            <h2>{text[lang].words}</h2>
            <div class="compare-grid">
              {regions.map((region) => (
                <Column key={region.code} context={context} region={region} />
              ))}
            </div>
          </section>
          <SharedThemes context={context} regions={regions} />
        </>
      )}
    </>
  )
}

const spreadOf = (row: ThemeRow) => row.areas.filter((list) => list.length > 0).length

/** What the regions share, and what each has alone, in words; at most a few themes of each are named. */
function sentenceOf(regions: readonly RegionSummaryShape[], lang: PageContext['lang']): string {
  const rows = themeRows(regions)
  // One too many takes no more room than the word that there is one more.
  const named = (labels: readonly string[], at: number) =>
    labels.length <= at + 1 ? labels : [...labels.slice(0, at), text[lang].more(labels.length - at)]
  const labelsOf = (wanted: readonly ThemeRow[]) => wanted.map(({ theme }) => theme.label[lang])
  const single = rows.filter((row) => spreadOf(row) === 1)
  const shared = rows.filter((row) => spreadOf(row) > 1)
  return text[lang].sentence({
    names: joinWords(
      regions.map(({ name }) => name),
      lang,
    ),
    shared: named(labelsOf(shared), 3),
    sharedCount: shared.length,
    single: regions.flatMap(({ name }, at) => {
      const themes = named(labelsOf(single.filter(({ areas }) => areas[at]!.length > 0)), 1)
      return themes.length > 0 ? [{ name, themes }] : []
    }),
  })
}

/** Each measurable area with the place of every region that is compared. */
function Strips({ context, regions, figure }: Props & { figure: Figure }) {
  const slugs = regions.map(({ slug }) => slug)
  const { region } = namesIn(compareAddress, context.lang)
  const query = slugs.map((slug) => `${region}=${slug}`).join('&')
  return (
    <FigureFrame
      context={context}
      figure={figure}
      href={`${context.paths.action('compare')}?${query}`}
      path="compare"
      query={{ regions: slugs.join(',') }}
    />
  )
}

function RegionForm({ context, regions, choices }: Props & { choices: Choices }) {
  const { lang, paths } = context
  return (
    <form class="form-row" action={paths.action('compare')}>
      {[0, 1, 2, 3].map((index) => (
        <div key={index} class="field">
          <label for={`region-${index}`}>{text[lang].choose(index + 1)}</label>
          <select id={`region-${index}`} name={namesIn(compareAddress, lang).region}>
            <option value="">{text[lang].none}</option>
            {choices.map(({ slug, name }) => (
              <option key={slug} value={slug} selected={regions[index]?.slug === slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit">{text[lang].show}</button>
    </form>
  )
}

function Column({ context, region }: { context: PageContext; region: RegionSummaryShape }) {
  const { lang, paths } = context
  const { current } = region
  return (
    <div>
      <h3>
        <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
      </h3>
      {current ? (
        <>
          <p class="muted small">
            <DateText date={current.strategy.meta.inForceFrom} precision={current.strategy.datePrecision} lang={lang} />
          </p>
          {isUnread(current) ? <p class="empty">{text[lang].unread}</p> : null}
          <ol class="plain-words">
            {current.priorities.map((priority) => (
              <li key={priority.id}>
                <PriorityLabel context={context} priority={priority} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p class="empty">{text[lang].noList}</p>
      )}
    </div>
  )
}

function SharedThemes({ context, regions }: Props) {
  const { lang } = context
  const rows = themeRows(regions)
  const shared = rows.filter((row) => spreadOf(row) > 1)
  const unknown = regions.filter(({ current }) => areasKnownIn(current) === 'unknown').map(({ name }) => name)
  const single = rows.filter((row) => spreadOf(row) === 1)
  return (
    <>
      <section>
        <h2>{text[lang].shared}</h2>
        <p class="section-note">{text[lang].sharedNote}</p>
        {unknown.length > 0 ? <p class="note">{text[lang].unknownNote(joinWords(unknown, lang))}</p> : null}
        {shared.length === 0 && unknown.length === 0 ? <p class="empty">{text[lang].sharedNone}</p> : null}
        {shared.length === 0 ? null : (
          <section class="table-wrap" tabIndex={0} aria-label={text[lang].shared}>
            <ThemeTable context={context} regions={regions} rows={shared} />
          </section>
        )}
      </section>
      {single.length > 0 ? <SingleThemes context={context} regions={regions} rows={single} /> : null}
    </>
  )
}

function ThemeTable({ context, regions, rows }: Props & { rows: readonly ThemeRow[] }) {
  const { lang } = context
  return (
    <table>
      <caption class="visually-hidden">{text[lang].shared}</caption>
      <thead>
        <tr>
          <th scope="col">{text[lang].theme}</th>
          {regions.map((region) => (
            <th key={region.code} scope="col">
              {region.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ theme, areas }) => (
          <tr key={theme.id}>
            <th scope="row">
              <ThemeChip context={context} theme={theme} />
            </th>
            {areas.map((list, index) => (
              <td key={regions[index]!.code}>
                {list.length > 0 ? null : areasKnownIn(regions[index]!.current) === 'unknown' ? text[lang].unknown : '–'}
                {list.map((priority) => (
                  <div key={priority.id}>
                    <PriorityLabel context={context} priority={priority} />
                  </div>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SingleThemes({ context, regions, rows }: Props & { rows: readonly ThemeRow[] }) {
  return (
    <section>
      <h2>{text[context.lang].only}</h2>
      <dl class="facts only-one">
        {regions.map((region, index) => (
          <>
            <dt>{region.name}</dt>
            <dd>
              <ul class="chips">
                {rows
                  .filter(({ areas }) => areas[index]!.length > 0)
                  .map(({ theme }) => (
                    <li key={theme.id}>
                      <ThemeChip context={context} theme={theme} />
                    </li>
                  ))}
              </ul>
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

interface ThemeRow {
  theme: ThemeRef
  /** Per region, in the regions' order, its areas within the theme. */
  areas: PriorityShape[][]
}

/** Themes with each region's areas in them, those shared by most regions first. */
function themeRows(regions: readonly RegionSummaryShape[]): ThemeRow[] {
  const rows = new Map<string, ThemeRow>()
  regions.forEach((region, index) => {
    for (const priority of region.current?.priorities ?? []) {
      for (const theme of priority.themes) {
        const row = rows.get(theme.id) ?? { theme, areas: regions.map(() => []) }
        rows.set(theme.id, row)
        row.areas[index]!.push(priority)
      }
    }
  })
  return [...rows.values()].sort((a, b) => spreadOf(b) - spreadOf(a) || (a.theme.label.sv < b.theme.label.sv ? -1 : 1))
}
