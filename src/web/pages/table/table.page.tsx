import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { UnreadNote } from '../../frame/unread-note.tsx'
import { findUnreadRegions } from '../../../shapes/unread-regions.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'
import { OwnerLink, PriorityLabel, ThemeChips } from '../../frame/priority-parts.tsx'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { SelectField } from '../../frame/select-field.tsx'
import type { SelectOption } from '../../frame/select-field.tsx'
import { prioritiesApi } from './table.api.ts'
import { readTableChoice } from './table.view.ts'
import { columns, tableView } from '../../../shapes/priority-table.ts'
import type { Column, TableChoice } from '../../../shapes/priority-table.ts'
import type { Language, Texts } from '../../../records/language.ts'
import { tableAddress } from './table.address.ts'

const sv = {
  title: 'Alla områden som tabell',
  lead: 'Sortera, filtrera och ladda ned regionernas prioriterade områden.',
  description: 'Alla prioriterade områden som tabell: sortera, filtrera och ladda ned.',
  text: 'Innehåller',
  region: 'Region',
  theme: 'Tema',
  period: 'Programperiod',
  holds: 'Visa',
  onlyInForce: 'Bara de senast kända',
  all: 'Även tidigare',
  any: 'Alla',
  show: 'Visa',
  filter: 'Filtrera',
  clear: 'Rensa',
  count: (n: number, of: number) => `${n} av ${of} områden, samverkansområden och delområden medräknade.`,
  first: (n: number) => `Här visas de första ${n}. Filtrera, eller ladda ned hela urvalet.`,
  caption: 'Prioriterade områden. Kolumnrubrikerna sorterar.',
  columns: {
    owner: 'Region',
    label: 'Område, i regionens egna ord',
    period: 'Period',
    themes: 'Teman (förslag)',
    validFrom: 'Gäller från',
    source: 'Källa',
  },
  scrolls: 'Tabellen är bredare än skärmen: dra den i sidled.',
  sortedUp: 'stigande',
  sortedDown: 'fallande',
  until: (date: string) => `till ${date}`,
  nothing: 'Inget område stämmer med valet. Ta bort något filter.',
  download: 'Ladda ned urvalet:',
  excel: 'CSV för Excel',
  machine: 'CSV för program',
  json: 'JSON',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: 'All areas as a table',
    lead: 'Sort, filter and download the regions’ priority areas.',
    description: 'All priority areas as a table: sort, filter and download.',
    text: 'Contains',
    region: 'Region',
    theme: 'Theme',
    period: 'Programme period',
    holds: 'Show',
    onlyInForce: 'Only the latest known',
    all: 'Earlier ones too',
    any: 'All',
    show: 'Show',
    filter: 'Filter',
    clear: 'Clear',
    count: (n: number, of: number) => `${n} of ${of} areas, joint areas and parts of areas included.`,
    first: (n: number) => `The first ${n} are shown here. Filter, or download the whole selection.`,
    caption: 'Priority areas. Column headings sort.',
    columns: {
      owner: 'Region',
      label: 'Area, in the region’s own words',
      period: 'Period',
      themes: 'Themes (suggested)',
      validFrom: 'Holds from',
      source: 'Source',
    },
    scrolls: 'The table is wider than the screen: drag it sideways.',
    sortedUp: 'ascending',
    sortedDown: 'descending',
    until: (date: string) => `until ${date}`,
    nothing: 'No area fits the choice. Remove a filter.',
    download: 'Download the selection:',
    excel: 'CSV for Excel',
    machine: 'CSV for programs',
    json: 'JSON',
  },
}

export const tablePage = definePage({
  ...tableAddress,
  needs: [allPriorities],
  menu: { where: 'header', place: 3, label: { sv: 'Tabell', en: 'Table' } },
  examples: { sv: ['/tabell', '/tabell?galler=alla&sortera=-label'], en: ['/en/table'] },
  read({ lang, snapshot, url }) {
    const choice = readTableChoice(url.searchParams, lang)
    const all = allPriorities(snapshot)
    const rows = tableView(all, choice, lang)
    return {
      choice,
      count: rows.length,
      rows: rows.slice(0, mostRows),
      total: all.length,
      options: filterOptions(snapshot, lang),
      unread: findUnreadRegions(snapshot).filter(({ code, slug }) => [code, slug, ''].includes(choice.region)),
    }
  },
  render(context, shape) {
    const { title, description } = text[context.lang]
    return { title, description, body: <Table context={context} {...shape} /> }
  },
  api: [prioritiesApi],
})

interface Props {
  context: PageContext
  choice: TableChoice
}

/** More than this takes long to write, and nobody reads to the end of it. The downloads have all. */
const mostRows = 500

interface Shape {
  choice: TableChoice
  /** The areas that fit the choice, as far as they are shown. */
  rows: readonly PriorityShape[]
  /** How many fit it. */
  count: number
  /** The number of areas to choose from. */
  total: number
  /** Regions of the choice whose areas nobody has read. */
  unread: readonly RegionRef[]
  options: FilterOptions
}

/** What each filter offers. */
interface FilterOptions {
  owners: readonly SelectOption[]
  themes: readonly SelectOption[]
  periods: readonly SelectOption[]
}

