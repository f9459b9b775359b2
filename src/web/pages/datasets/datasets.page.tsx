import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { schemePath } from '../../../documents/linked-data/resource-names.ts'
import { datasetsAddress } from './datasets.address.ts'
import { exportDocuments } from './datasets.documents.ts'
import { datasetsText } from './datasets.text.ts'

/** Where everything is downloaded, and where those who harvest find the catalogue. */
export const datasetsPage = definePage({
  ...datasetsAddress,
  section: 'api',
  read: ({ time }) => time.validAt,
  render(context, day) {
    const { title, description } = datasetsText[context.lang]
    return { title, description, body: <Datasets context={context} day={day} /> }
  },
  documents: exportDocuments,
})

function Datasets({ context, day }: { context: PageContext; day: string }) {
  const { lang, paths } = context
  const text = datasetsText[lang]
  const rows: [string, string, string][] = [
    [paths.api('documents/everything.zip', { lang }), text.zip, text.zipText],
    [paths.api('documents/tables.xlsx', { lang }), text.xlsx, text.xlsxText],
    [`${schemePath}.ttl`, text.turtle, text.turtleText],
    [paths.to('api'), text.api, text.apiText],
  ]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <ul class="link-list">
        {rows.map(([href, words, about]) => (
          <li key={href}>
            <a href={href}>{words}</a>
            <br />
            <span class="muted small">{about}</span>
          </li>
        ))}
        <li>
          <a href="/datasets/dcat">{text.catalog}</a>
          <br />
          <span class="muted small">
            {text.catalogText} <a href="/datasets/dcat.rdf">RDF/XML</a>, <a href="/datasets/dcat.ttl">Turtle</a>,{' '}
            <a href="/datasets/dcat.jsonld">JSON-LD</a>
          </span>
        </li>
      </ul>
      <section>
        <h2>{text.cite}</h2>
        <p>{text.citation(day)}</p>
      </section>
    </>
  )
}
