import { shiftShare } from '../../packages/relatedness/src/relatedness.ts'
import type { Table } from '../../packages/relatedness/src/relatedness.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { columnsOf, setAndRest } from './set-and-rest.ts'

/** The change of a set of activities in a region between two years that count the same, against the nation. */
export interface SpanGrowth {
  from: string
  to: string
  start: number
  end: number
  /** End less start, and its three parts (Dunn 1960), which sum to it: see `shiftShare` of the engine. */
  change: number
  /** Had the set grown here as all work did in the nation. */
  national: number
  /** What the set grew more in the nation than all work did. */
  industryMix: number
  /** What the set grew more here than in the nation. */
  regionalShift: number
  /** Growth over the span, as shares of the start: of the set here, of the set in the nation, of all work in the nation. */
  ownGrowth: number
  setGrowth: number
  allGrowth: number
}

/** The stretches of years between breaks in the series, each its first and last year; one year alone is none. */
export function spansOf({ years, breaks }: Pick<ActivityPanel, 'years' | 'breaks'>): { from: string; to: string }[] {
  const starts = [years[0]!, ...breaks.map(({ from }) => from).filter((from) => from > years[0]! && years.includes(from))].sort()
  return starts.flatMap((from, at) => {
    const to = years.findLast((year) => at + 1 === starts.length || year < starts[at + 1]!)!
    return from < to ? [{ from, to }] : []
  })
}

/** The growth of a set of activities in a region over each span; never across a break. Empty where the region has no data. */
export function growthOf(panel: ActivityPanel, activities: readonly string[], regionCode: string): SpanGrowth[] {
  const row = panel.regionCodes.indexOf(regionCode)
  if (row < 0) return []
  const columns = columnsOf(panel.activities, activities)
  return spansOf(panel).flatMap(({ from, to }) => {
    const [start, end] = [from, to].map((year) => setAndRest(panel.tables[panel.years.indexOf(year)]!, columns)) as [Table, Table]
    const { change, national, industryMix, regionalShift } = shiftShare(start, end)
    const at = row * 2
    if (Number.isNaN(change.values[at]!)) return []
    const [setStart, allStart] = [columnSum(start, 0), columnSum(start, 0) + columnSum(start, 1)]
    const [setEnd, allEnd] = [columnSum(end, 0), columnSum(end, 0) + columnSum(end, 1)]
    return [
      {
        from,
        to,
        start: start.values[at]!,
        end: end.values[at]!,
        change: change.values[at]!,
        national: national.values[at]!,
        industryMix: industryMix.values[at]!,
        regionalShift: regionalShift.values[at]!,
        ownGrowth: end.values[at]! / start.values[at]! - 1,
        setGrowth: setEnd / setStart - 1,
        allGrowth: allEnd / allStart - 1,
      },
    ]
  })
}

const columnSum = ({ regions, values }: Table, column: number): number =>
  regions.reduce((sum, _, row) => sum + (values[row * 2 + column]! || 0), 0)