function filterOptions(snapshot: Snapshot, lang: Language): FilterOptions {
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

function Table({ context, choice, rows, count, total, options, unread }: Shape & { context: PageContext }) {
  const { lang } = context
  return (
    <>
      <header class="page-head">
        <h1>{text[lang].title}</h1>
        <p class="lead">{text[lang].lead}</p>
      </header>
      <Filters context={context} choice={choice} options={options} />
      <p role="status">
        <strong>{text[lang].count(count, total)}</strong>
        {count > rows.length ? ` ${text[lang].first(rows.length)}` : null}
      </p>
      <UnreadNote context={context} regions={unread} />
      {rows.length === 0 && !(choice.region && unread.length > 0) ? (
        <p class="empty">{text[lang].nothing}</p>
      ) : rows.length === 0 ? null : (
        <section class="table-wrap table-wide area-cards" tabIndex={0} aria-label={text[lang].title}>
          <table>
            <caption>
              {text[lang].caption} <span class="scroll-hint">{text[lang].scrolls}</span>
            </caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <HeaderCell key={column} context={context} choice={choice} column={column} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((priority) => (
                <Row key={priority.id} context={context} priority={priority} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Downloads context={context} choice={choice} />
    </>
  )
}

function Filters({ context, choice, options: { owners, themes, periods } }: Props & { options: FilterOptions }) {
  const { lang, paths } = context
  const names = namesIn(tableAddress, lang)
  const words = text[lang]
  const earlier = wordsIn(tableAddress.query.inForce, lang).all
  return (
    <>
      <p class="filters-button">
        <button type="button" class="button-quiet" popovertarget="table-filters">
          {words.filter}
        </button>
      </p>
      <form class="form-row table-filters filter-sheet" id="table-filters" popover="auto" action={paths.action('table')}>
        <div class="field">
          <label for="text">{words.text}</label>
          <input id="text" type="text" name={names.text} value={choice.text} maxLength={200} />
        </div>
        <SelectField
          id="region"
          name={names.region}
          label={words.region}
          any={words.any}
          options={owners}
          chosen={choice.region}
        />
        <SelectField id="theme" name={names.theme} label={words.theme} any={words.any} options={themes} chosen={choice.theme} />
        <SelectField
          id="period"
          name={names.period}
          label={words.period}
          any={words.any}
          options={periods}
          chosen={choice.period}
        />
        <SelectField
          id="holds"
          name={names.inForce}
          label={words.holds}
          any={words.onlyInForce}
          options={[[earlier, words.all]]}
          chosen={choice.onlyInForce ? '' : earlier}
        />
        <button type="submit">{words.show}</button>
        <a class="button button-quiet" href={paths.to('table')}>
          {words.clear}
        </a>
      </form>
    </>
  )
}

function HeaderCell({ context, choice, column }: Props & { column: Column }) {
  const { lang, paths } = context
  const isSorted = choice.sort === column
  const next = isSorted && !choice.isDescending ? `-${column}` : column
  const query = { ...queryOf(choice, lang), [namesIn(tableAddress, lang).sort]: next }
  return (
    <th scope="col" aria-sort={isSorted ? (choice.isDescending ? 'descending' : 'ascending') : undefined}>
      <a href={paths.to('table', {}, query)}>
        {text[lang].columns[column]}
        {isSorted ? <span aria-hidden="true">{choice.isDescending ? '↓' : '↑'}</span> : null}
      </a>
    </th>
  )
}

function Row({ context, priority }: { context: PageContext; priority: PriorityShape }) {
  const { lang, paths } = context
  const { meta, citation } = priority
  return (
    <tr>
      <td>
        <OwnerLink context={context} owner={priority.owner} />
      </td>
      <td>
        <PriorityLabel context={context} priority={priority} />
      </td>
      <td class="numeric">{priority.programmePeriodId.replace('-', '–')}</td>
      <td>
        <ThemeChips context={context} themes={priority.themes} />
      </td>
      <td class="numeric">
        {meta.inForceFrom}
        {meta.inForceTo ? ` ${text[lang].until(meta.inForceTo)}` : ''}
      </td>
      <td>{citation ? <a href={paths.to('source', { id: citation.source.id })}>{citation.source.title[lang]}</a> : '–'}</td>
    </tr>
  )
}

function Downloads({ context, choice }: Props) {
  const { lang, paths } = context
  const query = {
    q: choice.text,
    region: choice.region,
    theme: choice.theme,
    period: choice.period,
    inForce: choice.onlyInForce ? 'true' : null,
  }
  return (
    <p class="actions">
      <span>{text[lang].download}</span>
      <a href={paths.api('tables/priorities.csv', { ...query, variant: 'excel', lang })}>{text[lang].excel}</a>
      <a href={paths.api('tables/priorities.csv', { ...query, variant: 'machine', lang })}>{text[lang].machine}</a>
      <a href={paths.api('tables/priorities.json', query)}>{text[lang].json}</a>
    </p>
  )
}

function queryOf(choice: TableChoice, lang: Language) {
  const names = namesIn(tableAddress, lang)
  return {
    [names.text]: choice.text,
    [names.region]: choice.region,
    [names.theme]: choice.theme,
    [names.period]: choice.period,
    [names.inForce]: choice.onlyInForce ? null : wordsIn(tableAddress.query.inForce, lang).all,
  }
}
