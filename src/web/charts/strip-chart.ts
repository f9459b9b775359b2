import type { Language } from '../../records/language.ts'
import type { Drawing } from '../frame/figure.ts'
import { formatNumber } from '../frame/format.ts'
import { mark, wordsAt, wrapWords } from './marks.ts'
import type { Mark } from './marks.ts'
import { logScale } from './scales.ts'

/** One line of a strip chart: every region as a ring, one of them marked. */
export interface StripRow {
  label: string
  note: string
  rings: readonly { name: string; value: number | null }[]
  /** The marked region; null where nothing can be measured. */
  own: { name: string; value: number; lower: number | null; upper: number | null; earlier: number | null } | null
  /** Other regions to see beside the marked one, with the letters that name them. */
  beside?: readonly { letters: string; name: string; value: number }[]
  /** The letters that name the marked region, where others stand beside it. */
  letters?: string
  /** What is written beside the strip: the number with its interval, and a line below it. */
  value: string
  interval: string
  valueNote: string
  /** Why there is no strip, when there is none. */
  reason: string | null
  /** It belongs to the row above it. */
  isPart?: boolean
}

/** All quotients of the site are on this one axis; what is outside it is an arrow at its end. */
export const quotientDomain = [1 / 8, 16] as const

const tickWords: Record<Language, Record<string, string>> = {
  sv: { '0.25': 'en fjärdedel', '0.5': 'hälften', '1': 'som i landet', '2': 'dubbelt', '4': 'fyra gånger', '8': 'åtta' },
  en: { '0.25': 'a quarter', '0.5': 'half', '1': 'as the nation', '2': 'double', '4': 'four times', '8': 'eight' },
}

/** A tick of the axis of quotients in few letters: ¼, ½, 1, 2. */
const shortTick = (tick: number): string => ({ 0.125: '⅛', 0.25: '¼', 0.5: '½' })[tick] ?? String(tick)

interface Places {
  labelWidth: number
  left: number
  right: number
  valueAt: number
  isNarrow: boolean
}

const placesIn = (width: number): Places =>
  width < 480
    ? { labelWidth: width - 74, left: 10, right: width - 10, valueAt: width, isNarrow: true }
    : {
        labelWidth: width * 0.3 - 16,
        left: width * 0.3 + 8,
        right: width - Math.max(132, width * 0.19),
        valueAt: width,
        isNarrow: false,
      }

/** Rows on the shared axis of quotients: 21 rings, the marked region with its interval, and its place in the first year as a line. */
export function stripChart(rows: readonly StripRow[], { width, lang }: { width: number; lang: Language }): Drawing {
  const places = placesIn(width)
  const scale = logScale(quotientDomain, [places.left, places.right])
  const axisHeight = 26
  let y = axisHeight
  const body: Mark[] = []
  const heights: [number, number][] = []
  for (const row of rows) {
    const { marks, height, strip } = stripRow(row, { places, scale, y, width })
    body.push(marks)
    if (strip) heights.push(strip)
    y += height
  }
  const ticks = scale.ticks.filter((tick) => tick >= 0.25 && tick <= 8)
  const axis = ticks.map((tick) => {
    const words =
      places.right - places.left < 520 ? (tick === 1 ? tickWords[lang]['1']! : shortTick(tick)) : tickWords[lang][tick]!
    const lines = heights.map(([from, to]) =>
      mark('line', { x1: scale(tick), x2: scale(tick), y1: from, y2: to, class: tick === 1 ? 'c-one' : 'c-grid' }),
    )
    const at = {
      x: scale(tick),
      y: 15,
      anchor: 'middle' as const,
      className: tick === 1 ? 'c-strong c-small' : 'c-muted c-small',
    }
    return lines.join('') + wordsAt(at, words)
  })
  return { width, height: y + 4, marks: axis.join('') + body.join('') }
}

interface RowPlace {
  places: Places
  scale: ReturnType<typeof logScale>
  y: number
  width: number
}

function stripRow(row: StripRow, { places, scale, y, width }: RowPlace) {
  const indent = row.isPart ? 16 : 0
  const label = wrapWords(row.label, { width: places.labelWidth - indent, size: 16 })
  const note = wrapWords(row.note, { width: places.labelWidth - indent, size: 13 })
  const words = [
    ...label.map((line, at) => wordsAt({ x: indent, y: y + 25 + at * 19, className: row.isPart ? 'c-text' : 'c-label' }, line)),
    ...note.map((line, at) =>
      wordsAt({ x: indent, y: y + 24 + label.length * 19 + at * 16, className: 'c-muted c-small' }, line),
    ),
  ]
  const wordsHeight = 20 + label.length * 19 + note.length * 16
  const rule = mark('line', { x1: indent, x2: width, y1: y + 0.5, y2: y + 0.5, class: 'c-rule' })
  const place = { places, y, wordsHeight, label: label.length }
  if (row.own === null) {
    const { marks, height } = reasonMarks(row, { ...place, width })
    return { marks: rule + words.join('') + marks, height, strip: null }
  }
  const height = places.isNarrow ? wordsHeight + 40 : Math.max(wordsHeight + 8, 64)
  const middle = places.isNarrow ? y + wordsHeight + 16 : y + height / 2
  const half = places.isNarrow ? 14 : Math.min(20, height / 2 - 6)
  const values = places.isNarrow
    ? wordsAt({ x: places.valueAt, y: y + 28, anchor: 'end', className: 'c-number' }, row.value)
    : besideStrip(row, { x: places.right + 18, middle, width })
  const marks = rule + words.join('') + ringMarks(row, { scale, middle, half }) + values
  return { marks, height, strip: [middle - half, middle + half] as [number, number] }
}

