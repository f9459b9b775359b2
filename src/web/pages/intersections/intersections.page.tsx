import type { Language } from '../../../records/language.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import { intersections, joinedPairs } from '../../../shapes/intersection-shape.ts'
import type { IntersectionChoice, IntersectionShape } from '../../../shapes/intersection-shape.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { UnreadNote } from '../../frame/unread-note.tsx'
import { findUnreadRegions } from '../../../shapes/unread-regions.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { OwnerLink, PriorityLabel, ThemeChip } from '../../frame/priority-parts.tsx'
import { SelectField } from '../../frame/select-field.tsx'
import type { SelectFieldProps, SelectOption } from '../../frame/select-field.tsx'
import { intersectionsAddress } from './intersections.address.ts'
import { intersectionsApi } from './intersections.api.ts'
import { intersectionsText } from './intersections.text.ts'

export const intersectionsPage = definePage({
  ...intersectionsAddress,
  section: 'themes',
  needs: [allPriorities],
  examples: {
    sv: ['/skarningar', '/skarningar?tema=livsmedel&tema=digitalisering&galler=alla'],
    en: ['/en/intersections', '/en/intersections?region=kalmar'],
  },
  read({ lang, snapshot, url }) {
    const choice = readChoice(url.searchParams, lang)
    const everything = intersections(snapshot, { themes: [], owner: '', period: '', onlyInForce: false })
    const rows = intersections(snapshot, choice)
    return {
      choice,
      rows,
      total: everything.length,
      pairs: joinedPairs(rows).slice(0, mostPairs),
      options: optionsOf(snapshot, lang),
      unread: findUnreadRegions(snapshot).filter(({ code, slug }) => [code, slug, ''].includes(choice.owner)),
    }
  },
  render(context, shape) {
    const { title, description } = intersectionsText[context.lang]
    return { title, description, body: <Intersections context={context} {...shape} /> }
  },
  api: [intersectionsApi],
})

const mostPairs = 8

interface Shape {
  choice: IntersectionChoice
  rows: readonly IntersectionShape[]
  /** The number of intersections to choose from. */
  total: number
  pairs: ReturnType<typeof joinedPairs>
  /** Regions of the choice whose areas nobody has read. */
  unread: readonly RegionRef[]
  options: Options
}

interface Options {
  owners: readonly SelectOption[]
  themes: readonly SelectOption[]
  periods: readonly SelectOption[]
}

interface Props {
  context: PageContext
}

function readChoice(query: URLSearchParams, lang: Language): IntersectionChoice {
  const names = namesIn(intersectionsAddress, lang)
  const read = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const themes = query.getAll(names.theme).map((theme) => theme.trim().slice(0, 200))
  return {
    themes: themes.filter(Boolean).slice(0, 2),
    owner: read(names.region),
    period: read(names.period),
    onlyInForce: query.get(names.inForce) !== wordsIn(intersectionsAddress.query.inForce, lang).all,
  }
}

function optionsOf(snapshot: Snapshot, lang: Language): Options {
  return {
    owners: [
      ...findRegions(snapshot).map(({ slug, name }): SelectOption => [slug, name]),
      ...snapshot.everBegun('jointArea').map(({ id, name, nameEn }): SelectOption => [id, lang === 'sv' ? name : nameEn]),
    ],
    themes: thesaurusOf(snapshot).themes.map((theme): SelectOption => [
      lang === 'sv' ? theme.id : theme.slugEn,
      theme.label[lang],
    ]),
    periods: snapshot.everBegun('programmePeriod').map(({ id, label }): SelectOption => [id, label]),
  }
}

function Intersections({ context, choice, rows, total, pairs, options, unread }: Props & Shape) {
  const text = intersectionsText[context.lang]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <Filters context={context} choice={choice} options={options} />
      <p role="status">
        <strong>{text.count(rows.length, total)}</strong>
      </p>
      <UnreadNote context={context} regions={unread} />
      {rows.length > 0 ? (
        <Rows context={context} rows={rows} />
      ) : choice.owner && unread.length > 0 ? null : (
        <p class="empty">{text.nothing}</p>
      )}
      <Downloads context={context} choice={choice} />
      <Pairs context={context} choice={choice} pairs={pairs} />
      <p class="small muted">{text.note}</p>
    </>
  )
}

