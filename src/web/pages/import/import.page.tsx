import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { importForms } from './import.form.ts'
import { importText } from './import.text.ts'
import { importAddress } from './import.address.ts'

/** The form for importing a deck. */
export const importPage = definePage({
  ...importAddress,
  menu: { where: 'footer', place: 5, label: { sv: 'Läs in en lista', en: 'Import a list' } },
  isHiddenFromRobots: true,
  read: () => null,
  render(context) {
    const { title, description } = importText[context.lang]
    return { title, description, body: <ImportForm context={context} /> }
  },
  forms: importForms,
})

function ImportForm({ context }: { context: PageContext }) {
  const text = importText[context.lang]
  return (
    <article>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <form method="post" action={context.paths.action('import')} enctype="multipart/form-data" class="drop">
        <div class="form-row">
          <TokenField context={context} />
          <div class="field field-grow">
            <label for="import-file">{text.file}</label>
            <input
              id="import-file"
              type="file"
              name="file"
              accept=".txt,.pptx,.pdf,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.presentationml.presentation"
              required
            />
          </div>
          <div class="field">
            <label for="import-date">{text.date}</label>
            <input id="import-date" type="date" name="date" min="1990-01-01" aria-describedby="import-date-help" />
          </div>
        </div>
        <p id="import-date-help" class="muted small">
          {text.date}: {text.dateHelp.toLowerCase()}
        </p>
        <p class="actions">
          <button type="submit">{text.readDeck}</button>
        </p>
      </form>
      <div class="prose">
        <h2>{text.readsTitle}</h2>
        <p>{text.reads}</p>
        <p>
          <a href={context.paths.to('statisticsImport')}>{text.statistics}</a>
        </p>
        <h2>{text.keyTitle}</h2>
        <p>{text.key}</p>
        <p>
          <code>npm run spets -- import deck {context.lang === 'sv' ? 'FIL' : 'FILE'}</code>
        </p>
      </div>
    </article>
  )
}
