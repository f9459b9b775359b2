import type { DeckPriority, DeckRegion } from '../sources/deck/deck-draft.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { suggestLineage } from '../likeness/lineage.ts'
import { rewrite, sourceAt, withdraw } from './import-appends.ts'
import { areaAppends, areaOf, labelsOf } from './import-plan-list.ts'
import type { ImportItem, ImportLine, PlanContext } from './import-plan-types.ts'
import { listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { bodyOf } from './registry-view.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { isSameLabel } from './same-label.ts'

type Area = Known<'priorityArea'>

/** A place in the deck's list with the area of the registry that it is; null when the registry has none. */
interface Match {
  area: Area | null
  priority: DeckPriority
  order: number
  reason: LocalText | null
}

interface Here {
  context: PlanContext
  region: DeckRegion
  edition: KnownEdition
}

/** An edition of the deck's own day: what the deck says otherwise is corrected in it. */
export function planSameEdition(context: PlanContext, region: DeckRegion, edition: KnownEdition): ImportItem[] {
  const here = { context, region, edition }
  const areas = listOn(edition, context.date)
  const isSame =
    areas.length === region.priorities.length &&
    areas.every((area, index) => area.verbatimLabel === region.priorities[index]!.verbatimLabel)
  if (isSame) return []
  const matches = matchAreas(context.thesaurus, {
    areas,
    priorities: region.priorities,
    language: context.draft.language,
  })
  const kept = new Set(matches.map(({ area }) => area))
  const relabelled = matches.filter(isRelabelled)
  const moved = findMoved(matches)
  return [
    ...relabelled.map((match) => relabelItem(here, match)),
    ...matches.filter(({ area }) => !area).map((match) => newItem(here, match)),
    ...areas.filter((area) => !kept.has(area)).map((area) => goneItem(here, area)),
    ...(moved.length > 0 ? [movedItem(here, moved)] : []),
  ]
}

const isRelabelled = ({ area, priority }: Match): boolean => area !== null && area.verbatimLabel !== priority.verbatimLabel

/** The areas to number anew; none while the list comes out in the right order anyway. */
function findMoved(matches: readonly Match[]): Match[] {
  const places = matches.map((match) => (match.area && !isRelabelled(match) ? match.area.order : match.order))
  const isOrdered = places.every((place, index) => index === 0 || places[index - 1]! < place)
  return isOrdered ? [] : matches.filter((match) => match.area && !isRelabelled(match) && match.area.order !== match.order)
}

/** By the same words first, then by the same words but for their signs, then by lineage where it sees one renamed. */
function matchAreas(
  thesaurus: Thesaurus,
  { areas, priorities, language }: { areas: readonly Area[]; priorities: readonly DeckPriority[]; language: Area['language'] },
): Match[] {
  const left = new Set(areas)
  const matches = priorities.map((priority, index): Match => ({ area: null, priority, order: index + 1, reason: null }))
  const take = (isSame: (area: Area, priority: DeckPriority) => boolean, reason: LocalText): void => {
    for (const match of matches) {
      if (match.area) continue
      const area = [...left].find((candidate) => isSame(candidate, match.priority))
      if (!area) continue
      left.delete(area)
      Object.assign(match, { area, reason })
    }
  }
  take((area, { verbatimLabel }) => area.verbatimLabel === verbatimLabel, sameWords)
  take((area, priority) => isSameLabel(area, priority), otherSpelling)
  takeRenamed(thesaurus, { matches, left, language })
  return matches
}

function takeRenamed(
  thesaurus: Thesaurus,
  { matches, left, language }: { matches: readonly Match[]; left: Set<Area>; language: Area['language'] },
): void {
  const open = new Map(matches.filter(({ area }) => !area).map((match) => [`deck-${match.order}`, match]))
  const next = [...open].map(
    ([
      id,
      {
        priority: { verbatimLabel, suggestedLabel },
      },
    ]) => ({ id, displayLabel: suggestedLabel ?? verbatimLabel, verbatimLabel, translatedLabel: null, language }),
  )
  for (const { change, predecessorId, successorId, reason } of suggestLineage(thesaurus, [...left], next, {
    previousIsComplete: true,
    nextIsComplete: true,
  })) {
    const match = open.get(successorId ?? '')
    const area = [...left].find(({ id }) => id === predecessorId)
    if ((change !== 'renamed' && change !== 'unchanged') || !match || !area) continue
    left.delete(area)
    Object.assign(match, { area, reason })
  }
}

function relabelItem(here: Here, match: Match): ImportItem {
  const { context, region } = here
  const area = match.area!
  const { verbatimLabel } = match.priority
  const kind = isSameLabel(area, match.priority) ? 'labelCorrected' : 'renamed'
  const words = kind === 'renamed' ? { sv: 'nytt namn', en: 'renamed' } : { sv: 'annan stavning', en: 'other spelling' }
  const line: ImportLine = {
    change: kind,
    before: area.verbatimLabel,
    after: verbatimLabel,
    deckLine: match.priority.line,
    reason: match.reason!,
  }
  return {
    id: `${kind}:${area.id}`,
    kind,
    ...headOf(here, words),
    regionCode: region.code,
    lines: [line],
    appends: changeAppends(here, match, labelsOf(context, match.priority, region.code)),
  }
}

function movedItem(here: Here, moved: readonly Match[]): ImportItem {
  const lines = moved.map(({ area, order, priority }): ImportLine => {
    const reason = { sv: `Plats ${area!.order} blir ${order}.`, en: `Place ${area!.order} becomes ${order}.` }
    return { change: 'moved', before: area!.displayLabel, after: area!.displayLabel, deckLine: priority.line, reason }
  })
  const appends = moved.flatMap((match) => changeAppends(here, match, {}))
  return {
    id: `moved:${here.region.code}:${here.context.date}`,
    kind: 'moved',
    regionCode: here.region.code,
    ...headOf(here, { sv: 'annan ordning', en: 'another order' }),
    lines,
    appends,
  }
}

function changeAppends(
  { context, edition }: Here,
  { area, priority, order }: Match,
  labels: Partial<ReturnType<typeof labelsOf>>,
): Append[] {
  const history = edition.areas.find((candidate) => candidate.includes(area!))!
  const changeNote = `Rättat efter bildspelet ${context.date}, rad ${priority.line}.`
  return rewrite<'priorityArea'>(context, history, {
    at: area!,
    body: { ...bodyOf<'priorityArea'>(area!), ...labels, order },
    source: sourceAt(context, priority),
    changeNote,
  })
}

function newItem(here: Here, { priority, order }: Match): ImportItem {
  const { context, region, edition } = here
  const area = areaOf(context, priority, { code: region.code, strategyId: edition.id, order })
  const line: ImportLine = {
    change: 'new',
    before: null,
    after: area.body.displayLabel,
    deckLine: priority.line,
    reason: notInRegistry,
  }
  return {
    id: `new:${area.id}`,
    kind: 'new',
    regionCode: region.code,
    ...headOf(here, { sv: 'nytt område', en: 'new area' }),
    lines: [line],
    appends: areaAppends(context, area, edition.to),
  }
}

function goneItem(here: Here, area: Area): ImportItem {
  const { context, region } = here
  const line: ImportLine = { change: 'dropped', before: area.displayLabel, after: null, deckLine: null, reason: notInDeck }
  const appends = withdraw(context, area, { date: context.date, changeNote: `Står inte i bildspelet ${context.date}.` })
  return {
    id: `gone:${area.id}`,
    kind: 'gone',
    regionCode: region.code,
    ...headOf(here, { sv: 'område tas bort', en: 'area taken off' }),
    lines: [line],
    appends,
  }
}

function headOf({ context, region }: Here, words: LocalText): Pick<ImportItem, 'title'> {
  const { name } = context.regions.get(region.code)!
  return {
    title: { sv: `${name}, listan ${context.date}: ${words.sv}`, en: `${name}, the list of ${context.date}: ${words.en}` },
  }
}

const sameWords: LocalText = { sv: 'Samma ord.', en: 'The same words.' }
const otherSpelling: LocalText = { sv: 'Samma ord, skrivna på ett annat sätt.', en: 'The same words, spelt otherwise.' }
const notInRegistry: LocalText = {
  sv: 'Står i bildspelet men inte i registret.',
  en: 'Stands in the deck but not in the registry.',
}
const notInDeck: LocalText = {
  sv: 'Står i registret men inte i bildspelet av samma dag.',
  en: 'Stands in the registry but not in the deck of the same day.',
}
