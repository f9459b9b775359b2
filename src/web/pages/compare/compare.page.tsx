import { ExpectedError } from '../../../records/expected-error.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { findRegion, findRegions } from '../../../shapes/from-snapshot.ts'
import { areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { regionSummaryShape } from '../../../shapes/region-shape.ts'
import type { PriorityShape, RegionSummaryShape, ThemeRef } from '../../../shapes/shapes.ts'
import { joinWords } from '../../../language/join-words.ts'
import { DateText, PriorityLabel, ThemeChip } from '../../frame/priority-parts.tsx'
import type { Texts } from '../../../records/language.ts'
import { namesIn } from '../../frame/page-address.ts'
import { compareAddress } from './compare.address.ts'

const most = 4
const sv = {
  title: 'Jämför regioner',
  titleOf: (names: string) => `Jämför ${names}`,
  lead: 'Två till fyra regioner sida vid sida: deras egna ord, och teman de delar.',
  description: 'Jämför två till fyra regioners prioriterade områden sida vid sida.',
  choose: (n: number) => `Region ${n}`,
  none: 'Välj …',
  show: 'Jämför',
  needTwo: 'Välj minst två regioner.',
  tooMany: 'Högst fyra regioner kan jämföras på en gång.',
  words: 'Regionernas egna ord',
  shared: 'Teman som delas',
  sharedNone: 'Inga teman delas av de valda regionerna.',
  sharedNote:
    'Att två regioner väljer samma sak kan vara en risk (dubbelarbete) eller en chans (kritisk massa). Temana är maskinens förslag.',
  only: 'Teman som bara en av dem har',
  theme: 'Tema',
  noList: 'Ingen lista känd den här dagen.',
  unread: 'En lista finns, men dess områden är inte kända här.',
  unknown: 'okänt',
  unknownNote: (names: string) => `Områdena är inte kända för ${names}. Vilka teman som delas där går inte att säga.`,
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Compare regions',
    titleOf: (names: string) => `Compare ${names}`,
    lead: 'Two to four regions side by side: their own words, and the themes they share.',
    description: 'Compare the priority areas of two to four regions side by side.',
    choose: (n: number) => `Region ${n}`,
    none: 'Choose …',
    show: 'Compare',
    needTwo: 'Choose at least two regions.',
    tooMany: 'At most four regions can be compared at once.',
    words: 'The regions’ own words',
    shared: 'Themes they share',
    sharedNone: 'The chosen regions share no theme.',
    sharedNote:
      'That two regions choose the same thing can be a risk (duplication) or a chance (critical mass). Themes are suggested by the machine.',
    only: 'Themes that only one of them has',
    theme: 'Theme',
    noList: 'No list known on this day.',
    unread: 'There is a list, but its areas are not known here.',
    unknown: 'unknown',
    unknownNote: (names: string) => `The areas of ${names} are not known. Which themes are shared there cannot be said.`,
  },
}

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
    return { regions, choices: findRegions(snapshot).map(({ slug, name }) => ({ slug, name })) }
  },
  render(context, { regions, choices }) {
    const { title, titleOf, description } = text[context.lang]
    const names = joinWords(
      regions.map(({ name }) => name),
      context.lang,
    )
    return {
      title: regions.length > 1 ? titleOf(names) : title,
      description,
      body: <Compare context={context} regions={regions} choices={choices} />,
    }
  },
})

interface Props {
  context: PageContext
  regions: readonly RegionSummaryShape[]
}

type Choices = readonly { slug: string; name: string }[]

function Compare({ context, regions, choices }: Props & { choices: Choices }) {
  const { lang } = context
  return (
    <>
      <header class="page-head">
        <h1>{text[lang].title}</h1>
        <p class="lead">{text[lang].lead}</p>
        <RegionForm context={context} regions={regions} choices={choices} />
      </header>
      {regions.length < 2 ? (
        <p class="empty">{text[lang].needTwo}</p>
      ) : (
        <>
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
  const spread = (row: ThemeRow) => row.areas.filter((list) => list.length > 0).length
  const shared = rows.filter((row) => spread(row) > 1)
  const unknown = regions.filter(({ current }) => areasKnownIn(current) === 'unknown').map(({ name }) => name)
  const single = rows.filter((row) => spread(row) === 1)
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
  const spread = (row: ThemeRow) => row.areas.filter((list) => list.length > 0).length
  return [...rows.values()].sort((a, b) => spread(b) - spread(a) || (a.theme.label.sv < b.theme.label.sv ? -1 : 1))
}
