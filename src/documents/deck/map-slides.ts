import type PptxGenJS from 'pptxgenjs'
import type { RegionSummaryShape } from '../../shapes/shapes.ts'
import { areasKnownIn } from '../../snapshot/areas-known.ts'
import { labelsOf } from '../../shapes/area-labels.ts'
import type { ThemeShape } from '../../shapes/theme-shape.ts'
import { boxOf, ringsOf } from './county-shapes.ts'
import type { CountyOutline } from './county-shapes.ts'
import { addSlide, contentBottom, contentTop, fittingSize, font, ink, margin, shapeName } from './deck-canvas.ts'
import type { Canvas, Run, Slide } from './deck-canvas.ts'
import type { DeckContent } from './deck-content.ts'
import { sourceLines } from './deck-sources.ts'
import { deckText } from './deck-text.ts'

/** A region on a map: its fill, and what is said of it to those who do not see it. */
interface Painted {
  fill: string
  status: string
}

interface MapParts {
  outlines: readonly CountyOutline[]
  /** Begins the names of the shapes on this slide. */
  prefix: string
  paint(region: RegionSummaryShape): Painted
}

const mapBox = { x: 8.0, y: 1.35, w: 4.7, h: 5.5 }
const fills = { now: ink.blue, earlier: ink.light, unknown: ink.unknown, none: 'EFEBE0' }
type Status = keyof typeof fills

/** Sweden as shapes that can be coloured and moved, one a region. */
function drawMap({ lang, alts }: Canvas, slide: Slide, { content, map }: { content: DeckContent; map: MapParts }): void {
  const rings = new Map(map.outlines.map(({ code, path }) => [code, ringsOf(path)]))
  const whole = boxOf([...rings.values()].flat())
  const scale = Math.min(mapBox.w / whole.w, mapBox.h / whole.h)
  const left = mapBox.x + (mapBox.w - whole.w * scale) / 2
  const byCode = new Map(content.regions.map(({ region }) => [region.code, region]))
  for (const [code, own] of rings) {
    const region = byCode.get(code)
    const painted = region ? map.paint(region) : { fill: fills.none, status: '' }
    const box = boxOf(own)
    const points: NonNullable<PptxGenJS.ShapeProps['points']> = own.flatMap((ring) => [
      ...ring.map(({ x, y }, at) => ({
        x: (x - box.x) * scale,
        y: (y - box.y) * scale,
        ...(at === 0 ? { moveTo: true } : {}),
      })),
      { close: true as const },
    ])
    const objectName = shapeName.own(`map-${map.prefix}-${code}`)
    if (region) alts.set(objectName, deckText[lang].mapAlt(region.name, painted.status))
    slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
      x: left + (box.x - whole.x) * scale,
      y: mapBox.y + (box.y - whole.y) * scale,
      w: box.w * scale,
      h: box.h * scale,
      points,
      fill: { color: painted.fill },
      line: { color: ink.surface, width: 0.75 },
      objectName,
    })
  }
}

function drawLegend({ lang, locale }: Canvas, slide: Slide, rows: readonly [string, string][]): void {
  for (const [at, [fill, words]] of rows.entries()) {
    const y = contentBottom - 0.34 * (rows.length - at)
    slide.addShape('rect', {
      x: margin,
      y: y + 0.06,
      w: 0.24,
      h: 0.2,
      fill: { color: fill },
      line: { color: ink.muted, width: 0.5 },
      objectName: shapeName.own(`key-${at}`),
    })
    slide.addText(words, {
      x: margin + 0.36,
      y,
      w: 6.4,
      h: 0.32,
      margin: 0,
      fontFace: font,
      fontSize: 13,
      color: ink.text,
      lang: locale,
      valign: 'middle',
      objectName: shapeName.own(`key-text-${lang}-${at}`),
    })
  }
}

const statusOf = ({ current }: RegionSummaryShape): Status => {
  if (!current) return 'none'
  if (areasKnownIn(current) === 'unknown') return 'unknown'
  return current.strategy.isPeriodOver ? 'earlier' : 'now'
}

