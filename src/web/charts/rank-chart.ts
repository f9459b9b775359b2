import type { Language } from '../../records/language.ts'
import type { Drawing } from '../frame/figure.ts'
import { fitWords, mark, wordsAt } from './marks.ts'
import { logScale } from './scales.ts'
import { quotientDomain, valueMark } from './strip-chart.ts'

/** One row of ranked quotients. */
export interface RankRow {
  label: string
  value: number | null
  lower: number | null
  upper: number | null
  /** The first year's quotient, as a line across; null where there is none. */
  earlier: number | null
  /** What is written at the end. */
  words: string
  title: string
  isMarked: boolean
}

/** Rows of quotients with their intervals on the shared axis, as bars from 1, or as points where the order is of place. */
export function rankChart(
  rows: readonly RankRow[],
  { width, lang, as }: { width: number; lang: Language; as: 'bars' | 'points' },
): Drawing {
  const isNarrow = width < 480
  const rowHeight = as === 'points' ? 25 : isNarrow ? 46 : 32
  const hasOwnLine = isNarrow && as === 'bars'
  const valueWidth = as === 'points' ? 44 : 60
  const labelWidth = hasOwnLine ? width - 70 : isNarrow ? 118 : Math.min(330, width * 0.4)
  const scale = logScale(quotientDomain, [hasOwnLine ? 4 : labelWidth + 14, width - valueWidth])
  const top = 26
  const height = top + rows.length * rowHeight + 4
  const ticks = scale.ticks.filter((tick) => tick >= 0.25 && tick <= 8)
  const axis = ticks.map((tick) => {
    const isCrowded = scale(2) - scale(1) < 56 && (tick === 2 || tick === 0.5)
    const word = isCrowded
      ? ''
      : tick === 1
        ? lang === 'sv'
          ? 'som i landet'
          : 'as the nation'
        : ({ 0.25: '¼', 0.5: '½' }[tick] ?? String(tick))
    // Where labels have lines of their own the grid does not run through them.
    const stretches = hasOwnLine
      ? rows.map((_, at) => [top + at * rowHeight + 21, top + at * rowHeight + 41])
      : [[top - 4, height]]
    return (
      stretches
        .map(([y1, y2]) =>
          mark('line', { x1: scale(tick), x2: scale(tick), y1: y1!, y2: y2!, class: tick === 1 ? 'c-one' : 'c-grid' }),
        )
        .join('') +
      wordsAt({ x: scale(tick), y: 14, anchor: 'middle', className: tick === 1 ? 'c-strong c-small' : 'c-muted c-small' }, word)
    )
  })
  const body = rows.map((row, at) => {
    const y = top + at * rowHeight
    const middle = hasOwnLine ? y + 31 : y + rowHeight / 2
    const strong = row.isMarked ? ' c-strong' : ''
    const words = fitWords(row.label, { width: labelWidth, size: 14 })
    return [
      row.isMarked && as === 'points' ? mark('rect', { x: 0, width, y, height: rowHeight, class: 'c-wash' }) : '',
      wordsAt({ x: as === 'points' ? 4 : 0, y: hasOwnLine ? y + 17 : middle + 5, className: `c-text${strong}` }, words),
      row.value === null ? '' : valueMarks({ ...row, value: row.value }, { scale, middle, as }),
      wordsAt({ x: width - 2, y: hasOwnLine ? y + 17 : middle + 5, anchor: 'end', className: `c-text${strong}` }, row.words),
    ].join('')
  })
  return { width, height, marks: axis.join('') + body.join('') }
}

const inDomain = (value: number): number => Math.min(quotientDomain[1], Math.max(quotientDomain[0], value))

function valueMarks(
  row: RankRow & { value: number },
  { scale, middle, as }: { scale: (value: number) => number; middle: number; as: 'bars' | 'points' },
): string {
  const ends = row.lower === null || row.upper === null ? null : [scale(inDomain(row.lower)), scale(inDomain(row.upper))]
  const at = scale(inDomain(row.value))
  const [from, to] = [Math.min(scale(1), at), Math.max(scale(1), at)]
  const title = row.title
  const own = row.isMarked ? 'c-own' : 'c-point'
  if (as === 'points')
    return (
      (ends
        ? mark('rect', { x: ends[0]!, width: Math.max(2, ends[1]! - ends[0]!), y: middle - 4, height: 8, class: 'c-band' })
        : '') + valueMark(row.value, { scale, middle, className: own, title, radius: row.isMarked ? 6 : 4 })
    )
  return [
    mark(
      'rect',
      { x: from, width: Math.max(1, to - from), y: middle - 7, height: 14, class: row.isMarked ? 'c-bar c-bar-own' : 'c-bar' },
      title,
    ),
    ends
      ? mark('path', {
          d: `M${ends[0]},${middle}H${ends[1]}M${ends[0]},${middle - 4}v8M${ends[1]},${middle - 4}v8`,
          class: 'c-whisker',
        })
      : '',
    row.earlier === null
      ? ''
      : mark('line', {
          x1: scale(inDomain(row.earlier)),
          x2: scale(inDomain(row.earlier)),
          y1: middle - 11,
          y2: middle + 11,
          class: 'c-then',
        }),
  ].join('')
}
