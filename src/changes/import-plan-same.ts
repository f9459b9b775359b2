import type { DeckRegion } from '../sources/deck/deck-draft.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Append } from '../store/store.ts'
import { recordsOf, rewrite, sourceAt, withdraw } from './import-appends.ts'
import { matchAreas } from './import-match-areas.ts'
import type { Area, AreaMatch } from './import-match-areas.ts'
import { placeReason } from './import-order.ts'
import { areaAppends, areaOf, describeDetails, labelsOf } from './import-plan-areas.ts'
import type { ImportItem, ImportItemKind, ImportLine, PlanContext } from './import-plan-types.ts'
import { listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { bodyOf } from './registry-view.ts'
import { isNamedIn, isSameLabel } from './same-label.ts'

/** What is corrected: one region's edition of the deck's own day. */
interface Correction {
  context: PlanContext
  region: DeckRegion
  edition: KnownEdition
}

/** A place in the deck's list whose area the registry has. */
type Matched = AreaMatch & { area: Area }

/** An edition of the deck's own day: what the deck has otherwise is corrected in it. No two items touch the same area. */
export function planSameEdition(context: PlanContext, region: DeckRegion, edition: KnownEdition): ImportItem[] {
  const correction = { context, region, edition }
  const areas = listOn(edition, context.date, isNamedIn(region))
  const matches = isSameList(areas, region)
    ? areas.map((area, index) => ({ area, priority: region.priorities[index]!, order: area.order, reason: null }))
    : matchAreas(context.thesaurus, { areas, priorities: region.priorities, language: context.draft.language })
  const matched = matches.filter((match): match is Matched => match.area !== null)
  const relabelled = matched.filter(isRelabelled)
  const reordered = findReordered(matches)
  const described = matched.filter((match) => !relabelled.includes(match) && !reordered.includes(match) && newDescription(match))
  const kept = new Set(matched.map(({ area }) => area))
  return [
    ...relabelled.map((match) => relabelItem(correction, match)),
    ...matches.filter(({ area }) => !area).map((match) => newItem(correction, match)),
    ...areas.filter((area) => !kept.has(area)).map((area) => goneItem(correction, area)),
    ...(reordered.length > 0 ? [reorderedItem(correction, reordered)] : []),
    ...described.map((match) => describedItem(correction, match)),
  ]
}

const isSameList = (areas: readonly Area[], { priorities }: DeckRegion): boolean =>
  areas.length === priorities.length && areas.every((area, index) => area.verbatimLabel === priorities[index]!.verbatimLabel)

const isRelabelled = ({ area, priority }: Matched): boolean => area.verbatimLabel !== priority.verbatimLabel

/** What the deck has under an area that the registry does not describe; what is described already is never written over. */
const newDescription = ({ area, priority }: Matched): LocalText | null =>
  area.description === null ? describeDetails(priority) : null

/** The areas that get another number; none while the list comes out in the right order as it is. */
function findReordered(matches: readonly AreaMatch[]): Matched[] {
  const keepsLabel = (match: AreaMatch): match is Matched => match.area !== null && !isRelabelled(match as Matched)
  const places = matches.map((match) => (keepsLabel(match) ? match.area.order : match.order))
  const isOrdered = places.every((place, index) => index === 0 || places[index - 1]! < place)
  return isOrdered ? [] : matches.filter(keepsLabel).filter(({ area, order }) => area.order !== order)
}

function relabelItem(correction: Correction, match: Matched): ImportItem {
  const { context, region } = correction
  const kind = isSameLabel(match.area, match.priority) ? 'labelCorrected' : 'renamed'
  const words = kind === 'renamed' ? { sv: 'nytt namn', en: 'renamed' } : { sv: 'annan stavning', en: 'other spelling' }
  const appends = changeAppends(correction, match, labelsOf(context, match.priority, region.code))
  const line = changedLine(match, { change: kind, reason: match.reason!, appends })
  const { verbatimLabel } = match.area
  return itemOf(correction, {
    id: `${kind}:${match.area.id}`,
    kind,
    words,
    lines: [{ ...line, before: verbatimLabel, after: match.priority.verbatimLabel }],
    appends,
  })
}

function reorderedItem(correction: Correction, matches: readonly Matched[]): ImportItem {
  const changes = matches.map((match) => ({ match, appends: changeAppends(correction, match, {}) }))
  return itemOf(correction, {
    id: `reordered:${correction.region.code}:${correction.context.date}`,
    kind: 'reordered',
    words: { sv: 'annan ordning', en: 'another order' },
    lines: changes.map(({ match, appends }) => {
      const reason = placeReason({ before: match.area.order, after: match.order })
      return changedLine(match, { change: 'reordered', reason, appends })
    }),
    appends: changes.flatMap(({ appends }) => appends),
  })
}

function describedItem(correction: Correction, match: Matched): ImportItem {
  // The place is left alone here: it may differ in number while the order is right.
  const appends = changeAppends(correction, { ...match, order: match.area.order }, {})
  const reason = {
    sv: 'Registret har ingen beskrivning av området; bildspelet har något under det.',
    en: 'The registry has no description of the area; the deck has something under it.',
  }
  return itemOf(correction, {
    id: `described:${match.area.id}`,
    kind: 'described',
    words: { sv: 'beskrivning', en: 'description' },
    lines: [changedLine(match, { change: 'described', reason, appends })],
    appends,
  })
}

function newItem(correction: Correction, { priority, order }: AreaMatch): ImportItem {
  const { context, region, edition } = correction
  const { programmePeriodId } = edition.strategy[0]!
  const area = areaOf(context, priority, { code: region.code, strategyId: edition.id, programmePeriodId, order })
  const appends = areaAppends(context, area, edition.to)
  const line: ImportLine = {
    subject: 'area',
    change: 'new',
    before: null,
    after: area.body.displayLabel,
    deckLine: priority.line,
    reason: notInRegistry,
    description: area.body.description,
    records: recordsOf(appends),
  }
  return itemOf(correction, {
    id: `new:${area.id}`,
    kind: 'new',
    words: { sv: 'nytt område', en: 'new area' },
    lines: [line],
    appends,
  })
}

function goneItem(correction: Correction, area: Area): ImportItem {
  const { context } = correction
  const appends = withdraw(context, area, { date: context.date, changeNote: `Finns inte i bildspelet ${context.date}.` })
  const line: ImportLine = {
    subject: 'area',
    change: 'dropped',
    before: area.displayLabel,
    after: null,
    deckLine: null,
    reason: notInDeck,
    description: null,
    records: recordsOf(appends),
  }
  return itemOf(correction, {
    id: `gone:${area.id}`,
    kind: 'gone',
    words: { sv: 'område tas bort', en: 'an area taken off' },
    lines: [line],
    appends,
  })
}

function changeAppends({ context, edition }: Correction, match: Matched, labels: Partial<ReturnType<typeof labelsOf>>): Append[] {
  const { area, priority, order } = match
  const history = edition.areas.find((candidate) => candidate.includes(area))!
  const description = area.description ?? newDescription(match)
  return rewrite<'priorityArea'>(context, history, {
    at: area,
    body: { ...bodyOf<'priorityArea'>(area), ...labels, description, order },
    source: sourceAt(context, priority),
    changeNote: `Rättat efter bildspelet ${context.date}, rad ${priority.line}.`,
  })
}

const changedLine = (
  match: Matched,
  { appends, ...parts }: Pick<ImportLine, 'change' | 'reason'> & { appends: readonly Append[] },
): ImportLine => ({
  ...parts,
  subject: 'area',
  before: match.area.displayLabel,
  after: match.area.displayLabel,
  deckLine: match.priority.line,
  description: newDescription(match),
  records: recordsOf(appends),
})

interface ItemParts {
  id: string
  kind: ImportItemKind
  words: LocalText
  lines: ImportLine[]
  appends: Append[]
}

function itemOf({ context, region }: Correction, { words, ...parts }: ItemParts): ImportItem {
  const { name } = context.regions.get(region.code)!
  return {
    ...parts,
    regionCode: region.code,
    title: { sv: `${name}, listan ${context.date}: ${words.sv}`, en: `${name}, the list of ${context.date}: ${words.en}` },
  }
}

const notInRegistry: LocalText = {
  sv: 'Finns i bildspelet men inte i registret.',
  en: 'Is in the deck but not in the registry.',
}
const notInDeck: LocalText = {
  sv: 'Finns i registret men inte i bildspelet av samma dag.',
  en: 'Is in the registry but not in the deck of the same day.',
}
