import type { Language } from '../../../records/language.ts'
import type { RenderedPage } from '../../frame/page.ts'
import { signInText } from './sign-in.text.ts'

/** Everything that is kept about somebody, as text that a program can read too. */
export function dataPage(json: string, lang: Language): RenderedPage {
  const text = signInText[lang]
  return {
    title: text.dataTitle,
    description: text.dataLead,
    isPrivate: true,
    body: (
      <article>
        <header class="page-head">
          <h1>{text.dataTitle}</h1>
          <p class="lead">{text.dataLead}</p>
        </header>
        <pre class="own-data" tabIndex={0}>
          {json}
        </pre>
      </article>
    ),
  }
}
