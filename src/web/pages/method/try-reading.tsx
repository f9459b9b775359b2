import { codingAspects } from '../../../records/record.ts'
import { codeText } from '../../../coding/area-coding.ts'
import type { PageContext } from '../../frame/page.ts'
import { codingShape } from '../../../shapes/coding-shape.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { CodedLine } from '../coding/coded-line.tsx'
import { codingText } from '../coding/coding.text.ts'
import { searchMethodText } from './search-method.text.ts'

/** The query's name, the same in both languages. */
export const tryQuery = 'text'
const longestText = 2000

/** What a reader has asked to have read; empty when nothing. */
export const askedText = ({ url }: PageContext): string => (url.searchParams.get(tryQuery) ?? '').trim().slice(0, longestText)

/** A field for any text, and how Spets reads it. */
export function TryReading({ context }: { context: PageContext }) {
  const { lang, paths } = context
  const text = searchMethodText[lang]
  const asked = askedText(context)
  return (
    <section id="try">
      <h2>{text.tryHeading}</h2>
      <p>{text.tryHelp}</p>
      <form action={`${paths.to('searchMethod').split('?')[0]}#try`}>
        <KeptQuery context={context} />
        <div class="field">
          <label for="try-text">{text.tryLabel}</label>
          <textarea id="try-text" name={tryQuery} rows={3} maxLength={longestText}>
            {asked}
          </textarea>
        </div>
        <p class="actions">
          <button type="submit">{text.tryShow}</button>
        </p>
      </form>
      {asked ? <Reading context={context} asked={asked} /> : null}
    </section>
  )
}

function Reading({ context, asked }: { context: PageContext; asked: string }) {
  const text = codingText[context.lang]
  const coding = codingShape(codeText(asked))
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
