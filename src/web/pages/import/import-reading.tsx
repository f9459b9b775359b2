import type { DeckLine, GazetteerEntry } from '../../../sources/deck/deck-draft.ts'
import type { ExplainedLine, ExplainedSlide } from '../../../sources/deck/explain-deck.ts'
import { takenForWords } from '../../../sources/deck/explain-words.ts'
import type { SentDeck } from '../../../sources/deck/sent-deck.ts'
import type { PageContext, RenderedPage } from '../../frame/page.ts'
import { TokenField } from '../../frame/token-field.tsx'
import { importText } from './import.text.ts'

/** What a form sends for a line that is left as the program reads it. */
export const asRead = 'auto'

interface Reading {
  deck: SentDeck
  slides: readonly ExplainedSlide[]
  gazetteer: readonly GazetteerEntry[]
}

/** What each line of a deck was taken for, slide by slide, to be corrected before the difference is shown. */
export function importReading(context: PageContext, reading: Reading): RenderedPage {
  const text = importText[context.lang]
  return { title: text.readingTitle, description: text.description, body: <ReadingBody context={context} {...reading} /> }
}

/** A document that is no deck would make a page that no one can read. */
const mostLines = 400

function ReadingBody({ context, deck, slides, gazetteer }: Reading & { context: PageContext }) {
  const text = importText[context.lang]
  const lines = new Map(deck.lines.map((line) => [line.line, line]))
  const shown = firstSlides(slides, mostLines)
  const left = deck.lines.length - shown.reduce((sum, slide) => sum + slide.lines.length, 0)
  return (
    <article>
      <header class="page-head">
        <h1>{text.readingTitle}</h1>
        <p class="lead">{text.readingLead(countOf(slides, 'region'), countAreas(slides), countOf(slides, 'notPlaced'))}</p>
      </header>
      <p>{text.readingHelp}</p>
      <form method="post" action={`${context.paths.action('import')}/difference`} enctype="multipart/form-data">
        <TokenField context={context} />
        <input type="hidden" name="deck" value={JSON.stringify(deck)} />
        {shown.map((slide, index) => (
          <section key={index} class="read-slide">
            <h2>{slideName(slide.page, deck.format, context)}</h2>
            <ul class="read-lines">
              {slide.lines.map((line) => (
                <li key={line.line} class={`read-${line.takenFor}`}>
                  <ReadLine context={context} line={line} source={lines.get(line.line)!} gazetteer={gazetteer} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {left > 0 ? <p class="note">{text.linesLeft(left)}</p> : null}
        <div class="form-row">
          <div class="field">
            <label for="reading-date">{text.date}</label>
            <input id="reading-date" type="date" name="date" min="1990-01-01" value={deck.date ?? ''} required />
          </div>
          <button type="submit">{text.show}</button>
        </div>
      </form>
      <p>
        <a href={context.paths.to('import')}>{text.again}</a>
      </p>
    </article>
  )
}

function firstSlides(slides: readonly ExplainedSlide[], most: number): ExplainedSlide[] {
  let left = most
  return slides.flatMap(({ page, lines }) => {
    const some = lines.slice(0, Math.max(0, left))
    left -= some.length
    return some.length > 0 ? [{ page, lines: some }] : []
  })
}

const countOf = (slides: readonly ExplainedSlide[], takenFor: ExplainedLine['takenFor']): number =>
  slides.reduce((sum, slide) => sum + slide.lines.filter((line) => line.takenFor === takenFor).length, 0)

const countAreas = (slides: readonly ExplainedSlide[]): number =>
  countOf(slides, 'area') +
  slides.reduce(
    (sum, { lines }) => sum + lines.flatMap(({ also }) => also).filter(({ takenFor }) => takenFor === 'area').length,
    0,
  )

function slideName(page: number | null, format: SentDeck['format'], { lang }: PageContext): string {
  const text = importText[lang]
  if (page === null) return text.wholeText
  return `${format === 'pdf' ? text.page : text.slide} ${page}`
}

interface LineProps {
  context: PageContext
  line: ExplainedLine
  source: DeckLine
  gazetteer: readonly GazetteerEntry[]
}

function ReadLine({ context: { lang }, line, source, gazetteer }: LineProps) {
  const { takenFor, regionCode, reason, also, text } = line
  const id = `line-${line.line}`
  const region = gazetteer.find(({ code }) => code === regionCode)?.names[0]
  const isNamed = takenFor === 'region' && region !== undefined && region !== text
  return (
    <>
      <label for={id}>
        <span class="muted small">
          {importText[lang].line} {line.line}
        </span>{' '}
        {text}
        {isNamed ? <span class="muted"> ({region})</span> : null}
      </label>
      <select id={id} name={id}>
        <option value={asRead} selected={!source.choice}>
          {source.choice ? importText[lang].letProgramRead : takenForWords[takenFor][lang]}
        </option>
        <Choices lang={lang} chosen={source.choice ?? null} gazetteer={gazetteer} />
      </select>
      {reason ? <p class="muted small">{reason[lang]}</p> : null}
      {also.map((more) => (
        <p key={more.text} class="muted small">
          {takenForWords[more.takenFor][lang]}: {more.text}
        </p>
      ))}
    </>
  )
}

const choices = ['area', 'subItem', 'subHeading', 'heading', 'leftOut', 'finding', 'wish', 'nextStep'] as const

function Choices({
  lang,
  chosen,
  gazetteer,
}: {
  lang: PageContext['lang']
  chosen: string | null
  gazetteer: readonly GazetteerEntry[]
}) {
  const text = importText[lang]
  return (
    <>
      <optgroup label={text.changeTo}>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === chosen}>
            {text.choices[choice]}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.headingOfRegion}>
        {gazetteer.map(({ code, names }) => (
          <option key={code} value={`region:${code}`} selected={`region:${code}` === chosen}>
            {names[0]}
          </option>
        ))}
      </optgroup>
    </>
  )
}
