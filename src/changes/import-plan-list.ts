import type { DeckPriority, DeckRegion } from '../sources/deck/deck-draft.ts'
import type { BodyOf } from '../records/record.ts'
import type { IsoDate } from '../records/time.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { suggestLineage } from '../likeness/lineage.ts'
import type { LabelledArea, SuggestedLink } from '../likeness/lineage.ts'
import { appendInTurn, closeOn, mintAreaId, mintId, say, sourceAt } from './import-appends.ts'
import type { ImportItem, ImportLine, PlanContext } from './import-plan-types.ts'
import { lastListOf, listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { historiesOf } from './registry-view.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { foldWords } from '../records/fold-words.ts'

interface Editions {
  editions: readonly KnownEdition[]
  /** The edition in force on the deck's day. */
  current: KnownEdition | null
}

/** A new edition of a region's list; what was in force ends where it begins, and it ends where a later one begins. */
export function planNewList(context: PlanContext, region: DeckRegion, { editions, current }: Editions): ImportItem {
  const { date } = context
  const previous = current ?? editions.findLast(({ from }) => from < date) ?? null
  const later = editions.find(({ from }) => from > date)
  const validTo = later?.from ?? current?.to ?? null
  const strategyId = mintStrategyId(context, region.code)
  const areas = region.priorities.map((priority, index) =>
    areaOf(context, priority, { code: region.code, strategyId, order: index + 1 }),
  )
  const name = context.regions.get(region.code)!.name
  const replaces = previous
    ? { sv: `ny lista ${date}`, en: `new list ${date}` }
    : { sv: `första listan, ${date}`, en: `first list, ${date}` }
  return {
    id: `list:${region.code}:${date}`,
    kind: 'newList',
    regionCode: region.code,
    title: { sv: `${name}: ${replaces.sv}`, en: `${name}: ${replaces.en}` },
    lines: describeChange(context.thesaurus, previous, { areas, date, isCurrent: current !== null }),
    appends: [
      ...(current ? closeEdition(context, current) : []),
      ...strategyAppends(context, region, { strategyId, validTo }),
      ...areas.flatMap((area) => areaAppends(context, area, validTo)),
    ],
  }
}

/** `varmland-2018`, else `varmland-2018-01-31`. */
function mintStrategyId(context: PlanContext, code: string): string {
  const { slug } = context.regions.get(code)!
  const short = slug.slice(0, 80).replace(/-$/, '')
  return mintId(context, 'strategy', [`${short}-${context.date.slice(0, 4)}`, `${short}-${context.date}`])
}

/** A priority area as it will stand. */
export interface PlannedArea {
  id: string
  priority: DeckPriority
  body: BodyOf<'priorityArea'>
}

interface InList {
  code: string
  strategyId: string
  order: number
}

export function areaOf(context: PlanContext, priority: DeckPriority, { code, strategyId, order }: InList): PlannedArea {
  const labels = labelsOf(context, priority, code)
  const body: BodyOf<'priorityArea'> = {
    owner: { kind: 'region', id: code },
    strategyId,
    programmePeriodId: context.programmePeriodId,
    order,
    ...labels,
    language: context.draft.language,
    description: null,
    confirmedOn: null,
    confirmedByRole: null,
  }
  return { id: mintAreaId(context, strategyId, labels.verbatimLabel), priority, body }
}

type Labels = Pick<BodyOf<'priorityArea'>, 'verbatimLabel' | 'displayLabel' | 'translatedLabel'>

/** The deck's own words; the corrected form and the translation that the registry already has for the same words, the region's first. */
export function labelsOf({ known, draft }: PlanContext, { verbatimLabel, suggestedLabel }: DeckPriority, code: string): Labels {
  const suggested = suggestedLabel ?? verbatimLabel
  const all = historiesOf(known, 'priorityArea').flatMap((history) =>
    history.filter(({ language }) => language === draft.language),
  )
  const own = all.filter(({ owner }) => owner.kind === 'region' && owner.id === code)
  const displayLabel = own.find((area) => area.verbatimLabel === verbatimLabel)?.displayLabel ?? suggested
  const isSame = (area: Known<'priorityArea'>): boolean =>
    area.translatedLabel !== null && foldWords(area.displayLabel) === foldWords(displayLabel)
  return { verbatimLabel, displayLabel, translatedLabel: (own.find(isSame) ?? all.find(isSame))?.translatedLabel ?? null }
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
  const said = {
    recordId: strategyId,
    validFrom: date,
    validTo,
    source: sourceAt(context, region),
    changeNote: `Listan i bildspelet ${date}.`,
  }
  return appendInTurn(context, [say(context, { kind: 'strategy', body, ...said })])
}

export function areaAppends(context: PlanContext, { id, priority, body }: PlannedArea, validTo: IsoDate | null): Append[] {
  const said = {
    recordId: id,
    validFrom: context.date,
    validTo,
    source: sourceAt(context, priority),
    changeNote: `Ur bildspelet ${context.date}, rad ${priority.line}.`,
  }
  return appendInTurn(context, [say(context, { kind: 'priorityArea', body, ...said })])
}

function closeEdition(context: PlanContext, { strategy, areas }: KnownEdition): Append[] {
  const closing = { date: context.date, changeNote: `Ersatt av den nyare listan i bildspelet ${context.date}.` }
  return [...closeOn(context, strategy, closing), ...areas.flatMap((history) => closeOn(context, history, closing))]
}

function describeChange(
  thesaurus: Thesaurus,
  previous: KnownEdition | null,
  { areas, date, isCurrent }: { areas: readonly PlannedArea[]; date: IsoDate; isCurrent: boolean },
): ImportLine[] {
  const before = previous ? (isCurrent ? listOn(previous, date) : lastListOf(previous)) : []
  const after = areas.map(({ id, body }): LabelledArea => ({ ...body, id }))
  const links = suggestLineage(thesaurus, before, after, {
    previousIsComplete: previous?.strategy.at(-1)!.isComplete ?? true,
    nextIsComplete: true,
  })
  const labelBefore = new Map(before.map(({ id, displayLabel }) => [id, displayLabel]))
  const areaAfter = new Map(areas.map((area) => [area.id, area]))
  const lineOf = ({ predecessorId, successorId, change, reason }: SuggestedLink): ImportLine => {
    const next = areaAfter.get(successorId ?? '')
    return {
      change,
      before: labelBefore.get(predecessorId ?? '') ?? null,
      after: next?.body.displayLabel ?? null,
      deckLine: next?.priority.line ?? null,
      reason,
    }
  }
  return links.map(lineOf).sort((a, b) => (a.deckLine ?? Infinity) - (b.deckLine ?? Infinity) || 0)
}
