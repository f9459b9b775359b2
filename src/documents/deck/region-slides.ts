import { labelsOf } from '../../shapes/area-labels.ts'
import type { Language } from '../../records/language.ts'
import { formatNumber } from '../../language/format-number.ts'
import type { EditionShape, PriorityShape, RegionSummaryShape } from '../../shapes/shapes.ts'
import { isUnread } from '../../snapshot/areas-known.ts'
import {
  addSlide,
  contentBottom,
  contentTop,
  contentWidth,
  fittingSize,
  font,
  ink,
  margin,
  paginate,
  shapeName,
} from './deck-canvas.ts'
import type { Box, Canvas, Run, Slide } from './deck-canvas.ts'
import type { DeckContent, DeckRegion, MeasuredArea } from './deck-content.ts'
import { sourceLine, sourceName, sourcesOfEdition } from './deck-sources.ts'
import { addBars } from './bar-chart.ts'
import { deckText } from './deck-text.ts'
import { withoutControls } from './safe-text.ts'

/** An area as it is listed: the owner's words, our translation under them, and how deep it is in the list. */
interface Item {
  label: string
  gloss: string | null
  level: 0 | 1
}

const textOf = ({ label, gloss }: Item): string => (gloss ? `${label} ${gloss}` : label)

function itemsOf(edition: EditionShape | null, lang: Language): Item[] {
  const itemOf = (area: PriorityShape, level: Item['level']): Item => {
    const { label, gloss } = labelsOf(area, lang)
    return { label: withoutControls(label), gloss: gloss && withoutControls(gloss), level }
  }
  if (!edition) return []
  const { priorities, parts } = edition
  return priorities.flatMap((area) => [
    itemOf(area, 0),
    ...parts.filter(({ parentId }) => parentId === area.id).map((part) => itemOf(part, 1)),
  ])
}

/** The paragraphs of a list, which can be edited and read in again. */
function runsOf(items: readonly Item[], size: number): Run[] {
  return items.flatMap(({ label, gloss, level }): Run[] => {
    const spacing = { paraSpaceAfter: size * 0.35, ...(level > 0 ? { indentLevel: level } : {}) }
    const own = { ...spacing, bullet: { indent: size }, fontSize: level > 0 ? size - 2 : size, breakLine: gloss === null }
    // A line break within the paragraph keeps our translation with the owner's words, as what explains them.
    const ours = {
      ...spacing,
      fontSize: Math.max(8, size - 3),
      color: ink.muted,
      italic: true,
      softBreakBefore: true,
      breakLine: true,
    }
    return gloss === null
      ? [{ text: label, options: own }]
      : [
          { text: label, options: own },
          { text: gloss, options: ours },
        ]
  })
}

function drawList(
  { locale }: Canvas,
  slide: Slide,
  { items, size, box }: { items: readonly Item[]; size: number; box: Box },
): void {
  slide.addText(runsOf(items, size), {
    ...box,
    margin: 0,
    fontFace: font,
    fontSize: size,
    color: ink.text,
    valign: 'top',
    lang: locale,
    objectName: shapeName.list,
  })
}

/** What is said where there is no list to show. */
const absence = ({ current }: RegionSummaryShape, lang: Language): string | null =>
  !current ? deckText[lang].noList : isUnread(current) ? deckText[lang].unread : null

function leadOf({ current }: RegionSummaryShape, lang: Language): string {
  const text = deckText[lang]
  if (!current || isUnread(current)) return absence({ current } as RegionSummaryShape, lang)!
  const { priorities, strategy } = current
  return `${text.areas(priorities.length)}, ${text.periodOf(strategy.programmePeriodId.replace('-', '–'), strategy.isPeriodOver)}.${strategy.isComplete ? '' : ` ${text.incomplete}`}`
}

/** One region to a slide, on as many slides as its list needs. */
export function addRegionSlides(canvas: Canvas, deckRegion: DeckRegion): void {
  const { lang } = canvas
  const { region, measured, evidenceSource } = deckRegion
  const hasChart = measured.length > 0
  const width = hasChart ? 6.6 : contentWidth
  const height = contentBottom - contentTop - 0.1
  const items = itemsOf(region.current, lang)
  const size = fittingSize(items.map(textOf), { width: width - 0.4, height, sizes: [24, 22, 20, 18, 16, 15, 14] })
  const pages = size === null ? paginate(items, textOf, { width: width - 0.4, height, size: 14 }) : [items]
  const sources = region.current ? sourcesOfEdition(region.current) : []
  const shown = sources
    .slice(0, 2)
    .map((source) => sourceName(source, lang))
    .join('; ')
  for (const page of pages) {
    const slide = addSlide(canvas, {
      title: region.name,
      titleName: shapeName.region(region.code),
      lead: leadOf(region, lang),
      source: shown ? `${deckText[lang].source}: ${shown.slice(0, 170)}` : null,
      notes: notesOf(deckRegion, lang),
    })
    if (page.length > 0)
      drawList(canvas, slide, { items: page, size: size ?? 14, box: { x: margin, y: contentTop, w: width, h: height } })
    if (hasChart && page === pages[0])
      drawChart(canvas, slide, {
        region,
        measured,
        source: evidenceSource?.[lang] ?? '',
        of: items.filter(({ level }) => level === 0).length,
      })
  }
}