function Filters({ context, choice, options }: Props & Pick<Shape, 'choice' | 'options'>) {
  const { lang, paths } = context
  const text = intersectionsText[lang]
  const names = namesIn(intersectionsAddress, lang)
  const earlier = wordsIn(intersectionsAddress.query.inForce, lang).all
  const { owners, themes, periods } = options
  const [one = '', other = ''] = choice.themes
  const fields: SelectFieldProps[] = [
    { id: 'theme', name: names.theme, label: text.theme, any: text.any, options: themes, chosen: one },
    { id: 'with-theme', name: names.theme, label: text.withTheme, any: text.any, options: themes, chosen: other },
    { id: 'region', name: names.region, label: text.region, any: text.any, options: owners, chosen: choice.owner },
    { id: 'period', name: names.period, label: text.period, any: text.any, options: periods, chosen: choice.period },
    {
      id: 'holds',
      name: names.inForce,
      label: text.holds,
      any: text.onlyInForce,
      options: [[earlier, text.all]],
      chosen: choice.onlyInForce ? '' : earlier,
    },
  ]
  return (
    <form class="form-row table-filters" action={paths.action('intersections')}>
      {fields.map((field) => (
        <SelectField key={field.id} {...field} />
      ))}
      <button type="submit">{text.show}</button>
      <a class="button button-quiet" href={paths.to('intersections')}>
        {text.clear}
      </a>
    </form>
  )
}

function Rows({ context, rows }: Props & Pick<Shape, 'rows'>) {
  const { caption, columns } = intersectionsText[context.lang]
  return (
    <section class="table-wrap" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {[columns.owner, columns.label, columns.joins, columns.period].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((area) => (
            <tr key={area.id}>
              <td>
                <OwnerLink context={context} owner={area.owner} />
              </td>
              <td>
                <PriorityLabel context={context} priority={area} />
              </td>
              <td>
                <ul class="chips" aria-label={columns.joins}>
                  {area.joins.map((theme) => (
                    <li key={theme.id}>
                      <ThemeChip context={context} theme={theme} />
                    </li>
                  ))}
                </ul>
              </td>
              <td class="numeric">{area.programmePeriodId.replace('-', '–')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The pairs of themes in the selection; each leads to its areas. */
function Pairs({ context, choice, pairs }: Props & Pick<Shape, 'choice' | 'pairs'>) {
  const { lang, paths } = context
  const text = intersectionsText[lang]
  if (pairs.length === 0 || choice.themes.length > 1) return null
  const names = namesIn(intersectionsAddress, lang)
  const hrefOf = (themes: Shape['pairs'][number]['themes']) =>
    paths.to(
      'intersections',
      {},
      { ...queryOf(choice, lang), [names.theme]: themes.map(({ id, slugEn }) => (lang === 'sv' ? id : slugEn)) },
    )
  return (
    <section>
      <h2>{text.pairs}</h2>
      <ul class="link-list">
        {pairs.map(({ themes, areaCount }) => (
          <li key={themes.map(({ id }) => id).join()}>
            <a href={hrefOf(themes)}>{themes.map(({ label }) => label[lang]).join(' × ')}</a>{' '}
            <span class="muted small">{text.pairCount(areaCount)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Downloads({ context: { lang, paths }, choice }: Props & Pick<Shape, 'choice'>) {
  const text = intersectionsText[lang]
  const query = {
    themes: choice.themes.join(','),
    region: choice.owner,
    period: choice.period,
    inForce: choice.onlyInForce ? 'true' : null,
  }
  return (
    <p class="actions">
      <span>{text.download}</span>
      <a href={paths.api('tables/intersections.csv', { ...query, variant: 'excel', lang })}>{text.excel}</a>
      <a href={paths.api('tables/intersections.csv', { ...query, variant: 'machine', lang })}>{text.machine}</a>
      <a href={paths.api('tables/intersections.json', query)}>{text.json}</a>
    </p>
  )
}

function queryOf(choice: IntersectionChoice, lang: Language) {
  const names = namesIn(intersectionsAddress, lang)
  return {
    [names.region]: choice.owner,
    [names.period]: choice.period,
    [names.inForce]: choice.onlyInForce ? null : wordsIn(intersectionsAddress.query.inForce, lang).all,
  }
}
