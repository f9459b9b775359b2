import type { PageContext } from '../../frame/page.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { namesIn } from '../../frame/page-address.ts'
import { matchAddress } from './match.address.ts'
import { matchText } from './match.text.ts'
import { matrixOrders } from './match-matrix.view.ts'
import type { MatrixRow, MatrixShape } from './match-matrix.view.ts'

interface Props {
  context: PageContext
  matrix: MatrixShape
}

/** Regions by themes: a filled square leads to the area that shows it. On a phone, each region with its themes as a list. */
export function ThemeMatrix({ context, matrix }: Props) {
  const { lang, paths } = context
  const text = matchText[lang].matrix
  const { order } = namesIn(matchAddress, lang)
  const words = matchAddress.query.order.words
  const [most] = matrix.themes.toSorted((a, b) => b.regionCount - a.regionCount)
  const alone = matrix.themes.filter(({ regionCount }) => regionCount === 1).length
  return (
    <section id={text.anchor} class="matrix-section">
      <h2>{most ? text.finding(most.label[lang], { most: most.regionCount, alone }) : text.title}</h2>
      <p class="section-note">{text.help}</p>
      <nav class="matrix-order no-print" aria-label={text.order}>
        <span>{text.order}:</span>
        <ul class="segments">
          {matrixOrders.map((one) => (
            <li key={one}>
              <a
                href={`${paths.to('match', {}, { [order]: words[one][lang] })}#${text.anchor}`}
                aria-current={matrix.order === one ? 'true' : undefined}
              >
                {text.orders[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section class="table-wrap matrix-wrap" tabIndex={0} aria-label={text.title}>
        <table class="matrix">
          <caption class="visually-hidden">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.region}</th>
              {matrix.themes.map(({ id, slugEn, label, family, regionCount }) => (
                <th key={id} scope="col" class={`family-${family}`} aria-sort={matrix.first === id ? 'descending' : undefined}>
                  <a
                    href={`${paths.to('match', {}, { [order]: lang === 'sv' ? id : slugEn })}#${text.anchor}`}
                    title={text.sortBy(label[lang])}
                  >
                    <b class="numeric">{regionCount}</b> <span>{label[lang]}</span>
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <Row key={row.region.code} context={context} matrix={matrix} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="small muted">
        {text.source} <a href={paths.api('match/network')}>JSON</a>
      </p>
    </section>
  )
}

function Row({ context, matrix, row }: Props & { row: MatrixRow }) {
  const { lang, paths } = context
  const text = matchText[lang]
  const { region } = namesIn(matchAddress, lang)
  return (
    <tr>
      <th scope="row">
        <a href={paths.to('match', {}, { [region]: row.region.slug })}>{row.region.name}</a>
      </th>
      {row.isUnread ? (
        <td colSpan={matrix.themes.length} class="muted is-unread">
          {text.countsUnknown}
        </td>
      ) : (
        matrix.themes.map(({ id, label, family }) => {
          const area = row.areas.get(id)
          if (!area) return <td key={id} />
          const own = labelsOf(area, lang).label
          return (
            <td key={id} class={`is-chosen family-${family}`}>
              <a href={paths.to('priority', { id: area.id })} title={`${label[lang]}: ${own}`}>
                <span>{label[lang]}</span>
              </a>
            </td>
          )
        })
      )}
    </tr>
  )
}
