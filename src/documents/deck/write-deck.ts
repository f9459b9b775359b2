import type { CountyOutline } from './county-shapes.ts'
import { makeCanvas } from './deck-canvas.ts'
import type { DeckContent } from './deck-content.ts'
import { finishPptx } from './finish-pptx.ts'
import { deckText } from './deck-text.ts'
import { addStandingSlide, addThemeSlide } from './map-slides.ts'
import { addChangesSlides, addCover, addHeardSlides, addSourceSlides, addThemesSlide } from './overview-slides.ts'
import { addManyRegions, addRegionSlides } from './region-slides.ts'

/** A deck as a PPTX file. The same content gives the same bytes. @param outlines the regions, for maps */
export async function writeDeck(content: DeckContent, outlines: readonly CountyOutline[]): Promise<Uint8Array<ArrayBuffer>> {
  const { lang, layout } = content.choice
  const canvas = makeCanvas({ lang, title: deckText[lang].title })
  addCover(canvas, content)
  if (content.regions.length > 1) {
    addStandingSlide(canvas, content, outlines)
    addThemesSlide(canvas, content)
  }
  for (const theme of content.themes) addThemeSlide(canvas, content, { theme, outlines })
  if (layout === 'many') addManyRegions(canvas, content, deckText[lang].title)
  else for (const region of content.regions) addRegionSlides(canvas, region)
  addChangesSlides(canvas, content)
  for (const kind of ['finding', 'wish', 'nextStep'] as const) addHeardSlides(canvas, content, kind)
  addSourceSlides(canvas, content)
  const bytes = (await canvas.pptx.write({ outputType: 'uint8array', compression: false })) as Uint8Array
  return finishPptx(bytes, { ...canvas, validAt: content.validAt })
}