/** The number, its interval to the right of it, and up to two lines below. */
function besideStrip(row: StripRow, { x, middle, width }: { x: number; middle: number; width: number }): Mark {
  const lines = wrapWords(row.valueNote, { width: width - x, size: 13 })
  const top = middle - lines.length * 8 + 8
  return [
    wordsAt({ x, y: top, className: 'c-number' }, row.value),
    wordsAt({ x: x + row.value.length * 12 + 8, y: top, className: 'c-muted c-small' }, row.interval),
    ...lines.map((line, at) => wordsAt({ x, y: top + 17 + at * 15, className: 'c-muted c-small' }, line)),
  ].join('')
}

function ringMarks(row: StripRow, { scale, middle, half }: { scale: RowPlace['scale']; middle: number; half: number }): Mark {
  const { value, lower, upper, earlier, name } = row.own!
  const ends = lower === null || upper === null ? null : ([clamped(lower), clamped(upper)] as const)
  return [
    ends &&
      mark('rect', {
        x: scale(ends[0]),
        width: Math.max(2, scale(ends[1]) - scale(ends[0])),
        y: middle - half * 0.62,
        height: half * 1.24,
        class: 'c-band',
      }),
    ...row.rings.map((ring) =>
      ring.value === null ? '' : valueMark(ring.value, { scale, middle, className: 'c-ring', title: ring.name, radius: 4 }),
    ),
    earlier === null
      ? ''
      : mark('line', {
          x1: scale(clamped(earlier)),
          x2: scale(clamped(earlier)),
          y1: middle - half,
          y2: middle + half,
          class: 'c-then',
        }),
    ...(row.beside ?? []).map((one) => namedMark({ ...one, className: 'c-lit' }, { scale, middle })),
    row.letters === undefined
      ? valueMark(value, { scale, middle, className: 'c-own', title: name, radius: 7 })
      : namedMark({ letters: row.letters, name, value, className: 'c-own' }, { scale, middle }),
  ].join('')
}

/** A mark with the letters that name it: above it, and for the marked region below, so that two near each other can be told apart. */
const namedMark = (
  { letters, name, value, className }: { letters: string; name: string; value: number; className: string },
  { scale, middle }: { scale: RowPlace['scale']; middle: number },
): Mark =>
  valueMark(value, { scale, middle, className, title: name, radius: className === 'c-own' ? 7 : 6 }) +
  wordsAt(
    {
      x: scale(clamped(value)),
      y: className === 'c-own' ? middle + 20 : middle - 11,
      anchor: 'middle',
      className: 'c-small c-strong c-halo',
    },
    letters,
  )

const clamped = (value: number): number => Math.min(quotientDomain[1], Math.max(quotientDomain[0], value))

/** A value on the axis, or an arrow at its end when it is outside. */
export function valueMark(
  value: number,
  {
    scale,
    middle,
    className,
    title,
    radius,
  }: { scale: (value: number) => number; middle: number; className: string; title: string; radius: number },
): Mark {
  const x = scale(clamped(value))
  if (value >= quotientDomain[0] && value <= quotientDomain[1])
    return mark('circle', { cx: x, cy: middle, r: radius, class: className }, title)
  const way = value > quotientDomain[1] ? 1 : -1
  return mark(
    'path',
    {
      d: `M${x - way * radius},${middle - radius}l${way * radius},${radius}l${-way * radius},${radius}`,
      class: `${className} c-beyond`,
    },
    title,
  )
}

function reasonMarks(row: StripRow, place: { places: Places; y: number; wordsHeight: number; width: number }) {
  const { places, y, wordsHeight, width } = place
  const left = places.isNarrow ? 12 : places.left + 14
  const lines = wrapWords(row.reason ?? '', { width: width - left, size: 14 })
  const top = places.isNarrow ? y + wordsHeight : y + 10
  const height = lines.length * 18
  const bar = mark('line', { x1: left - 12, x2: left - 12, y1: top, y2: top + height + 4, class: 'c-aside' })
  const words = lines.map((line, at) => wordsAt({ x: left, y: top + 15 + at * 18, className: 'c-muted c-text' }, line))
  return {
    marks: bar + words.join(''),
    height: places.isNarrow ? wordsHeight + height + 14 : Math.max(wordsHeight + 8, height + 24),
  }
}

/** A quotient in words for a ring: "Dalarna 2,4". */
export const ringName = (name: string, value: number, lang: Language): string =>
  `${name} ${formatNumber(value, lang, value < 0.1 ? 2 : 1)}`
