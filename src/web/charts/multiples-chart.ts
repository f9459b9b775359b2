import type { Drawing } from '../frame/figure.ts'
import { fitWords, linePath, mark, wordsAt, wrapWords } from './marks.ts'
import { linearScale, logScale } from './scales.ts'
import { quotientDomain } from './strip-chart.ts'

export interface SmallMultiple {
  name: string
  /** What the line is of, below the name. */
  note: string
  values: readonly (number | null)[]
  /** What is written at the end of the line. */
  words: string
  isMarked: boolean
}

interface MultiplesData {
  multiples: readonly SmallMultiple[]
  years: readonly string[]
  /** The years from which something else is counted. */
  breaks: readonly string[]
  oneWords: string
}

const cellHeight = 176
const noteLines = 2

/** A small chart for each region, all on the same axes: quotients over time, with a line where the nation is. */
export function multiplesChart({ multiples, years, breaks, oneWords }: MultiplesData, { width }: { width: number }): Drawing {
  const columns = width < 480 ? 2 : width < 1000 ? 4 : 7
  const gap = 18
  const cell = (width - gap * (columns - 1)) / columns
  const values = multiples.flatMap((one) => one.values).filter((value) => value !== null)
  const top = Math.max(2, ...values.map(inDomain))
  const marks = multiples.map((one, at) => {
    const [left, up] = [(at % columns) * (cell + gap), Math.floor(at / columns) * cellHeight]
    const x = linearScale([0, years.length - 1], [left + 2, left + cell - 34])
    const y = logScale([0.5, top * 1.15], [up + cellHeight - 24, up + 66])
    const note = notesOf(one.note, cell)
    const starts = new Set(breaks.map((year) => years.indexOf(year)))
    const points = one.values.flatMap((value, year) => {
      const point = value === null ? null : ([x(year), y(Math.max(0.5, inDomain(value)))] as const)
      return starts.has(year) ? [null, point] : [point]
    })
    const last = one.values.findLastIndex((value) => value !== null)
    const end = last < 0 ? '' : endOf(one, { x: x(last), y: y(Math.max(0.5, inDomain(one.values[last]!))) })
    return [
      wordsAt({ x: left, y: up + 14, className: `c-text c-strong${one.isMarked ? ' c-blue' : ''}` }, one.name),
      ...note.map((line, row) => wordsAt({ x: left, y: up + 30 + row * 14, className: 'c-muted c-tiny' }, line)),
      mark('line', { x1: left, x2: left + cell - 34, y1: y(1), y2: y(1), class: 'c-one' }),
      at === 0 ? wordsAt({ x: left, y: y(1) + 14, className: 'c-muted c-tiny' }, oneWords) : '',
      mark(
        'path',
        { d: linePath(points), class: one.isMarked ? 'c-line c-line-own' : 'c-line c-line-plain' },
        `${one.name}: ${one.note}`,
      ),
      end,
    ].join('')
  })
  const height = Math.ceil(multiples.length / columns) * cellHeight
  return { width, height, marks: marks.join('') }
}

/** What a chart is of, in the lines that there is room for. */
function notesOf(note: string, width: number): string[] {
  const lines = wrapWords(note, { width, size: 12 })
  return lines.length <= noteLines
    ? lines
    : [...lines.slice(0, noteLines - 1), fitWords(lines.slice(noteLines - 1).join(' '), { width, size: 12 })]
}

const endOf = ({ words, isMarked }: SmallMultiple, { x, y }: { x: number; y: number }): string =>
  mark('circle', { cx: x, cy: y, r: 3.2, class: isMarked ? 'c-own' : 'c-point' }) +
  wordsAt({ x: x + 6, y: y + 4, className: 'c-text c-tiny c-strong' }, words)

const inDomain = (value: number): number => Math.min(quotientDomain[1], Math.max(quotientDomain[0], value))
