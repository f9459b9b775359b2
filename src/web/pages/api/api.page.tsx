import { errorCodes } from '../../../records/expected-error.ts'
import type { ErrorCode } from '../../../records/expected-error.ts'
import type { LocalText } from '../../../records/shared-fields.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import type { DocumentRoute } from '../../frame/document-route.ts'
import type { ReadRoute } from '../../frame/read-route.ts'
import { apiText } from './api.text.ts'
import { apiAddress } from './api.address.ts'

/** The addresses people may try at once; those with a name in them are shown with an example. */
const examples: Record<string, string> = {
  'regions/{slugOrCode}': 'regions/varmland',
  'match/regions/{slugOrCode}': 'match/regions/varmland',
  'match/company': 'match/company?about=sawmill&place=Mora',
  'match/groups': 'match/groups?themes=energi,livsmedel',
  'priorities/{id}': 'priorities/varmland-2018-systemlosningar-med-sol',
  'themes/{id}': 'themes/energi',
  'records/{kind}/{id}/history': 'records/region/17/history',
  coding: 'coding?text=solenergi',
  search: 'search?q=skog',
  suggest: 'suggest?q=sko',
}

/** A real address for a route, or null where none is known: a template is no address. What lies below an example follows it. */
export function exampleOf(path: string): string | null {
  if (examples[path]) return examples[path]
  const above = Object.keys(examples).find((one) => one.includes('{') && path.startsWith(`${one}/`))
  const filled = above ? `${examples[above]}${path.slice(above.length)}` : path
  return filled.includes('{') ? null : filled
}

export const apiPage = definePage({
  ...apiAddress,
  menu: { where: 'footer', place: 3, label: { sv: 'Öppna data och API', en: 'Open data and API' } },
  read: ({ contents }) => ({
    routes: contents.readRoutes,
    figurePaths: contents.pages.flatMap(({ figures }) => (figures ? [`${figures.path}/figures/{file}`] : [])),
    documents: contents.pages.flatMap(({ documents }) => documents ?? []),
  }),
  render(context, read) {
    const text = apiText[context.lang]
    return { title: text.title, description: text.description, body: <Api context={context} {...read} /> }
  },
})

/** Files that no page offers by a link of its own. */
const otherFiles: readonly (readonly [path: string, words: LocalText])[] = [
  [
    'statistics/cubes/{file}',
    {
      sv: 'En hel tabell med statistik, som de byte den sparas i.',
      en: 'A whole table of statistics, as the bytes it is kept in.',
    },
  ],
  ['feed.json', { sv: 'Det senaste som hänt, som JSON Feed.', en: 'What happened lately, as a JSON Feed.' }],
  [
    'audit-heads',
    {
      sv: 'Dagens sista hash i loggen över vem som gjort vad, så att vem som helst kan se att den inte skrivits om.',
      en: 'The last hash of each day in the log of who did what, so that anyone can see that it has not been rewritten.',
    },
  ],
]

interface Props {
  context: PageContext
  routes: readonly ReadRoute[]
}

interface Files {
  figurePaths: readonly string[]
  documents: readonly DocumentRoute[]
}

function Api({ context, routes, figurePaths, documents }: Props & Files) {
  const text = apiText[context.lang]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <Downloads context={context} />
      <section>
        <h2>{text.timeHeading}</h2>
        <p>{text.time}</p>
        <p>
          {text.timeExample}: <a href="/api/v1/regions?date=2018-06-01">/api/v1/regions?date=2018-06-01</a>
        </p>
      </section>
      <Addresses context={context} routes={routes} />
      <section>
        <h2>{text.figures}</h2>
        <p>
          {text.figuresText} <a href="/api/v1/regions/varmland/figures/areas.svg">/api/v1/regions/varmland/figures/areas.svg</a>
        </p>
        <ul>
          {figurePaths.map((path) => (
            <li key={path}>
              <code>/api/v1/{path}</code>
            </li>
          ))}
        </ul>
      </section>
      <WholeFiles context={context} documents={documents} />
      <section class="prose">
        <h2>{text.rules}</h2>
        <ul>
          {text.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.editing}</h2>
        <p>{text.editingText}</p>
        <p>
          <code>PUT /api/v1/records/&#123;kind&#125;/&#123;id&#125;</code>
        </p>
      </section>
      <Errors context={context} />
    </>
  )
}

