import type { Language } from '../../../records/language.ts'
import { changesShape } from '../../../shapes/changes-shape.ts'
import type { ChangesShape } from '../../../shapes/changes-shape.ts'
import { listsOverTime } from '../../../shapes/lists-over-time.ts'
import type { ListInTime, RegionLists } from '../../../shapes/lists-over-time.ts'
import { readSpan, spanQuery } from '../../api/span-query.ts'
import { listsChart } from '../../charts/lists-chart.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { svgFile } from '../../charts/svg-file.ts'
import type { Figure, FigureSet } from '../../frame/figure.ts'
import { formatDate } from '../../frame/format.ts'
import { changesText } from './changes.text.ts'
import { countAreas } from './changes.view.ts'

interface Shown {
  shape: ChangesShape
  lists: readonly RegionLists[]
  lang: Language
}

/** Every list of every region on one line of time, with what each kept, added and left out. */
export function listsFigure({ shape, lists, lang }: Shown): Figure {
  const text = changesText[lang].figure
  const { from, to } = shape
  const counts = countAreas(shape.changes)
  const dateOf = ({ date, precision }: ListInTime) => formatDate(date, { precision, lang })
  const titleOf = (name: string, list: ListInTime) => `${name}, ${dateOf(list)}: ${text.list(list)}`
  return {
    id: 'lists',
    lang,
    topic: text.topic,
    finding: text.finding(counts, from),
    sentence: text.sentence,
    description: text.description,
    sources: [],
    notes: [text.note],
    isSuggestion: true,
    legend: text.legend,
    table: {
      caption: text.table,
      columns: (['region', 'list', 'from', 'kept', 'added', 'gone'] as const).map((key) => ({ key, label: text.columns[key] })),
      rows: lists.flatMap(({ region, lists: own }) =>
        own.map((list) => [
          region.name,
          list.strategyId,
          dateOf(list),
          ...(list.standing === 'counted' ? [list.kept, list.added, list.gone] : [null, null, null]),
        ]),
      ),
    },
    draw: (width) =>
      listsChart(
        {
          rows: lists.map(({ region, lists: own }) => ({
            name: region.name,
            lists: own.map((list) => ({ ...list, at: yearOf(list.date), title: titleOf(region.name, list) })),
          })),
          span: [yearOf(from), yearOf(to)],
          spanWords: text.span(from, to),
        },
        { width },
      ),
    widths: [340, 760, 1120],
  }
}

const yearMs = 365.25 * 24 * 3600 * 1000

/** A day as a year with a fraction. */
const yearOf = (day: string): number => {
  const year = Number(day.slice(0, 4))
  return year + (Date.parse(day) - Date.parse(`${year}-01-01`)) / yearMs
}

/** The picture as files. */
export const changesFigures: FigureSet = {
  path: 'changes',
  query: spanQuery,
  read({ snapshot }, { from, to }, lang) {
    const span = readSpan(snapshot, { from, to })
    return [listsFigure({ shape: changesShape(snapshot, span), lists: listsOverTime(snapshot.at(span.to)), lang })]
  },
  svgFile,
  show: FigureFrame,
}
