import { renderToString } from 'preact-render-to-string'
import { deriveEach } from '../../snapshot/derive-each.ts'
import type { Drawing, Figure, ShownFigure } from '../frame/figure.ts'
import { EmbedFold, figureEmbedPath, figureHeightOf } from '../frame/embed-fold.tsx'
import { cautionsOf, cellWords, sourceLine } from './figure-words.ts'
import { figureText } from './figure.text.ts'
import { escaped } from './marks.ts'

/** A figure as it is shown everywhere: finding, sentence, picture, source, what to keep in mind, table, link, files, citation. */
export function FigureFrame({ context, figure, href, path, query = {}, level = 2 }: ShownFigure) {
  const { lang, id, topic, finding, sentence, isSuggestion, legend } = figure
  const text = figureText[lang]
  const Heading = `h${level}` as 'h2' | 'h3'
  const cautions = cautionsOf(figure)
  const embedAddress = context.paths.api('', { ...query, lang }).replace('/api/v1/', figureEmbedPath(path, id))
  return (
    <figure class="figure" id={id}>
      <p class="figure-topic">
        {topic}
        {isSuggestion ? <span class="tag tag-suggestion">{text.suggestion}</span> : null}
      </p>
      <Heading>{finding}</Heading>
      {sentence ? <p class="figure-sentence">{sentence}</p> : null}
      {figure.draw ? <Picture figure={figure} /> : null}
      <figcaption>
        {legend ? <p class="figure-legend">{legend}</p> : null}
        <div class="figure-end">
          <p>{sourceLine(figure)}</p>
          <Actions context={context} figure={figure} href={href} path={path} query={query} />
        </div>
        <div class="figure-folds">
          <details>
            <summary>{text.table}</summary>
            <div dangerouslySetInnerHTML={{ __html: rowsOf(figure) }} />
          </details>
          {cautions.length > 0 ? (
            <details>
              <summary>{text.cautions}</summary>
              <ul>
                {cautions.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </details>
          ) : null}
          <details>
            <summary>{text.cite}</summary>
            <p class="figure-cite">{`${finding}. ${sentence ? `${sentence} ` : ''}${sourceLine(figure)} Spets, ${context.baseUrl ?? ''}${href}#${id}, ${text.asOf} ${context.time.validAt}.`}</p>
          </details>
          <EmbedFold context={context} title={finding} path={embedAddress} height={heightOf(figure)} />
        </div>
      </figcaption>
    </figure>
  )
}

/** The figure by itself: its link, its picture and its rows. */
function Actions({ context, figure, href, path, query = {} }: Omit<ShownFigure, 'level'>) {
  const { lang, id, finding, draw } = figure
  const { link } = figureText[lang]
  const kinds = draw ? (['png', 'svg', 'csv'] as const) : (['csv'] as const)
  return (
    <span class="figure-actions">
      <a href={`${href}#${id}`} aria-label={`${link}: ${finding}`}>
        {link}
      </a>
      {kinds.map((kind) => (
        <a
          key={kind}
          href={context.paths.api(`${path}/figures/${id}.${kind}`, { ...query, lang })}
          download=""
          aria-label={`${kind.toUpperCase()}: ${finding}`}
        >
          {kind.toUpperCase()}
        </a>
      ))}
    </span>
  )
}

const sizeNames = ['narrow', 'wide', 'widest'] as const

/** The drawings and the table are the same for as long as the figure is, and are the most of what a page has to render. */
const pictureOf = deriveEach('picture', (figure: Figure): string =>
  figure.widths.map((width, at) => svgOf(figure, { drawing: figure.draw!(width), size: sizeNames[at] ?? 'widest' })).join(''),
)
const rowsOf = deriveEach('figure rows', (figure: Figure): string => renderToString(<FigureRows figure={figure} />))

const heightOf = deriveEach('height of an embedded figure', figureHeightOf)

/** The drawing in each width; the style shows the widest that there is room for. Every word in the marks is escaped where they are made. */
function Picture({ figure }: { figure: Figure }) {
  const isHalf = (figure.widths[1] ?? 0) < 600
  return <div class={`figure-picture${isHalf ? ' is-half' : ''}`} dangerouslySetInnerHTML={{ __html: pictureOf(figure) }} />
}

function svgOf({ id, finding, description }: Figure, { drawing, size }: { drawing: Drawing; size: string }): string {
  const [title, about] = [`${id}-${size}-title`, `${id}-${size}-about`]
  // What is within a picture is hidden from those who do not see it, so one with links is a group.
  const role = drawing.marks.includes('<a ') ? 'group' : 'img'
  return (
    `<svg viewBox="0 0 ${drawing.width} ${drawing.height}" class="drawn-${size}" role="${role}" aria-labelledby="${title}" aria-describedby="${about}">` +
    `<title id="${title}">${escaped(finding)}</title><desc id="${about}">${escaped(description)}</desc>${drawing.marks}</svg>`
  )
}

function FigureRows({ figure: { table, finding, lang } }: { figure: Figure }) {
  const isNumber = table.columns.map((_, at) => table.rows.some((row) => typeof row[at] === 'number'))
  return (
    <section class="table-wrap" tabIndex={0} aria-label={`${figureText[lang].table}: ${finding}`}>
      <table>
        <caption class="small">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, label }, at) => (
              <th key={key} scope="col" class={isNumber[at] ? 'number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((value, at) => {
                const words = cellWords(value, { ...table.columns[at], lang })
                if (at === 0)
                  return (
                    <th key={at} scope="row">
                      {words}
                    </th>
                  )
                return (
                  <td key={at} class={isNumber[at] ? 'numeric number' : undefined}>
                    {words}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
