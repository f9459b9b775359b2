import PptxGenJS from 'pptxgenjs'
import type { Language } from '../../records/language.ts'

/** Inches: a wide slide. */
export const slideSize = { width: 13.333, height: 7.5 } as const
export const margin = 0.6
export const contentTop = 1.75
export const contentBottom = 6.75
export const contentWidth = slideSize.width - 2 * margin

/** The colours of the site in light mode, without their sign. */
export const ink = {
  text: '16203A',
  muted: '535D74',
  rule: 'DDD7C8',
  paper: 'FAF8F3',
  surface: 'FFFEFB',
  blue: '1A4480',
  deep: '12305C',
  wash: 'E4EBF5',
  light: '8FAAD0',
  unknown: 'C9C4B6',
  white: 'FFFFFF',
} as const

/** A font that every office suite has, or has another of the same widths for. */
export const font = 'Arial'

/** Names of shapes: Spets reads by them what it made itself, and takes in only what people have changed. */
export const shapeName = {
  own: (what: string) => `spets:own:${what}`,
  region: (code: string) => `spets:region:${code}`,
  list: 'spets:list',
} as const

export type Slide = PptxGenJS.Slide
export type Run = PptxGenJS.TextProps
export type Box = { x: number; y: number; w: number; h: number }

export interface Canvas {
  pptx: PptxGenJS
  lang: Language
  /** The language code of texts, for spelling and reading aloud. */
  locale: 'sv-SE' | 'en-GB'
  /** What shapes show, by their names, for those who do not see them. */
  alts: Map<string, string>
  /** The name of each slide's title, in the order of the slides. */
  titleNames: string[]
}

export function makeCanvas({ lang, title }: { lang: Language; title: string }): Canvas {
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  Object.assign(pptx, { title, author: 'Spets', company: 'Spets', theme: { headFontFace: font, bodyFontFace: font } })
  const title1 = { x: margin, y: 0.45, w: contentWidth, h: 0.8, fontFace: font, fontSize: 28, bold: true, color: ink.deep }
  pptx.defineSlideMaster({
    title: 'Spets',
    background: { color: ink.surface },
    objects: [
      { rect: { x: 0, y: 0, w: slideSize.width, h: 0.12, fill: { color: ink.blue } } },
      {
        placeholder: {
          options: { name: 'title', type: 'title', ...title1, align: 'left', valign: 'bottom', margin: 0 },
          text: '',
        },
      },
    ],
    slideNumber: { x: 12.2, y: 7.02, w: 0.55, h: 0.3, fontFace: font, fontSize: 10, color: ink.muted, align: 'right' },
  })
  pptx.defineSlideMaster({
    title: 'Spets cover',
    background: { color: ink.deep },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.9,
            y: 2.1,
            w: 11.2,
            h: 1.9,
            fontFace: font,
            fontSize: 44,
            bold: true,
            color: ink.white,
            align: 'left',
            valign: 'bottom',
            margin: 0,
          },
          text: '',
        },
      },
    ],
  })
  return { pptx, lang, locale: lang === 'sv' ? 'sv-SE' : 'en-GB', alts: new Map(), titleNames: [] }
}

interface SlideParts {
  title: string
  /** A name by which its title is read again; one of ours when left out. */
  titleName?: string
  lead?: string
  /** The line at the foot, with what the slide rests on. */
  source?: string | null
  notes: readonly string[]
}

/** A slide with its title, lead, source line and notes; what it shows is added after. */
export function addSlide({ pptx, locale, titleNames }: Canvas, { title, titleName, lead, source, notes }: SlideParts): Slide {
  const slide = pptx.addSlide({ masterName: 'Spets' })
  titleNames.push(titleName ?? shapeName.own('title'))
  const size = title.length > 68 ? 22 : title.length > 50 ? 25 : 28
  slide.addText(title, { placeholder: 'title', objectName: titleName ?? shapeName.own('title'), fontSize: size, lang: locale })
  const common = { fontFace: font, margin: 0, lang: locale }
  if (lead)
    slide.addText(lead, {
      ...common,
      x: margin,
      y: 1.25,
      w: contentWidth,
      h: 0.38,
      fontSize: 14,
      color: ink.muted,
      valign: 'top',
      objectName: shapeName.own('lead'),
    })
  if (source)
    slide.addText(source, {
      ...common,
      x: margin,
      y: 7.0,
      w: 11.4,
      h: 0.34,
      fontSize: 10,
      color: ink.muted,
      valign: 'middle',
      objectName: shapeName.own('source'),
    })
  slide.addNotes(notes.join('\n'))
  return slide
}

/** How wide a letter is on the average, as a part of its size: wide enough for capitals and m. */
const letterWidth = 0.53
const lineHeight = 1.22

/** How many lines a text takes in a width (inches) at a size (points). */
export const linesOf = (text: string, { width, size }: { width: number; size: number }): number =>
  Math.max(1, Math.ceil((text.length * letterWidth * size) / (72 * width)))

interface Fitted {
  width: number
  height: number
  sizes: readonly number[]
  /** Points between paragraphs, as a part of the size. */
  gap?: number
}

/** The largest of some sizes at which texts fit in a box; null when none does. */
export function fittingSize(texts: readonly string[], { width, height, sizes, gap = 0.4 }: Fitted): number | null {
  const heightAt = (size: number) =>
    texts.reduce((sum, text) => sum + linesOf(text, { width, size }) * lineHeight + gap, 0) * (size / 72)
  return sizes.find((size) => heightAt(size) <= height) ?? null
}

/** Parts a list so that each part fits at a size. */
export function paginate<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  { width, height, size, gap = 0.4 }: Omit<Fitted, 'sizes'> & { size: number },
): T[][] {
  const pages: T[][] = [[]]
  let used = 0
  for (const item of items) {
    const needed = (linesOf(textOf(item), { width, size }) * lineHeight + gap) * (size / 72)
    if (used + needed > height && pages.at(-1)!.length > 0) {
      pages.push([])
      used = 0
    }
    pages.at(-1)!.push(item)
    used += needed
  }
  return pages
}
