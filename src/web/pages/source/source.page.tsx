import { compareDays } from '../../../records/time.ts'
import { publisherIn } from '../../../records/source.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { editionsByOwner } from '../../../snapshot/editions.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { areaCountWords } from '../../frame/area-count.ts'
import { editionShape, sourceShape, statementShape } from '../../../shapes/from-snapshot.ts'
import type { EditionShape, SourceShape, StatementShape } from '../../../shapes/shapes.ts'
import { DateText, OwnerLink } from '../../frame/priority-parts.tsx'
import type { Texts } from '../../../records/language.ts'
import { sourceApi, sourcesApi } from './sources.api.ts'
import { sourcesAddress } from './sources.address.ts'
import { sourceAddress } from './source.address.ts'

const sv = {
  title: 'Källor',
  lead: 'Allt i atlasen vilar på en källa. Här är alla, de nyaste först.',
  description: 'Alla källor som atlasen vilar på, med datum och länk.',
  eyebrow: 'Källa',
  publisher: 'Utgivare',
  date: 'Datum',
  kind: 'Slag',
  link: 'Adress',
  kinds: {
    deck: 'Presentation',
    webPage: 'Webbsida',
    strategyDocument: 'Strategidokument',
    newsItem: 'Nyhet',
    dataset: 'Statistik',
  },
  lists: 'Listor som vilar på källan',
  statements: 'Iakttagelser, önskemål och nästa steg ur källan',
  line: 'rad',
  notFound: 'Källan finns inte.',
  outside: 'länken går till en annan webbplats och kan ha ändrats',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Sources',
    lead: 'Everything in the atlas rests on a source. Here are all, newest first.',
    description: 'All sources that the atlas rests on, with date and link.',
    eyebrow: 'Source',
    publisher: 'Publisher',
    date: 'Date',
    kind: 'Kind',
    link: 'Address',
    kinds: {
      deck: 'Slide deck',
      webPage: 'Web page',
      strategyDocument: 'Strategy document',
      newsItem: 'News item',
      dataset: 'Statistics',
    },
    lists: 'Lists that rest on the source',
    statements: 'Findings, wishes and next steps from the source',
    line: 'line',
    notFound: 'There is no such source.',
    outside: 'the link leads to another site and may have changed',
  },
}

export const sourcesPage = definePage({
  ...sourcesAddress,
  menu: { where: 'footer', place: 2, label: { sv: 'Källor', en: 'Sources' } },
  read: ({ snapshot }) => snapshot.everBegun('source').map(sourceShape).sort(byDateFalling),
  render(context, sources) {
    const { title, description } = text[context.lang]
    return { title, description, body: <Sources context={context} sources={sources} /> }
  },
  api: [sourcesApi],
})

export const sourcePage = definePage({
  ...sourceAddress,
  section: 'sources',
  sitemap: (snapshot) => snapshot.everBegun('source').map(({ id }) => ({ id })),
  examples: { sv: ['/kalla/deck-2018-01-31'], en: ['/en/source/deck-2018-01-31'] },
  resource: (snapshot, { id = '' }) => (snapshot.getBegun('source', id) ? { kind: 'source', id } : null),
  read({ lang, snapshot }, { id = '' }) {
    const found = snapshot.getBegun('source', id)
    if (!found) throw new ExpectedError('not_found', { detail: text[lang].notFound })
    const editions = [...editionsByOwner(snapshot).values()]
      .flat()
      .filter(({ strategy }) => strategy.meta.source?.sourceId === id)
    const statements = (['finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
      snapshot.everBegun(kind).filter(({ meta }) => meta.source?.sourceId === id),
    )
    return {
      source: sourceShape(found),
      editions: editions.map((edition) => editionShape(snapshot, edition)),
      statements: statements.map((statement) => statementShape(snapshot, statement)),
    }
  },
  render: (context, { source, editions, statements }) => ({
    title: source.title[context.lang],
    description: `${source.title[context.lang]}, ${publisherIn(source.publisher, context.lang)}`,
    body: <Source context={context} source={source} editions={editions} statements={statements} />,
  }),
  api: [sourceApi],
})

const byDateFalling = (a: SourceShape, b: SourceShape) => compareDays(b.date, a.date)

function Sources({ context, sources }: { context: PageContext; sources: readonly SourceShape[] }) {
  const { lang, paths } = context
  return (
    <>
      <header class="page-head">
        <h1>{text[lang].title}</h1>
        <p class="lead">{text[lang].lead}</p>
      </header>
      <ul class="link-list">
        {sources.map((source) => (
          <li key={source.id}>
            <a href={paths.to('source', { id: source.id })}>{source.title[lang]}</a>
            <br />
            <span class="muted small">
              {text[lang].kinds[source.kind as keyof typeof sv.kinds]} · {publisherIn(source.publisher, lang)} ·{' '}
              <DateText date={source.date} precision={source.datePrecision} lang={lang} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface SourceProps {
  context: PageContext
  source: SourceShape
  editions: readonly EditionShape[]
  statements: readonly StatementShape[]
}

function Source({ context, source, editions, statements }: SourceProps) {
  const { lang, paths } = context
  const words = text[lang]
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('sources')}>{words.title}</a>
        </p>
        <h1 class="source-title">{source.title[lang]}</h1>
        <SourceFacts context={context} source={source} />
        {source.note ? <p class="note">{source.note[lang]}</p> : null}
      </header>
      {editions.length > 0 ? (
        <section>
          <h2>{words.lists}</h2>
          <ul class="link-list">
            {editions.map((edition) => (
              <li key={edition.strategy.id}>
                <OwnerLink context={context} owner={edition.strategy.owner} />{' '}
                <span class="muted">· {areaCountWords(edition, lang)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {statements.length > 0 ? (
        <section>
          <h2>{words.statements}</h2>
          <ul class="link-list">
            {statements.map((statement) => (
              <li key={statement.id}>
                <a href={`${paths.to('heard')}#${statement.id}`}>{statement.text[lang]}</a>{' '}
                {statement.citation?.line ? (
                  <span class="muted small">
                    ({words.line} {statement.citation.line})
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  )
}

function SourceFacts({ context, source }: Pick<SourceProps, 'context' | 'source'>) {
  const { lang } = context
  const words = text[lang]
  return (
    <dl class="facts">
      <dt>{words.publisher}</dt>
      <dd>{publisherIn(source.publisher, lang)}</dd>
      <dt>{words.date}</dt>
      <dd>
        <DateText date={source.date} precision={source.datePrecision} lang={lang} />
      </dd>
      <dt>{words.kind}</dt>
      <dd>{words.kinds[source.kind as keyof typeof sv.kinds]}</dd>
      {source.url ? (
        <>
          <dt>{words.link}</dt>
          <dd>
            <a href={source.url} rel="noreferrer external">
              {source.url}
            </a>{' '}
            <span class="muted">({words.outside})</span>
          </dd>
        </>
      ) : null}
    </dl>
  )
}
