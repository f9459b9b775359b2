import type { Page } from '../../frame/page.ts'
import { pagePaths } from '../../frame/paths.ts'
import { askedText, TryReading } from './try-reading.tsx'
import { searchMethodText } from './search-method.text.ts'

export const searchMethodPage: Page = {
  name: 'searchMethod',
  paths: pagePaths.searchMethod,
  show(context) {
    const text = searchMethodText[context.lang]
    return {
      title: text.title,
      description: text.description,
      isPrivate: askedText(context) !== '',
      body: (
        <article class="prose">
          <header class="page-head">
            <h1>{text.title}</h1>
            <p class="lead">{text.lead}</p>
          </header>
          <TryReading context={context} />
          {text.parts.map(({ heading, paragraphs }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
        </article>
      ),
    }
  },
}
