import type PptxGenJS from 'pptxgenjs'
import type { OwnerChangeShape } from '../../shapes/changes-shape.ts'
import { labelsOf } from '../../shapes/area-labels.ts'
import type { PriorityShape } from '../../shapes/shapes.ts'
import type { Language } from '../../records/language.ts'
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
import type { Canvas, Run } from './deck-canvas.ts'
import type { DeckContent, DeckStatement, HeardKind } from './deck-content.ts'
import { sourceLine, sourceLines } from './deck-sources.ts'
import { addBars } from './bar-chart.ts'
import { deckText } from './deck-text.ts'
import { shortened } from './region-slides.ts'
import { withoutControls } from './safe-text.ts'

const bottom = contentBottom - contentTop

export function addCover({ pptx, locale, titleNames }: Canvas, { choice, validAt }: DeckContent): void {
  const text = deckText[choice.lang]
  const names = choice.regions.map(({ name }) => name)
  const title = choice.isNational || names.length > 6 ? text.title : text.titleOf(names)
  const slide = pptx.addSlide({ masterName: 'Spets cover' })
  titleNames.push('title')
  // These two are read as any deck's: they say what the deck is called, and of which day it is.
  slide.addText(title, { placeholder: 'title', lang: locale })
  const common = { x: 0.9, w: 11, margin: 0, fontFace: font, lang: locale, valign: 'top' } as const
  slide.addText(`${text.place} ${validAt}`, { ...common, y: 4.2, h: 0.5, fontSize: 20, color: 'B8D3FB', objectName: 'spets-day' })
  slide.addText(text.from, { ...common, y: 6.5, h: 0.4, fontSize: 13, color: 'B8D3FB', objectName: shapeName.own('from') })
  slide.addNotes(text.from)
}

const mostBars = 22

/** How many regions have each theme. */
export function addThemesSlide(canvas: Canvas, content: DeckContent): void {
  const { lang } = canvas
  const text = deckText[lang]
  const rows = content.themeCounts.slice(0, mostBars)
  if (rows.length === 0) return
  const most = rows[0]!.regionCount
  const first = rows.filter(({ regionCount }) => regionCount === most).map(({ label }) => label[lang])
  const slide = addSlide(canvas, {
    title: text.themesTitle(first.slice(0, 3), most),
    lead: text.themesLead,
    notes: sourceLines(content, lang),
  })
  const labels = rows.map(({ label }) => label[lang])
  addBars(canvas, slide, {
    box: { x: margin, y: contentTop, w: contentWidth, h: bottom },
    series: text.themesSeries,
    labels,
    values: rows.map(({ regionCount }) => regionCount),
    format: '0',
    alt: text.themesAlt(rows.map(({ label, regionCount }) => `${label[lang]} ${regionCount}`).join('; ')),
  })
}

/** What became of the lists since the chosen day, a row a region. */
export function addChangesSlides(canvas: Canvas, content: DeckContent): void {
  const { lang, locale } = canvas
  const text = deckText[lang]
  const rows = content.regions.flatMap(({ region, change, relabelled }) => {
    if (change && ['changed', 'begun', 'ended', 'unread'].includes(change.outcome)) return [changeRow(change, lang)]
    // The same list with other words for some of its areas.
    return relabelled.length > 0 ? [[region.name, '', listedLabels(relabelled, lang), '']] : []
  })
  const title = text.changesTitle(rows.length, content.choice.since)
  const textOf = (row: readonly string[]) => row.toSorted((one, other) => other.length - one.length)[0]!
  const pages = paginate(rows, textOf, { width: 3.3, height: bottom - 0.5, size: 11, gap: 0.9 })
  for (const [at, page] of pages.entries()) {
    const slide = addSlide(canvas, {
      title: at === 0 ? title : text.continued(title),
      lead: text.changesLead,
      notes: sourceLines(content, lang),
    })
    if (page.length === 0) continue
    const head = text.changesHead.map((words) => ({
      text: words,
      options: { bold: true, color: ink.white, fill: { color: ink.blue } },
    }))
    const body = page.map((row) =>
      row.map((words, column) => ({ text: words, options: { bold: column === 0, color: column === 0 ? ink.deep : ink.text } })),
    )
    slide.addTable([head, ...body], {
      x: margin,
      y: contentTop,
      w: contentWidth,
      colW: [1.9, 3.4, 3.4, 3.433],
      fontFace: font,
      fontSize: 11,
      border: { type: 'solid', pt: 0.5, color: ink.rule },
      margin: [0.04, 0.08, 0.04, 0.08],
      valign: 'top',
      lang: locale,
      objectName: shapeName.own('table'),
    } as PptxGenJS.TableProps)
  }
}

const mostLabels = 3

/** Labels in one cell, the first few of them. */
function joinedLabels(labels: readonly string[], lang: Language): string {
  const words = labels.map((label) => shortened(withoutControls(label), 60))
  const left = words.length - mostLabels
  return left > 0 ? `${words.slice(0, mostLabels).join('; ')}; ${deckText[lang].more(left)}` : words.join('; ')
}

