import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinWords } from '../../../language/join-words.ts'
import { SearchForm } from '../../frame/layout.tsx'
import type { Language } from '../../../records/language.ts'
import { regionsApi } from './start.api.ts'
import { startAddress } from './start.address.ts'
import { Below, Doors } from './start-below.tsx'
import { RegionList } from './start-list.tsx'
import { MapFigure, ThemeTiles } from './start-map.tsx'
import { startPicture } from './start.picture.ts'
import { shortLabel, startText } from './start.text.ts'
import { startView } from './start.view.ts'
import type { StartShape } from './start.view.ts'

export const startPage = definePage({
  ...startAddress,
  menu: { where: 'header', place: 1, label: { sv: 'Karta', en: 'Map' } },
  examples: {
    sv: [
      '/',
      '/?tema=skog-och-bioekonomi',
      '/?farg=andrat',
      '/?farg=belagg',
      '/?farg=farskhet',
      '/?datum=2018-06-01&kant=2019-01-01',
    ],
    en: ['/en', '/en?theme=food'],
  },
  read: ({ snapshot, lang, url }) => startView(snapshot, { query: url.searchParams, lang }),
  render: (context, shape) => ({
    title: 'Spets',
    description: startText[context.lang].description(shape.regions.length),
    hasOwnSearch: true,
    picture: 'start',
    about: { '@type': 'WebSite', name: 'Spets' },
    body: <Start context={context} shape={shape} />,
  }),
  embed: (context, shape) => ({
    title: startText[context.lang].heading,
    height: 760,
    body: (
      <>
        <h1>{startText[context.lang].heading}</h1>
        <MapFigure context={context} shape={shape} />
      </>
    ),
  }),
  api: [regionsApi],
  documents: [startPicture],
})

interface Props {
  context: PageContext
  shape: StartShape
}

function Start({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  return (
    <>
      <div class="hero" data-map-page>
        <div class="hero-words">
          <h1>{text.heading}</h1>
          <p class="lead">{answerOf(shape, lang)}</p>
          <SearchForm context={context} class="hero-search" id="search" />
          <ThemeTiles context={context} shape={shape} />
        </div>
        <MapFigure context={context} shape={shape} />
      </div>
      <Doors context={context} />
      <RegionList context={context} shape={shape} />
      <Below context={context} shape={shape} />
      <section class="guide">
        <h2>{text.guideHeading}</h2>
        <ol>
          {text.guideSteps.map(([what, how]) => (
            <li key={what}>
              <b>{what}</b> {how}
            </li>
          ))}
        </ol>
      </section>
      <section class="s3-words">
        <h2>{text.s3Heading}</h2>
        <p>{text.s3Sentence}</p>
        <details>
          <summary>{text.s3More}</summary>
          {text.s3Paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </details>
      </section>
    </>
  )
}

const lowerFirst = (label: string): string => label.replace(/^./, (letter) => letter.toLowerCase())

/** What most regions bet on, and what one alone does, in two sentences. */
function answerOf({ themeCounts, regions }: StartShape, lang: Language): string {
  const text = startText[lang]
  const name = (label: string) => shortLabel(label).toLowerCase()
  const shared = themeCounts.slice(0, 4).filter(({ regionCount }) => regionCount > 1)
  const alone = themeCounts.filter(({ regionCount }) => regionCount === 1).slice(0, 2)
  const sentences = [
    shared.length > 1
      ? text.answerShared(
          joinWords(
            shared.map(({ theme }) => name(theme.label[lang])),
            lang,
          ),
          { least: shared.at(-1)!.regionCount, most: shared[0]!.regionCount, regions: regions.length },
        )
      : null,
    alone.length > 0
      ? text.answerUnique(
          alone.map(({ theme }) => {
            const owner = regions.find(({ themeIds }) => themeIds.includes(theme.id))!
            // The whole label: what is said of one region alone must hold for it, and half a label may be of the other half.
            return [lowerFirst(theme.label[lang]), owner.name] as const
          }),
        )
      : null,
  ]
  return sentences.filter(Boolean).join(' ')
}
