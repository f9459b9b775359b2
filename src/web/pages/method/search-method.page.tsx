import { definePage } from '../../frame/page.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { codeText } from '../../../coding/area-coding.ts'
import { codingShape } from '../../../shapes/coding-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { longestText, TryReading } from './try-reading.tsx'
import { searchMethodText } from './search-method.text.ts'
import { textCodingApi } from './search-method.api.ts'
import { searchMethodAddress } from './search-method.address.ts'

export const searchMethodPage = definePage({
  ...searchMethodAddress,
  examples: { sv: ['/metod/sok', '/metod/sok?text=Vi+bygger+tr%C3%A4hus+%C3%A5t+kommuner'], en: ['/en/method/search'] },
  isPrivateWhenAsked: true,
  read({ lang, url, snapshot }) {
    const thesaurus = thesaurusOf(snapshot)
    const asked = (url.searchParams.get(namesIn(searchMethodAddress, lang).text) ?? '').trim().slice(0, longestText)
    return { asked, coding: asked ? codingShape(thesaurus, codeText(thesaurus, asked)) : null }
  },
  render(context, { asked, coding }) {
    const text = searchMethodText[context.lang]
    return {
      title: text.title,
      description: text.description,
      isPrivate: asked !== '',
      body: (
        <article class="prose">
          <header class="page-head">
            <h1>{text.title}</h1>
            <p class="lead">{text.lead}</p>
          </header>
          <TryReading context={context} asked={asked} coding={coding} />
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
  api: [textCodingApi],
})
