import type { BridgeAreaShape } from '../../../shapes/bridge-shape.ts'
import type { PageContext } from '../../frame/page.ts'
import { bridgeText } from './bridge.text.ts'

/** A region's verdicts as a table, one row an area. */
export function VerdictTable({
  context: { lang },
  areas,
  caption,
}: {
  context: PageContext
  areas: readonly BridgeAreaShape[]
  caption: string
}) {
  const text = bridgeText[lang]
  const swedish = lang === 'en' ? 'sv' : undefined
  return (
    <section class="table-wrap" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {[text.area, text.verdict, text.successor, text.lesson].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, label, language, verdict, successor, lesson }) => (
            <tr key={id}>
              <th scope="row" lang={language === lang ? undefined : language}>
                {label}
              </th>
              <td>{text.verdicts[verdict ?? 'none']}</td>
              <td>
                {successor === null ? text.none : successor === label ? text.same : <span lang={swedish}>{successor}</span>}
              </td>
              <td>{lesson === null ? text.none : <span lang={swedish}>{lesson}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