/** Where the lists come from: which regions have a list of the period that runs. */
export function addStandingSlide(canvas: Canvas, content: DeckContent, outlines: readonly CountyOutline[]): void {
  const text = deckText[canvas.lang]
  const byStatus = Map.groupBy(content.regions, ({ region }) => statusOf(region))
  const running = byStatus.get('now')?.[0]?.region.current?.strategy.programmePeriodId
  const period = (running ?? `${content.validAt.slice(0, 4)}`).replace('-', '–')
  const title = text.standing({ known: byStatus.get('now')?.length ?? 0, of: content.regions.length, period })
  const slide = addSlide(canvas, { title, lead: text.standingLead, notes: sourceLines(content, canvas.lang) })
  drawMap(canvas, slide, {
    content,
    map: {
      outlines,
      prefix: 'standing',
      paint: (region) => ({ fill: fills[statusOf(region)], status: text.legend[statusOf(region)] }),
    },
  })
  const rows = (['now', 'earlier', 'unknown', 'none'] as const).filter((status) => byStatus.has(status))
  const lines = rows.flatMap((status): Run[] => [
    { text: text.legend[status], options: { bold: true, breakLine: true, color: ink.deep } },
    {
      text: byStatus
        .get(status)!
        .map(({ region }) => region.name)
        .join(', '),
      options: { breakLine: true, paraSpaceAfter: 8 },
    },
  ])
  const size =
    fittingSize(
      lines.map((run) => run.text ?? ''),
      { width: 6.9, height: 3.4, sizes: [15, 14, 13, 12, 11, 10] },
    ) ?? 10
  slide.addText(lines, {
    x: margin,
    y: contentTop,
    w: 6.9,
    h: 3.5,
    margin: 0,
    fontFace: font,
    fontSize: size,
    color: ink.text,
    lang: canvas.locale,
    valign: 'top',
    objectName: shapeName.own('standing'),
  })
  drawLegend(
    canvas,
    slide,
    rows.map((status) => [fills[status], text.legend[status]]),
  )
}

/** One theme: which of the regions have it, in their own words, and where they are. */
export function addThemeSlide(
  canvas: Canvas,
  content: DeckContent,
  { theme, outlines }: { theme: ThemeShape; outlines: readonly CountyOutline[] },
): void {
  const { lang } = canvas
  const text = deckText[lang]
  const codes = new Set(content.regions.map(({ region }) => region.code))
  const areas = theme.inForce.filter(({ owner }) => owner.kind === 'region' && codes.has(owner.id))
  const having = new Set(areas.map(({ owner }) => owner.id))
  const title = text.themeTitle(theme.label[lang], having.size, content.regions.length)
  const slide = addSlide(canvas, { title, lead: text.themeLead, notes: sourceLines(content, lang) })
  drawMap(canvas, slide, {
    content,
    map: {
      outlines,
      prefix: theme.id,
      paint: ({ code }) =>
        having.has(code) ? { fill: ink.blue, status: text.legend.chosen } : { fill: fills.none, status: text.legend.notChosen },
    },
  })
  const byOwner = [...Map.groupBy(areas, ({ owner }) => owner.name.sv)]
  const rows = byOwner.map(([name, own]) => ({
    name,
    words: own.map((area) => labelsOf(area, lang).gloss ?? area.displayLabel).join('; '),
  }))
  const size =
    fittingSize(
      rows.map(({ name, words }) => `${name}: ${words}`),
      { width: 6.9, height: contentBottom - contentTop - 0.9, sizes: [15, 14, 13, 12, 11, 10, 9], gap: 0.3 },
    ) ?? 9
  const runs = rows.flatMap(({ name, words }): Run[] => [
    { text: `${name}: `, options: { bold: true, color: ink.deep } },
    { text: words, options: { breakLine: true, paraSpaceAfter: 3 } },
  ])
  slide.addText(runs, {
    x: margin,
    y: contentTop,
    w: 6.9,
    h: contentBottom - contentTop - 0.85,
    margin: 0,
    fontFace: font,
    fontSize: size,
    color: ink.text,
    lang: canvas.locale,
    valign: 'top',
    objectName: shapeName.own('areas'),
  })
  drawLegend(canvas, slide, [
    [ink.blue, text.legend.chosen],
    [fills.none, text.legend.notChosen],
  ])
}
