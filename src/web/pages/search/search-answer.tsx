import { SwedenMap } from '../../charts/sweden-map.tsx'
import { countInWords } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import type { RegionHow, SearchAnswer } from '../../../shapes/search-answer.ts'
import type { Language } from '../../../records/language.ts'
import { searchText } from './search.text.ts'
import type { SearchShape } from './search.view.ts'

interface Props {
  context: PageContext
  answer: SearchAnswer
}

const fills: Record<RegionHow, string> = { word: 'fill-theme', description: 'fill-4', synonym: 'fill-3', theme: 'fill-1' }

/** What the regions answer: a sentence, a small map, and the regions by name before any list of hits. */
export function SearchAnswerPart({ context, answer }: Props) {
  const { lang, paths } = context
  const text = searchText[lang].answer
  return (
    <section class="search-answer">
      <div>
        <p class="lead">{answerSentence(answer, lang)}</p>
        {answer.regions.length > 0 ? (
          <>
            <h2 class="facet-name">{text.regions}</h2>
            <ul class="answer-regions">
              {answer.regions.map(({ code, slug, name, how }) => (
                <li key={code}>
                  <a href={paths.to('region', { slug })}>{name}</a> <span class="muted small">{text.how[how]}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {answer.regions.length > 0 ? (
        <figure class="map-figure answer-map">
          <SwedenMap
            context={context}
            regions={answer.regions.map(({ code, slug, name, how }) => ({
              code,
              name,
              href: paths.to('region', { slug }),
              className: fills[how],
              note: text.how[how],
            }))}
            description={text.map}
          />
        </figure>
      ) : null}
    </section>
  )
}

/** The answer in words: who writes it, who is described so, who has the theme, and what comes nearest. */
export function answerSentence({ asked, regions, jointCount, theme, nearest }: SearchAnswer, lang: Language): string {
  const text = searchText[lang].answer
  if (nearest === null) return text.nothing(asked)
  const countOf = (how: RegionHow) => regions.filter((one) => one.how === how).length
  const [words, descriptions, synonyms, themes] = [countOf('word'), countOf('description'), countOf('synonym'), countOf('theme')]
  const inWords = (count: number) => (lang === 'sv' && count === 1 ? 'en' : countInWords(count, lang))
  const first = words > 0 ? text.writes(capital(inWords(words)), words, asked) : text.nobodyWrites(asked)
  const rest = [
    descriptions > 0 ? text.describes(inWords(descriptions), descriptions) : null,
    synonyms > 0 ? text.synonyms(inWords(synonyms), synonyms) : null,
    themes > 0 && theme ? text.theme(inWords(themes), themes, theme.label[lang]) : null,
    words === 0 ? text.nearest(nearest.title, nearest.regionName) : null,
  ].filter((one) => one !== null)
  const joint = jointCount > 0 ? ` ${capital(text.joint(countInWords(jointCount, lang), jointCount))}.` : ''
  return `${first}.${rest.length > 0 ? ` ${capital(rest.join('; '))}.` : ''}${joint}`
}

/** The number of hits, and how many of them were found how: "40 träffar på ”vätgas”: 2 nämner ordet, 38 gäller Energi." */
export function countSentence({ result, text: asked, counts }: SearchShape, lang: Language): string {
  const text = searchText[lang]
  const total = text.count(result.total, asked)
  if (!counts) return `${total}.`
  const { words, synonyms, theme, beside, places, hasSeveralWords } = counts
  const parts = [
    words > 0 ? text.counts.words(words, hasSeveralWords) : null,
    synonyms > 0 ? text.counts.synonyms(synonyms) : null,
    theme && theme.count > 0 ? text.counts.theme(theme.count, theme.label[lang]) : null,
    beside > 0 ? text.counts.beside(beside) : null,
    places > 0 ? text.counts.places(places) : null,
  ].filter((one) => one !== null)
  return `${total}: ${parts.join(', ')}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
