import type { LocalText } from '../../../records/shared-fields.ts'
import { regionsInForce } from '../../../shapes/from-snapshot.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { timeQueryNames } from '../../frame/paths.ts'
import { deckDocument } from './deck.document.ts'
import { presentationAddress } from './presentation.address.ts'
import { presentationText } from './presentation.text.ts'

interface Choices {
  regions: readonly RegionRef[]
  themes: readonly { id: string; label: LocalText }[]
}

/** Where a deck is put together and downloaded. */
export const presentationPage = definePage({
  ...presentationAddress,
  menu: { where: 'footer', place: 10, label: { sv: 'Gör ett bildspel', en: 'Make a deck' } },
  read: ({ snapshot }): Choices => ({
    regions: regionsInForce(snapshot),
    themes: thesaurusOf(snapshot).themes.map(({ id, label }) => ({ id, label })),
  }),
  render(context, choices) {
    const { title, description } = presentationText[context.lang]
    return { title, description, body: <Presentation context={context} {...choices} /> }
  },
  documents: [deckDocument],
})

function Presentation({ context, regions, themes }: Choices & { context: PageContext }) {
  const { lang, paths, time } = context
  const text = presentationText[lang]
  const swedish = new Intl.Collator(lang)
  const regionBoxes = regions
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .toSorted((one, other) => swedish.compare(one.label, other.label))
  const themeBoxes = themes
    .map(({ id, label }) => ({ value: id, label: label[lang] }))
    .toSorted((one, other) => swedish.compare(one.label, other.label))
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </header>
      <form action="/api/v1/documents/deck.pptx" class="deck-form">
        <input type="hidden" name="lang" value={lang} />
        {time.isToday ? null : <input type="hidden" name={timeQueryNames.en.validAt} value={time.validAt} />}
        {time.knownOn ? <input type="hidden" name={timeQueryNames.en.knownOn} value={time.knownOn} /> : null}
        <CheckBoxes name="region" legend={text.regions} help={text.regionsHelp} boxes={regionBoxes} />
        <CheckBoxes name="theme" legend={text.themes} help={text.themesHelp} boxes={themeBoxes} />
        <fieldset class="check-grid">
          <legend>{text.layout}</legend>
          {(['one', 'many'] as const).map((layout) => (
            <label key={layout}>
              <input type="radio" name="layout" value={layout} checked={layout === 'one'} /> {text.layouts[layout]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="deck-since">{text.since}</label>
          <input id="deck-since" type="date" name="since" max={time.validAt} min="1990-01-01" aria-describedby="since-help" />
          <p id="since-help" class="muted small">
            {text.sinceHelp}
          </p>
        </div>
        <p>
          <button type="submit">{text.make}</button>
        </p>
      </form>
      <section>
        <h2>{text.contains}</h2>
        <ul>
          {text.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.again}</h2>
        <p>{text.againText}</p>
        <p class="actions">
          <a href={paths.to('import')}>{text.importLink}</a>
        </p>
      </section>
    </>
  )
}

interface Boxes {
  name: string
  legend: string
  help: string
  boxes: readonly { value: string; label: string }[]
}

function CheckBoxes({ name, legend, help, boxes }: Boxes) {
  return (
    <fieldset class="check-grid" aria-describedby={`${name}-help`}>
      <legend>{legend}</legend>
      <p id={`${name}-help`} class="muted small">
        {help}
      </p>
      {boxes.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} /> {label}
        </label>
      ))}
    </fieldset>
  )
}
