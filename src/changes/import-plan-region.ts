import type { DeckPriority, DeckRegion } from '../sources/deck/deck-draft.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { rewrite } from './import-appends.ts'
import { planNewList } from './import-plan-list.ts'
import { planSameEdition } from './import-plan-same.ts'
import type { ImportItem, PlanContext } from './import-plan-types.ts'
import { findKnownEditions, listOn } from './known-editions.ts'
import type { KnownEdition } from './known-editions.ts'
import { bodyOf } from './registry-view.ts'
import { isSameLabel } from './same-label.ts'

/** What the deck changes for one region; nothing when the registry already says it. */
export function planRegion(context: PlanContext, region: DeckRegion): ImportItem[] {
  const { date, known } = context
  const editions = findKnownEditions(known, { kind: 'region', id: region.code })
  const same = editions.findLast(({ from }) => from === date)
  if (same) return planSameEdition(context, region, same)
  const current = editions.findLast(({ from, to }) => from < date && (to === null || to > date)) ?? null
  if (current && isSameList(listOn(current, date), region.priorities)) return planConfirmation(context, region, current)
  return [planNewList(context, region, { editions, current })]
}

/** The same areas in the same order, whatever their signs, and whether or not a misspelling has been mended. */
function isSameList(areas: readonly Known<'priorityArea'>[], priorities: readonly DeckPriority[]): boolean {
  return areas.length === priorities.length && areas.every((area, index) => isSameLabel(area, priorities[index]!))
}

/** The list in force, said again by a newer deck: each area is confirmed as of the deck's day. */
function planConfirmation(context: PlanContext, { code, line }: DeckRegion, edition: KnownEdition): ImportItem[] {
  const { date } = context
  const areas = listOn(edition, date).filter(({ confirmedOn }) => confirmedOn === null || confirmedOn < date)
  if (areas.length === 0) return []
  const changeNote = `Samma lista i bildspelet ${date}, rad ${line}.`
  const name = context.regions.get(code)!.name
  return [
    {
      id: `confirmed:${code}:${date}`,
      kind: 'confirmed',
      regionCode: code,
      title: { sv: `${name}: samma lista, bekräftad ${date}`, en: `${name}: the same list, confirmed ${date}` },
      lines: areas.map(({ displayLabel }) => ({
        change: 'confirmed',
        before: displayLabel,
        after: displayLabel,
        deckLine: null,
        reason: confirmedReason,
      })),
      appends: areas.flatMap((area) => {
        const history = edition.areas.find((candidate) => candidate.includes(area))!
        return rewrite(context, history, {
          at: area,
          body: { ...bodyOf(area), confirmedOn: date, confirmedByRole: null },
          changeNote,
        })
      }),
    },
  ]
}

const confirmedReason = { sv: 'Står likadant i bildspelet.', en: 'Stands the same in the deck.' }
