import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import { suggestLineage } from '../likeness/suggest-lineage.ts'
import type { LabelledArea, SuggestedLink } from '../likeness/suggest-lineage.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { recordsOf } from './import-appends.ts'
import { findReordered, placeReason } from './import-order.ts'
import type { PlannedArea } from './import-plan-areas.ts'
import type { ImportLine, PlanContext } from './import-plan-types.ts'
import { lastListOf, listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { versionKey } from './registry-view.ts'

interface Replaced {
  /** The list that the new one is compared with. */
  previous: KnownEdition | null
  /** The same where it is in force on the deck's day, so that it ends. */
  current: KnownEdition | null
  areas: readonly PlannedArea[]
  /** What ends each area of the current edition, in the order of its areas. */
  closedAreas: readonly (readonly Append[])[]
}

/**
 * What becomes of each area when a new list replaces the one before it, in the deck's order. Lineage alone would leave out
 * what it concludes nothing about (an area missing in a list that is not wholly known; an area that begins later), so every
 * record that is written and has no line yet gets one.
 */
export function areaLines(context: PlanContext, replaced: Replaced): ImportLine[] {
  const { previous, current, areas, closedAreas } = replaced
  const before = previous ? (current ? listOn(previous, context.date) : lastListOf(previous)) : []
  const after = areas.map(({ id, body }): LabelledArea => ({ ...body, id }))
  const links = suggestLineage(context.thesaurus, before, after, {
    previousIsComplete: previous?.strategy.at(-1)!.isComplete ?? true,
    nextIsComplete: true,
  })
  const unwritten = new Set([...recordsOf(closedAreas.flat()), ...areas.map(({ id }) => versionKey('priorityArea', id))])
  const take = (...ids: (string | null)[]): string[] =>
    ids.map((id) => versionKey('priorityArea', id ?? '')).filter((key) => unwritten.delete(key))
  const lines = reordered(links, before, areas).map((link) =>
    lineOf(link, { before, areas, endedOn: current ? null : (previous?.to ?? null), take }),
  )
  const missing = areas.filter(({ id }) => unwritten.has(versionKey('priorityArea', id)))
  const others = (current?.areas ?? []).filter((history) => unwritten.has(versionKey('priorityArea', history[0]!.id)))
  return [
    ...lines,
    ...missing.map((area) => enteredLine(area, take)),
    ...others.map((history) => endedLine(history, { date: context.date, take })),
  ].sort((a, b) => (a.deckLine ?? Infinity) - (b.deckLine ?? Infinity) || 0)
}

type PlannedLink = Omit<SuggestedLink, 'change'> & Pick<ImportLine, 'change'>
type Take = (...ids: (string | null)[]) => string[]

/** Areas that keep their name and change places with others are said to do so. */
function reordered(
  links: readonly SuggestedLink[],
  before: readonly Known<'priorityArea'>[],
  areas: readonly PlannedArea[],
): PlannedLink[] {
  const orderBefore = new Map(before.map(({ id, order }) => [id, order]))
  const orderAfter = new Map(areas.map(({ id, body }) => [id, body.order]))
  const placesOf = ({ predecessorId, successorId }: SuggestedLink) => ({
    before: orderBefore.get(predecessorId!)!,
    after: orderAfter.get(successorId!)!,
  })
  const moved = new Set(
    findReordered(
      links.filter(({ change }) => change === 'unchanged'),
      placesOf,
    ),
  )
  return links.map((link) => (moved.has(link) ? { ...link, change: 'reordered', reason: placeReason(placesOf(link)) } : link))
}

interface Lists {
  before: readonly Known<'priorityArea'>[]
  areas: readonly PlannedArea[]
  /** When the list before ended, if it is no longer in force. */
  endedOn: IsoDate | null
  take: Take
}

function lineOf(
  { predecessorId, successorId, change, reason }: PlannedLink,
  { before, areas, endedOn, take }: Lists,
): ImportLine {
  const next = areas.find(({ id }) => id === successorId)
  const records = take(predecessorId, successorId)
  const isOnlyCompared = change === 'dropped' && records.length === 0
  return {
    subject: 'area',
    change,
    before: before.find(({ id }) => id === predecessorId)?.displayLabel ?? null,
    after: next?.body.displayLabel ?? null,
    deckLine: next?.priority.line ?? null,
    reason: isOnlyCompared ? alreadyEnded(reason, endedOn) : reason,
    description: next?.body.description ?? null,
    records,
  }
}

const alreadyEnded = (reason: LocalText, endedOn: IsoDate | null): LocalText =>
  endedOn === null
    ? reason
    : {
        sv: `${reason.sv} Det slutade gälla redan ${endedOn}, så inget skrivs.`,
        en: `${reason.en} It ceased to be in force on ${endedOn} already, so nothing is written.`,
      }

const enteredLine = ({ id, priority, body }: PlannedArea, take: Take): ImportLine => ({
  subject: 'area',
  change: 'entered',
  before: null,
  after: body.displayLabel,
  deckLine: priority.line,
  reason: {
    sv: 'Den förra listan är inte känd i sin helhet, så området kan ha funnits i den.',
    en: 'The previous list is not wholly known, so the area may have been in it.',
  },
  description: body.description,
  records: take(id),
})

/** What ends with the replaced list and is not compared: a part of one of its areas, or an area that was to come later. */
function endedLine(history: readonly Known<'priorityArea'>[], { date, take }: { date: IsoDate; take: Take }): ImportLine {
  const { id, displayLabel, meta } = history[0]!
  const isPart = history.at(-1)!.parentId !== undefined && meta.validFrom <= date
  return {
    subject: 'area',
    change: 'dropped',
    before: displayLabel,
    after: null,
    deckLine: null,
    reason: isPart
      ? { sv: 'Del av ett område i listan som ersätts.', en: 'Part of an area in the list that is replaced.' }
      : {
          sv: `Börjar gälla ${meta.validFrom} i listan som ersätts, och står inte i den nya.`,
          en: `Comes into force on ${meta.validFrom} in the list that is replaced, and is not in the new one.`,
        },
    description: null,
    records: take(id),
  }
}
