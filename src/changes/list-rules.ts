import type { BodyOf, RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { compareDays } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { isSameOwner, ownerKey } from '../snapshot/snapshot.ts'
import type { Histories, VersionStretch } from './histories.ts'

/** A list or an area that pages would count differently, and how to mend it. */
export interface ListFault {
  kind: RecordKind
  recordId: string
  field: string
  words: LocalText
}

/**
 * What makes two pages name different areas of one owner on the same day: two lists in force at once, or an area whose
 * owner or programme period is not its list's.
 * @param strategyIds the lists to look at; all when omitted
 */
export function findListFaults(histories: Histories, strategyIds?: ReadonlySet<string>): ListFault[] {
  const isAsked = (id: string) => !strategyIds || strategyIds.has(id)
  return [...findOverlaps(histories, isAsked), ...findForeignAreas(histories, isAsked)]
}

interface ListStretch {
  id: string
  validFrom: IsoDate
  validTo: IsoDate | null
  label: string
}

function findOverlaps(histories: Histories, isAsked: (id: string) => boolean): ListFault[] {
  const byOwner = new Map<string, ListStretch[]>()
  for (const [id, stretches] of histories.all('strategy'))
    for (const stretch of stretches) {
      const { owner, edition } = bodyOf<'strategy'>(stretch)
      const { validFrom, validTo } = stretch
      byOwner.set(ownerKey(owner), [...(byOwner.get(ownerKey(owner)) ?? []), { id, validFrom, validTo, label: edition }])
    }
  return [...byOwner.values()].flatMap((lists) => {
    const sorted = lists.sort((a, b) => compareDays(a.validFrom, b.validFrom))
    return sorted.slice(1).flatMap((newer, index) => {
      const older = sorted.slice(0, index + 1).find(({ validTo }) => validTo === null || validTo > newer.validFrom)
      return older && (isAsked(newer.id) || isAsked(older.id)) ? [overlapFault(older, newer)] : []
    })
  })
}

const overlapFault = (older: ListStretch, { id, validFrom, label }: ListStretch): ListFault => ({
  kind: 'strategy',
  recordId: id,
  field: 'validFrom',
  words: {
    sv: `Den ${validFrom} gäller redan ägarens lista ”${older.id}” (utgåva ${older.label}), så ”${id}” (utgåva ${label}) kan inte gälla samtidigt. Låt den äldre listan och dess områden sluta den dagen (validTo), eller välj andra dagar.`,
    en: `On ${validFrom} the owner’s list “${older.id}” (edition ${older.label}) is in force already, so “${id}” (edition ${label}) cannot be in force too. End the older list and its areas on that day (validTo), or choose other days.`,
  },
})

function findForeignAreas(histories: Histories, isAsked: (id: string) => boolean): ListFault[] {
  const found: ListFault[] = []
  for (const [recordId, stretches] of histories.all('priorityArea'))
    for (const area of stretches) {
      const body = bodyOf<'priorityArea'>(area)
      if (!isAsked(body.strategyId)) continue
      const lists = histories.of('strategy', body.strategyId).filter((list) => isAtOnce(list, area))
      const field = lists.map((list) => differingField(body, bodyOf<'strategy'>(list))).find((name) => name !== null)
      if (field) found.push({ kind: 'priorityArea', recordId, field, words: foreignWords(body, field) })
    }
  return found
}

const isAtOnce = (a: VersionStretch, b: VersionStretch): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)

const differingField = (area: BodyOf<'priorityArea'>, list: BodyOf<'strategy'>): 'owner' | 'programmePeriodId' | null => {
  if (!isSameOwner(area.owner, list.owner)) return 'owner'
  return area.programmePeriodId === list.programmePeriodId ? null : 'programmePeriodId'
}

function foreignWords({ displayLabel, strategyId }: BodyOf<'priorityArea'>, field: 'owner' | 'programmePeriodId'): LocalText {
  const [sv, en] = field === 'owner' ? ['ägare', 'owner'] : ['programperiod', 'programme period']
  return {
    sv: `”${displayLabel}” har en annan ${sv} än listan ”${strategyId}” som det hör till. Ge området listans ${sv}, eller ange en annan lista.`,
    en: `“${displayLabel}” has another ${en} than the list “${strategyId}” that it belongs to. Give the area the list’s ${en}, or name another list.`,
  }
}

const bodyOf = <K extends RecordKind>({ version }: VersionStretch): BodyOf<K> => version.body as BodyOf<K>
