import type { DeckPriority } from '../sources/deck/deck-draft.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { suggestLineage } from '../likeness/suggest-lineage.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { isSameLabel } from './same-label.ts'

export type Area = Known<'priorityArea'>

/** A place in the deck's list with the area of the registry that it is; null when the registry has none. */
export interface AreaMatch {
  area: Area | null
  priority: DeckPriority
  order: number
  reason: LocalText | null
}

interface ToMatch {
  areas: readonly Area[]
  priorities: readonly DeckPriority[]
  language: Area['language']
}

/** Pairs by the same words first, then by the same words but for punctuation, then by lineage where it finds one renamed. */
export function matchAreas(thesaurus: Thesaurus, { areas, priorities, language }: ToMatch): AreaMatch[] {
  const left = new Set(areas)
  const matches = priorities.map((priority, index): AreaMatch => ({ area: null, priority, order: index + 1, reason: null }))
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
  { matches, left, language }: { matches: readonly AreaMatch[]; left: Set<Area>; language: Area['language'] },
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

const sameWords: LocalText = { sv: 'Samma ord.', en: 'The same words.' }
const otherSpelling: LocalText = { sv: 'Samma ord, skrivna på ett annat sätt.', en: 'The same words, spelt otherwise.' }
