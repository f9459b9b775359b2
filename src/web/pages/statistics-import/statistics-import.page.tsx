import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { statisticsImportAddress } from './statistics-import.address.ts'
import { statisticsImportForms } from './statistics-import.form.ts'
import { statisticsImportText } from './statistics-import.text.ts'

/** The form for importing a file of statistics. */
export const statisticsImportPage = definePage({
  ...statisticsImportAddress,
  section: 'import',
  isHiddenFromRobots: true,
  read: () => null,
  render(context) {
    const { title, description } = statisticsImportText[context.lang]
    return { title, description, body: <StatisticsForm context={context} /> }
  },
  forms: statisticsImportForms,
})

function StatisticsForm({ context }: { context: PageContext }) {
  const text = statisticsImportText[context.lang]
  return (
    <article>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <form method="post" action={context.paths.action('statisticsImport')} enctype="multipart/form-data" class="drop">
        <div class="form-row">
          <TokenField context={context} />
          <div class="field field-grow">
            <label for="statistics-file">{text.file}</label>
            <input id="statistics-file" type="file" name="file" required />
          </div>
        </div>
        <p class="actions">
          <button type="submit">{text.readFile}</button>
        </p>
      </form>
      <div class="prose">
        <h2>{text.readsTitle}</h2>
        <p>{text.reads}</p>
        <p>
          <code>npm run spets -- stats import {context.lang === 'sv' ? 'FIL' : 'FILE'}</code>
        </p>
        <h2>{text.keyTitle}</h2>
        <p>{text.key}</p>
      </div>
    </article>
  )
}