const listedLabels = (areas: readonly PriorityShape[], lang: Language): string =>
  joinedLabels(
    areas.map((area) => labelsOf(area, lang).gloss ?? area.displayLabel),
    lang,
  )

function changeRow({ owner, outcome, before, after, links }: OwnerChangeShape, lang: Language): string[] {
  const text = deckText[lang]
  const name = owner.name[lang]
  if (outcome === 'unread') return [name, text.unknownChange, '', '']
  const labels = new Map(
    [...(before?.priorities ?? []), ...(after?.priorities ?? [])].map((area) => [
      area.id,
      labelsOf(area, lang).gloss ?? area.displayLabel,
    ]),
  )
  const listed = (ids: readonly (string | null)[]) =>
    joinedLabels(
      [...new Set(ids)].flatMap((id) => (id && labels.get(id)) || []),
      lang,
    )
  if (outcome === 'begun') return [name, listed((after?.priorities ?? []).map(({ id }) => id)), '', '']
  if (outcome === 'ended') return [name, '', '', listed((before?.priorities ?? []).map(({ id }) => id))]
  const idsOf = (kinds: readonly string[], end: 'predecessorId' | 'successorId') =>
    links.filter(({ change }) => kinds.includes(change)).map((link) => link[end])
  return [
    name,
    listed(idsOf(['new'], 'successorId')),
    listed(idsOf(['renamed', 'split', 'merged'], 'successorId')),
    listed(idsOf(['dropped'], 'predecessorId')),
  ]
}

/** What was heard, wished for, and comes next, in the order of the source; each slide names the sources of what is on it. */
export function addHeardSlides(canvas: Canvas, content: DeckContent, kind: HeardKind): void {
  const { lang, locale } = canvas
  const text = deckText[lang]
  const rows = content.heard[kind].map((statement) => ({
    words: withoutControls(statement.text[lang]),
    note: noteOf(statement, lang),
    source: statement.source,
  }))
  const textOf = ({ words, note }: (typeof rows)[number]) => (note ? `${words} ${note}` : words)
  const place = { width: contentWidth - 0.4, height: bottom }
  const size = fittingSize(rows.map(textOf), { ...place, sizes: [22, 20, 18, 16] }) ?? 16
  const pages = rows.length === 0 ? [] : paginate(rows, textOf, { ...place, size })
  for (const [at, page] of pages.entries()) {
    const sources = [...new Map(page.flatMap(({ source }) => (source ? [[source.id, source] as const] : []))).values()]
    const slide = addSlide(canvas, {
      title: at === 0 ? text.heard[kind] : text.continued(text.heard[kind]),
      source: sources.length > 0 ? `${text.source}: ${shortened(sources.map((one) => one.title[lang]).join('; '), 170)}` : null,
      notes: [`${text.notes}:`, ...sources.map((source) => sourceLine(source, lang))],
    })
    const runs = page.flatMap(({ words, note }): Run[] => [
      { text: words, options: { bullet: { indent: size }, breakLine: note === null, paraSpaceAfter: size * 0.4 } },
      ...(note
        ? [
            {
              text: note,
              options: {
                fontSize: size - 4,
                color: ink.muted,
                softBreakBefore: true,
                breakLine: true,
                paraSpaceAfter: size * 0.4,
              },
            },
          ]
        : []),
    ])
    slide.addText(runs, {
      x: margin,
      y: contentTop,
      w: contentWidth,
      h: bottom,
      margin: 0,
      fontFace: font,
      fontSize: size,
      color: ink.text,
      valign: 'top',
      lang: locale,
      objectName: shapeName.own('statements'),
    })
  }
}

/** Who asked for what rests on no document, and what the national level has answered; null where there is nothing to add. */
function noteOf({ wish, source }: DeckStatement, lang: Language): string | null {
  if (!wish) return null
  const text = deckText[lang].wish
  const names = wish.askers.map(({ name }) => name)
  const asked = source === null ? text.asked(wish.askedOn, names) : null
  const answer = wish.answer ? text.answer(withoutControls(wish.answer[lang])) : text.states[wish.state]
  return [asked, answer].filter(Boolean).join(' ') || null
}

/** Every source of the lists. */
export function addSourceSlides(canvas: Canvas, { sources, choice: { lang } }: DeckContent): void {
  const text = deckText[lang]
  const lines = sources.map((source) => sourceLine(source, lang))
  const pages = paginate(lines, (one) => one, { width: contentWidth - 0.4, height: bottom, size: 12, gap: 0.3 })
  for (const [at, page] of pages.entries()) {
    if (page.length === 0) continue
    const slide = addSlide(canvas, { title: at === 0 ? text.sources : text.continued(text.sources), notes: [text.sources] })
    const runs = page.map((one): Run => ({ text: withoutControls(one), options: { breakLine: true, paraSpaceAfter: 4 } }))
    slide.addText(runs, {
      x: margin,
      y: contentTop,
      w: contentWidth,
      h: bottom,
      margin: 0,
      fontFace: font,
      fontSize: 12,
      color: ink.text,
      valign: 'top',
      lang: canvas.locale,
      objectName: shapeName.own('sources'),
    })
  }
}
