import { codingAspects } from '../../../records/coding-decision.ts'
import type { PageContext } from '../../frame/page.ts'
import type { CodingShape } from '../../../shapes/coding-shape.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { CodedLine } from '../coding/coded-line.tsx'
import { codingText } from '../coding/coding.text.ts'
import { namesIn } from '../../frame/page-address.ts'
import { searchMethodAddress } from './search-method.address.ts'
import { searchMethodText } from './search-method.text.ts'

export const longestText = 2000

interface Props {
  context: PageContext
  /** What a reader wants to have read; empty when nothing. */
  asked: string
  coding: CodingShape | null
}

/** A field for any text, and how Spets reads it. */
export function TryReading({ context, asked, coding }: Props) {
  const { lang, paths } = context
  const text = searchMethodText[lang]
  return (
    <section id="try">
      <h2>{text.tryHeading}</h2>
      <p>{text.tryHelp}</p>
      <form action={`${paths.action('searchMethod')}#try`}>
        <KeptQuery context={context} />
        <div class="field">
          <label for="try-text">{text.tryLabel}</label>
          <textarea id="try-text" name={namesIn(searchMethodAddress, lang).text} rows={3} maxLength={longestText}>
            {asked}
          </textarea>
        </div>
        <p class="actions">
          <button type="submit">{text.tryShow}</button>
        </p>
      </form>
      {coding ? <Reading context={context} coding={coding} /> : null}
    </section>
  )
}

function Reading({ context, coding }: { context: PageContext; coding: CodingShape }) {
  const text = codingText[context.lang]
  const found = codingAspects.filter((aspect) => coding[aspect].length > 0)
  if (found.length === 0) return <p class="empty">{text.none}</p>
  return (
    <div class="readings">
      {found.map((aspect) => (
        <div key={aspect}>
          <h3>{text.headings[aspect]}</h3>
          <ul class="link-list">
            {coding[aspect].map((value) => (
              <li key={value.code}>
                <CodedLine context={context} aspect={aspect} value={value} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
