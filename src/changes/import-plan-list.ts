import type { DeckRegion } from '../sources/deck/deck-draft.ts'
import type { BodyOf } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import type { Append } from '../store/store.ts'
import { appendInTurn, closeOn, makeVersion, mintId, recordsOf, sourceAt } from './import-appends.ts'
import { areaLines } from './import-list-lines.ts'
import { areaAppends, areaOf } from './import-plan-areas.ts'
import type { ImportItem, ImportLine, PlanContext } from './import-plan-types.ts'
import type { KnownEdition } from './known-editions.ts'

interface Editions {
  editions: readonly KnownEdition[]
  /** The edition in force on the deck's day. */
  current: KnownEdition | null
}

/** A new edition of a region's list; what was in force ends where it begins, and it ends where a later one begins. */
export function planNewList(context: PlanContext, region: DeckRegion, { editions, current }: Editions): ImportItem {
  const { date, programmePeriodId } = context
  const previous = current ?? editions.findLast(({ from }) => from < date) ?? null
  const validTo = editions.find(({ from }) => from > date)?.from ?? current?.to ?? null
  const strategyId = mintStrategyId(context, region.code)
  const areas = region.priorities.map((priority, index) =>
    areaOf(context, priority, { code: region.code, strategyId, programmePeriodId, order: index + 1 }),
  )
  const closing = { date, changeNote: `Ersatt av den nyare listan i bildspelet ${date}.` }
  const closedList = current ? closeOn(context, current.strategy, closing) : []
  const closedAreas = (current?.areas ?? []).map((history) => closeOn(context, history, closing))
  const newList = strategyAppends(context, region, { strategyId, validTo })
  const newAreas = areas.map((area) => areaAppends(context, area, validTo))
  return {
    id: `list:${region.code}:${date}`,
    kind: 'newList',
    regionCode: region.code,
    title: titleOf(context, region, previous !== null),
    lines: [
      ...(current && closedList.length > 0 ? [endedLine(current, { date, appends: closedList })] : []),
      newListLine(region, { date, validTo, appends: newList }),
      ...areaLines(context, { previous, current, areas, closedAreas }),
    ],
    appends: [...closedList, ...closedAreas.flat(), ...newList, ...newAreas.flat()],
  }
}

function titleOf({ regions, date }: PlanContext, { code }: DeckRegion, hasPrevious: boolean): LocalText {
  const { name } = regions.get(code)!
  return hasPrevious
    ? { sv: `${name}: ny lista ${date}`, en: `${name}: new list ${date}` }
    : { sv: `${name}: första listan, ${date}`, en: `${name}: first list, ${date}` }
}

const endedLine = ({ from }: KnownEdition, { date, appends }: { date: IsoDate; appends: readonly Append[] }): ImportLine => ({
  subject: 'list',
  change: 'ended',
  before: from,
  after: null,
  deckLine: null,
  reason: { sv: `Gäller till ${date}, då den nya listan börjar.`, en: `In force until ${date}, when the new list begins.` },
  description: null,
  records: recordsOf(appends),
})

const newListLine = (
  { line }: DeckRegion,
  { date, validTo, appends }: { date: IsoDate; validTo: IsoDate | null; appends: readonly Append[] },
): ImportLine => ({
  subject: 'list',
  change: 'new',
  before: null,
  after: date,
  deckLine: line,
  reason:
    validTo === null
      ? { sv: `Gäller från ${date} tills vidare.`, en: `In force from ${date} until further notice.` }
      : { sv: `Gäller från ${date} till ${validTo}.`, en: `In force from ${date} until ${validTo}.` },
  description: null,
  records: recordsOf(appends),
})

/** `varmland-2018`, else `varmland-2018-01-31`. */
function mintStrategyId(context: PlanContext, code: string): string {
  const { slug } = context.regions.get(code)!
  const short = slug.slice(0, 80).replace(/-$/, '')
  return mintId(context, 'strategy', [`${short}-${context.date.slice(0, 4)}`, `${short}-${context.date}`])
}

function strategyAppends(
  context: PlanContext,
  region: DeckRegion,
  { strategyId, validTo }: { strategyId: string; validTo: IsoDate | null },
): Append[] {
  const { date, programmePeriodId } = context
  const body: BodyOf<'strategy'> = {
    owner: { kind: 'region', id: region.code },
    programmePeriodId,
    edition: date,
    datePrecision: 'day',
    status: 'listed',
    decidedOn: null,
    isComplete: true,
    note: null,
  }
  const parts = {
    recordId: strategyId,
    validFrom: date,
    validTo,
    source: sourceAt(context, region),
    changeNote: `Listan i bildspelet ${date}.`,
  }
  return appendInTurn(context, [makeVersion(context, { kind: 'strategy', body, ...parts })])
}
