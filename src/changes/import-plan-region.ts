import type { DeckPriority, DeckRegion } from '../sources/deck/deck-draft.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { recordsOf, rewrite } from './import-appends.ts'
import { describeDetails } from './import-plan-areas.ts'
import { planNewList } from './import-plan-list.ts'
import { planSameEdition } from './import-plan-same.ts'
import type { ImportItem, PlanContext } from './import-plan-types.ts'
import { findKnownEditions, listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { bodyOf } from './registry-view.ts'
import { isNamedIn, isSameLabel } from './same-label.ts'

/** What the deck changes for one region; nothing when the registry already has it. */
export function planRegion(context: PlanContext, region: DeckRegion): ImportItem[] {
  const { date, known } = context
  const editions = findKnownEditions(known, { kind: 'region', id: region.code })
  const same = editions.findLast(({ from }) => from === date)
  if (same) return planSameEdition(context, region, same)
  const current = editions.findLast(({ from, to }) => from < date && (to === null || to > date)) ?? null
  if (current && isSameList(listOn(current, date, isNamedIn(region)), region.priorities))
    return context.draft.isOurs ? [] : planConfirmation(context, region, current)
  return [planNewList(context, region, { editions, current })]
}

/** The same areas in the same order, whatever their punctuation, and whether or not a misspelling has been mended. */
function isSameList(areas: readonly Known<'priorityArea'>[], priorities: readonly DeckPriority[]): boolean {
  return areas.length === priorities.length && areas.every((area, index) => isSameLabel(area, priorities[index]!))
}

/** The list in force, repeated by a newer deck: each area is confirmed as of the deck's day. */
function planConfirmation(context: PlanContext, region: DeckRegion, edition: KnownEdition): ImportItem[] {
  const { date } = context
  const { code, line, priorities } = region
  const confirmed = listOn(edition, date, isNamedIn(region)).flatMap((area, index) => {
    if (area.confirmedOn !== null && area.confirmedOn >= date) return []
    const description = area.description === null ? describeDetails(priorities[index]!) : null
    const body = {
      ...bodyOf<'priorityArea'>(area),
      description: area.description ?? description,
      confirmedOn: date,
      confirmedByRole: null,
    }
    const history = edition.areas.find((candidate) => candidate.includes(area))!
    const changeNote = `Samma lista i bildspelet ${date}, rad ${line}.`
    return [{ area, description, appends: rewrite(context, history, { at: area, body, changeNote }) }]
  })
  if (confirmed.length === 0) return []
  const { name } = context.regions.get(code)!
  return [
    {
      id: `confirmed:${code}:${date}`,
      kind: 'confirmed',
      regionCode: code,
      title: { sv: `${name}: samma lista, bekräftad ${date}`, en: `${name}: the same list, confirmed ${date}` },
      lines: confirmed.map(({ area: { displayLabel }, description, appends }) => ({
        subject: 'area',
        change: 'confirmed',
        before: displayLabel,
        after: displayLabel,
        deckLine: null,
        reason: { sv: 'Samma namn i bildspelet.', en: 'The same name in the deck.' },
        description,
        records: recordsOf(appends),
      })),
      appends: confirmed.flatMap(({ appends }) => appends),
    },
  ]
}
