import type { BodyOf } from '../records/record.ts'
import type { DescriptionRow, Facts, PriorityAreaRow, StatementRow, StrategyRow } from '../sources/facts/fact-rows.ts'
import { bodyOfRow } from './body-of-row.ts'

type RowOf<Name extends keyof Facts> = Facts[Name][number]

/** Shipped rows to the bodies of records: the same facts under the domain's names. */
export const bodyOfRegion = (row: RowOf<'regions'>): BodyOf<'region'> =>
  bodyOfRow('region', row, {
    populations: [
      { year: 2017, persons: row.population_2017 },
      { year: 2021, persons: row.population_2021 },
    ],
  })

export const bodyOfJointArea = (row: RowOf<'jointAreas'>): BodyOf<'jointArea'> => bodyOfRow('jointArea', row)

export const bodyOfSource = (row: RowOf<'sources'>): BodyOf<'source'> => bodyOfRow('source', row)

export const bodyOfStrategy = (row: StrategyRow): BodyOf<'strategy'> => bodyOfRow('strategy', row)

/** An area has its owner and period from its strategy, and what it means from a row of its own. */
export function bodyOfPriorityArea(
  row: PriorityAreaRow,
  { strategy, meaning }: { strategy: StrategyRow; meaning: DescriptionRow | null },
): BodyOf<'priorityArea'> {
  const { owner, programmePeriodId } = bodyOfStrategy(strategy)
  return bodyOfRow(
    'priorityArea',
    { ...row, ...meaning },
    {
      owner,
      programmePeriodId,
      displayLabel: row.display_label ?? row.verbatim_label,
      // An area of one field joins none.
      joinedThemeIds: meaning && meaning.fields.length > 1 ? meaning.fields : undefined,
      confirmedOn: null,
      confirmedByRole: null,
    },
  )
}

export const bodyOfStatement = (row: StatementRow): BodyOf<'finding'> => bodyOfRow('finding', row)

export const bodyOfWish = (row: RowOf<'wishes'>): BodyOf<'wish'> => bodyOfRow('wish', row)

export const bodyOfCluster = (row: RowOf<'clusters'>): BodyOf<'cluster'> => bodyOfRow('cluster', row)

export const bodyOfContact = (row: RowOf<'contacts'>): BodyOf<'contact'> => bodyOfRow('contact', row)