function notesOf({ region, evidenceSource }: DeckRegion, lang: Language): string[] {
  const sources = region.current ? sourcesOfEdition(region.current) : []
  const path = lang === 'sv' ? `/region/${region.slug}` : `/en/region/${region.slug}`
  return [
    `${deckText[lang].notes}:`,
    ...sources.map((source) => sourceLine(source, lang)),
    ...(evidenceSource ? [evidenceSource[lang]] : []),
    deckText[lang].noteRegion(path),
  ]
}

interface ChartParts {
  region: RegionSummaryShape
  measured: readonly MeasuredArea[]
  source: string
  /** How many areas the list has. */
  of: number
}

/** A chart that can be edited: how the areas' occupations stand beside the nation's. */
function drawChart(canvas: Canvas, slide: Slide, { region, measured, source, of }: ChartParts): void {
  const { lang, locale } = canvas
  const text = deckText[lang]
  const x = 7.7
  const w = 13.333 - margin - x
  const caption = { x, w, margin: 0, fontFace: font, lang: locale } as const
  slide.addText(text.evidence, {
    ...caption,
    y: contentTop,
    h: 0.55,
    fontSize: 12,
    bold: true,
    color: ink.deep,
    valign: 'top',
    objectName: shapeName.own('evidence'),
  })
  const labels = measured.map(({ label }) => shortened(withoutControls(label[lang]), 44))
  const values = measured.map(({ quotient }) => Math.round(quotient * 100) / 100)
  const rows = labels.map((label, at) => `${label} ${formatNumber(values[at]!, lang, 1)}`).join('; ')
  const h = Math.min(4.0, 0.7 + measured.length * 0.62)
  addBars(canvas, slide, {
    box: { x, y: contentTop + 0.6, w, h },
    series: text.quotient,
    labels,
    values,
    format: '0.0',
    alt: text.evidenceAlt(region.name, rows),
  })
  const left = of - measured.length
  const foot = [left > 0 ? text.notMeasured(left) : null, source].filter(Boolean).join(' ')
  slide.addText(foot, {
    ...caption,
    y: contentTop + 0.65 + h,
    h: 0.4,
    fontSize: 10,
    color: ink.muted,
    valign: 'top',
    objectName: shapeName.own('chart-source'),
  })
}

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

const columns = 3
const rowsOnSlide = 2

/** Six regions to a slide, as in the deck of 2018. */
export function addManyRegions(canvas: Canvas, { regions, choice: { lang } }: DeckContent, title: string): void {
  const perSlide = columns * rowsOnSlide
  for (let start = 0; start < regions.length; start += perSlide) {
    const group = regions.slice(start, start + perSlide)
    const sources = group.flatMap(({ region }) => (region.current ? sourcesOfEdition(region.current) : []))
    const lines = [...new Set(sources.map((source) => sourceLine(source, lang)))]
    const slide = addSlide(canvas, { title, notes: [`${deckText[lang].notes}:`, ...lines] })
    // Column by column, which is the order in which columns are read.
    for (const [at, { region }] of group.entries()) drawCell(canvas, slide, { region, at })
  }
}

function drawCell(canvas: Canvas, slide: Slide, { region, at }: { region: RegionSummaryShape; at: number }): void {
  const { lang, locale } = canvas
  const [w, h] = [3.8, 2.6]
  const x = margin + Math.floor(at / rowsOnSlide) * (w + 0.36)
  const y = 1.5 + (at % rowsOnSlide) * (h + 0.14)
  slide.addText(region.name, {
    x,
    y,
    w,
    h: 0.36,
    margin: 0,
    fontFace: font,
    fontSize: 16,
    bold: true,
    color: ink.deep,
    valign: 'top',
    lang: locale,
    objectName: shapeName.region(region.code),
  })
  const items = itemsOf(region.current, lang)
  const box = { x, y: y + 0.4, w, h: h - 0.42 }
  const missing = absence(region, lang)
  if (items.length > 0) {
    const size = fittingSize(items.map(textOf), { width: w - 0.25, height: box.h, sizes: [14, 13, 12, 11, 10, 9, 8] }) ?? 8
    drawList(canvas, slide, { items, size, box })
  } else if (missing)
    slide.addText(missing, {
      ...box,
      margin: 0,
      fontFace: font,
      fontSize: 12,
      color: ink.muted,
      valign: 'top',
      lang: locale,
      objectName: shapeName.own(`missing-${region.code}`),
    })
}
