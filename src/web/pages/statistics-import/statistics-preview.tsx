import type { CubePreview } from '../../../sources/cubes/make-cube.ts'
import type { StatisticsAnswer } from '../../../sources/cubes/statistics-job.ts'
import type { PageContext, RenderedPage } from '../../frame/page.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { statisticsImportText } from './statistics-import.text.ts'

interface Shown extends StatisticsAnswer {
  /** What the file is found by. */
  upload: string
}

/** What a file was taken for, to be corrected before it is kept. */
export function statisticsPreview(context: PageContext, shown: Shown): RenderedPage {
  const text = statisticsImportText[context.lang]
  return { title: text.readTitle, description: text.description, body: <PreviewBody context={context} {...shown} /> }
}

function PreviewBody({ context, cube, preview, upload }: Shown & { context: PageContext }) {
  const text = statisticsImportText[context.lang]
  const action = context.paths.action('statisticsImport')
  return (
    <article>
      <header class="page-head">
        <h1>{text.readTitle}</h1>
        <p class="lead">{text.readLead(preview.cells, preview.dimensions.length)}</p>
      </header>
      <form method="post" action={`${action}/reading`} enctype="multipart/form-data">
        <TokenField context={context} />
        <input type="hidden" name="upload" value={upload} />
        <DimensionTable context={context} dimensions={preview.dimensions} />
        <div class="form-row">
          <Field id="table" label={text.table} value={cube.table} help={text.tableHelp} />
          <Field id="title" label={text.tableTitle} value={cube.title[context.lang]} />
        </div>
        <div class="form-row">
          <Field id="source" label={text.source} value={cube.publisher} help={text.sourceHelp} />
          <Field id="licence" label={text.licence} value={cube.licence} />
          <div class="field">
            <label for="statistics-kind">{text.kind}</label>
            <select id="statistics-kind" name="kind">
              {(['count', 'amount'] as const).map((kind) => (
                <option key={kind} value={kind} selected={cube.numberKind === kind}>
                  {text.kinds[kind]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <p class="actions">
          <button type="submit">{text.again}</button>{' '}
          <button type="submit" formaction={`${action}/keep`}>
            {text.keep}
          </button>
        </p>
      </form>
      <Cells context={context} preview={preview} />
      <p>
        <a href={context.paths.to('statisticsImport')}>{text.another}</a>
      </p>
    </article>
  )
}

function Field({ id, label, value, help }: { id: string; label: string; value: string; help?: string }) {
  return (
    <div class="field field-grow">
      <label for={`statistics-${id}`}>{label}</label>
      <input
        id={`statistics-${id}`}
        name={id}
        value={value}
        maxLength={300}
        {...(help ? { 'aria-describedby': `statistics-${id}-help` } : {})}
      />
      {help ? (
        <span id={`statistics-${id}-help`} class="muted small">
          {help}
        </span>
      ) : null}
    </div>
  )
}

const roles = ['region', 'activity', 'time', 'measure', 'group'] as const

function DimensionTable({ context: { lang }, dimensions }: { context: PageContext; dimensions: CubePreview['dimensions'] }) {
  const text = statisticsImportText[lang]
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={text.dimension}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.dimension}</th>
            <th scope="col">{text.role}</th>
            <th scope="col">{text.why}</th>
            <th scope="col">{text.codes}</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((one, at) => (
            <tr key={one.id}>
              <th scope="row">{one.label}</th>
              <td>
                <select name={`role ${one.id}`} aria-label={`${text.role}: ${one.label}`} id={`statistics-role-${at}`}>
                  {roles.map((role) => (
                    <option key={role} value={role} selected={role === one.role}>
                      {text.roles[role]}
                    </option>
                  ))}
                </select>
              </td>
              <td>{one.why[lang]}</td>
              <td>
                {one.size}: {one.first.join('; ')}
                {one.size > one.first.length ? '; …' : ''}
                {one.classification ? ` (${text.classification} ${one.classification})` : ''}
                {one.isFolded ? <p class="muted small">{text.folded}</p> : null}
                {one.sum === null ? null : <p class="muted small">{text.sum(one.sum)}</p>}
                {one.leftOut.map(({ codes, why }) => (
                  <p key={why.sv} class="muted small">
                    {text.leftOut} ({why[lang]}): {codes.slice(0, 8).join('; ')}
                    {codes.length > 8 ? `; … ${codes.length}` : ''}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ context: { lang }, preview }: { context: PageContext; preview: CubePreview }) {
  const text = statisticsImportText[lang]
  const told = [...preview.notices.map((notice) => notice[lang]), ...preview.notes.slice(0, 10)]
  return (
    <div class="prose">
      <h2>{text.first}</h2>
      <ul>
        {preview.sample.map(({ codes, value, symbol }) => (
          <li key={codes.join(' ')}>
            {codes.join(' | ')}: {value ?? ''} {symbol ?? ''}
          </li>
        ))}
      </ul>
      {preview.symbols.length > 0 ? (
        <>
          <h2>{text.signs}</h2>
          <ul>
            {preview.symbols.map(({ symbol, cells, isMissing, meaning }) => (
              <li key={`${symbol} ${isMissing}`}>
                {symbol} {meaning[lang]}: {cells} {isMissing ? text.withoutNumber : text.withNumber}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {told.length > 0 ? (
        <>
          <h2>{text.notes}</h2>
          <ul>
            {told.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** Tells that a table was kept. */
export function statisticsKept(
  context: PageContext,
  { table, vintage, isNew }: { table: string; vintage: string; isNew: boolean },
): RenderedPage {
  const text = statisticsImportText[context.lang]
  return {
    title: text.keptTitle,
    description: text.description,
    body: (
      <article>
        <header class="page-head">
          <h1>{text.keptTitle}</h1>
          <p class="lead">{isNew ? text.kept(table, vintage) : text.already(table)}</p>
        </header>
        <p>
          <a href={context.paths.to('statisticsImport')}>{text.another}</a>
        </p>
      </article>
    ),
  }
}
