import type { Drawing } from '../frame/figure.ts'
import { linePath, mark, wordsAt, wrapWords } from './marks.ts'
import { linearScale, roundSpan } from './scales.ts'

export interface ChartLine {
  name: string
  /** Null where the number is missing. */
  values: readonly (number | null)[]
  isMarked: boolean
}

export interface LineChartData {
  years: readonly string[]
  lines: readonly ChartLine[]
  /** The years from which something else is counted, each with a word for it. */
  breaks: readonly { from: string; word: string }[]
  write(value: number): string
}

/** Values over time, the marked line last and thick. A line is not drawn across a break in what is counted. */
export function lineChart({ years, lines, breaks, write }: LineChartData, { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const height = isNarrow ? 250 : 300
  const [left, right, top, bottom] = [46, width - (isNarrow ? 92 : 150), 28, height - 28]
  const all = lines.flatMap(({ values }) => values).filter((value) => value !== null)
  const span = roundSpan([0, ...all])
  const y = linearScale(span, [bottom, top], 4)
  const x = linearScale([0, Math.max(1, years.length - 1)], [left, right])
  const grid = y.ticks.map(
    (tick) =>
      mark('line', { x1: left, x2: right, y1: y(tick), y2: y(tick), class: tick === 0 ? 'c-one' : 'c-grid' }) +
      wordsAt({ x: left - 8, y: y(tick) + 4, anchor: 'end', className: 'c-muted c-small' }, write(tick)),
  )
  const every = isNarrow ? 5 : 2
  const yearWords = years.map((year, at) =>
    at === 0 || at === years.length - 1 || (at % every === 0 && years.length - 1 - at >= every)
      ? wordsAt({ x: x(at), y: bottom + 20, anchor: 'middle', className: 'c-muted c-small' }, year)
      : '',
  )
  const cuts = breaks.map(({ from, word }) => {
    const at = x(years.indexOf(from) - 0.5)
    return (
      mark('line', { x1: at, x2: at, y1: top - 6, y2: bottom, class: 'c-break' }) +
      wordsAt({ x: at, y: top - 12, anchor: 'middle', className: 'c-muted c-small' }, word)
    )
  })
  const starts = new Set(breaks.map(({ from }) => years.indexOf(from)))
  const drawn = lines
    .toSorted((a, b) => Number(a.isMarked) - Number(b.isMarked))
    .map((line) => {
      const points = line.values.flatMap((value, at) => {
        const point = value === null ? null : ([x(at), y(value)] as const)
        return starts.has(at) ? [null, point] : [point]
      })
      const dots = line.isMarked
        ? line.values.map((value, at) =>
            value === null
              ? ''
              : mark('circle', { cx: x(at), cy: y(value), r: 3.4, class: 'c-own' }, `${line.name} ${years[at]}: ${write(value)}`),
          )
        : []
      return mark('path', { d: linePath(points), class: line.isMarked ? 'c-line c-line-own' : 'c-line' }) + dots.join('')
    })
  const places = { years, width, right, top, bottom, y }
  return { width, height, marks: [...grid, ...cuts, ...yearWords, ...drawn, endNames(lines, write, places)].join('') }
}

/** The names of the lines at their ends, moved apart where they would lie on each other. */
function endNames(
  lines: readonly ChartLine[],
  write: (value: number) => string,
  { width, right, top, bottom, y }: { width: number; right: number; top: number; bottom: number; y: (value: number) => number },
): string {
  const room = { width: width - right - 12, size: 13 }
  const named = lines
    .flatMap((line) => {
      const last = line.values.findLast((value) => value !== null)
      return last == null ? [] : [{ line, last, words: wrapWords(`${line.name} ${write(last)}`, room), at: y(last) }]
    })
    .sort((a, b) => a.at - b.at)
  let from = top
  const placed = named.map(({ at, ...one }) => {
    const place = Math.max(at, from)
    from = place + one.words.length * 15 + 6
    return { ...one, at: place }
  })
  const over = Math.max(0, from - bottom - 12)
  return placed
    .flatMap(({ line, words, at }) =>
      words.map((word, row) =>
        wordsAt(
          {
            x: right + 12,
            y: at - over + 4 + row * 15,
            className: line.isMarked ? 'c-strong c-small c-blue' : 'c-muted c-small',
          },
          word,
        ),
      ),
    )
    .join('')
}