function WholeFiles({ context, documents }: Pick<Files, 'documents'> & { context: PageContext }) {
  const text = apiText[context.lang]
  return (
    <section>
      <h2>{text.documents}</h2>
      <ul>
        {documents.map(({ path, summary }) => (
          <li key={path}>
            <Address path={path} /> <span lang="en">{summary}.</span>
          </li>
        ))}
        {otherFiles.map(([path, words]) => (
          <li key={path}>
            <code>/api/v1/{path}</code> {words[context.lang]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Downloads({ context }: { context: PageContext }) {
  const { lang, paths } = context
  const text = apiText[lang]
  return (
    <section>
      <h2>{text.downloads}</h2>
      <ul class="link-list">
        {Object.entries(text.tables).map(([name, label]) => (
          <li key={name}>
            {label}
            <span class="inline-list small">
              <a href={paths.api(`tables/${name}.csv`, { variant: 'excel', lang })} aria-label={`${label}: ${text.excel}`}>
                {text.excel}
              </a>
              <a href={paths.api(`tables/${name}.csv`)} aria-label={`${label}: ${text.machine}`}>
                {text.machine}
              </a>
              <a href={paths.api(`tables/${name}.json`)} aria-label={`${label}: JSON`}>
                JSON
              </a>
            </span>
          </li>
        ))}
        <li>
          {text.thesaurus}
          <span class="inline-list small">
            <a href="/api/v1/thesaurus.ttl">
              <code>/api/v1/thesaurus.ttl</code>
            </a>
          </span>
        </li>
      </ul>
      <p class="muted small">{text.excelNote}</p>
    </section>
  )
}

function Addresses({ context, routes }: Props) {
  const text = apiText[context.lang]
  return (
    <section>
      <h2>{text.addresses}</h2>
      <p class="section-note">{text.addressesNote}</p>
      <p>
        <a href="/api/v1/openapi.json">{text.openapi}</a>
      </p>
      <section class="table-wrap" tabIndex={0} aria-label={text.addresses}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.address}</th>
              <th scope="col">{text.does}</th>
              <th scope="col">{text.parameters}</th>
            </tr>
          </thead>
          <tbody>
            {routes.map((route) => (
              <tr key={route.path}>
                <td>
                  <Address path={route.path} />
                </td>
                <td lang="en">{route.summary}</td>
                <td lang="en">
                  <Query route={route} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** A template as text with an example of it as a link; an address without variable parts is its own example. */
function Address({ path }: { path: string }) {
  const example = exampleOf(path)
  const link = (text: string) => (
    <a href={`/api/v1/${text}`}>
      <code>/api/v1/{text}</code>
    </a>
  )
  if (example === path) return link(path)
  return (
    <>
      <code>/api/v1/{path}</code>
      {example ? <br /> : null}
      {example ? link(example) : null}
    </>
  )
}

function Query({ route }: { route: ReadRoute }) {
  const names = Object.entries(route.query ?? {})
  if (names.length === 0) return <>–</>
  return (
    <ul>
      {names.map(([name, schema]) => (
        <li key={name}>
          <code>{name}</code> {(schema as { description?: string }).description ?? ''}
        </li>
      ))}
    </ul>
  )
}

function Errors({ context }: { context: PageContext }) {
  const { lang } = context
  const text = apiText[lang]
  const codes = Object.keys(errorCodes) as ErrorCode[]
  return (
    <section>
      <h2>{text.errors}</h2>
      <p class="section-note">{text.errorsNote}</p>
      <section class="table-wrap" tabIndex={0} aria-label={text.errors}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.status}</th>
              <th scope="col">{text.code}</th>
              <th scope="col">{text.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code} id={`error-${code.replaceAll('_', '-')}`}>
                <td class="numeric">{errorCodes[code].status}</td>
                <td>
                  <code>{code}</code>
                </td>
                <td>{errorCodes[code][lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
