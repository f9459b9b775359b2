import type { Page } from '../../page.ts'
import { pagePaths } from '../../paths.ts'
import { searchMethodText } from './search-method.text.ts'

export const searchMethodPage: Page = {
  name: 'searchMethod',
  paths: pagePaths.searchMethod,
  render({ lang }) {
    const text = searchMethodText[lang]
    return {
      title: text.title,
      description: text.description,
      body: (
        <article class="prose">
          <header class="page-head">
            <h1>{text.title}</h1>
            <p class="lead">{text.lead}</p>
          </header>
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
